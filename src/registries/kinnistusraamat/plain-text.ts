/** 4,000 characters: the longest entries of the land register are a page; what is longer is cut and ends with an ellipsis. */
const CHARACTERS_AT_MOST = 4_000;
/** 100,000 characters of mark-up are looked at: what says nothing in so many says nothing. */
const MARKUP_AT_MOST = 100_000;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** Elements whose content is no text. */
const SILENT = new Set(['script', 'style', 'template']);
/** Elements between whose neighbours stands a space. */
const INLINE = new Set(['b', 'i', 'u', 'em', 'strong', 'span', 'sup', 'sub', 'a', 'font']);

/**
 * The words of an XHTML fragment, in one pass over it: tags, comments and the content of scripts are dropped, references are resolved once, and
 * nothing of what is left is ever mark-up again, whoever shows it. Eleven digits in a row, a personal code perhaps, become an ellipsis.
 */
export function plainText(markup: string): string {
  const source = markup.slice(0, MARKUP_AT_MOST);
  let words = '';
  let silent: string | undefined;
  let at = 0;
  while (at < source.length) {
    const less = source.indexOf('<', at);
    const end = less === -1 ? source.length : less;
    if (silent === undefined) words += resolved(source.slice(at, end));
    if (less === -1) break;
    const comment = source.startsWith('<!--', less);
    const cdata = source.startsWith('<![CDATA[', less);
    const closing = cdata ? ']]>' : comment ? '-->' : '>';
    const close = source.indexOf(closing, less + 1);
    // A tag that never ends swallows the rest: it is no text.
    if (close === -1) break;
    if (cdata && silent === undefined) words += source.slice(less + 9, close);
    if (!cdata && !comment) {
      const name = nameOf(source, less);
      if (silent === undefined && SILENT.has(name) && source[close - 1] !== '/') silent = name;
      else if (silent !== undefined && name === silent && source[less + 1] === '/') silent = undefined;
      if (!INLINE.has(name)) words += ' ';
    }
    at = close + closing.length;
  }
  const collapsed = withoutControls(words).replace(/\s+/g, ' ').trim();
  const told = collapsed.replace(/(?<!\d)\d{11}(?!\d)/g, '…');
  return told.length > CHARACTERS_AT_MOST ? `${told.slice(0, CHARACTERS_AT_MOST - 1)}…` : told;
}

function nameOf(source: string, less: number): string {
  return /^<\/?([A-Za-z][A-Za-z0-9]{0,20})/.exec(source.slice(less, less + 24))?.[1]?.toLowerCase() ?? '';
}

/** References resolved once: what they resolve to is text, whatever it looks like. */
function resolved(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{1,8});/g, (reference, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? reference;
    const point = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '';
  });
}

/** Without control characters, and without those that turn the direction of writing. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (one) => (/\s/.test(one) ? ' ' : ''));
}
