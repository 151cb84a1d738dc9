/** A character may begin a name. */
export const NAME_START = 1 << 0;
/** A character may stand in a name. */
export const NAME = 1 << 1;
/** An ampersand: a reference begins. */
export const AMPERSAND = 1 << 2;
/** A carriage return: line ends have to be made one. */
export const RETURN = 1 << 3;
/** May not stand in a text, or may but hardly ever does: control characters, `>` (of which `]]>` is forbidden). */
export const ODD = 1 << 4;

/** What characters below U+0080 are to XML 1.0 (2.2, 2.3, 2.4), as the sum of the above. */
const KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return NAME_START | NAME;
  if (/[0-9.-]/.test(character)) return NAME;
  if (character === '&') return AMPERSAND;
  if (character === '\r') return RETURN;
  return character === '>' || (code < 0x20 && character !== '\t' && character !== '\n') ? ODD : 0;
});

/** The kinds of a UTF-16 code unit. Beyond ASCII only what no text may hold is told apart: U+FFFE and U+FFFF. */
export function kindsOf(code: number): number {
  if (code < 0x80) return KINDS[code] ?? 0;
  return code < 0xfffe ? 0 : ODD;
}
