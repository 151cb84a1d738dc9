import type { Text } from '../../platform/index.ts';

/** A section of an act that permits or demands an operation. */
export interface Basis {
  readonly act: string;
  readonly section: string;
}

/**
 * What is done with data (isikuandmete töötlemise toiming) and by which law (REQ-253; GDPR art. 5 lg 2 and 6). One that processes data of special
 * categories has a basis of art. 9 besides.
 */
export interface Operation {
  /** SCREAMING_SNAKE. */
  readonly code: string;
  readonly name: Text;
  readonly bases: readonly Basis[];
  /** By which calls of the internal API and the console: their paths, as the OpenAPI document has them, without `/api/v1`. */
  readonly paths: readonly string[];
  /** By which services, for other registers. */
  readonly services?: readonly string[];
  /** By which parts of the system, as the log names them where no person acts. */
  readonly systems?: readonly string[];
}

/** Declares operations; paths stand in one text, with spaces between. */
export function operation(
  code: string,
  [et, en, ru]: readonly [et: string, en: string, ru: string],
  bases: readonly (readonly [act: string, section: string])[],
  paths: string,
  besides: Pick<Operation, 'services' | 'systems'> = {},
): Operation {
  return {
    code,
    name: { et, en, ru },
    bases: bases.map(([act, section]) => ({ act, section })),
    paths: paths.split(/\s+/).filter((path) => path !== ''),
    ...besides,
  };
}
