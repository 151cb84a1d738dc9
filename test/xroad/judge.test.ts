import { describe, expect, it } from 'vitest';
import { contractOf, judgesOf } from './schemas.ts';

/** An element `a` of a simple type, or of a restriction of it. */
function typed(base: string, facets: string) {
  return judgesOf(
    contractOf(
      `<xs:element name="a"><xs:simpleType><xs:restriction base="xs:${base}">${facets}</xs:restriction></xs:simpleType></xs:element>`,
    ),
  );
}

const facet = (name: string, value: string) => `<xs:${name} value="${value}"/>`;
const PATTERNS = [
  '\\d{4}-\\d{2}',
  '([eE]{2})?\\d{11}',
  '[1-6][0-9]{2}(0[1-9]|1[0-2])',
  'N\\d{4}',
  '[A-ZÕ]{1,3}',
  '.{2,3}',
  '(a|bc)+',
  '\\w+',
  '[^a]',
  '\\s*x',
  'a?(?=b)',
];

/** What is written most, what lies at an edge, and what looks like a value and is none. */
const VALUES = [
  ...[
    '',
    ' ',
    '0',
    '00',
    '-0',
    '+1',
    '1',
    '-1',
    '1.',
    '.5',
    '1.5',
    '10.50',
    '1e3',
    'INF',
    'NaN',
    '2147483647',
    '2147483648',
    '-2147483649',
  ],
  ...['127', '128', '255', '256', '32768', '65536', '4294967296', '999999999999999', '9223372036854775808', '99999999999999999999999999'],
  ...[
    'true',
    'false',
    'True',
    'yes',
    'a',
    'ab',
    'abc',
    'abcd',
    'A',
    'ÕÄ',
    'õ',
    '😀',
    '😀😀',
    'N1234',
    'ee38001085718',
    '38001085718',
    '380',
    'bcbc',
    'x',
  ],
  ...[
    '2026-02-28',
    '2026-02-29',
    '2024-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
    '0000-01-01',
    '02026-01-01',
    '-2026-01-01',
  ],
  ...['2026-01-01Z', '2026-01-01+02:00', '2026-01', '2026', '26', '2026-01-01T00:00:00', '2026-01-01T24:00:00', '2026-01-01T23:59:60'],
  ...['2026-01-01T10:00:00.123Z', '2026-01-01T10:00:00+15:00', '2026-02-30T10:00:00', '10:00:00', '24:00:00', '10:60:00', '1:00:00'],
  ...[
    'AAAA',
    'AAA=',
    'AAB=',
    'AA==',
    'AB==',
    'A===',
    'AA=A',
    'AAAA\nAAAA',
    'http://a.b/c',
    'http://a.b//c',
    'a b',
    '%zz',
    'urn:x',
    'cid:a@b',
    '::',
  ],
  ...[' 1', '1 ', '\t1', '1\n', 'a  b', ' a', 'a\tb'],
];

const BASES = [
  ...['string', 'normalizedString', 'token', 'anyURI', 'boolean', 'decimal', 'integer', 'long', 'int', 'short', 'byte', 'float', 'double'],
  ...['nonNegativeInteger', 'positiveInteger', 'negativeInteger', 'unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte'],
  ...['date', 'dateTime', 'time', 'gYear', 'gYearMonth', 'gMonthDay', 'base64Binary', 'hexBinary', 'QName', 'language', 'NMTOKEN'],
];
const FACETS: readonly (readonly [string, readonly string[]])[] = [
  [
    'string',
    [
      facet('length', '2'),
      facet('minLength', '2'),
      facet('maxLength', '2'),
      facet('whiteSpace', 'collapse'),
      facet('whiteSpace', 'preserve'),
    ],
  ],
  ['string', [facet('enumeration', 'a') + facet('enumeration', 'A'), facet('maxLength', '12') + facet('whiteSpace', 'collapse')]],
  ['string', PATTERNS.filter((pattern) => !pattern.includes('?=')).map((pattern) => facet('pattern', pattern))],
  ['token', [facet('maxLength', '2'), facet('enumeration', 'a')]],
  [
    'integer',
    [
      facet('minInclusive', '0'),
      facet('maxInclusive', '1'),
      facet('minExclusive', '0'),
      facet('maxExclusive', '128'),
      facet('totalDigits', '2'),
    ],
  ],
  ['integer', [facet('enumeration', '1') + facet('whiteSpace', 'collapse'), facet('pattern', '\\d{2}')]],
  ['decimal', [facet('fractionDigits', '1'), facet('totalDigits', '3'), facet('maxInclusive', '1.5'), facet('minInclusive', '-0.5')]],
  ['date', [facet('minInclusive', '2026-01-01'), facet('pattern', '2026.*')]],
  ['base64Binary', [facet('maxLength', '2')]],
];

