import { fail, ok, type Result } from '../result.ts';
import { scan } from '../scan.ts';
import type { ScannedElement } from '../scanned.ts';
import { attributeOf, resolve, schemaSet } from './schema-set.ts';
import type { ElementShape, TypeTable } from './shape.ts';
import { XSD } from './stubs.ts';
import { readTypes, type TypesReader } from './types-reader.ts';

const WSDL = 'http://schemas.xmlsoap.org/wsdl/';

/** One service of a contract: its X-Road code and version, and the elements of its messages. */
export interface WsdlOperation {
  readonly serviceCode: string;
  readonly serviceVersion: string | undefined;
  readonly request: ElementShape;
  readonly response: ElementShape;
}

/** A contract as read: operations by service code, the types their bodies are made of, and the schemas as they stand in the text. */
export interface Wsdl {
  readonly targetNamespace: string;
  readonly operations: ReadonlyMap<string, WsdlOperation>;
  /** Elements of the contract's own namespace that no message has: what travels in files beside the messages. */
  readonly documents: readonly ElementShape[];
  readonly types: TypeTable;
  readonly text: string;
  readonly schemas: readonly ScannedElement[];
}

export interface WsdlDefect {
  readonly code: 'WSDL_UNREADABLE';
  readonly text: string;
}

/** Reads a WSDL 1.1 of document/literal services. Nothing it points to outside itself is fetched; types from there are opaque. */
export function readWsdl(text: string): Result<Wsdl, WsdlDefect> {
  const document = text.replace(/^\uFEFF/, '');
  const scanned = scan(document, 'utf-8');
  if (!scanned.ok) return fail({ code: 'WSDL_UNREADABLE', text: scanned.error.text });
  const { root } = scanned.value;
  if (root.namespace !== WSDL || root.localName !== 'definitions')
    return fail({ code: 'WSDL_UNREADABLE', text: 'the document is no WSDL 1.1' });
  const schemas = wsdlChildren(root, 'types').flatMap((types) =>
    types.children.filter((child) => child.namespace === XSD && child.localName === 'schema'),
  );
  const reader = readTypes(schemaSet(schemas));

  const messages = new Map<string, ElementShape>();
  for (const message of wsdlChildren(root, 'message')) {
    for (const part of wsdlChildren(message, 'part')) {
      const reference = attributeOf(part, 'element');
      // Header parts are bound too; the body's is the one whose element this WSDL describes, and it comes first or alone under its name.
      const element = reference === undefined ? undefined : reader.element(resolve(part, reference));
      const name = attributeOf(message, 'name') ?? '';
      if (element !== undefined && !messages.has(name)) messages.set(name, element);
    }
  }
  const versions = new Map<string, string>();
  for (const binding of wsdlChildren(root, 'binding')) {
    for (const operation of wsdlChildren(binding, 'operation')) {
      const version = operation.children.find((child) => child.localName === 'version')?.text.trim();
      if (version !== undefined) versions.set(attributeOf(operation, 'name') ?? '', version);
    }
  }
  const operations = new Map<string, WsdlOperation>();
  for (const portType of wsdlChildren(root, 'portType')) {
    for (const operation of wsdlChildren(portType, 'operation')) {
      const serviceCode = attributeOf(operation, 'name') ?? '';
      const request = messageOf(messages, operation, 'input');
      const response = messageOf(messages, operation, 'output');
      if (request !== undefined && response !== undefined) {
        operations.set(serviceCode, { serviceCode, serviceVersion: versions.get(serviceCode), request, response });
      }
    }
  }
  const targetNamespace = attributeOf(root, 'targetNamespace') ?? '';
  return ok({
    targetNamespace,
    operations,
    documents: documentsIn(targetNamespace, schemas, [...messages.values()], reader),
    types: Object.fromEntries(reader.types),
    text: document,
    schemas,
  });
}

function messageOf(
  messages: ReadonlyMap<string, ElementShape>,
  operation: ScannedElement,
  direction: 'input' | 'output',
): ElementShape | undefined {
  const [message] = wsdlChildren(operation, direction);
  const reference = message && attributeOf(message, 'message');
  return message === undefined || reference === undefined ? undefined : messages.get(resolve(message, reference).name);
}

/** .NET declares an element for every type besides, in namespaces of their own: those are nobody's files. */
function documentsIn(
  namespace: string,
  schemas: readonly ScannedElement[],
  bodies: readonly ElementShape[],
  reader: TypesReader,
): readonly ElementShape[] {
  const declared = schemas
    .filter((schema) => attributeOf(schema, 'targetNamespace') === namespace)
    .flatMap((schema) => schema.children.filter((child) => child.namespace === XSD && child.localName === 'element'));
  return declared.flatMap((element) => {
    const name = attributeOf(element, 'name') ?? '';
    const isBody = bodies.some((body) => body.name === name && body.namespace === namespace);
    return isBody ? [] : (reader.element({ namespace, name }) ?? []);
  });
}

function wsdlChildren(element: ScannedElement, localName: string): readonly ScannedElement[] {
  return element.children.filter((child) => child.namespace === WSDL && child.localName === localName);
}
