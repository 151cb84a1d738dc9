import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareRequest, readRequest, SOAP_ENVELOPE, writeFault, writeResponse, type XRoadHeader } from '../../src/xroad/index.ts';
import { hasProgram, runs } from '../debian.ts';
import { hasShared, shared } from '../shared.ts';
import { ANSWER, answerTo, BODY, header, prepared } from './example.ts';

const there = hasShared("X-Road's own schemas against what we write");
/** A schema as it stands in its file; one of them is the last of a page that explains it. */
function xsd(file: string): string {
  if (!there) return '';
  const text = readFileSync(join(shared, 'registries/wsdl/xsd', file), 'utf8');
  return text.slice(text.lastIndexOf('<xs:schema'), text.lastIndexOf('</xs:schema>') + '</xs:schema>'.length);
}

const BASE = 'http://x-road.eu/xsd';
/** X-Road's own schemas, by where they say they are. The element `securityServer` has a schema apart, of the same namespace. */
const SCHEMAS: Readonly<Record<string, string>> = {
  [`${BASE}/xroad.xsd`]: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${BASE}/xroad.xsd"><xs:include schemaLocation="${BASE}/xroad-common.xsd"/><xs:include schemaLocation="${BASE}/xroad-securityserver.xsd"/></xs:schema>`,
  [`${BASE}/xroad-common.xsd`]: xsd('xroad.xsd'),
  [`${BASE}/xroad-securityserver.xsd`]: xsd('xroad-securityserver.xsd'),
  [`${BASE}/identifiers.xsd`]: xsd('identifiers.xsd'),
  [`${BASE}/representation.xsd`]: xsd('representation.xsd'),
  // X-Road's own file is no valid schema: an annotation stands behind the type, and a text with an attribute is made by restriction.
  [`${BASE}/security-token.xsd`]: xsd('security-token.xsd')
    .replace(/<xs:annotation>[\s\S]*?<\/xs:annotation>/, '')
    .replaceAll('xs:restriction', 'xs:extension'),
  [`${BASE}/pdu.xsd`]: xsd('pdu.xsd'),
  'http://www.w3.org/2009/01/xml.xsd': xsd('xml.xsd'),
};
const IMPORTED = ['xroad.xsd', 'representation.xsd', 'security-token.xsd', 'pdu.xsd'].map((file) => `${BASE}/${file}`);

/** SOAP 1.1 as far as X-Road goes: every header entry must be one that a schema knows, the body is its contract's affair. */
const ENVELOPE = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="${SOAP_ENVELOPE}" targetNamespace="${SOAP_ENVELOPE}" elementFormDefault="qualified">
  ${IMPORTED.map((url) => `<xs:import namespace="${url}" schemaLocation="${url}"/>`).join('\n  ')}
  <xs:element name="Envelope"><xs:complexType><xs:sequence>
    <xs:element name="Header" minOccurs="0"><xs:complexType><xs:sequence><xs:any namespace="##other" processContents="strict" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="Body"><xs:complexType><xs:choice><xs:element ref="e:Fault"/><xs:any namespace="##other" processContents="lax"/></xs:choice></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Fault"><xs:complexType><xs:sequence>
    <xs:element name="faultcode" form="unqualified" type="xs:string"/><xs:element name="faultstring" form="unqualified" type="xs:string"/>
    <xs:element name="faultactor" form="unqualified" type="xs:string" minOccurs="0"/>
    <xs:element name="detail" form="unqualified" minOccurs="0"><xs:complexType><xs:sequence><xs:any processContents="skip" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

/** Everything a header can hold. */
const FULL: XRoadHeader = {
  ...header,
  securityServer: { xRoadInstance: 'ee-test', memberClass: 'GOV', memberCode: '70000002', serverCode: 'ss1' },
  representedParty: { partyClass: 'COM', partyCode: '12345678' },
  securityToken: { tokenType: 'urn:ietf:params:oauth:token-type:jwt', value: 'a.b.c' },
  pdu: { reason: 'M-2026-17', system: 'star', hidden: true },
};
const { subsystemCode: _, ...member } = header.client;

