import { createHash } from 'node:crypto';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { clearLeftovers, DOCUMENT_BYTES_AT_MOST, eraseDocuments, lockDocuments } from '../../../src/register/documents/index.ts';
import { signedIn } from '../../api/door.ts';
import { type Desk, form, openDesk, PDF } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const about = { title: 'Töötuna arveloleku tõend', kind: 'CERTIFICATE' };
const pathOf = (proceedingId: string) => `/api/v1/proceedings/${proceedingId}/documents`;
const bring = (proceedingId: string, file: Uint8Array | string = PDF, fields = about, name?: string, headers?: Record<string, string>) =>
  desk.send(pathOf(proceedingId), form(file, fields, name), headers);
const fileOf = (id: string) => join(desk.folder, id.slice(-2), id);
const rowsOf = async (statement: ReturnType<typeof sql>) => (await statement.execute(desk.door.database.db)).rows;
const leftovers = () => rowsOf(sql`select id from document_leftover`);
const linesOf = (proceedingId: string, action: string) =>
  rowsOf(sql`select client_id, object_id, outcome, code from audit_event where proceeding_id = ${proceedingId} and action = ${action}`);

/** What was there before is there after, and nothing else. */
async function nothingKept(attempt: () => Promise<unknown>): Promise<void> {
  const count = async () => Number((await rowsOf(sql`select count(*) as n from document`)).map((row) => (row as { n: string }).n)[0]);
  const [documents, lying, keys] = [await count(), desk.lying(), await rowsOf(sql`select owner_id from data_key`)];
  await attempt();
  expect([await count(), desk.lying(), await rowsOf(sql`select owner_id from data_key`)]).toEqual([documents, lying, keys]);
  expect(await leftovers()).toEqual([]);
}

