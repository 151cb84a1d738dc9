import { ok, type Result } from '../result.ts';
import { type ScannedElement, scan } from '../scan.ts';
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
export function decode(element: ElementShape, types: TypeTable, xml: string): Result<unknown, SchemaMismatch> {
  const scanned = scan(xml, 'utf-8');
  if (!scanned.ok) return mismatch('', 'NOT_WELL_FORMED');
  const { root } = scanned.value;
  try {
    if (!isNamed(root, element)) throw new Unknown([root.localName]);
    return ok(readElement(root, element, types));
  } catch (error) {
    if (error instanceof Unknown) return mismatch(error.path.join('/'), error.message);
    throw error;
  }
}

function isNamed({ localName, namespace }: ScannedElement, shape: ElementShape): boolean {
  return localName === shape.name && namespace === shape.namespace;
}

function readElement(element: ScannedElement, shape: ElementShape, types: TypeTable): unknown {
  if (
    element.attributes.some(
      ({ namespace, localName, value }) => namespace === XSI && localName === 'nil' && (value === 'true' || value === '1'),
    )
  ) {
    return null;
  }
  // Nobody says what is in it; it is passed over.
  if (shape.type === 'any') return undefined;
  const type = types[shape.type];
  if (type !== undefined) return readObject(element, shape, type, types);
  const [child] = element.children;
  if (child !== undefined) throw new Unknown([shape.name, child.localName]);
  return shape.type === 'boolean' ? ['true', '1'].includes(element.text.trim()) : element.text;
}

function readObject(element: ScannedElement, shape: ElementShape, type: ComplexShape, types: TypeTable): Record<string, unknown> {
  // Without a prototype, so that an element may bear any name; repeating members are there from the start.
  const value: Record<string, unknown> = Object.create(null);
  for (const member of type.members) if (member.many) value[member.name] = [];
  for (const { namespace, localName, value: text } of element.attributes) {
    if (type.attributes.some((attribute) => attribute.name === localName && attribute.namespace === namespace))
      value[`@${localName}`] = text;
  }
  for (const child of element.children) {
    const member = type.members.find((one) => isNamed(child, one));
    if (member === undefined) throw new Unknown([shape.name, child.localName]);
    const inner = inside(shape, () => readElement(child, member, types));
    const repeated = value[member.name];
    if (member.many && Array.isArray(repeated)) repeated.push(inner);
    else value[member.name] = inner;
  }
  if (type.text) value.value = element.text;
  return value;
}

/** Puts the outer element's name before the path of what was found inside. */
function inside<T>(shape: ElementShape, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Unknown ? new Unknown([shape.name, ...error.path]) : error;
  }
}
