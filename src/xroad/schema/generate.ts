import type { ComplexShape, ElementShape, TypeTable } from './shape.ts';
import type { Wsdl, WsdlOperation } from './wsdl.ts';

/**
 * Writes a contract as a TypeScript module: an interface for each type, and for each service its codecs with the types they read and write. The
 * same contract always gives the same text.
 *
 * @param file the contract's file name, for the reader
 * @param libraryPath where the module imports the X-Road library from
 */
export function generateModule(wsdl: Wsdl, file: string, libraryPath: string): string {
  const operations = [...wsdl.operations.values()];
  const used = usedTypes(wsdl.types, [...operations.flatMap(({ request, response }) => [request, response]), ...wsdl.documents]);
  const interfaces = used.map((name) => interfaceText(name, wsdl.types[name], wsdl.types)).join('\n\n');
  const table = `const types = ${literal(Object.fromEntries(used.map((name) => [name, bareType(wsdl.types[name])])))} as const satisfies TypeTable;`;
  const exports = [
    ...operations.map((operation) => operationText(operation, wsdl.types)),
    ...wsdl.documents.map((document) => documentText(document, wsdl.types)),
  ].join('\n\n');
  const codecs = wsdl.documents.length === 0 ? 'bodyCodec' : 'type BodyCodec, bodyCodec';
  return `// Generated from wsdl/${file} by \`npm run generate\`: change that file, not this one.
import { ${codecs}, type Operation, type TypeTable } from '${libraryPath}';

${interfaces}

${table}

${exports}
`;
}

function usedTypes(types: TypeTable, elements: readonly ElementShape[]): string[] {
  const used = new Set<string>();
  const visit = (name: string): void => {
    const type = types[name];
    if (type === undefined || used.has(name)) return;
    used.add(name);
    for (const member of type.members) visit(member.type);
  };
  for (const { type } of elements) visit(type);
  return [...used];
}

function interfaceText(name: string, type: ComplexShape | undefined, types: TypeTable): string {
  const members = (type?.members ?? []).flatMap((member) => [
    ...(member.title === undefined ? [] : [`  /** ${member.title.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */`]),
    `  readonly ${property(member.name)}${member.optional && !member.many ? '?' : ''}: ${memberType(member, types)};`,
  ]);
  const attributes = (type?.attributes ?? []).map(
    (attribute) => `  readonly '@${attribute.name}'${attribute.optional ? '?' : ''}: string;`,
  );
  const text = type?.text === true ? ['  readonly value: string;'] : [];
  return `export interface ${typeName(name)} {\n${[...attributes, ...text, ...members].join('\n')}\n}`;
}

function memberType(member: ElementShape, types: TypeTable): string {
  const single = types[member.type] !== undefined ? typeName(member.type) : (SIMPLE[member.type] ?? 'unknown');
  const nullable = member.nillable ? `${single} | null` : single;
  if (!member.many) return nullable;
  return member.nillable ? `readonly (${nullable})[]` : `readonly ${nullable}[]`;
}

const SIMPLE: Readonly<Record<string, string>> = { text: 'string', boolean: 'boolean', any: 'unknown' };

function typeOf(element: ElementShape, types: TypeTable): string {
  return types[element.type] === undefined ? (SIMPLE[element.type] ?? 'unknown') : typeName(element.type);
}

function documentText(document: ElementShape, types: TypeTable): string {
  return `export const ${identifier(document.name)}: BodyCodec<${typeOf(document, types)}> = bodyCodec(${literal(bare(document))}, types);`;
}

function operationText({ serviceCode, serviceVersion, request, response }: WsdlOperation, types: TypeTable): string {
  return `export const ${identifier(serviceCode)}: Operation<${typeOf(request, types)}, ${typeOf(response, types)}> = {
  serviceCode: '${serviceCode}',
  serviceVersion: ${serviceVersion === undefined ? 'undefined' : `'${serviceVersion}'`},
  request: bodyCodec(${literal(bare(request))}, types),
  response: bodyCodec(${literal(bare(response))}, types),
};`;
}

/** Type names begin with a capital and hold no dots; the contract's own words stay recognisable. */
function typeName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_$]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase());
  return `${safe.charAt(0).toUpperCase()}${safe.slice(1)}`;
}

function identifier(name: string): string {
  return name.replace(/[^A-Za-z0-9_$]/g, '_');
}

function property(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
}

/** What a codec needs of an element. */
function bare({ title, rules, ...element }: ElementShape): ElementShape {
  return element;
}

function bareType(type: ComplexShape | undefined): ComplexShape | undefined {
  return type && { ...type, members: type.members.map(bare) };
}

/** A value as TypeScript source. What holds nothing nested stands on one line, so that a member of a type is a line of a difference. */
function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => literal(one, inner))
    : Object.entries(value).map(([key, one]) => `${property(key)}: ${literal(one, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return `${open}${close}`;
  const flat = !Object.values(value).some((one) => typeof one === 'object' && one !== null && Object.keys(one).length > 0);
  if (flat) return Array.isArray(value) ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}
