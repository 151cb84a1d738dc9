import { type ClientId, isAcceptableIdentifier } from '../identifier.ts';

/** Each part percent-encoded by itself: a slash inside a code is not a separator (PR-REST 4.1). */
export function encodeParts(parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

/** The parts, each decoded by itself; undefined when one of them is not an identifier. */
export function decodeParts(text: string): readonly string[] | undefined {
  try {
    const parts = text.split('/').map(decodeURIComponent);
    return parts.every(isAcceptableIdentifier) ? parts : undefined;
  } catch {
    return undefined;
  }
}

export function partsOf({ xRoadInstance, memberClass, memberCode, subsystemCode }: ClientId): string[] {
  return [xRoadInstance, memberClass, memberCode, ...(subsystemCode === undefined ? [] : [subsystemCode])];
}

/** The value of X-Road-Client: three or four parts. */
export function readClient(text: string): ClientId | undefined {
  const parts = decodeParts(text);
  const [xRoadInstance, memberClass, memberCode, subsystemCode, ...more] = parts ?? [];
  if (xRoadInstance === undefined || memberClass === undefined || memberCode === undefined || more.length > 0) return undefined;
  return { xRoadInstance, memberClass, memberCode, ...(subsystemCode === undefined ? {} : { subsystemCode }) };
}
