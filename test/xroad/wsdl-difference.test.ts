import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareWsdls, openContract, readWsdl, type Wsdl } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';

const ours = readFileSync(resolve(import.meta.dirname, '../../wsdl/star.wsdl'), 'utf8');

function open(text: string): Wsdl {
  const wsdl = readWsdl(text);
  if (!wsdl.ok) throw new Error(wsdl.error.text);
  return wsdl.value;
}

/** A contract of one service, whose request and response hold the same. */
function contract(members: string, attributes = ''): Wsdl {
  const type = (name: string) =>
    `<xs:element name="${name}"><xs:complexType><xs:sequence>${members}</xs:sequence>${attributes}</xs:complexType></xs:element>`;
  return open(`<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
    <wsdl:types><xs:schema targetNamespace="urn:t">${type('a')}${type('aResponse')}
      <xs:complexType name="tree"><xs:sequence><xs:element name="leaf" type="xs:string"/><xs:element name="tree" type="t:tree" minOccurs="0"/></xs:sequence></xs:complexType>
    </xs:schema></wsdl:types>
    <wsdl:message name="in"><wsdl:part name="p" element="t:a"/></wsdl:message><wsdl:message name="out"><wsdl:part name="p" element="t:aResponse"/></wsdl:message>
    <wsdl:portType name="p"><wsdl:operation name="a"><wsdl:input message="t:in"/><wsdl:output message="t:out"/></wsdl:operation></wsdl:portType>
  </wsdl:definitions>`);
}

const element = (name: string, more = 'type="xs:string"', inner = '') => `<xs:element name="${name}" ${more}>${inner}</xs:element>`;
const simple = (facets: string) =>
  element('x', '', `<xs:simpleType><xs:restriction base="xs:string">${facets}</xs:restriction></xs:simpleType>`);
const values = (...all: readonly string[]) => simple(all.map((value) => `<xs:enumeration value="${value}"/>`).join(''));
const titled = (title: string) =>
  element('x', 'type="xs:string"', `<xs:annotation><xs:appinfo><title>${title}</title></xs:appinfo></xs:annotation>`);

