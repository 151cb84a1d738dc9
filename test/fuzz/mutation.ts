import fc from 'fast-check';

/** What breaks readers of XML, MIME and HTTP, dropped in anywhere. */
const TOKENS = [
  '<!DOCTYPE x>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x y?>',
  '<',
  '>',
  '/>',
  '</',
  '&',
  '&amp;',
  '&#0;',
  '&#x1F600;',
  '&a;',
  '"',
  "'",
  '=',
  ':',
  ' xmlns="',
  ' xmlns:xrd="urn:other"',
  ' xmlns:__proto__="a"',
  ' id:objectType="MEMBER"',
  ' xsi:nil="true"',
  '__proto__',
  'constructor',
  '\u0000',
  '\u0001',
  '\uFEFF',
  '\u2028',
  'õ',
  '😀',
  '\r\n',
  '\n\n',
  '\r\n--b\r\n',
  '--b--',
  'Content-Type: text/xml\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '<xrd:requestHash algorithmId="x">AAAA</xrd:requestHash>',
  '<a>'.repeat(70),
  '</a>'.repeat(70),
];

/** One thing done to a text, at a place given as a share of its length. */
interface Mutation {
  readonly kind: 'insert' | 'remove' | 'repeat' | 'move' | 'letter';
  readonly at: number;
  readonly length: number;
  readonly token: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('insert', 'remove', 'repeat', 'move', 'letter'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 20 }),
  token: fc.oneof(fc.constantFrom(...TOKENS), fc.string({ unit: 'binary', maxLength: 8 })),
});

/** A text made of a good one by one to four mutations. */
export function mutated(seeds: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([seed, mutations]) => mutations.reduce(apply, seed));
}

function apply(text: string, { kind, at, length, token }: Mutation): string {
  const place = Math.floor(at * text.length);
  const [before, piece, after] = [text.slice(0, place), text.slice(place, place + length), text.slice(place + length)];
  switch (kind) {
    case 'insert':
      return before + token + piece + after;
    case 'remove':
      return before + after;
    case 'repeat':
      return before + piece + piece + after;
    case 'move':
      return piece + before + after;
    case 'letter':
      return before + token.slice(0, 1) + piece.slice(1) + after;
  }
}
