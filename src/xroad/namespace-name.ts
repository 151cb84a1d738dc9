import * as namespaces from './namespaces.ts';

/** A namespace as documents write it. */
export interface NamespaceName {
  readonly uri: string;
  /** Whether every parser takes it for a namespace: an absolute URI without anything odd, and none that is XML's own. */
  readonly plain: boolean;
}

const PLAIN_URI = /^(?:https?:\/\/[A-Za-z0-9.-]+(?:\/[\w./~-]*)?(?:#[\w.-]*)?|urn:[\w.:-]+)$/;
const RESERVED: ReadonlySet<string> = new Set(['http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/']);

/** 1,024 names, each of 128 characters at most: all registers together have some 200. What more there is, is judged anew each time. */
const KEPT_AT_MOST = 1_024;
const LETTERS_KEPT_AT_MOST = 128;

const KEPT = new Map(Object.values(namespaces).map((uri) => [uri, judged(uri)]));

/** Judges a namespace. Those that recur are kept, each once: strings that are one and the same compare at once. */
export function namespaceName(written: string): NamespaceName {
  const kept = KEPT.get(written);
  if (kept !== undefined) return kept;
  if (KEPT.size >= KEPT_AT_MOST || written.length > LETTERS_KEPT_AT_MOST) return judged(written);
  // A slice would keep its whole document.
  const name = judged(Buffer.from(written).toString());
  KEPT.set(name.uri, name);
  return name;
}

function judged(uri: string): NamespaceName {
  return { uri, plain: PLAIN_URI.test(uri) && !RESERVED.has(uri) };
}