describe('two editions of a contract', () => {
  it.each<[string, string, string, string, string]>([
    ['a member is gone', element('x') + element('y'), element('x'), 'BREAKING MEMBER_REMOVED', 'BREAKING MEMBER_REMOVED'],
    ['a required member is new', element('x'), element('x') + element('y'), 'BREAKING MEMBER_ADDED', 'ADDITIVE MEMBER_ADDED'],
    [
      'an optional member is new',
      element('x'),
      element('x') + element('y', 'minOccurs="0"'),
      'ADDITIVE MEMBER_ADDED',
      'ADDITIVE MEMBER_ADDED',
    ],
    ['the order is another', element('x') + element('y'), element('y') + element('x'), 'BREAKING ORDER_CHANGED', 'BREAKING ORDER_CHANGED'],
    [
      'a member may be left out',
      element('x'),
      element('x', 'type="xs:string" minOccurs="0"'),
      'ADDITIVE NOW_OPTIONAL',
      'BREAKING NOW_OPTIONAL',
    ],
    [
      'a member must be there',
      element('x', 'type="xs:string" minOccurs="0"'),
      element('x'),
      'BREAKING NOW_REQUIRED',
      'ADDITIVE NOW_REQUIRED',
    ],
    ['a member repeats', element('x'), element('x', 'type="xs:string" maxOccurs="9"'), 'ADDITIVE NOW_REPEATS', 'BREAKING NOW_REPEATS'],
    [
      'a member repeats no more',
      element('x', 'type="xs:string" maxOccurs="9"'),
      element('x'),
      'BREAKING NOW_SINGLE',
      'ADDITIVE NOW_SINGLE',
    ],
    [
      'a member may be nil',
      element('x'),
      element('x', 'type="xs:string" nillable="true"'),
      'ADDITIVE NOW_NILLABLE',
      'BREAKING NOW_NILLABLE',
    ],
    ['a member is never nil', element('x', 'type="xs:string" nillable="true"'), element('x'), 'BREAKING NEVER_NIL', 'ADDITIVE NEVER_NIL'],
    ['a text is a date', element('x'), element('x', 'type="xs:date"'), 'BREAKING TYPE_CHANGED', 'BREAKING TYPE_CHANGED'],
    ['a text is a tree', element('x'), element('x', 'type="t:tree"'), 'BREAKING TYPE_CHANGED', 'BREAKING TYPE_CHANGED'],
    ['a code is new', values('1'), values('1', '2'), 'ADDITIVE VALUE_ADDED', 'BREAKING VALUE_ADDED'],
    ['a code is gone', values('1', '2'), values('1'), 'BREAKING VALUE_REMOVED', 'ADDITIVE VALUE_REMOVED'],
    ['a text has codes', simple(''), values('1'), 'BREAKING RULE_ADDED', 'ADDITIVE RULE_ADDED'],
    ['a text is bounded', simple(''), simple('<xs:maxLength value="5"/>'), 'BREAKING RULE_ADDED', 'ADDITIVE RULE_ADDED'],
    ['a text is unbounded', simple('<xs:maxLength value="5"/>'), simple(''), 'ADDITIVE RULE_REMOVED', 'BREAKING RULE_REMOVED'],
    ['a title is another', titled('a'), titled('b'), 'DOCUMENTATION TITLE_CHANGED', 'DOCUMENTATION TITLE_CHANGED'],
  ])('%s', (_what, before, after, request, response) => {
    const changes = compareWsdls(contract(before), contract(after));
    expect(changes.map(({ kind, code, where }) => `${where.split(':')[0]}: ${kind} ${code}`)).toEqual([
      `a request: ${request}`,
      `a response: ${response}`,
    ]);
  });

  it('tells of attributes and of what lies deep, and ends where types hold themselves', () => {
    const attribute = (more: string) => `<xs:attribute name="k" type="xs:string" ${more}/>`;
    const changes = compareWsdls(
      contract(element('x', 'type="t:tree"'), attribute('')),
      contract(element('x', 'type="t:tree"'), attribute('use="required"')),
    );
    expect(changes.map(({ where, code }) => [where, code])).toEqual([
      ['a request: @k', 'NOW_REQUIRED'],
      ['a response: @k', 'NOW_REQUIRED'],
    ]);
  });

  it('sees services, versions and body elements', () => {
    const codes = (text: string) => compareWsdls(open(ours), open(text)).map(({ kind, code }) => `${kind} ${code}`);
    expect(codes(ours)).toEqual([]);
    expect(codes(ours.replace('>v1<', '>v2<'))).toEqual(['BREAKING VERSION_CHANGED']);
    expect(codes(ours.replaceAll('KontrolliToimetulekuToetuseSaamistRequest"', 'OtherRequest"'))).toEqual(['BREAKING ELEMENT_RENAMED']);
    expect(codes(ours.replace('<wsdl:operation name="KontrolliToimetulekuToetuseSaamist"', '<wsdl:operation name="Other"'))).toEqual([
      'BREAKING OPERATION_REMOVED',
      'ADDITIVE OPERATION_ADDED',
    ]);
  });

  it.runIf(hasShared('whole contracts against what we use of them')).each([
    ['rr', 'rr/rr.wsdl'],
    ['kirst', 'tervisekassa/kirst.wsdl'],
    ['ehis', 'ehis/ehis.wsdl'],
  ])('%s: what was cut out of the whole is as in the whole', (name, file) => {
    const real = (path: string) => open(readFileSync(join(shared, 'registries/wsdl', path), 'utf8'));
    const changes = compareWsdls(real(`trimmed/${name}.wsdl`), real(file));
    expect(changes.filter(({ kind }) => kind === 'BREAKING')).toEqual([]);
    expect(changes.some(({ code }) => code === 'OPERATION_ADDED')).toBe(true);
  });
});

it('a contract whose schemas do not compile is refused, not thrown', () => {
  const opened = openContract(ours.replace('type="xs:string"', 'type="xs:stringX"'));
  expect(!opened.ok && opened.error.code).toBe('WSDL_UNREADABLE');
});
