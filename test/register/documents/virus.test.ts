import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClamd } from '../../../src/register/documents/index.ts';
import { EICAR, hasClamd, speakAsClamd, standInForClamd, startClamd, type TestClamd } from '../../clamd.ts';
import { type Desk, form, openDesk, PDF } from './desk.ts';

const about = { title: 'Tõend', kind: 'OTHER' };

const hasReal = hasClamd('documents scanned by ClamAV');
/** The real one where it can be had; always somebody who speaks as it does. */
const SCANNERS: readonly (readonly [string, () => Promise<TestClamd>])[] = [
  ['that speaks as clamd does', () => standInForClamd(speakAsClamd)],
  ...(hasReal ? [['of ClamAV’s own', startClamd] as const] : []),
];

const bring = async (desk: Desk, file: Uint8Array, name = 'x.pdf') => {
  const { id } = await desk.town.proceeding();
  const answer = await desk.send(`/api/v1/proceedings/${id}/documents`, form(file, about, name));
  const { rows } = await sql`select code from audit_event where object_id = ${id} and action = 'DOCUMENT_REFUSED'`.execute(
    desk.door.database.db,
  );
  return { id, answer, refused: rows };
};

async function nothingLies(desk: Desk): Promise<void> {
  expect(desk.lying()).toEqual([]);
  for (const table of ['document', 'document_leftover'])
    expect((await sql`select from ${sql.table(table)}`.execute(desk.door.database.db)).rows).toEqual([]);
}

describe.each(SCANNERS)('a scanner %s', (_which, start) => {
  let clamd: TestClamd;
  let desk: Desk;
  beforeAll(async () => {
    clamd = await start();
    desk = await openDesk({ scanner: openClamd(clamd.address) });
  }, 120_000);
  afterAll(async () => {
    await desk.close();
    await clamd.close();
  });

  it('is there', async () => {
    expect(await openClamd(clamd.address).ping()).toBe(true);
  });

  it('finds a virus wherever it stands, and nothing of the file is kept', async () => {
    const deep = Buffer.concat([PDF, Buffer.alloc(300_000, 32), EICAR, Buffer.alloc(300_000, 32)]);
    for (const file of [EICAR, deep]) {
      const { answer, refused } = await bring(desk, file);
      expect(answer.body).toMatchObject({ code: 'DOCUMENT_INFECTED', status: 422 });
      expect(refused).toEqual([{ code: 'DOCUMENT_INFECTED' }]);
    }
    await nothingLies(desk);
  });

  it('lets through what is clean, whole, and it is said that it was scanned', async () => {
    const file = Buffer.concat([PDF, Buffer.alloc(400_000, 32)]);
    const { id, answer } = await bring(desk, file);
    expect(answer).toMatchObject({ status: 201, body: { scanned: true, bytes: file.length } });
    const taken = await desk.take(`/api/v1/proceedings/${id}/documents/${answer.body.id}/content`);
    expect(taken.bytes.equals(file)).toBe(true);
  });
});

if (hasReal)
  it('a scanner of ClamAV’s own that takes less than a document may have is one that cannot be used', async () => {
    const clamd = await startClamd();
    const desk = await openDesk({ scanner: openClamd(clamd.address) });
    const { answer } = await bring(desk, Buffer.concat([PDF, Buffer.alloc(3_000_000, 32)]));
    expect(answer.body).toMatchObject({ code: 'DOCUMENT_SCANNER_UNAVAILABLE', status: 503 });
    await nothingLies(desk);
    await desk.close();
    await clamd.close();
  }, 120_000);

describe('a scanner that cannot be used', () => {
  it.each([
    ['is not there', undefined],
    ['closes at once', (socket: { end(): void }) => socket.end()],
    [
      'resets in the middle',
      (socket: { once(event: 'data', then: () => void): void; resetAndDestroy(): void }) =>
        socket.once('data', () => socket.resetAndDestroy()),
    ],
    ['says an error', (socket: { end(text: string): void }) => socket.end('INSTREAM size limit exceeded. ERROR\0')],
    ['says something else', (socket: { end(text: string): void }) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['says well and something more', (socket: { end(text: string): void }) => socket.end('stream: OK\0stream: OK\0')],
  ])('because it %s takes nothing, and nothing is kept', async (_how, handle) => {
    const clamd = await standInForClamd(handle ?? (() => undefined));
    if (handle === undefined) await clamd.close();
    const desk = await openDesk({ scanner: openClamd(clamd.address) });
    const { answer, refused } = await bring(desk, Buffer.concat([PDF, Buffer.alloc(1_000_000, 32)]));
    expect(answer).toMatchObject({
      body: { code: 'DOCUMENT_SCANNER_UNAVAILABLE', status: 503 },
      headers: { 'retry-after': expect.anything() },
    });
    expect(refused).toEqual([{ code: 'DOCUMENT_SCANNER_UNAVAILABLE' }]);
    expect(await openClamd(clamd.address).ping()).toBe(false);
    await nothingLies(desk);
    await desk.close();
    if (handle !== undefined) await clamd.close();
  });
});
