import { expect, it } from 'vitest';
import { generateModule, openContract, readWsdl } from '../../src/xroad/index.ts';

const schema = (content: string) => `<xs:schema targetNamespace="urn:t">${content}</xs:schema>`;
const element = (name: string, members: string) =>
  `<xs:element name="${name}"><xs:complexType><xs:sequence>${members}</xs:sequence></xs:complexType></xs:element>`;
const WSDL = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
  <wsdl:types>
    ${schema(element('esimene', '<xs:element name="a" type="t:arv"/>'))}
    ${schema('<xs:simpleType name="arv"><xs:restriction base="xs:int"/></xs:simpleType>')}
    ${schema(element('esimeneResponse', '') + element('fail', '<xs:element name="rida" type="t:arv" maxOccurs="unbounded"/>'))}
  </wsdl:types>
  <wsdl:message name="in"><wsdl:part name="body" element="t:esimene"/></wsdl:message>
  <wsdl:message name="out"><wsdl:part name="body" element="t:esimeneResponse"/></wsdl:message>
  <wsdl:portType name="p"><wsdl:operation name="esimene"><wsdl:input message="t:in"/><wsdl:output message="t:out"/></wsdl:operation></wsdl:portType>
</wsdl:definitions>`;

it('a namespace that is written in several schemas is one', () => {
  const contract = openContract(WSDL);
  if (!contract.ok) throw new Error(contract.error.text);
  using opened = contract.value;
  expect(opened.validate('<t:esimene xmlns:t="urn:t"><a>1</a></t:esimene>')).toEqual({ ok: true, value: undefined });
  expect(opened.validate('<t:esimene xmlns:t="urn:t"><a>üks</a></t:esimene>')).toMatchObject({
    error: { problems: [{ rule: 'NOT_OF_TYPE' }] },
  });
  expect(opened.validate('<t:fail xmlns:t="urn:t"><rida>1</rida></t:fail>')).toEqual({ ok: true, value: undefined });
});

it('an element that no message has is a document, with a codec of its own', () => {
  const contract = openContract(WSDL);
  if (!contract.ok) throw new Error(contract.error.text);
  using opened = contract.value;
  expect([...opened.documents.keys()]).toEqual(['fail']);
  const xml = opened.documents.get('fail')?.encode({ rida: ['1', '2'] });
  if (xml?.ok !== true) throw new Error('not written');
  expect(opened.validate(xml.value)).toEqual({ ok: true, value: undefined });
  expect(opened.documents.get('fail')?.decode(xml.value)).toEqual({ ok: true, value: { rida: ['1', '2'] } });
  const wsdl = readWsdl(WSDL);
  expect(wsdl.ok && generateModule(wsdl.value, 't.wsdl', 'x')).toContain('export const fail: BodyCodec<Fail> = bodyCodec(');
});
