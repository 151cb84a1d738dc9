import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMintableIdentifier } from '../../src/xroad/index.ts';
import { scan } from '../../src/xroad/scan.ts';
import type { ScannedElement } from '../../src/xroad/scanned.ts';
import { type Door, openDoor } from './door.ts';

const WSDL = 'http://schemas.xmlsoap.org/wsdl/';
const SOAP = 'http://schemas.xmlsoap.org/wsdl/soap/';
const XRD = 'http://x-road.eu/xsd/xroad.xsd';
const TEN_MIB = 10 * 1024 * 1024;
/** Codes that security servers keep for their own services since 7.7. */
const RESERVED = [
  'listMethods',
  'allowedMethods',
  'getWsdl',
  'getOpenAPI',
  'getSecurityServerMetrics',
  'getSecurityServerOperationalData',
  'getSecurityServerHealthData',
];
/** Header fields that a request must have: a client made from the WSDL could not send what it does not describe. */
const FIELDS = ['client', 'service', 'id', 'userId', 'protocolVersion'];

/** What a security server's import, and PR-MESS, ask of a producer's WSDL (protocol 1.8): the rules that it breaks. */
function broken(wsdl: string): string[] {
  if (Buffer.byteLength(wsdl) > TEN_MIB) return ['size'];
  const document = scan(wsdl, 'utf-8');
  if (!document.ok) return ['unreadable'];
  const { root } = document.value;
  const all = (element: ScannedElement): readonly ScannedElement[] => [element, ...element.children.flatMap(all)];
  const elements = all(root);
  const named = (namespace: string, localName: string, of = elements) =>
    of.filter((one) => one.namespace === namespace && one.localName === localName);
  const attribute = (element: ScannedElement | undefined, name: string) =>
    element?.attributes.find(({ localName }) => localName === name)?.value;
  const within = (element: ScannedElement | undefined, namespace: string, localName: string) =>
    element === undefined ? [] : named(namespace, localName, all(element));
  const bindings = named(WSDL, 'binding');
  const operations = bindings.flatMap((binding) => within(binding, WSDL, 'operation'));
  const codes = operations.map((operation) => attribute(operation, 'name') ?? '');
  const rules: Readonly<Record<string, boolean>> = {
    transport: named(SOAP, 'binding').every((one) => attribute(one, 'transport') === 'http://schemas.xmlsoap.org/soap/http'),
    document: [...named(SOAP, 'binding'), ...named(SOAP, 'operation')].every(
      (one) => (attribute(one, 'style') ?? 'document') === 'document',
    ),
    literal: [...named(SOAP, 'body'), ...named(SOAP, 'header')].every(
      (one) =>
        attribute(one, 'use') === 'literal' &&
        attribute(one, 'encodingStyle') === undefined &&
        (one.localName === 'header' || attribute(one, 'namespace') === undefined),
    ),
    'parts are elements': named(WSDL, 'part').every(
      (part) => attribute(part, 'element') !== undefined && attribute(part, 'type') === undefined,
    ),
    'a version for each operation': operations.every(
      (operation) => operation.children.filter(({ localName }) => localName === 'version').length === 1,
    ),
    'no operation twice': new Set(codes).size === codes.length,
    'characters of codes': codes.every((code) => isMintableIdentifier(code)),
    'codes of their own': codes.every((code) => !RESERVED.includes(code) && !code.endsWith('Response')),
    title: named(WSDL, 'portType')
      .flatMap((portType) => within(portType, WSDL, 'operation'))
      .every((operation) => within(operation, XRD, 'title').length > 0),
    'header fields': operations.every((operation) => {
      const parts = within(operation, SOAP, 'header').map((one) => attribute(one, 'part'));
      return FIELDS.every((field) => parts.includes(field)) && !parts.includes('requestHash');
    }),
    address:
      named(SOAP, 'address').length > 0 && named(SOAP, 'address').every((one) => /^https?:\/\//.test(attribute(one, 'location') ?? '')),
    'imports nothing of WSDL': named(WSDL, 'import').length === 0,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

describe('the WSDL that we publish', () => {
  let door: Door;
  let wsdl: string;
  beforeAll(async () => {
    door = await openDoor();
    wsdl = (await door.app.inject({ method: 'GET', url: '/xroad/wsdl/star.wsdl' })).body;
  });
  afterAll(() => door.close());

  it.each(['star.wsdl', 'star-teated.wsdl'])('is one that a security server takes: %s', async (name) => {
    const { body } = await door.app.inject({ method: 'GET', url: `/xroad/wsdl/${name}` });
    expect(broken(body)).toEqual([]);
  });

  it.each<[string, string | RegExp, string]>([
    ['unreadable', '<wsdl:types>', '<!DOCTYPE a><wsdl:types>'],
    ['transport', 'http://schemas.xmlsoap.org/soap/http', 'http://schemas.xmlsoap.org/soap/smtp'],
    ['document', 'style="document"', 'style="rpc"'],
    ['literal', 'use="literal"', 'use="encoded"'],
    ['parts are elements', /<wsdl:part name="(\w+)" element="/, '<wsdl:part name="$1" type="'],
    ['a version for each operation', /<xrd:version>[^<]*<\/xrd:version>/, ''],
    ['characters of codes', /(<wsdl:binding[\s\S]*?<wsdl:operation name=")/, '$1a_b'],
    ['codes of their own', /(<wsdl:binding[\s\S]*?<wsdl:operation name=")[^"]*/, '$1getWsdl'],
    ['title', /<xrd:title[^>]*>[^<]*<\/xrd:title>/g, ''],
    ['header fields', /<soap:header [^>]*part="client"[^>]*\/>/g, ''],
    ['address', 'location="http://', 'location="ftp://'],
    ['imports nothing of WSDL', '<wsdl:types>', '<wsdl:import namespace="a" location="b"/><wsdl:types>'],
  ])('would not be if it broke the rule: %s', (rule, from, to) => {
    const changed = wsdl.replace(from, to);
    expect(changed).not.toBe(wsdl);
    expect(broken(changed)).toContain(rule);
  });
});