describe('a document', () => {
  it('is brought to an open proceeding, shown, and given out as it was (REQ-032)', async () => {
    const { id, clientId } = await desk.town.proceeding();
    const brought = await bring(id);
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect(brought).toMatchObject({
      status: 201,
      headers: { location: `${pathOf(id)}/${brought.body.id}`, etag: '"1"' },
      body: { ...about, proceedingId: id, fileName: 'tõend.pdf', mediaType: 'application/pdf', bytes: PDF.length, sha256, scanned: false },
    });
    const { call } = desk.town.mari;
    expect((await call('GET', pathOf(id))).body.items).toEqual([brought.body]);
    expect(await call('GET', `${pathOf(id)}/${brought.body.id}`)).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: brought.body,
    });
    const taken = await desk.take(`${pathOf(id)}/${brought.body.id}/content`);
    expect(taken).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': "attachment; filename*=UTF-8''t%C3%B5end.pdf",
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
    expect(taken.bytes.equals(PDF)).toBe(true);
    const lines = [{ client_id: clientId, object_id: brought.body.id, outcome: 'DONE', code: null }];
    expect(await linesOf(id, 'DOCUMENT_READ')).toEqual(lines);
    expect(await linesOf(id, 'DOCUMENT_DOWNLOADED')).toEqual(lines);
    expect(await linesOf(id, 'DOCUMENTS_READ')).toMatchObject([{ client_id: clientId }]);
    expect(await linesOf(id, 'DOCUMENT_ADDED')).toMatchObject([{ object_id: brought.body.id }]);
  });

  it('is in the course of its proceeding, from where nobody takes it', async () => {
    const { id } = await desk.town.proceeding();
    const { body } = await bring(id);
    const entries = (await desk.town.mari.call('GET', `/api/v1/proceedings/${id}/timeline`)).body.items;
    expect(entries?.at(-1)).toMatchObject({
      kind: 'DOCUMENT_ADDED',
      objectId: body.id,
      text: about.title,
      by: desk.town.mari.worker.userId,
    });
    const erase = sql`delete from proceeding_step where object_id = ${body.id}`;
    await expect(erase.execute(desk.door.database.db)).rejects.toThrow();
  });

  it('lies sealed: neither the disk nor the database has a word of it', async () => {
    const { id } = await desk.town.proceeding();
    const { body } = await bring(id, 'Kliendi saladus, mida keegi ei tohi teada');
    expect(readFileSync(fileOf(String(body.id))).includes('saladus')).toBe(false);
    const rows = await rowsOf(sql`select document::text as row from document where id = ${body.id}`);
    expect(JSON.stringify(rows)).not.toMatch(/saladus|6b6c69656e6469/i);
  });

  it('outlives the closing of its proceeding, and is still given out', async () => {
    const { id } = await desk.town.proceeding();
    const { body } = await bring(id);
    await desk.town.mari.call('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' });
    expect((await desk.take(`${pathOf(id)}/${body.id}/content`)).bytes.equals(PDF)).toBe(true);
    await nothingKept(async () => {
      expect((await bring(id)).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN', status: 409 });
    });
  });

  it('is there for nobody but those whose proceeding it is', async () => {
    const { id } = await desk.town.proceeding();
    const { body } = await bring(id);
    const { peeter, malle } = desk.town;
    const stranger = await desk.authorise(peeter.worker);
    await nothingKept(async () => {
      expect((await bring(id, PDF, about, 'x.pdf', stranger)).body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    });
    for (const path of [pathOf(id), `${pathOf(id)}/${body.id}`])
      expect((await peeter.call('GET', path)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await desk.take(`${pathOf(id)}/${body.id}/content`, stranger)).status).toBe(404);
    expect((await peeter.call('POST', `${pathOf(id)}/${body.id}/withdraw`, { reason: 'x' })).body).toMatchObject({ code: 'NOT_FOUND' });
    expect(await linesOf(id, 'DOCUMENT_DOWNLOADED')).toEqual([]);
    // A colleague's is there; another proceeding's is not.
    expect((await malle.call('GET', `${pathOf(id)}/${body.id}`)).status).toBe(200);
    const other = await desk.town.proceeding();
    expect((await malle.call('GET', `${pathOf(other.id)}/${body.id}`)).body).toMatchObject({ code: 'DOCUMENT_NOT_FOUND', status: 404 });
    expect((await desk.take(`${pathOf(other.id)}/${body.id}/content`)).status).toBe(404);
  });

  it('passes with its proceeding to whoever takes it over, and is the earlier institution’s no more', async () => {
    const own = await desk.town.worker('üleandja');
    const { id } = await desk.town.proceeding({}, own.call);
    await bring(id, PDF, about, 'x.pdf', await desk.authorise(own.worker));
    const { peeter } = desk.town;
    const offer = { institutionId: peeter.worker.institutionId, reason: 'Isik kolis' };
    const offered = await own.call('POST', `/api/v1/proceedings/${id}/transfers`, offer);
    await peeter.call('POST', `/api/v1/transfers/${offered.body.id}/accept`);
    expect((await peeter.call('GET', pathOf(id))).body.items).toHaveLength(1);
    expect((await own.call('GET', '/api/v1/me/documents')).body.items).toEqual([]);
  });
});

describe('one’s own documents', () => {
  it('are what one has brought oneself, page by page (REQ-084)', async () => {
    const own = await desk.town.worker('tooja');
    const headers = await desk.authorise(own.worker);
    const { id, clientId } = await desk.town.proceeding({}, own.call);
    const ids: unknown[] = [];
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) ids.push((await bring(id, PDF, about, name, headers)).body.id);
    await bring(id);
    const all = await own.call('GET', '/api/v1/me/documents');
    expect(all.body.items?.map((item) => item.id)).toEqual(ids);
    const first = await own.call('GET', '/api/v1/me/documents?limit=2');
    expect(first.body).toMatchObject({ items: [{ id: ids[0] }, { id: ids[1] }], next: ids[1] });
    expect((await own.call('GET', `/api/v1/me/documents?limit=2&after=${ids[1]}`)).body.items).toMatchObject([{ id: ids[2] }]);
    expect(await linesOf(id, 'OWN_DOCUMENTS_READ')).toEqual(Array(3).fill(expect.objectContaining({ client_id: clientId })));
    expect((await own.call('GET', `${pathOf(id)}?limit=3`)).body).toMatchObject({ next: ids[2] });
  });
});

