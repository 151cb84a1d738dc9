import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import { type ArchivedType, SIGNED } from './media-type.ts';

/** Files in a container: a text document with a picture on each page has some hundred. */
const ENTRIES_AT_MOST = 1000;
/** Bytes to which a container may unpack: 100 MiB, five times the largest document. Office documents shrink to a fifth, pictures not at all. */
const UNPACKED_BYTES_AT_MOST = 100 * 1024 * 1024;
/** Of what says what a container is so much is kept: 1 MiB, more than the longest list of contents of an office document. */
const TOLD_BYTES_AT_MOST = 1024 * 1024;
/** Of any other file: as much as tells whether it is a container itself. */
const START_BYTES = 128;
const TELLING: readonly string[] = ['mimetype', '[Content_Types].xml'];

/** Where an ASiC container says what it is, so that it can be told by its first bytes (ETSI EN 319 162-1, A.1). */
const MAGIC = { at: 30, text: 'mimetypeapplication/vnd.etsi.asic' };
/** Main parts of office documents without macros (ECMA-376, part 1, 11.3). */
const OFFICE_PARTS = [
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
] as const satisfies readonly (readonly [string, ArchivedType])[];
const OPEN_DOCUMENTS = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const satisfies readonly ArchivedType[];
const SIGNATURES = /^META-INF\/[^/]*signatures[^/]*\.xml$/i;

export type ContainerRefused = Failure<
  | 'CONTAINER_BROKEN'
  | 'CONTAINER_TOO_LARGE'
  | 'CONTAINER_NAMES_INVALID'
  | 'CONTAINER_MIMETYPE_WRONG'
  | 'CONTAINER_NESTED'
  | 'CONTAINER_UNSIGNED'
  | 'DOCUMENT_TYPE_NOT_ALLOWED'
>;

/** A file of a container, as far as it was looked at. */
interface Looked {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isStored: boolean;
  readonly start: Buffer;
}

/**
 * Says what a ZIP archive is: a signed container (ASiC-E: `.asice`, `.bdoc`), an office document, or nothing that we take. All of it is unpacked, a file
 * at a time and to nowhere: sizes are believed only as far as they turn out true, and no name ever becomes a path.
 */
export async function readContainer(bytes: Buffer): Promise<Result<ArchivedType, ContainerRefused>> {
  const looked = await look(bytes);
  return looked.ok ? judge(looked.value) : looked;
}

async function look(bytes: Buffer): Promise<Result<readonly Looked[], ContainerRefused>> {
  try {
    const archive = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
    if (archive.entryCount > ENTRIES_AT_MOST) return fail(failure('CONTAINER_TOO_LARGE'));
    const files: Looked[] = [];
    const names = new Set<string>();
    let left = UNPACKED_BYTES_AT_MOST;
    for await (const entry of archive.eachEntry()) {
      left -= entry.uncompressedSize;
      if (left < 0) return fail(failure('CONTAINER_TOO_LARGE'));
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
      if (validateFileName(name) !== null || name.includes('\0')) return fail(failure('CONTAINER_NAMES_INVALID'));
      // Where letters' case makes no difference one of them would stand for the other.
      if (names.has(name.toLowerCase())) return fail(failure('CONTAINER_NAMES_INVALID'));
      names.add(name.toLowerCase());
      const isFirst = entry.relativeOffsetOfLocalHeader === 0;
      const told = TELLING.includes(name) ? TOLD_BYTES_AT_MOST : START_BYTES;
      const start = name.endsWith('/') ? Buffer.alloc(0) : await unpack(archive, entry, told);
      files.push({ name, isFirst, isStored: entry.compressionMethod === 0, start });
    }
    return ok(files);
  } catch {
    // No archive, cut, encrypted, or sizes that lie: the library's words quote names, and are dropped.
    return fail(failure('CONTAINER_BROKEN'));
  }
}

/** Unpacks a file whole, and keeps so much of its start. */
async function unpack(archive: ZipFile, entry: Entry, bytes: number): Promise<Buffer> {
  const start: Buffer[] = [];
  let left = bytes;
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    if (left > 0) start.push(Buffer.from(chunk.subarray(0, left)));
    left -= chunk.length;
  }
  return Buffer.concat(start);
}

function judge(files: readonly Looked[]): Result<ArchivedType, ContainerRefused> {
  const isSigned = files.some(({ name }) => SIGNATURES.test(name));
  const mimetype = files.find(({ name }) => name === 'mimetype');
  const said = mimetype?.start.toString('latin1') ?? '';
  if (said !== SIGNED) {
    if (isSigned && !OPEN_DOCUMENTS.some((type) => type === said)) return fail(failure('CONTAINER_MIMETYPE_WRONG'));
    const type = OPEN_DOCUMENTS.find((one) => one === said) ?? officeTypeOf(files);
    return type === undefined ? fail(failure('DOCUMENT_TYPE_NOT_ALLOWED')) : ok(type);
  }
  // First and as it is, so that the container can be told by its first bytes (ETSI EN 319 162-1, A.1).
  if (mimetype?.isFirst !== true || !mimetype.isStored) return fail(failure('CONTAINER_MIMETYPE_WRONG'));
  const content = files.filter(({ name }) => name !== 'mimetype' && !name.startsWith('META-INF/') && !name.endsWith('/'));
  if (!isSigned || content.length === 0) return fail(failure('CONTAINER_UNSIGNED'));
  return content.some(({ start }) => isContainer(start)) ? fail(failure('CONTAINER_NESTED')) : ok(SIGNED);
}

/** By the list of contents; one with macros has another main part, or a part for them. */
function officeTypeOf(files: readonly Looked[]): ArchivedType | undefined {
  const contents = files.find(({ name }) => name === '[Content_Types].xml')?.start.toString('utf8') ?? '';
  if (files.some(({ name }) => /vbaProject/i.test(name))) return undefined;
  return OFFICE_PARTS.find(([part]) => contents.includes(`ContentType="${part}"`))?.[1];
}

function isContainer(start: Buffer): boolean {
  return start.subarray(MAGIC.at, MAGIC.at + MAGIC.text.length).toString('latin1') === MAGIC.text;
}
