export const XSD = 'http://www.w3.org/2001/XMLSchema';

const schema = (namespace: string, content: string) =>
  `<xs:schema xmlns:xs="${XSD}" xmlns:t="${namespace}" targetNamespace="${namespace}">${content}</xs:schema>`;

const SOAP_ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';
const SWA_REF = 'http://ws-i.org/profiles/basic/1.1/xsd';
const XML_MIME = 'http://www.w3.org/2005/05/xmlmime';

/**
 * What contracts use of well-known schemas that lie outside them, by namespace: nothing is fetched, and without these few definitions the
 * contract would not compile. SOAP 1.1 section 5; WS-I Attachments Profile 1.0, 4.4; XML media types (W3C Note 2005-05-04).
 */
export const STUBS: ReadonlyMap<string, string> = new Map([
  [
    SOAP_ENCODING,
    schema(
      SOAP_ENCODING,
      '<xs:attribute name="arrayType" type="xs:string"/><xs:complexType name="Array"><xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="skip"/></xs:sequence><xs:attribute ref="t:arrayType"/></xs:complexType>',
    ),
  ],
  [SWA_REF, schema(SWA_REF, '<xs:simpleType name="swaRef"><xs:restriction base="xs:anyURI"/></xs:simpleType>')],
  [
    XML_MIME,
    schema(
      XML_MIME,
      '<xs:attribute name="contentType" type="xs:string"/><xs:attribute name="expectedContentTypes" type="xs:string"/><xs:complexType name="base64Binary"><xs:simpleContent><xs:extension base="xs:base64Binary"><xs:attribute ref="t:contentType"/></xs:extension></xs:simpleContent></xs:complexType>',
    ),
  ],
]);
