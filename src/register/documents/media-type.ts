import { fileTypeFromBuffer } from 'file-type';

/** What a document may be, and how files of it are called; the first ending is given to a file that has none of them. */
export const ENDINGS = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic'],
  'text/plain': ['txt', 'csv'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.etsi.asic-e+zip': ['asice', 'bdoc', 'sce'],
} as const satisfies Record<string, readonly string[]>;

export type MediaType = keyof typeof ENDINGS;

/** What is an archive by its first bytes: only all of it says which. */
export type ArchivedType = Extract<MediaType, `${string}vnd.o${string}` | `${string}+zip`>;

/** A signed container: its signatures are checked. */
export const SIGNED = 'application/vnd.etsi.asic-e+zip' satisfies MediaType;

/** How every archive with something in it begins (APPNOTE.TXT, 4.3.7). */
const ARCHIVE_BEGINS = Buffer.from('PK\u0003\u0004', 'latin1');

/** So many of a file's first bytes say what it is: 4 KiB, as the library that reads them has it. */
const HEAD_BYTES = 4096;

/** Says what a file is while it is read. Its name, and what its sender says of it, are not asked. */
export interface MediaTypeJudge {
  /** The next bytes of the file. False: it is nothing that we take, whatever else may come. */
  read(bytes: Uint8Array): Promise<boolean>;
  /** The file is over. Undefined: it is nothing that we take. */
  end(): Promise<MediaType | 'ARCHIVE' | undefined>;
}

export function judgeMediaType(): MediaTypeJudge {
  const text = judgeText();
  let head: Uint8Array = new Uint8Array(0);
  let found: MediaType | 'ARCHIVE' | 'PERHAPS_TEXT' | undefined;
  let isTold = false;
  const tell = async () => {
    if (isTold) return;
    isTold = true;
    if (ARCHIVE_BEGINS.equals(head.subarray(0, ARCHIVE_BEGINS.length))) {
      found = 'ARCHIVE';
      return;
    }
    const type = await fileTypeFromBuffer(head);
    if (type === undefined) found = 'PERHAPS_TEXT';
    else if (isTaken(type.mime)) found = type.mime;
  };
  return {
    async read(bytes) {
      const isText = text.read(bytes);
      if (!isTold) head = Buffer.concat([head, bytes]);
      if (head.length >= HEAD_BYTES) await tell();
      return !isTold || (found === 'PERHAPS_TEXT' ? isText : found !== undefined);
    },
    async end() {
      await tell();
      if (found !== 'PERHAPS_TEXT') return found;
      return text.end() ? 'text/plain' : undefined;
    },
  };
}

function isTaken(mime: string): mime is MediaType {
  return Object.hasOwn(ENDINGS, mime);
}

/** Text is UTF-8 without control characters but those that end lines and columns. */
function judgeText() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isText = true;
  const decode = (bytes: Uint8Array, isOver: boolean) => {
    try {
      return !/[^\P{Cc}\t\n\f\r]/u.test(decoder.decode(bytes, { stream: !isOver }));
    } catch {
      return false;
    }
  };
  return {
    read(bytes: Uint8Array): boolean {
      isText &&= decode(bytes, false);
      return isText;
    },
    end(): boolean {
      isText &&= decode(new Uint8Array(0), true);
      return isText;
    },
  };
}
