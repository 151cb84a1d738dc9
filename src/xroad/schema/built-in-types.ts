/** Says yes only to texts that are surely values of the type. */
export type ValueCheck = (text: string) => boolean;

/** A built-in type of XML Schema (XSD 1.0 part 2, section 3) as far as it is judged here. */
export interface BuiltIn {
  readonly check: ValueCheck;
  /** What its facets speak of. */
  readonly family: 'text' | 'number' | 'other';
}

const anything: ValueCheck = () => true;
/** White space that the type would normalise or collapse: facets would then be about another text. */
const asItStands: ValueCheck = (text) => !/[\t\r\n]|^ | $| {2}/.test(text);

const text = (check: ValueCheck): BuiltIn => ({ check, family: 'text' });
const other = (check: ValueCheck): BuiltIn => ({ check, family: 'other' });

/** Up to 15 digits: a double tells them all apart. */
function whole(least: number, most: number): BuiltIn {
  return { check: (value) => /^[+-]?\d{1,15}$/.test(value) && Number(value) >= least && Number(value) <= most, family: 'number' };
}

const ANY = Number.POSITIVE_INFINITY;

export const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map([
  ['string', text(anything)],
  ['normalizedString', text(asItStands)],
  ['token', text(asItStands)],
  ['anyURI', other((value) => /^(?:[\w.-]*|cid:[\w.@-]+|urn:[\w.:-]+|https?:\/\/[A-Za-z0-9.-]+(?:\/[\w.~-]+)*)$/.test(value))],
  ['boolean', other((value) => value === 'true' || value === 'false' || value === '1' || value === '0')],
  ['decimal', { check: (value) => /^[+-]?\d{1,10}(?:\.\d{1,5})?$/.test(value), family: 'number' }],
  ['integer', whole(-ANY, ANY)],
  ['long', whole(-ANY, ANY)],
  ['int', whole(-2_147_483_648, 2_147_483_647)],
  ['short', whole(-32_768, 32_767)],
  ['byte', whole(-128, 127)],
  ['nonNegativeInteger', whole(0, ANY)],
  ['positiveInteger', whole(1, ANY)],
  ['unsignedLong', whole(0, ANY)],
  ['unsignedInt', whole(0, 4_294_967_295)],
  ['unsignedShort', whole(0, 65_535)],
  ['unsignedByte', whole(0, 255)],
  ['double', other((value) => /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(value))],
  ['float', other((value) => /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(value))],
  ['date', other((value) => DATE.test(value) && isDate(value))],
  ['dateTime', other((value) => DATE_TIME.test(value) && isDate(value))],
  ['time', other((value) => TIME.test(value))],
  ['gYear', other((value) => /^\d{4}$/.test(value) && value !== '0000')],
  ['gYearMonth', other((value) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) && !value.startsWith('0000'))],
  ['base64Binary', other(isBase64)],
]);

const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d)?';
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = new RegExp(`^${CLOCK}$`);
const DATE_TIME = new RegExp(`^\\d{4}-\\d{2}-\\d{2}T${CLOCK}$`);
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(value: string): boolean {
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return year > 0 && day > 0 && day <= (DAYS[month - 1] ?? 0) + leap;
}

/** In one piece, its last bits nought where it is padded. */
function isBase64(value: string): boolean {
  if (value.length % 4 !== 0) return false;
  const padding = value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0;
  if (/[^A-Za-z0-9+/]/.test(padding === 0 ? value : value.slice(0, -padding))) return false;
  const last = value.charAt(value.length - padding - 1);
  return padding === 0 || (padding === 2 ? 'AQgw' : 'AEIMQUYcgkosw048').includes(last);
}
