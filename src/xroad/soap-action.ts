/** A quoted URI: no quote, blank or other character that RFC 3986 excludes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is excluded
const QUOTED_URI = /^"[^"<>\\^`{|}\u0000-\u0020\u007F-\uFFFF]*"$/;

/** Whether a security server takes this SOAPAction header: absent, empty, or a URI in quotes, which may be empty too (PR-MESS 2.6). */
export function isSoapAction(value: string | undefined): boolean {
  return value === undefined || value === '' || QUOTED_URI.test(value);
}
