import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_BYTES_AT_MOST } from '../../../src/register/documents/index.ts';
import { ASIC_E, archive, signatures, signedContainer } from './containers.ts';
import { type Desk, form, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function bring(file: Uint8Array, name = 'avaldus.asice') {
  const { id } = await desk.town.proceeding();
  return desk.send(`/api/v1/proceedings/${id}/documents`, form(file, { title: 'Avaldus', kind: 'APPLICATION' }, name));
}

const text = (content: string) => Buffer.from(content);
const contentTypes = (part: string) => text(`<Types><Override PartName="/main.xml" ContentType="application/${part}.main+xml"/></Types>`);
const WORD = 'vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const plain = (content: string): [Uint8Array, { level: 0 }] => [text(content), { level: 0 }];
const ODT = 'application/vnd.oasis.opendocument.text';

describe('an archive is by what is in it', () => {
  it.each([
    [ASIC_E, 'avaldus.asice', signedContainer()],
    [ASIC_E, 'avaldus.bdoc', signedContainer()],
    [ASIC_E, 'avaldus.zip.asice', signedContainer()],
    [`application/${WORD}`, 'kiri.docx', archive({ '[Content_Types].xml': contentTypes(WORD), 'word/document.xml': text('<w/>') })],
    // As LibreOffice writes it: the list of contents is the last.
    [`application/${WORD}`, 'kiri.docx', archive({ 'word/document.xml': text('<w/>'), '[Content_Types].xml': contentTypes(WORD) })],
    [`application/${SHEET}`, 'tabel.xlsx', archive({ '[Content_Types].xml': contentTypes(SHEET) })],
    [ODT, 'kiri.odt', archive({ mimetype: plain(ODT), 'content.xml': text('<x/>') })],
    [ODT, 'allkirjaga.odt', archive({ mimetype: plain(ODT), 'META-INF/documentsignatures.xml': text('<x/>') })],
  ])('%s, called %s', async (mediaType, name, bytes) => {
    const given = name.replace('.zip.asice', '.zip');
    expect((await bring(bytes, given)).body).toMatchObject({ mediaType, fileName: name, bytes: bytes.length });
  });

  const whole = signedContainer({ 'a.txt': 'a', 'b.txt': 'b' });
  const renamed = (from: string, to: string) => Buffer.from(whole.toString('latin1').replaceAll(from, to), 'latin1');
  const nine = text('x'.repeat(9_000_000));
  const zeros = Buffer.alloc(26 * 1024 * 1024);
  /** The size that the list of the archive's files says of its first, changed: 24 bytes behind where the list begins. */
  const lying = (size: number) => {
    const spoiled = Buffer.from(archive({ 'suur.bin': zeros.subarray(0, 1_000_000) }));
    spoiled.writeUInt32LE(size, spoiled.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
    return spoiled;
  };
  const files = (many: number) => Object.fromEntries(Array.from({ length: many }, (_, n) => [`f${n}`, new Uint8Array(0)]));
  it.each([
    ['CONTAINER_BROKEN', 'is cut', whole.subarray(0, whole.length - 30)],
    ['CONTAINER_BROKEN', 'is a beginning and nothing else', Buffer.concat([text('PK\u0003\u0004'), Buffer.alloc(100)])],
    ['CONTAINER_BROKEN', 'is larger than it says', lying(1000)],
    ['CONTAINER_BROKEN', 'is smaller than it says', lying(2_000_000)],
    ['CONTAINER_TOO_LARGE', 'says that it is larger than may be', lying(0xfffffff0)],
    ['CONTAINER_TOO_LARGE', 'is a bomb', archive({ a: zeros, b: zeros, c: zeros, d: zeros })],
    ['CONTAINER_TOO_LARGE', 'has a thousand and one files', archive(files(1001))],
    ['CONTAINER_NAMES_INVALID', 'leads out', signedContainer({ '../../etc/cron.d/x': 'a' })],
    ['CONTAINER_NAMES_INVALID', 'is absolute', signedContainer({ '/etc/passwd': 'a' })],
    ['CONTAINER_NAMES_INVALID', 'leads out by backslashes', signedContainer({ '..\\x': 'a' })],
    ['CONTAINER_NAMES_INVALID', 'names a drive', signedContainer({ 'C:/x': 'a' })],
    ['CONTAINER_NAMES_INVALID', 'has a file twice', renamed('b.txt', 'a.txt')],
    ['CONTAINER_NAMES_INVALID', 'has a file twice but for case', renamed('b.txt', 'A.TXT')],
    ['CONTAINER_MIMETYPE_WRONG', 'is signed and does not say what it is', signedContainer(undefined, { mimetype: undefined })],
    ['CONTAINER_MIMETYPE_WRONG', 'says that it is something else', signedContainer(undefined, { mimetype: plain('application/zip') })],
    ['CONTAINER_MIMETYPE_WRONG', 'says what it is with a line end', signedContainer(undefined, { mimetype: plain(`${ASIC_E}\n`) })],
    ['CONTAINER_MIMETYPE_WRONG', 'says what it is compressed', signedContainer(undefined, { mimetype: text(ASIC_E) })],
    [
      'CONTAINER_MIMETYPE_WRONG',
      'says last what it is',
      archive({ 'a.txt': text('a'), 'META-INF/signatures0.xml': text(signatures({ 'a.txt': 'a' })), mimetype: plain(ASIC_E) }),
    ],
    ['CONTAINER_NESTED', 'has another in it', signedContainer({ 'sisemine.txt': signedContainer() })],
    ['CONTAINER_UNSIGNED', 'has no signature', signedContainer(undefined, { 'META-INF/signatures0.xml': undefined })],
    ['CONTAINER_UNSIGNED', 'has nothing that is signed', signedContainer({})],
    ['DOCUMENT_TYPE_NOT_ALLOWED', 'is any archive', archive({ 'a.txt': text('a') })],
    ['DOCUMENT_TYPE_NOT_ALLOWED', 'is empty', archive({ 'a/': new Uint8Array(0) })],
    [
      'DOCUMENT_TYPE_NOT_ALLOWED',
      'has macros by its main part',
      archive({ '[Content_Types].xml': contentTypes('vnd.ms-word.document.macroEnabled') }),
    ],
    [
      'DOCUMENT_TYPE_NOT_ALLOWED',
      'has macros in it',
      archive({ '[Content_Types].xml': contentTypes(WORD), 'word/vbaProject.bin': text('x') }),
    ],
    ['DOCUMENT_TOO_LARGE', 'is too large as it is', Buffer.concat([whole, Buffer.alloc(DOCUMENT_BYTES_AT_MOST)])],
  ])('is refused with %s where it %s', async (code, _how, bytes) => {
    const before = desk.lying();
    const answer = await bring(bytes);
    expect(answer.body).toMatchObject({ code, status: code === 'DOCUMENT_TOO_LARGE' ? 413 : 422 });
    // Names and contents are somebody's: a refusal repeats none.
    expect(JSON.stringify(answer.body)).not.toMatch(/passwd|cron|suur\.bin|a\.txt/i);
    expect(desk.lying()).toEqual(before);
  });

  it('and is taken up to its limits', async () => {
    expect((await bring(signedContainer({ 'a.txt': nine, 'b.txt': nine }))).status).toBe(201);
    const most = archive({ mimetype: plain(ODT), ...files(999) });
    expect((await bring(most, 'kiri.odt')).status).toBe(201);
  });
});