function written(fields: XRoadHeader): Uint8Array {
  const request = prepareRequest(fields, BODY);
  if (!request.ok) throw new Error(request.error.text);
  return request.value.bytes;
}

const response = (bytes: Uint8Array): Uint8Array => {
  const request = readRequest({ method: 'POST', contentType: 'text/xml', soapAction: undefined, bytes });
  if (!request.ok) throw new Error(request.error.text);
  return writeResponse(request.value, ANSWER);
};

const MESSAGES: readonly [string, () => Uint8Array][] = [
  ['a request', () => written(header)],
  ['a request with everything', () => written(FULL)],
  ['a request of a member', () => written({ ...header, client: member })],
  ['a request with every letter that needs care', () => written({ ...header, issue: `<&>"'õ` })],
  ['a response', () => response(written(header))],
  ['a response with everything', () => response(written(FULL))],
  ['a response with a hash', () => Buffer.from(answerTo(written(FULL), prepared().requestHash))],
  ['a fault', () => writeFault({ code: 'Client.SchemaMismatch', text: 'a & b', actor: 'x', detail: '<y>' })],
  ['a fault of two words', () => writeFault({ code: 'Server', text: '' })],
];
/** What the schemas must not take, or they would prove nothing. */
const WRONG: readonly [string, () => Uint8Array][] = [
  ['a header that no schema knows', () => Buffer.from(Buffer.from(written(header)).toString().replaceAll('xrd:issue', 'xrd:isue'))],
  [
    'a client without class',
    () =>
      Buffer.from(
        Buffer.from(written(header))
          .toString()
          .replace(/<id:memberClass>GOV<\/id:memberClass>/, ''),
      ),
  ],
];

describe.runIf(there)("what we write, by X-Road's own schemas", () => {
  let validator: XsdValidator;
  beforeAll(() => {
    const files = Object.fromEntries(Object.entries(SCHEMAS).map(([url, text]): [string, Uint8Array] => [url, Buffer.from(text)]));
    xmlRegisterInputProvider(new XmlBufferInputProvider(files));
    using schema = XmlDocument.fromString(ENVELOPE, { option: ParseOption.XML_PARSE_NONET });
    validator = XsdValidator.fromDoc(schema);
  });
  afterAll(() => {
    validator.dispose();
    xmlCleanupInputProvider();
  });
  const validate = (bytes: Uint8Array) => {
    using document = XmlDocument.fromBuffer(bytes);
    validator.validate(document);
  };

  it.each(MESSAGES)('%s is valid', (_what, message) => {
    expect(() => validate(message())).not.toThrow();
  });

  it.each(WRONG)('%s is not', (_what, message) => {
    expect(() => validate(message())).toThrow();
  });

  it('xmllint says the same', () => {
    if (!hasProgram(() => runs('xmllint', '--version'), ['libxml2-utils'], 'xmllint over what we write')) return;
    const folder = mkdtempSync(join(tmpdir(), 'written-'));
    try {
      const catalog = Object.entries(SCHEMAS).map(([url, text]) => {
        writeFileSync(join(folder, basename(url)), text);
        return `<system systemId="${url}" uri="${basename(url)}"/><uri name="${url}" uri="${basename(url)}"/>`;
      });
      writeFileSync(
        join(folder, 'catalog.xml'),
        `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${catalog.join('')}</catalog>`,
      );
      writeFileSync(join(folder, 'envelope.xsd'), ENVELOPE);
      const judged = (message: () => Uint8Array) => {
        writeFileSync(join(folder, 'message.xml'), message());
        const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', 'envelope.xsd', 'message.xml'], {
          cwd: folder,
          env: { ...process.env, XML_CATALOG_FILES: join(folder, 'catalog.xml') },
          encoding: 'utf8',
        });
        return status === 0 ? 'valid' : status === 3 ? 'invalid' : stderr;
      };
      expect(MESSAGES.map(([what, message]) => [what, judged(message)])).toEqual(MESSAGES.map(([what]) => [what, 'valid']));
      expect(WRONG.map(([what, message]) => [what, judged(message)])).toEqual(WRONG.map(([what]) => [what, 'invalid']));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