describe('a file', () => {
  const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
  it.each([
    ['application/pdf', 'x.pdf', 'x.pdf', PDF],
    ['image/jpeg', 'IMG_1.JPEG', 'IMG_1.JPEG', JPEG],
    ['image/png', 'ekraan.png', 'ekraan.png', PNG],
    ['text/plain', 'palk.csv', 'palk.csv', 'Õie palk;1200,50\r\n'],
    ['text/plain', 'dokument.txt', '///', 'Kiri\n'],
    // What it is called is not what it is; and it is given out as what it is.
    ['application/pdf', 'arve.exe.pdf', 'arve.exe', PDF],
    ['text/plain', 'leht.html.txt', 'leht.html', '<script>alert(1)</script>'],
    ['image/png', 'passwd.png', '../../etc/pass\u0000wd', PNG],
    ['image/png', 'pilt.png', 'C:\\Users\\Mari\\pilt.png', PNG],
    ['application/pdf', 'arvefdp.exe.pdf', 'arve\u202efdp.exe', PDF],
    ['application/pdf', `${'õ'.repeat(100)}.pdf`, `${'õ'.repeat(500)}.pdf`, PDF],
  ])('is %s by its bytes and given out as %s, though called %j', async (mediaType, fileName, name, bytes) => {
    const { id } = await desk.town.proceeding();
    expect((await bring(id, bytes, about, name)).body).toMatchObject({ mediaType, fileName });
  });

  const MZ = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5000, 1)]);
  const lateNul = Buffer.concat([Buffer.alloc(300_000, 'a'), Buffer.of(0)]);
  const cutLetter = Buffer.from('Õ').subarray(0, 1);
  it.each([
    ['empty', 'DOCUMENT_EMPTY', 422, new Uint8Array(0)],
    ['a program', 'DOCUMENT_TYPE_NOT_ALLOWED', 422, MZ],
    ['called PDF, and none', 'DOCUMENT_TYPE_NOT_ALLOWED', 422, MZ],
    ['the beginning of an archive', 'CONTAINER_BROKEN', 422, Buffer.from('504b0304140000000000', 'hex')],
    ['HTML in UTF-16', 'DOCUMENT_TYPE_NOT_ALLOWED', 422, Buffer.from('<html>', 'utf16le')],
    ['XML', 'DOCUMENT_TYPE_NOT_ALLOWED', 422, '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['text until its last byte', 'DOCUMENT_TYPE_NOT_ALLOWED', 422, lateNul],
    ['text cut in a letter', 'DOCUMENT_TYPE_NOT_ALLOWED', 422, cutLetter],
    ['a byte too large', 'DOCUMENT_TOO_LARGE', 413, Buffer.concat([PDF, Buffer.alloc(DOCUMENT_BYTES_AT_MOST - PDF.length + 1, 32)])],
  ])('that is %s is refused with %s, and nothing of it is kept', async (_what, code, status, bytes) => {
    const { id } = await desk.town.proceeding();
    await nothingKept(async () => {
      expect((await bring(id, bytes)).body).toMatchObject({ code, status });
    });
    expect(await rowsOf(sql`select code from audit_event where object_id = ${id} and action = 'DOCUMENT_REFUSED'`)).toEqual([{ code }]);
    expect((await desk.town.mari.call('GET', pathOf(id))).body.items).toEqual([]);
  });

  it('may be as large as it may be, to the byte', async () => {
    const { id } = await desk.town.proceeding();
    for (const less of [0, 1]) {
      const bytes = Buffer.concat([PDF, Buffer.alloc(DOCUMENT_BYTES_AT_MOST - PDF.length - less, 32)]);
      const { status, body } = await bring(id, bytes);
      expect([status, body.bytes]).toEqual([201, DOCUMENT_BYTES_AT_MOST - less]);
      expect((await desk.take(`${pathOf(id)}/${body.id}/content`)).bytes.equals(bytes)).toBe(true);
    }
  });
});

