import type { ScannedElement } from '../scanned.ts';
import { namespaceOf } from '../scope.ts';
import { XSD } from './stubs.ts';

export interface QName {
  readonly namespace: string;
  readonly name: string;
}

/** An inline schema of a WSDL. */
export interface Schema {
  readonly element: ScannedElement;
  readonly namespace: string;
  /** Whether local elements are in the schema's namespace unless they say otherwise. */
  readonly qualified: boolean;
}

/** The schemas of one contract, and what they define for all of them. */
export interface SchemaSet {
  find(kinds: readonly string[], name: QName): { readonly schema: Schema; readonly element: ScannedElement } | undefined;
}

export function schemaSet(elements: readonly ScannedElement[]): SchemaSet {
  const schemas: readonly Schema[] = elements.map((element) => ({
    element,
    namespace: attributeOf(element, 'targetNamespace') ?? '',
    qualified: attributeOf(element, 'elementFormDefault') === 'qualified',
  }));
  return {
    find(kinds, { namespace, name }) {
      for (const schema of schemas) {
        if (schema.namespace !== namespace) continue;
        const found = schema.element.children.find(
          (child) => child.namespace === XSD && kinds.includes(child.localName) && attributeOf(child, 'name') === name,
        );
        if (found !== undefined) return { schema, element: found };
      }
      return undefined;
    },
  };
}

/** The name that a local element's occurrences bear. */
export function localName(schema: Schema, element: ScannedElement): QName {
  const qualified = (attributeOf(element, 'form') ?? (schema.qualified ? 'qualified' : 'unqualified')) === 'qualified';
  return { namespace: qualified ? schema.namespace : '', name: attributeOf(element, 'name') ?? '' };
}

export function attributeOf(element: ScannedElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.localName === name && attribute.namespace === '')?.value;
}

export function childOf(element: ScannedElement, localName: string): ScannedElement | undefined {
  return element.children.find((child) => child.namespace === XSD && child.localName === localName);
}

/** A prefixed name in an attribute's value, by the namespaces in scope there. */
export function resolve(element: ScannedElement, text: string): QName {
  const [prefix = '', name] = text.includes(':') ? text.split(':') : ['', text];
  return { namespace: namespaceOf(element.innerScope, prefix) ?? '', name: name ?? '' };
}
