/** A character may begin a name. */
export const NAME_START = 1 << 0;
/** A character may stand in a name. */
export const NAME = 1 << 1;
/** A text may not hold it, or may but hardly ever does: control characters, and `>`, of which `]]>` is forbidden. */
export const ODD = 1 << 2;
/** No plain attribute's value holds it: what XML forbids there, blanks that would be made spaces, references. */
export const NOT_IN_VALUE = 1 << 3;

/**
 * What UTF-16 code units are to XML 1.0 (2.2 to 2.4, 3.1), as the sum of the above. Beyond ASCII only U+FFFE and U+FFFF are told apart, which
 * no text may hold. A colon may stand in no name: it parts prefix and local name.
 */
export const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0x80) return code < 0xfffe ? 0 : ODD | NOT_IN_VALUE;
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return NAME_START | NAME;
  if (/[0-9.-]/.test(character)) return NAME;
  if (code < 0x20) return /[\t\n\r]/.test(character) ? NOT_IN_VALUE : ODD | NOT_IN_VALUE;
  if (character === '>') return ODD;
  return character === '<' || character === '&' ? NOT_IN_VALUE : 0;
});
