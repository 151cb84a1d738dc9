import { type Body, readBody } from '../body.ts';
import { ok, type Result } from '../result.ts';
import type { ScannedAttribute, ScannedElement } from '../scanned.ts';
import { type ComplexShape, type ElementShape, mismatch, type SchemaMismatch, type TypeTable } from './shape.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** What the table does not know, and where. */
class Unknown extends Error {
  readonly path: readonly string[];
  constructor(path: readonly string[]) {
    super('UNKNOWN_ELEMENT');
    this.path = path;
  }
}

/**
 * Reads an element into a value, by the table alone: an array exactly where the schema lets the element repeat, an absent optional member
 * absent, an empty element the empty text, `xsi:nil` null. The element has passed its schema before; what the table does not know is refused
 * all the same.
 */
export function decode(element: ElementShape, types: TypeTable, body: Body): Result<unknown, SchemaMismatch> {
  const read = readBody(body);
  if (!read.ok) return mismatch('', 'NOT_WELL_FORMED');
  const root = read.value.element;
  try {
    if (!isNamed(root, element)) throw new Unknown([root.localName]);
    return ok(readElement(root, element, types));
  } catch (error) {
    if (error instanceof Unknown) return mismatch(error.path.join('/'), error.message);
    throw error;
  }
}

function isNil({ namespace, localName, value }: ScannedAttribute): boolean {
  return namespace === XSI && localName === 'nil' && (value === 'true' || value === '1');
}

function isNamed({ localName, namespace }: ScannedElement, shape: ElementShape): boolean {
  return localName === shape.name && namespace === shape.namespace;
}

function readElement(element: ScannedElement, shape: ElementShape, types: TypeTable): unknown {
  if (element.attributes.length > 0 && element.attributes.some(isNil)) return null;
  // Nobody says what is in it; it is passed over.
  if (shape.type === 'any') return undefined;
  const type = shape.type === 'text' ? undefined : types[shape.type];
  if (type !== undefined) return readObject(element, shape, type, types);
  if (element.children.length > 0) throw new Unknown([shape.name, element.children[0]?.localName ?? '']);
  return shape.type === 'boolean' ? ['true', '1'].includes(element.text.trim()) : element.text;
}

/** Inherits nothing, so that an element may bear any name. What `Object.create(null)` makes is a dictionary, at several times the cost. */
class Value {
  [member: string]: unknown;
}
Object.setPrototypeOf(Value.prototype, null);
Reflect.deleteProperty(Value.prototype, 'constructor');

function readObject(element: ScannedElement, shape: ElementShape, type: ComplexShape, types: TypeTable): Record<string, unknown> {
  // Repeating members are there from the start.
  const value = new Value();
  for (const member of type.members) if (member.many) value[member.name] = [];
  for (const { namespace, localName, value: text } of element.attributes) {
    if (type.attributes.some((attribute) => attribute.name === localName && attribute.namespace === namespace))
      value[`@${localName}`] = text;
  }
  try {
    let last = 0;
    for (const child of element.children) {
      last = memberOf(type.members, child, last);
      const member = type.members[last];
      if (member === undefined) throw new Unknown([child.localName]);
      const inner = readElement(child, member, types);
      const repeated = member.many ? value[member.name] : undefined;
      if (Array.isArray(repeated)) repeated.push(inner);
      else value[member.name] = inner;
    }
  } catch (error) {
    throw error instanceof Unknown ? new Unknown([shape.name, ...error.path]) : error;
  }
  if (type.text) value.value = element.text;
  return value;
}

/** Elements come in the order of the schema, which is that of the table: the place of the last one is the first to look at. */
function memberOf(members: readonly ElementShape[], child: ScannedElement, last: number): number {
  for (let place = last; place < members.length; place++) {
    const member = members[place];
    if (member !== undefined && isNamed(child, member)) return place;
  }
  return members.findIndex((member) => isNamed(child, member));
}
