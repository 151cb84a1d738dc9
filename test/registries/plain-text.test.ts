import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/registries/kinnistusraamat/plain-text.ts';

it('reads the table that the register writes entries in', () => {
  const entry = '<table><tr><td>Elamumaa 100%, </td><td>Pikk&nbsp;tn 3<br />Pai<b>de</b> &otilde;u, 581 m&#178;</td></tr></table>';
  expect(plainText(entry)).toBe('Elamumaa 100%, Pikk tn 3 Paide õu, 581 m²');
});

it.each([
  ['a script', 'enne<script>alert("1")</script>pärast', 'enne pärast'],
  ['a script that compares', '<script>if (a<b) alert(1)</script>c', 'c'],
  ['a script in capitals, with another inside', '<SCRIPT>a<script>b</ScRiPt>c', 'c'],
  ['a script that has a prefix', '<x:script>alert(1)</x:script>c', 'c'],
  ['a script that is never closed', 'a<script>alert(1)', 'a'],
  ['a script that is empty', 'a<script src="x"/>b', 'a b'],
  ['a style', '<style>b{}</style>b', 'b'],
  ['an attribute that acts', 'a<img src=x onerror="alert(1)">b', 'a b'],
  ['an attribute with an end inside', 'a<img alt="1>2" onerror=\'alert(">")\'>b', 'a b'],
  ['tags inside tags', '<<b>script>alert(1)<</b>/script>', 'script>alert(1)/script>'],
  ['a tag that is never finished', 'a <b', 'a'],
  ['a quote that is never finished', 'a <b title="x>c', 'a'],
  ['less than, which is no tag', '3 < 4 <', '3 4'],
  ['a comment', 'a<!-- <script> -->b<!-- c', 'ab'],
  ['a document type and an instruction', '<!DOCTYPE x><?php echo 1 ?>a', 'a'],
  ['characters that were written as references, which are made once', '&lt;script&gt; &amp;lt;b&amp;gt;', '<script> &lt;b&gt;'],
  ['character data, which is no mark-up', 'a <![CDATA[1 < 2 &amp; <b>]]> c', 'a 1 < 2 &amp; <b> c'],
  ['character data that never ends', 'a <![CDATA[b', 'a b'],
  ['references that mean nothing', '&; &toString; &#x110000; &#xD800; & b &#0;c', '&; &toString; &#x110000; & b c'],
  ['controls, and characters that turn the line around', 'a\u0000\u0007 \u202Eb\u200B\uD800\t\n c', 'a b c'],
  ['nothing', ' <p/>\u00A0 ', ''],
])('%s', (_what, fragment, text) => {
  expect(plainText(fragment)).toBe(text);
});

describe('personal codes', () => {
  it.each(['47101010033', '471<b>01</b>010033', '471&#x30;1010033', '4710\u00AD1010033', '4710\u200B1010033', '<![CDATA[47101010033]]>'])(
    'are left out: %s',
    (code) => {
      expect(plainText(`Mari Maasikas (EE${code})`)).toBe('Mari Maasikas (EE…)');
    },
  );

  it('and no other number', () => {
    expect(plainText('1234567, 4710101003, 471010100330')).toBe('1234567, 4710101003, 471010100330');
  });
});

it('is cut where it is too long, and not inside a character', () => {
  expect(plainText('x'.repeat(4_000))).toBe('x'.repeat(4_000));
  expect(plainText('x'.repeat(4_001))).toBe(`${'x'.repeat(3_999)}…`);
  expect(plainText(`${'x'.repeat(3_998)}😀x`)).toBe(`${'x'.repeat(3_998)}…`);
});

it.each(['<', '<a', '<a "', '</', '<!--', '<![CDATA[', '<script>', '<script></', '&', '&#', '&lt;', '4', ' ', '<a b="', '\u0000', '<b>'])(
  'takes a megabyte of %j in its stride',
  (piece) => {
    const fragment = piece.repeat(1_000_000 / piece.length);
    const before = performance.now();
    plainText(fragment);
    // Quadratic would be minutes.
    expect(performance.now() - before).toBeLessThan(2_000);
  },
);
