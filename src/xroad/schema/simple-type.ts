import type { ScannedElement } from '../scanned.ts';
import { BUILT_INS, type BuiltIn, type ValueCheck } from './built-in-types.ts';
import { plainPattern } from './plain-pattern.ts';
import { attributeOf, childOf, type QName, resolve, type SchemaSet } from './schema-set.ts';
import { XSD } from './stubs.ts';

/** Of the simple type by that name, or undefined when it is none, or one that is not judged here. */
export function namedSimpleType(schemas: SchemaSet, name: QName): BuiltIn | undefined {
  if (name.namespace === XSD) return BUILT_INS.get(name.name);
  const found = schemas.find(['simpleType'], name);
  return found === undefined ? undefined : simpleType(schemas, found.element);
}

/** Of a simple type as it is defined: its base's check and its own facets' (XSD 1.0 part 2, 4.3). */
export function simpleType(schemas: SchemaSet, definition: ScannedElement): BuiltIn | undefined {
  const restriction = childOf(definition, 'restriction');
  return restriction && restricted(schemas, restriction);
}

function restricted(schemas: SchemaSet, restriction: ScannedElement): BuiltIn | undefined {
  const base = attributeOf(restriction, 'base');
  const inline = childOf(restriction, 'simpleType');
  const type = base === undefined ? inline && simpleType(schemas, inline) : namedSimpleType(schemas, resolve(restriction, base));
  if (type === undefined) return undefined;
  const facets = new Map<string, string[]>();
  for (const { localName, namespace, attributes } of restriction.children) {
    if (namespace !== XSD) return undefined;
    if (localName === 'annotation' || localName === 'simpleType') continue;
    const value = attributes.find((attribute) => attribute.localName === 'value')?.value;
    if (value === undefined) return undefined;
    facets.set(localName, [...(facets.get(localName) ?? []), value]);
  }
  let { check } = type;
  for (const [facet, values] of facets) {
    const more = FACETS.get(facet)?.(values, type);
    if (more === undefined) return undefined;
    check = both(check, more);
  }
  return { ...type, check };
}

function both(one: ValueCheck, other: ValueCheck): ValueCheck {
  return (text) => one(text) && other(text);
}

type Facet = (values: readonly string[], type: BuiltIn) => ValueCheck | undefined;

const FACETS: ReadonlyMap<string, Facet> = new Map<string, Facet>([
  // A value may be written in more ways than one; the way of the schema is one of them.
  [
    'enumeration',
    (values) => {
      const all = new Set(values);
      return (text) => all.has(text);
    },
  ],
  ['pattern', patterns],
  ['length', counted((length, bound) => length === bound)],
  ['minLength', counted((length, bound) => length >= bound)],
  ['maxLength', counted((length, bound) => length <= bound)],
  ['whiteSpace', whiteSpace],
  ['minInclusive', compared((value, bound) => value >= bound)],
  ['maxInclusive', compared((value, bound) => value <= bound)],
  ['minExclusive', compared((value, bound) => value > bound)],
  ['maxExclusive', compared((value, bound) => value < bound)],
  ['totalDigits', digits((text) => text)],
  ['fractionDigits', digits((text) => text.split('.')[1] ?? '')],
]);

/** 256 characters: what has a pattern is a code, a number, a date. */
const MATCHED_AT_MOST = 256;

/** Of several in one restriction one must fit. */
function patterns(values: readonly string[]): ValueCheck | undefined {
  const expressions = values.map(plainPattern);
  if (expressions.includes(undefined)) return undefined;
  return (text) =>
    text.length <= MATCHED_AT_MOST && !/[\ud800-\udfff]/.test(text) && expressions.some((expression) => expression?.test(text) === true);
}

/** Characters, of which some are two code units. */
function counted(holds: (length: number, bound: number) => boolean): Facet {
  return ([value], { family }) => {
    const bound = Number(value);
    if (family !== 'text' || !Number.isSafeInteger(bound)) return undefined;
    return (text) => holds(/[\ud800-\udfff]/.test(text) ? [...text].length : text.length, bound);
  };
}

function whiteSpace([value]: readonly string[], { family }: BuiltIn): ValueCheck | undefined {
  // All other types collapse it anyway.
  if (family !== 'text') return value === 'collapse' ? () => true : undefined;
  return value === 'preserve' ? () => true : BUILT_INS.get('token')?.check;
}

function compared(holds: (value: number, bound: number) => boolean): Facet {
  return ([value], { family }) => {
    const bound = value === undefined || !/^[+-]?\d{1,10}(?:\.\d{1,5})?$/.test(value) ? undefined : Number(value);
    return family !== 'number' || bound === undefined ? undefined : (text) => holds(Number(text), bound);
  };
}

/** Leading and trailing noughts do not count; here they do, which only makes it stricter. */
function digits(part: (text: string) => string): Facet {
  return ([value], { family }) => {
    const bound = Number(value);
    if (family !== 'number' || !Number.isSafeInteger(bound)) return undefined;
    return (text) => part(text).replace(/[^0-9]/g, '').length <= bound;
  };
}
