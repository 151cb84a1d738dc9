import { ENDINGS, type MediaType } from './media-type.ts';

/** Longest name of a file, characters, its ending aside: 100, which every file system takes in UTF-8, whatever the script. */
const FILE_NAME_LENGTH_AT_MOST = 100;
/** What a file is called whose sender gives it no name. */
const NAMELESS = 'dokument';

/**
 * The name under which a file is given out: what its sender called it, without folders and without what a file system takes for something else, and
 * with an ending of what it is, so that nobody's machine runs it as something else.
 */
export function fileNameOf(given: string | undefined, mediaType: MediaType): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    // Format characters too: one that turns the direction of writing makes `fdp.exe` of `exe.pdf`.
    .replace(/[\p{C}"*:<>?|]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const endings: readonly string[] = ENDINGS[mediaType];
  const dot = plain.lastIndexOf('.');
  const isFit = dot > 0 && endings.includes(plain.slice(dot + 1).toLowerCase());
  const [stem, ending] = isFit ? [plain.slice(0, dot), plain.slice(dot + 1)] : [plain, endings[0]];
  return `${[...(stem || NAMELESS)].slice(0, FILE_NAME_LENGTH_AT_MOST).join('')}.${ending}`;
}
