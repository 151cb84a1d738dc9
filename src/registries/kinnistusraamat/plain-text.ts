/** 4,000 characters: the longest entries of the land register are a page; what is longer is cut and ends with an ellipsis. */
const CHARACTERS_AT_MOST = 4_000;

/** Elements inside a word or a line. Every other one ends it. */
const INLINE = new Set(['a', 'abbr', 'b', 'em', 'font', 'i', 'small', 'span', 'strong', 'sub', 'sup', 'u']);
/** Elements whose content is no text. */
const SILENT = new Set(['script', 'style', 'template']);

/** The beginning of a tag: whether it closes, and the element's name without its prefix. */
const TAG = /^<(\/?)(?:[a-z][a-z0-9]*:)?([a-z][a-z0-9]*)/i;
const TAG_LOOKED_AT = 40;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  Auml: 'Ä',
  auml: 'ä',
  Otilde: 'Õ',
  otilde: 'õ',
  Ouml: 'Ö',
  ouml: 'ö',
  Uuml: 'Ü',
  uuml: 'ü',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
};

/**
 * The words of an XHTML fragment (kande_tekst, registries 3.9), in one pass over it: tags, comments and the content of scripts are dropped, and
 * references are resolved once. What comes out is text and not mark-up: `&lt;b&gt;` means these characters, and whoever shows them must escape them.
 * Eleven digits in a row, a personal code perhaps, become an ellipsis.
 */
export function plainText(markup: string): string {
  const words = readable(wordsOf(markup));
  return words.length > CHARACTERS_AT_MOST ? `${readable(words.slice(0, CHARACTERS_AT_MOST - 1))}…` : words;
}

function wordsOf(markup: string): string {
  const words: string[] = [];
  let at = 0;
  while (at < markup.length) {
    const less = markup.indexOf('<', at);
    if (less === -1) break;
    words.push(resolved(markup.slice(at, less)));
    if (markup.startsWith('<!--', less)) {
      at = behind(markup, '-->', less + 4);
    } else if (markup.startsWith('<![CDATA[', less)) {
      const from = less + '<![CDATA['.length;
      const end = markup.indexOf(']]>', from);
      words.push(markup.slice(from, end === -1 ? undefined : end));
      at = behind(markup, ']]>', from);
    } else {
      const [, closing, name = ''] = TAG.exec(markup.slice(less, less + TAG_LOOKED_AT)) ?? [];
      // Less than, in a text that should have escaped it.
      if (name === '' && !'/!?'.includes(markup[less + 1] ?? ' ')) {
        at = less + 1;
        continue;
      }
      const element = name.toLowerCase();
      at = behindTag(markup, less + 1);
      if (!INLINE.has(element)) words.push(' ');
      if (closing === '' && SILENT.has(element) && !markup.startsWith('/>', at - 2)) at = endOf(markup, element, at);
    }
  }
  words.push(resolved(markup.slice(at)));
  return words.join('');
}

/** Behind a mark, or at the end of all when it never comes: what is not finished is no text. */
function behind(markup: string, mark: string, from: number): number {
  const found = markup.indexOf(mark, from);
  return found === -1 ? markup.length : found + mark.length;
}

/** Behind the end of a tag. A `>` in a quoted attribute does not end it. */
function behindTag(markup: string, from: number): number {
  let quote = '';
  for (let at = from; at < markup.length; at++) {
    const character = markup[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at + 1;
    else if (character === '"' || character === "'") quote = character;
  }
  return markup.length;
}

/** Where an element that holds no text is closed, or the end of all. */
function endOf(markup: string, element: string, from: number): number {
  let at = markup.indexOf('</', from);
  while (at !== -1 && TAG.exec(markup.slice(at, at + TAG_LOOKED_AT))?.[2]?.toLowerCase() !== element) at = markup.indexOf('</', at + 2);
  return at === -1 ? markup.length : at;
}

/** References resolved once: what they resolve to is text, whatever it looks like. One that means nothing stays. */
function resolved(text: string): string {
  return text.replace(
    /&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,8}));/gi,
    (reference, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? reference) : reference;
      const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return point > 0x10ffff ? reference : String.fromCodePoint(point);
    },
  );
}

/** Without controls, without what is invisible (it hides a personal code, or turns the line around) and halves of characters; then without the codes. */
function readable(text: string): string {
  return text
    .replace(/(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<!\p{Nd})\p{Nd}{11}(?!\p{Nd})/gu, '…')
    .trim();
}
