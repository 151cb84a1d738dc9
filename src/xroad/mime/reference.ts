/** What a `ref:swaRef` text or an `xop:Include` names: the Content-ID, percent-decoded (RFC 2392); undefined when it is not of this message. */
export function contentIdOf(reference: string): string | undefined {
  if (!reference.startsWith('cid:')) return undefined;
  try {
    return decodeURIComponent(reference.slice(4));
  } catch {
    return undefined;
  }
}

/** The reference to an attachment of the same message. */
export function referenceTo(contentId: string): string {
  return `cid:${encodeURIComponent(contentId)}`;
}
