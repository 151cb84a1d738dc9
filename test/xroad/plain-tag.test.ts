import { describe, expect, it } from 'vitest';
import { libxmlAccepts } from '../../src/xroad/libxml.ts';
import { scan } from '../../src/xroad/scan.ts';

/** Pieces of tags, well-formed together or not; every sequence of three is tried. */
const PIECES = [
  ' ',
  '\n',
  '/',
  ' a="1"',
  "b='2'",
  ' a=""',
  ' c = "3"',
  ' d="<"',
  ' e="&amp;"',
  ' f="&"',
  ' g=">"',
  ' h="\t"',
  ' i="\u0001"',
  ' j="\uffff"',
  ' k="õ"',
  ' p:a="1"',
  ' q:a="1"',
  ' xmlns="urn:x"',
  ' xmlns=""',
  ' xmlns:p="urn:x"',
  ' xmlns:q="urn:x"',
  ' xmlns:q=""',
  ' xmlns:r="no uri"',
  ' xmlns:xml="urn:x"',
  ' xmlns:s="http://www.w3.org/2000/xmlns/"',
  ' xml:lang="et"',
  ' xmlfoo="1"',
  ' a:b:c="1"',
  ' :a="1"',
  ' 1a="1"',
  ' õ="1"',
  ' l=1',
  ' m',
  ' n="1\'',
] as const;

const documents = [
  ...PIECES.flatMap((one) =>
    PIECES.flatMap((two) => PIECES.map((three) => `<x xmlns:p="urn:x"><y${one}${two}${three}></y><z${two}${three}/></x>`)),
  ),
  ...PIECES.map((one) => `<y${one}/>`),
];

describe('a tag that is read without libxml2', () => {
  it('is one that libxml2 takes, whatever it is made of', () => {
    const plain = documents.filter((document) => {
      const scanned = scan(document, 'utf-8');
      return scanned.ok && scanned.value.plain;
    });
    expect(plain.length).toBeGreaterThan(100);
    expect(plain.filter((document) => !libxmlAccepts(Buffer.from(document)))).toEqual([]);
  });

  it('is nearly every tag: quotes of both kinds, blanks, prefixes, either way of ending it', () => {
    for (const tag of ['<y a="1"/>', '<y a=\'1\' b="2"></y>', '<y\n  a="1"\n/>', '<y xmlns:q="urn:q" q:a=">" a="õ" ></y>', '<y xmlns=""/>'])
      expect(scan(tag, 'utf-8'), tag).toMatchObject({ ok: true, value: { plain: true } });
  });

  it('says the same as one that is read the long way', () => {
    const meaning = (document: string) => {
      const scanned = scan(document, 'utf-8');
      if (!scanned.ok) return scanned.error.code;
      const { namespace, localName, attributes } = scanned.value.root;
      return { namespace, localName, attributes };
    };
    for (const tag of ['p:y xmlns:p="urn:p" p:a="1" b="2"', "y xmlns='urn:d' a='1'", 'y a="" xmlns:q="urn:q" q:b="õ>"'])
      expect(meaning(`<${tag}/>`)).toEqual(meaning(`<${tag.replaceAll('=', ' = ')}/>`));
  });
});
