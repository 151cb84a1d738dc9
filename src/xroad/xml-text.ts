/** Everything XML 1.0 forbids (Char production) and lone surrogates, which UTF-8 cannot carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;
/** What nearly all texts are of, and told in a fraction of the time. */
const PRINTABLE = /^[\x20-\x7e]*$/;
const ALL_FORBIDDEN = new RegExp(FORBIDDEN.source, 'gu');
/** CR and tabs are escaped too: a parser would turn CR into LF, and in attributes tabs into blanks. */
const SPECIAL = /[&<>"\r\n\t]/;
const ALL_SPECIAL = new RegExp(SPECIAL.source, 'g');
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Whether the text can stand in an XML document at all. */
export function isXmlText(text: string): boolean {
  return PRINTABLE.test(text) || !FORBIDDEN.test(text);
}

/** Text as element content or attribute value; the caller has asked {@link isXmlText}. */
export function escapeXml(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => ESCAPES[character] ?? character) : text;
}

/** Text of a fault: what XML cannot carry becomes U+FFFD, since a fault must leave whatever is in it. */
export function escapeFaultText(text: string): string {
  return escapeXml(text.replace(ALL_FORBIDDEN, '\uFFFD'));
}