describe('our judge says yes to nothing that libxml2 refuses', () => {
  const rows = [...BASES.map((base) => [base, ''] as const), ...FACETS.flatMap(([base, all]) => all.map((one) => [base, one] as const))];

  it.each(rows)('values of %s %s', (base, facets) => {
    const judge = typed(base, facets);
    for (const value of VALUES) {
      const verdicts = judge(`<t:a xmlns:t="urn:t">${value}</t:a>`);
      expect(verdicts.surely && !verdicts.valid ? `${value} is none` : '').toBe('');
    }
  });

  it.each([
    ['int', '', ['0', '-1', '2147483647']],
    ['decimal', facet('fractionDigits', '2'), ['10.50', '1']],
    ['date', '', ['2026-11-23', '2024-02-29']],
    ['dateTime', '', ['2026-11-23T08:00:00', '2026-11-23T08:00:00.5+02:00']],
    ['boolean', '', ['true', '0']],
    ['string', facet('pattern', '([eE]{2})?\\d{11}') + facet('maxLength', '13'), ['38001085718', 'EE38001085718']],
    ['base64Binary', '', ['AAAA', 'AA==', '']],
    ['gYearMonth', '', ['2026-05']],
  ])('and knows what registers write: %s %s', (base, facets, values) => {
    const judge = typed(base, facets);
    expect(values.map((value) => judge(`<t:a xmlns:t="urn:t">${value}</t:a>`))).toEqual(values.map(() => ({ surely: true, valid: true })));
  });
});