describe('a form', () => {
  it.each([
    ['without a title', { kind: 'OTHER' }, '/title', 'REQUIRED'],
    ['with a blank title', { title: ' ', kind: 'OTHER' }, '/title', 'PATTERN'],
    ['with a long title', { title: 'x'.repeat(201), kind: 'OTHER' }, '/title', 'MAX_LENGTH'],
    ['with a title that cannot be stored', { title: 'a\0b', kind: 'OTHER' }, '/title', 'NUL_CHARACTER'],
    ['without a kind', { title: 'x' }, '/kind', 'REQUIRED'],
    ['with an unknown kind', { title: 'x', kind: 'SECRET' }, '/kind', 'ENUM'],
    ['with a field that nobody asked for', { ...about, uploadedBy: newId() }, '/uploadedBy', 'UNKNOWN_FIELD'],
  ])('%s is refused, and nothing is kept', async (_how, fields, pointer, code) => {
    const { id } = await desk.town.proceeding();
    await nothingKept(async () => {
      const { body } = await desk.send(pathOf(id), form(PDF, fields));
      expect(body).toMatchObject({ code: 'VALIDATION_FAILED', status: 422, errors: [{ pointer, code }] });
    });
  });

  it('without a file is refused', async () => {
    const { id } = await desk.town.proceeding();
    const { body } = await desk.send(pathOf(id), form(undefined, about));
    expect(body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '/file', code: 'REQUIRED' }] });
  });

  it('may have its file first', async () => {
    const { id } = await desk.town.proceeding();
    const data = form(PDF, {});
    for (const [name, value] of Object.entries(about)) data.append(name, value);
    expect(await desk.send(pathOf(id), data)).toMatchObject({ status: 201, body: about });
  });

  it.each([
    ['with two files', (data: FormData) => data.append('file', new Blob(['x']), 'teine.txt')],
    ['with a file under another name', (data: FormData) => data.append('manus', new Blob(['x']), 'teine.txt')],
    ['with a field twice', (data: FormData) => data.append('title', 'Teine')],
    ['with a field of a megabyte', (data: FormData) => data.append('note', 'x'.repeat(1_000_000))],
    ['with a hundred fields', (data: FormData) => Array.from({ length: 100 }, (_, n) => data.append(`f${n}`, 'x'))],
    ['with a field called __proto__', (data: FormData) => data.append('__proto__', 'x')],
  ])('%s is refused, and nothing is kept', async (_how, spoil) => {
    const { id } = await desk.town.proceeding();
    const data = form(PDF, about);
    spoil(data);
    await nothingKept(async () => {
      expect((await desk.send(pathOf(id), data)).body).toMatchObject({ code: 'FORM_MALFORMED', status: 400 });
    });
  });

  it('that breaks off is refused, and nothing is kept', async () => {
    const { id } = await desk.town.proceeding();
    const whole = new Response(form(Buffer.concat([PDF, Buffer.alloc(100_000, 32)]), about));
    const headers = { ...(await desk.authorise(desk.town.mari.worker)), 'content-type': whole.headers.get('content-type') ?? '' };
    const bytes = Buffer.from(await whole.arrayBuffer());
    for (const length of [0, 20, 300, 90_000, bytes.length - 10]) {
      await nothingKept(async () => {
        const answer = await desk.door.app.inject({ method: 'POST', url: pathOf(id), payload: bytes.subarray(0, length), headers });
        expect(answer.json()).toMatchObject({ code: length === 0 ? 'VALIDATION_FAILED' : 'FORM_MALFORMED' });
      });
    }
  });

  it('is a form, and nothing else', async () => {
    const { id } = await desk.town.proceeding();
    const answer = await desk.town.mari.call('POST', pathOf(id), { ...about, file: 'JVBERi0=' });
    expect(answer.body).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE', status: 415 });
    expect((await desk.town.mari.call('POST', pathOf(id))).body).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
    // And a form is taken nowhere else.
    expect((await desk.send('/api/v1/intakes', form(PDF, about))).body).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  it('sent again under its key has one effect; under another’s it is refused', async () => {
    const { id } = await desk.town.proceeding();
    const mari = await desk.authorise(desk.town.mari.worker);
    const headers = { ...mari, 'idempotency-key': newId() };
    const first = await bring(id, PDF, about, 'x.pdf', headers);
    await nothingKept(async () => {
      expect(await bring(id, PDF, about, 'x.pdf', headers)).toMatchObject({ status: 201, body: first.body });
      expect((await bring(id, 'Teine', about, 'x.pdf', headers)).body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    });
    const key = { ...mari, 'idempotency-key': newId() };
    const both = await Promise.all([1, 2, 3].map(() => bring(id, PDF, about, 'y.pdf', key)));
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    expect((await desk.town.mari.call('GET', pathOf(id))).body.items).toHaveLength(2);
    expect(await leftovers()).toEqual([]);
  });
});

describe('withdrawing', () => {
  it('says why, as one saw it, once; the document is shown and not given out', async () => {
    const { id } = await desk.town.proceeding();
    const { body } = await bring(id);
    const { call, worker } = desk.town.mari;
    const withdraw = (reason: unknown, headers = {}) => call('POST', `${pathOf(id)}/${body.id}/withdraw`, { reason }, headers);
    expect((await withdraw('Teise isiku tõend', { 'if-match': '"7"' })).body).toMatchObject({ code: 'PRECONDITION_FAILED', status: 412 });
    expect((await withdraw(' ')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(await withdraw('Teise isiku tõend', { 'if-match': '"1"' })).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { withdrawal: { by: worker.userId, reason: 'Teise isiku tõend' } },
    });
    expect((await withdraw('Veel')).body).toMatchObject({ code: 'DOCUMENT_WITHDRAWN', status: 409 });
    expect((await desk.take(`${pathOf(id)}/${body.id}/content`)).status).toBe(409);
    expect((await call('GET', pathOf(id))).body.items).toMatchObject([{ id: body.id, withdrawal: { reason: 'Teise isiku tõend' } }]);
    expect(desk.lying()).toContain(body.id);
    const entries = (await call('GET', `/api/v1/proceedings/${id}/timeline`)).body.items;
    expect(entries?.at(-1)).toMatchObject({ kind: 'DOCUMENT_WITHDRAWN', objectId: body.id, text: 'Teise isiku tõend' });
    expect(await linesOf(id, 'DOCUMENT_WITHDRAWN')).toHaveLength(1);
    expect((await call('POST', `${pathOf(id)}/${newId()}/withdraw`, { reason: 'x' })).body).toMatchObject({ code: 'DOCUMENT_NOT_FOUND' });
    expect((await call('DELETE', `${pathOf(id)}/${body.id}`)).status).toBe(404);
  });

  it('is refused once a decision stands on the document, and in a closed proceeding', async () => {
    const { id } = await desk.town.proceeding();
    const [one, other, third] = [await bring(id), await bring(id), await bring(id)].map(({ body }) => String(body.id));
    const { call } = desk.town.mari;
    const withdraw = (document = '') => call('POST', `${pathOf(id)}/${document}/withdraw`, { reason: 'x' });
    const { database, clock } = desk.door;
    const lock = (ids: readonly string[]) => database.decide((tx) => lockDocuments(tx, id, ids, clock.now()));
    expect(await lock([one ?? '', one ?? ''])).toMatchObject({ ok: true });
    expect((await withdraw(one)).body).toMatchObject({ code: 'DOCUMENT_OF_DECISION', status: 409 });
    expect((await call('GET', `${pathOf(id)}/${one}`)).body).toMatchObject({ decidedAt: clock.now().toString() });
    await withdraw(other);
    expect(await lock([third ?? '', other ?? ''])).toMatchObject({ ok: false, error: { code: 'DOCUMENT_NOT_FOUND' } });
    expect(await lock([newId()])).toMatchObject({ ok: false });
    await call('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' });
    expect((await withdraw(third)).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
  });
});

describe('what was uploaded', () => {
  it('is changed by nobody, and deleted by nobody while a key opens it', async () => {
    const { id } = await desk.town.proceeding();
    const { body } = await bring(id);
    const { db } = desk.door.database;
    await expect(sql`update document set sha256 = sha256(''::bytea) where id = ${body.id}`.execute(db)).rejects.toThrow('never changed');
    await expect(sql`delete from document where id = ${body.id}`.execute(db)).rejects.toThrow('only when its key is destroyed');
  });

  it('and is lost or spoiled is said to be, and nothing of it is given out', async () => {
    const { id } = await desk.town.proceeding();
    const ids = [await bring(id), await bring(id), await bring(id)].map(({ body }) => String(body.id));
    const [lost = '', short = '', other = ''] = ids;
    rmSync(fileOf(lost));
    truncateSync(fileOf(short), 40);
    writeFileSync(fileOf(other), readFileSync(fileOf(String((await bring(id)).body.id))));
    for (const document of ids) {
      const taken = await desk.take(`${pathOf(id)}/${document}/content`);
      expect([taken.status, JSON.parse(taken.bytes.toString()).code]).toEqual([500, 'DOCUMENT_UNREADABLE']);
    }
    expect(await linesOf(id, 'DOCUMENT_DOWNLOADED')).toEqual([]);
  });

  it('is erased for retention: no key, no bytes, no row', async () => {
    const [gone, stays] = [await desk.town.proceeding(), await desk.town.proceeding()];
    const ids = [await bring(gone.id), await bring(gone.id)].map(({ body }) => String(body.id));
    const kept = String((await bring(stays.id)).body.id);
    const [one = ''] = ids;
    const sealed = readFileSync(fileOf(one));
    const { database, clock, keys } = desk.door;
    expect(await database.transaction((tx) => eraseDocuments({ keys, clock }, tx, [gone.id]))).toBe(2);
    expect((await desk.town.mari.call('GET', pathOf(gone.id))).body.items).toEqual([]);
    expect(await keys.openAll(database.db, ids)).toEqual(new Map());
    await clearLeftovers({ database, clock, objects: desk.objects });
    expect(desk.lying().filter((name) => ids.includes(name))).toEqual([]);
    expect(await leftovers()).toEqual([]);
    // A copy of the bytes in a backup has nothing that opens it.
    writeFileSync(fileOf(one), sealed);
    expect((await desk.take(`${pathOf(gone.id)}/${one}/content`)).status).toBe(404);
    expect((await desk.take(`${pathOf(stays.id)}/${kept}/content`)).status).toBe(200);
    expect(await rowsOf(sql`select system from audit_event where action = 'DOCUMENT_ERASED' and object_id = ${one}`)).toEqual([
      { system: 'retention' },
    ]);
    rmSync(fileOf(one));
  });

  it('by somebody who died in the middle is thrown away in an hour, and not sooner', async () => {
    const { database, clock } = desk.door;
    const id = newId();
    await desk.objects.write(
      id,
      (async function* () {
        yield PDF;
      })(),
    );
    await sql`insert into document_leftover values (${id}, ${clock.now().add({ hours: 1 }).toString()})`.execute(database.db);
    await clearLeftovers({ database, clock, objects: desk.objects });
    expect(desk.lying()).toContain(id);
    clock.advance({ hours: 1 });
    await clearLeftovers({ database, clock, objects: desk.objects });
    expect(desk.lying()).not.toContain(id);
    expect(await leftovers()).toEqual([]);
    desk.town.mari.call = await signedIn(desk.door.app, desk.town.mari.worker);
    expect(await desk.objects.open(id)).toBeUndefined();
  });
});
