import type { ScannedElement } from '../scanned.ts';
import { attributeOf, childOf, localName, type QName, resolve, type Schema, type SchemaSet } from './schema-set.ts';
import type { AttributeShape, ComplexShape, ElementShape } from './shape.ts';
import { STUBS, XSD } from './stubs.ts';

const SOAP_ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';
/** A schema deeper than this within one type is not one of a register's messages. */
const NESTING_AT_MOST = 40;

/** Reads XML Schema types into the codec table, those that are asked for and what they are made of. */
export interface TypesReader {
  /** The shape of a global element, its types entered into the table. */
  element(name: QName): ElementShape | undefined;
  readonly types: ReadonlyMap<string, ComplexShape>;
}

export function readTypes(schemas: SchemaSet): TypesReader {
  const types = new Map<string, ComplexShape>();
  const keys = new Map<string, string>();

  /** The table's name for the type that an element or attribute has: a built-in's kind, or a complex type's key. */
  const typeOf = (schema: Schema, element: ScannedElement, path: string): string => {
    const named = attributeOf(element, 'type');
    if (named !== undefined) return namedType(resolve(element, named));
    const complex = childOf(element, 'complexType');
    if (complex !== undefined) return complexType(schema, complex, path);
    const simple = childOf(element, 'simpleType');
    return simple === undefined ? 'any' : simpleType(simple);
  };

  const namedType = (type: QName): string => {
    if (type.namespace === XSD) return builtIn(type.name);
    if (type.namespace === SOAP_ENCODING) return 'any';
    // References to attachments and binary content: their text is all there is to them here.
    if (STUBS.has(type.namespace)) return 'text';
    const found = schemas.find(['complexType', 'simpleType'], type);
    if (found === undefined) return 'any';
    return found.element.localName === 'simpleType' ? simpleType(found.element) : complexType(found.schema, found.element, keyOf(type));
  };

  /** Contracts of several namespaces reuse names. */
  const keyOf = ({ namespace, name }: QName): string => {
    const full = `{${namespace}}${name}`;
    const key = keys.get(full) ?? ([...keys.values()].includes(name) ? `${name}_${keys.size}` : name);
    keys.set(full, key);
    return key;
  };

  const simpleType = (element: ScannedElement): string => {
    const restriction = childOf(element, 'restriction');
    const base = restriction && attributeOf(restriction, 'base');
    return restriction !== undefined && base !== undefined ? namedType(resolve(restriction, base)) : 'text';
  };

  /** What a simple type allows, its base's rules among it; undefined when the type is none. */
  const rulesOf = (element: ScannedElement): readonly string[] | undefined => {
    const named = attributeOf(element, 'type');
    if (named !== undefined) return rulesOfNamed(resolve(element, named));
    const simple = childOf(element, 'simpleType');
    return simple && rulesOfSimple(simple);
  };

  const rulesOfNamed = (type: QName): readonly string[] | undefined => {
    if (type.namespace === XSD) return [`type=${type.name}`];
    const found = schemas.find(['simpleType'], type);
    return found && rulesOfSimple(found.element);
  };

  const rulesOfSimple = (element: ScannedElement): readonly string[] => {
    const restriction = childOf(element, 'restriction');
    // Lists and unions are rare: they are told apart as they stand.
    if (restriction === undefined) return [`type=${element.children.map(({ localName }) => localName).join(',')}`];
    const facets = restriction.children.filter(({ namespace, localName }) => namespace === XSD && localName !== 'annotation');
    const own = facets
      .filter((facet) => facet.localName !== 'simpleType')
      .map((facet) => `${facet.localName}=${attributeOf(facet, 'value') ?? ''}`);
    const base = attributeOf(restriction, 'base');
    return [...((base === undefined ? undefined : rulesOfNamed(resolve(restriction, base))) ?? []), ...own];
  };

  const complexType = (schema: Schema, element: ScannedElement, path: string): string => {
    if (types.has(path)) return path;
    // Entered before it is read: a type may contain itself.
    types.set(path, { members: [], attributes: [], text: false });
    types.set(path, contentOf(schema, element, path));
    return path;
  };

  const contentOf = (schema: Schema, element: ScannedElement, path: string): ComplexShape => {
    const members: ElementShape[] = [];
    const attributes: AttributeShape[] = [];
    let text = false;
    for (const child of element.children) {
      if (child.namespace !== XSD) continue;
      if (child.localName === 'attribute') attributes.push(attributeShape(child));
      else if (child.localName === 'simpleContent') {
        text = true;
        attributes.push(
          ...child.children.flatMap((derived) => derived.children.filter((inner) => inner.localName === 'attribute').map(attributeShape)),
        );
      } else if (child.localName === 'complexContent') {
        for (const derived of child.children) {
          const base = attributeOf(derived, 'base');
          const extended = derived.localName === 'extension' && base !== undefined ? namedType(resolve(derived, base)) : undefined;
          const inherited = extended === undefined ? undefined : types.get(extended);
          members.push(...(inherited?.members ?? []));
          attributes.push(...(inherited?.attributes ?? []));
          const own = contentOf(schema, derived, path);
          members.push(...own.members);
          attributes.push(...own.attributes);
        }
      } else collect(schema, child, path, { optional: false, many: false }, members, 0);
    }
    return { members, attributes, text };
  };

  /** Groups of groups become one list: order is the schema's, what sits in a choice or an optional group may be absent. */
  const collect = (
    schema: Schema,
    particle: ScannedElement,
    path: string,
    within: { optional: boolean; many: boolean },
    members: ElementShape[],
    depth: number,
  ): void => {
    if (depth > NESTING_AT_MOST || particle.namespace !== XSD) return;
    const many = within.many || (attributeOf(particle, 'maxOccurs') ?? '1') !== '1';
    const optional = within.optional || attributeOf(particle, 'minOccurs') === '0';
    if (particle.localName === 'element') {
      const shape = localElement(schema, particle, path, { optional, many });
      if (!members.some((member) => member.name === shape.name && member.namespace === shape.namespace)) members.push(shape);
    } else if (['sequence', 'choice', 'all'].includes(particle.localName)) {
      const inside = { optional: optional || particle.localName === 'choice', many };
      for (const child of particle.children) collect(schema, child, path, inside, members, depth + 1);
    } else if (particle.localName === 'group') {
      const reference = attributeOf(particle, 'ref');
      const group = reference === undefined ? undefined : schemas.find(['group'], resolve(particle, reference));
      if (group !== undefined)
        for (const child of group.element.children) collect(group.schema, child, path, { optional, many }, members, depth + 1);
    }
  };

  const localElement = (
    schema: Schema,
    element: ScannedElement,
    path: string,
    occurs: { optional: boolean; many: boolean },
  ): ElementShape => {
    const reference = attributeOf(element, 'ref');
    if (reference !== undefined) {
      const name = resolve(element, reference);
      const global = globalElement(name);
      return { ...(global ?? { ...name, nillable: false, type: 'any' }), ...occurs };
    }
    const name = localName(schema, element);
    return shapeOf(schema, element, name, `${path}_${name.name}`, occurs);
  };

  const globalElement = (name: QName): ElementShape | undefined => {
    const found = schemas.find(['element'], name);
    return found && shapeOf(found.schema, found.element, name, name.name, { optional: false, many: false });
  };

  const shapeOf = (
    schema: Schema,
    element: ScannedElement,
    name: QName,
    path: string,
    occurs: { optional: boolean; many: boolean },
  ): ElementShape => {
    const title = titleOf(element);
    const rules = rulesOf(element);
    return {
      name: name.name,
      namespace: name.namespace,
      ...occurs,
      nillable: attributeOf(element, 'nillable') === 'true',
      type: typeOf(schema, element, path),
      ...(title === undefined ? {} : { title }),
      ...(rules === undefined ? {} : { rules }),
    };
  };

  return { element: globalElement, types };
}

function attributeShape(element: ScannedElement): AttributeShape {
  const reference = attributeOf(element, 'ref');
  const name = reference === undefined ? { namespace: '', name: attributeOf(element, 'name') ?? '' } : resolve(element, reference);
  return { ...name, optional: attributeOf(element, 'use') !== 'required' };
}

function builtIn(name: string): string {
  if (name === 'boolean') return 'boolean';
  return name === 'anyType' ? 'any' : 'text';
}

/** The title in the element's annotation, in whatever vocabulary the register uses. */
function titleOf(element: ScannedElement): string | undefined {
  const annotation = childOf(element, 'annotation');
  const appinfo = annotation && childOf(annotation, 'appinfo');
  return appinfo?.children.find((child) => child.localName === 'title')?.text.trim() || undefined;
}