const [e, f] = ['<xs:element name="b" type="xs:string"/>', '<xs:element name="c" type="xs:int" minOccurs="0"/>'];
const many = '<xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>';
const CONTENTS = [
  `<xs:sequence>${e}${f}</xs:sequence>`,
  `<xs:sequence>${many}${f}</xs:sequence>`,
  `<xs:sequence minOccurs="0">${e}${f}</xs:sequence>`,
  `<xs:sequence maxOccurs="unbounded">${e}${f}</xs:sequence>`,
  `<xs:sequence maxOccurs="2">${e}</xs:sequence>`,
  `<xs:choice>${e}${f}</xs:choice>`,
  `<xs:choice minOccurs="0" maxOccurs="unbounded">${e}${f}</xs:choice>`,
  `<xs:sequence><xs:choice>${e}${f}</xs:choice><xs:element name="d" minOccurs="0" type="xs:string"/></xs:sequence>`,
  `<xs:sequence><xs:sequence>${f}</xs:sequence><xs:choice minOccurs="0">${many}<xs:element name="d" type="xs:string"/></xs:choice></xs:sequence>`,
  '<xs:sequence><xs:element name="b" type="xs:string" minOccurs="2" maxOccurs="3"/></xs:sequence>',
  '<xs:sequence maxOccurs="unbounded"><xs:element name="b" type="xs:string" minOccurs="2" maxOccurs="3"/></xs:sequence>',
  `<xs:all>${e}${f}</xs:all>`,
  `<xs:all minOccurs="0">${e}</xs:all>`,
  '<xs:sequence><xs:element name="b" type="xs:string" nillable="true"/></xs:sequence>',
  '<xs:sequence><xs:element name="b" type="xs:string" fixed="1"/></xs:sequence>',
  '<xs:sequence><xs:any processContents="skip" minOccurs="0"/></xs:sequence>',
  '<xs:sequence><xs:element ref="t:g" maxOccurs="2"/></xs:sequence>',
  '<xs:group ref="t:h"/>',
  '<xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="k" type="xs:int" use="required"/></xs:extension></xs:simpleContent>',
  `<xs:complexContent><xs:extension base="t:base"><xs:sequence>${f}</xs:sequence><xs:attribute name="k" type="xs:int"/></xs:extension></xs:complexContent>`,
  `<xs:complexContent><xs:restriction base="t:base"><xs:sequence>${e}</xs:sequence></xs:restriction></xs:complexContent>`,
  `<xs:sequence>${e}</xs:sequence><xs:attribute name="k" type="xs:int" fixed="1"/>`,
  `<xs:sequence>${e}</xs:sequence><xs:anyAttribute/>`,
  `<xs:sequence/>`,
];
const COMMON = `<xs:element name="g" type="xs:string"/><xs:group name="h"><xs:sequence>${e}${f}</xs:sequence></xs:group><xs:complexType name="base"><xs:sequence>${e}</xs:sequence></xs:complexType>`;
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const [B, C, D] = ['<b>x</b>', '<c>1</c>', '<d/>'];
/** Children in every order that matters, attributes, nothing where something is due, and the things that XML Schema has for odd occasions. */
const INSTANCES = [
  ...[
    '',
    ' \n',
    'x',
    B,
    C,
    D,
    B + C,
    C + B,
    B + B,
    B + B + B,
    B + B + B + B,
    B + C + B,
    B + C + C,
    C + D,
    B + D,
    C + C,
    B + B + C,
    C + B + B,
    D + C,
  ],
  ...[
    `${B}x`,
    `\n${B}\n`,
    '<b/>',
    '<b>x<q/></b>',
    '<c>x</c>',
    `${B}<c/>`,
    '<t:b>x</t:b>',
    '<t:g>x</t:g>',
    '<t:g/><t:g/>',
    '<t:g/><t:g/><t:g/>',
    '<g/>',
    '1',
  ],
  ...[
    '<b xsi:nil="true"/>',
    '<b xsi:nil="true">x</b>',
    '<b xsi:nil="false">x</b>',
    '<b xsi:type="xs:int">1</b>',
    '<b k="1">x</b>',
    `<b>1</b>`,
  ],
].flatMap((inside) =>
  ['', ' k="1"', ' k="x"', ' q="1"', ' xsi:nil="true"'].map((attributes) => `<t:a xmlns:t="urn:t" ${XSI}${attributes}>${inside}</t:a>`),
);

describe('nor to content that libxml2 refuses', () => {
  it.each(CONTENTS)('%s', (content) => {
    const judge = judgesOf(contractOf(`<xs:element name="a"><xs:complexType>${content}</xs:complexType></xs:element>${COMMON}`));
    const verdicts = INSTANCES.map((xml) => ({ xml, ...judge(xml) }));
    expect(verdicts.filter(({ surely, valid }) => surely && !valid)).toEqual([]);
    // Something must be valid, or nothing was judged.
    expect(verdicts.some(({ valid }) => valid)).toBe(true);
  });

  it('and what is usual it does not pass on', () => {
    const usual = CONTENTS.filter(
      (content) =>
        /^<xs:(sequence|choice|all)(?: m\w+="(?:0|unbounded)")*>/.test(content) && !/fixed|any|minOccurs="2"|all minOccurs/.test(content),
    );
    for (const content of usual) {
      const judge = judgesOf(contractOf(`<xs:element name="a"><xs:complexType>${content}</xs:complexType></xs:element>${COMMON}`));
      expect(INSTANCES.some((xml) => judge(xml).surely) ? content : 'never').toBe(content);
    }
  });
});
