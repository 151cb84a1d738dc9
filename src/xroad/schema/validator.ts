import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlError,
  XmlValidateError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { cutOut } from '../cut-out.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ScannedElement } from '../scanned.ts';
import { attributeOf } from './schema-set.ts';
import type { SchemaMismatch } from './shape.ts';
import { STUBS, XSD } from './stubs.ts';
import type { Wsdl, WsdlDefect } from './wsdl.ts';

/** Problems told of one body, at most: the first ones say what is wrong. */
const PROBLEMS_AT_MOST = 20;

/** Holds bodies against a contract's schemas, by libxml2. Compiled once; give it back when done. */
export interface BodyValidator extends Disposable {
  validate(xml: string): Result<void, SchemaMismatch>;
}

/** Compiles a contract's inline schemas. Imports among themselves are kept; what lies outside the WSDL is not fetched, so nothing of it can be used. */
export function compileSchemas(wsdl: Wsdl): Result<BodyValidator, WsdlDefect> {
  const files = new Map<string, string>();
  const contents: Record<string, Uint8Array> = {};
  const inline = wsdl.schemas.map((schema) => attributeOf(schema, 'targetNamespace') ?? '');
  for (const namespace of [...inline, ...STUBS.keys()]) if (!files.has(namespace)) files.set(namespace, `schema-${files.size}.xsd`);
  for (const [namespace, file] of files) {
    const schemas = wsdl.schemas.filter((_, n) => inline[n] === namespace).map((schema) => standAlone(wsdl.text, schema, files));
    // A namespace may be written in several schemas (SKAIS2 has one for each service): they are parts of one.
    const parts = schemas.map((text, n) => ({ file: file.replace('.xsd', `-${n}.xsd`), text }));
    const whole = parts.map((part) => `<xs:include schemaLocation="${part.file}"/>`).join('');
    for (const part of parts) contents[part.file] = Buffer.from(part.text);
    contents[file] = Buffer.from(
      parts.length === 0
        ? (STUBS.get(namespace) ?? '')
        : `<xs:schema xmlns:xs="${XSD}"${namespace === '' ? '' : ` targetNamespace="${namespace}"`}>${whole}</xs:schema>`,
    );
  }
  const imports = [...files].map(
    ([namespace, file]) => `<xs:import${namespace === '' ? '' : ` namespace="${namespace}"`} schemaLocation="${file}"/>`,
  );
  const driver = `<xs:schema xmlns:xs="${XSD}">${imports.join('')}</xs:schema>`;

  xmlRegisterInputProvider(new XmlBufferInputProvider(contents));
  try {
    using document = XmlDocument.fromString(driver, { option: ParseOption.XML_PARSE_NONET });
    const validator = XsdValidator.fromDoc(document);
    return ok({
      validate: (xml) => check(validator, xml),
      [Symbol.dispose]: () => validator.dispose(),
    });
  } catch (error) {
    // What libxml2 says quotes the contract, which whoever reads it can look up.
    if (error instanceof XmlError) return fail({ code: 'WSDL_UNREADABLE', text: 'the schemas of the contract do not compile' });
    throw error;
  } finally {
    xmlCleanupInputProvider();
  }
}

function check(validator: XsdValidator, xml: string): Result<void, SchemaMismatch> {
  try {
    // As bytes: the library's own way with strings takes longer than the parse.
    using document = XmlDocument.fromBuffer(Buffer.from(xml), { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE });
    validator.validate(document);
    return ok(undefined);
  } catch (error) {
    if (!(error instanceof XmlValidateError))
      return { ok: false, error: { code: 'SCHEMA_MISMATCH', problems: [{ path: '', rule: 'NOT_WELL_FORMED' }] } };
    return {
      ok: false,
      error: { code: 'SCHEMA_MISMATCH', problems: error.details.slice(0, PROBLEMS_AT_MOST).map(problemOf) },
    };
  }
}

/**
 * libxml2 says `Element 'x': [facet 'pattern'] The value '38...' is not accepted ...`: the value may be a personal code, so only the element and
 * the kind of rule are taken out of it.
 */
function problemOf({ message, xpath }: { message: string; xpath?: string }): { path: string; rule: string } {
  const path = xpath ?? /^Element '(?:\{[^}]*\})?([^']+)'/.exec(message)?.[1] ?? '';
  const facet = /\[facet '(\w+)'\]/.exec(message)?.[1];
  if (facet !== undefined) return { path, rule: `FACET_${facet.toUpperCase()}` };
  const rule = RULES.find(([pattern]) => pattern.test(message))?.[1] ?? 'INVALID';
  return { path, rule };
}

const RULES = [
  [/No matching global declaration/, 'UNKNOWN_ELEMENT'],
  [/Missing child element/, 'MISSING_CHILD'],
  [/This element is not expected/, 'UNEXPECTED_ELEMENT'],
  [/is not a valid value of/, 'NOT_OF_TYPE'],
  [/attribute '[^']+' is required/, 'MISSING_ATTRIBUTE'],
  [/attribute '[^']+'.*not allowed/, 'UNKNOWN_ATTRIBUTE'],
  [/not nillable|xsi:nil/, 'NIL'],
  [/Character content|Element content/, 'CONTENT'],
] as const satisfies readonly (readonly [RegExp, string])[];

/** A schema as a file of its own: the namespaces in scope declared on it, imports pointed at its neighbours, all others taken out. */
function standAlone(text: string, schema: ScannedElement, files: ReadonlyMap<string, string>): string {
  const imports = schema.children.filter(
    (child) => child.namespace === XSD && (child.localName === 'import' || child.localName === 'include'),
  );
  let cut = cutOut(text, schema);
  for (const element of imports) {
    const namespace = attributeOf(element, 'namespace') ?? '';
    const file = files.get(namespace);
    const instead =
      file === undefined ? '' : `<xsd-import:import xmlns:xsd-import="${XSD}" namespace="${namespace}" schemaLocation="${file}"/>`;
    cut = cut.replace(text.slice(element.start, element.end), instead);
  }
  return cut;
}
