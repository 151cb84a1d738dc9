import { ok, type Result } from '../result.ts';
import { escapeXml, isXmlText } from '../xml-text.ts';
import { type BodyValue, type ComplexShape, type ElementShape, mismatch, type SchemaMismatch, type TypeTable } from './shape.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

class Unwritable extends Error {
  readonly path: string;
  constructor(path: string, rule: string) {
    super(rule);
    this.path = path;
  }
}

/**
 * Writes a value as its element: members in the schema's order, each in its own namespace. Refuses what the schema cannot hold - a member it
 * does not know, a required one that is missing, text that XML cannot carry - naming the place.
 */
export function encode(element: ElementShape, types: TypeTable, value: unknown): Result<string, SchemaMismatch> {
  try {
    return ok(write(element, types, value, element.name, new Map(), true));
  } catch (error) {
    if (error instanceof Unwritable) return mismatch(error.path, error.message);
    throw error;
  }
}

/** Prefixes are made as namespaces come up; a root declares its own, others where they stand. */
function write(
  element: ElementShape,
  types: TypeTable,
  value: unknown,
  path: string,
  prefixes: ReadonlyMap<string, string>,
  root = false,
): string {
  const known = element.namespace === '' || prefixes.has(element.namespace);
  const inScope = known ? prefixes : new Map([...prefixes, [element.namespace, `n${prefixes.size}`]]);
  const prefix = inScope.get(element.namespace);
  const name = prefix === undefined || element.namespace === '' ? element.name : `${prefix}:${element.name}`;
  const declaration = known ? '' : ` xmlns:${prefix}="${escapeXml(element.namespace)}"`;
  if (value === null) {
    if (!element.nillable) throw new Unwritable(path, 'NOT_NILLABLE');
    return `<${name}${declaration} xmlns:xsi="${XSI}" xsi:nil="true"/>`;
  }
  const type = types[element.type];
  if (type === undefined) return `<${name}${declaration}>${simpleText(element.type, value, path)}</${name}>`;
  if (!isObject(value)) throw new Unwritable(path, root ? 'OBJECT_REQUIRED' : 'OBJECT_EXPECTED');
  const { attributes, content } = writeContent(type, types, value, path, inScope);
  return `<${name}${declaration}${attributes}>${content}</${name}>`;
}

function writeContent(
  type: ComplexShape,
  types: TypeTable,
  value: BodyValue,
  path: string,
  prefixes: ReadonlyMap<string, string>,
): { attributes: string; content: string } {
  for (const member of Object.keys(value)) {
    const known =
      member === 'value'
        ? type.text || type.members.some(({ name }) => name === member)
        : member.startsWith('@')
          ? type.attributes.some(({ name }) => `@${name}` === member)
          : type.members.some(({ name }) => name === member);
    if (!known) throw new Unwritable(`${path}/${member}`, 'UNKNOWN_MEMBER');
  }
  let attributes = '';
  for (const attribute of type.attributes) {
    const given = value[`@${attribute.name}`];
    if (given === undefined) {
      if (!attribute.optional) throw new Unwritable(`${path}/@${attribute.name}`, 'REQUIRED');
    } else attributes += ` ${attribute.name}="${simpleText('text', given, `${path}/@${attribute.name}`)}"`;
  }
  let content = type.text ? simpleText('text', value.value ?? '', path) : '';
  for (const member of type.members) {
    const given = Object.hasOwn(value, member.name) ? value[member.name] : undefined;
    const place = `${path}/${member.name}`;
    if (given === undefined) {
      if (!member.optional) throw new Unwritable(place, 'REQUIRED');
    } else if (member.many) {
      if (!Array.isArray(given)) throw new Unwritable(place, 'ARRAY_EXPECTED');
      if (given.length === 0 && !member.optional) throw new Unwritable(place, 'REQUIRED');
      for (const [index, item] of given.entries()) content += write(member, types, item, `${place}[${index}]`, prefixes);
    } else content += write(member, types, given, place, prefixes);
  }
  return { attributes, content };
}

function simpleText(type: string, value: unknown, path: string): string {
  if (type === 'boolean') {
    if (typeof value !== 'boolean') throw new Unwritable(path, 'BOOLEAN_EXPECTED');
    return String(value);
  }
  if (type === 'any') throw new Unwritable(path, 'NOT_WRITABLE');
  if (typeof value !== 'string') throw new Unwritable(path, 'TEXT_EXPECTED');
  if (!isXmlText(value)) throw new Unwritable(path, 'NOT_XML_TEXT');
  return escapeXml(value);
}

function isObject(value: unknown): value is BodyValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
