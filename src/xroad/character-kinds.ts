/** A character may begin a name. */
export const NAME_START = 1 << 0;
/** A character may stand in a name. */
export const NAME = 1 << 1;
/** A text may not hold it, or may but hardly ever does: control characters, and `>`, of which `]]>` is forbidden. */
export const ODD = 1 << 2;

/**
 * What characters below U+0080 are to XML 1.0 (2.2 to 2.4), as the sum of the above. A colon may stand in no name: it parts prefix and local
 * name.
 */
const KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return NAME_START | NAME;
  if (/[0-9.-]/.test(character)) return NAME;
  return character === '>' || (code < 0x20 && !/[\t\n\r]/.test(character)) ? ODD : 0;
});

/** The kinds of a UTF-16 code unit. Beyond ASCII only U+FFFE and U+FFFF are told apart, which no text may hold. */
export function kindsOf(code: number): number {
  return code < 0x80 ? (KINDS[code] ?? 0) : code < 0xfffe ? 0 : ODD;
}
