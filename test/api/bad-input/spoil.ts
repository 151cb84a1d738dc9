import type { Described } from '../sample.ts';
import { sampleOf } from '../sample.ts';

/** A value that no answer may repeat: it might be a personal code, and is one of nobody. */
export const SECRET = '47101010033';
const NUMBER = Number(SECRET);

/** A value with one thing wrong in it, and what has to be said of that. */
export interface Spoilt {
  readonly what: string;
  readonly value: unknown;
  readonly pointer: string;
  /** The rule that it breaks; undefined where a value may be one of several kinds, so that each of them may speak. */
  readonly rule: string | undefined;
}

/** Every way in which a value that fits a schema stops fitting it, one thing at a time. */
export function spoil(schema: Described, good: unknown, pointer = ''): readonly Spoilt[] {
  const { anyOf } = schema;
  const here = (what: string, value: unknown, rule: string | undefined): Spoilt => ({ what, value, pointer, rule });
  if (anyOf !== undefined) {
    const [chosen] = anyOf.filter((one) => couldBe(one, good));
    const within = chosen === undefined ? [] : spoil(chosen, good, pointer);
    const rest = within.filter(({ value }) => !anyOf.some((one) => one !== chosen && one.type === 'null' && value === null));
    return rest.map((one) => ({ ...one, rule: undefined }));
  }
  if (schema.enum !== undefined) return [here('an unknown value', SECRET, 'ENUM'), here('null', null, 'ENUM')];
  const wrong = [here('another type', anotherType(schema), 'TYPE'), ...(schema.type === 'null' ? [] : [here('null', null, 'TYPE')])];
  switch (schema.type) {
    case 'object':
      return [...wrong, ...spoilObject(schema, good, pointer)];
    case 'array':
      return [...wrong, ...spoilArray(schema, good, pointer)];
    case 'string':
      return [...wrong, ...spoilText(schema, String(good), here)];
    case 'integer':
    case 'number':
      return [
        ...wrong,
        ...(schema.type === 'integer' ? [here('a fraction', 1.5, 'TYPE')] : []),
        here('beyond what can be counted', 1e300, 'NOT_EXACT'),
        ...(schema.minimum === undefined ? [] : [here('too small', schema.minimum - 1, 'MINIMUM')]),
        ...(schema.maximum === undefined ? [] : [here('too large', schema.maximum + 1, 'MAXIMUM')]),
      ];
    default:
      return wrong;
  }
}

function anotherType({ type }: Described): unknown {
  switch (type) {
    case 'string':
      return NUMBER;
    case 'array':
      return { 0: SECRET };
    case 'object':
      return [SECRET];
    default:
      return SECRET;
  }
}

/** Whether a value is of a kind at all: of which of several it was meant to be. */
function couldBe({ type, properties = {}, required = [] }: Described, value: unknown): boolean {
  if (type !== 'object') return type === undefined || typeof value === (type === 'integer' ? 'number' : type);
  if (typeof value !== 'object' || value === null) return false;
  return required.every((name) => name in value) && Object.keys(value).every((name) => name in properties);
}

function spoilObject({ properties = {}, required = [], additionalProperties, minProperties }: Described, good: unknown, pointer: string) {
  const whole: Readonly<Record<string, unknown>> = typeof good === 'object' && good !== null ? { ...good } : {};
  const missing = required.map((name): Spoilt => {
    const { [name]: _left, ...value } = whole;
    return { what: 'without it', value, pointer: `${pointer}/${name}`, rule: 'REQUIRED' };
  });
  const unknown: Spoilt = {
    what: 'a field that there is not',
    value: { ...whole, tundmatu: SECRET },
    pointer: `${pointer}/tundmatu`,
    rule: 'UNKNOWN_FIELD',
  };
  const empty: Spoilt = { what: 'nothing in it', value: {}, pointer, rule: 'MIN_PROPERTIES' };
  const fields = Object.entries(properties).flatMap(([name, schema]) =>
    spoil(schema, whole[name] ?? sampleOf(schema), `${pointer}/${name}`).map((one) => ({ ...one, value: { ...whole, [name]: one.value } })),
  );
  return [...missing, ...(additionalProperties === false ? [unknown] : []), ...(minProperties === undefined ? [] : [empty]), ...fields];
}

function spoilArray({ items = {}, minItems = 0, maxItems, uniqueItems }: Described, good: unknown, pointer: string): readonly Spoilt[] {
  const [first = sampleOf(items), ...rest] = Array.isArray(good) ? good : [];
  const many = (length: number) => Array.from({ length }, () => first);
  return [
    ...(minItems === 0 ? [] : [{ what: 'too few', value: many(minItems - 1), pointer, rule: 'MIN_ITEMS' }]),
    ...(maxItems === undefined ? [] : [{ what: 'too many', value: many(maxItems + 1), pointer, rule: 'MAX_ITEMS' }]),
    ...(uniqueItems === true ? [{ what: 'one twice', value: many(2), pointer, rule: 'UNIQUE_ITEMS' }] : []),
    ...spoil(items, first, `${pointer}/0`).map((one) => ({ ...one, value: [one.value, ...rest] })),
  ];
}

/** Texts that few patterns let through, and none all of. */
const UNFIT = [SECRET, ' ', '\u0007', '?'];

function spoilText(
  { minLength = 0, maxLength, format, pattern }: Described,
  good: string,
  here: (what: string, value: unknown, rule: string) => Spoilt,
): readonly Spoilt[] {
  const unfit = pattern === undefined ? undefined : UNFIT.find((text) => !new RegExp(pattern, 'u').test(text));
  return [
    ...(minLength === 0 ? [] : [here('too short', good.slice(0, minLength - 1), 'MIN_LENGTH')]),
    ...(maxLength === undefined ? [] : [here('too long', good.padEnd(maxLength + 1, SECRET), 'MAX_LENGTH')]),
    ...(format === undefined ? [] : [here('of another form', SECRET, 'FORMAT')]),
    ...(unfit === undefined ? [] : [here('of another form', unfit.padEnd(minLength, unfit), 'PATTERN')]),
    here('with a character that cannot be stored', `${good}\0`, 'NUL_CHARACTER'),
    here('with half of one', `${good}\ud800`, 'HALF_A_CHARACTER'),
    ...(format === 'date' || format === 'date-time' ? edges(format).map((value) => here('of no year', value, 'NO_SUCH_YEAR')) : []),
  ];
}

/** Days and moments that ISO 8601 has and no database. */
function edges(format: 'date' | 'date-time'): readonly string[] {
  return format === 'date' ? ['0000-12-31'] : ['0000-12-31T23:59:59Z', '0001-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01'];
}
