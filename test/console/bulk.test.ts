import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { type Caller, signedIn } from '../api/door.ts';
import { type Board, openBoard, subject } from './board.ts';

let board: Board;
let anu: Caller;
beforeAll(async () => {
  board = await openBoard();
  anu = await signedIn(board.app, board.operator);
});
afterAll(() => board.close());

const states = async (registry: string) => {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*) as count from query where registry = ${registry} group by state order by state`.execute(board.database.db);
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
};
const actions = async (from: number) => (await board.audit()).slice(from).map(({ action }) => action);

describe('many at once', () => {
  it('every failed query is retried once, none is lost, and each stands in the log', async () => {
    const before = (await board.audit()).length;
    for (let n = 0; n < 230; n += 1) await board.query('rr', n % 2 === 0 ? 'FAILED' : 'FAULTED', { code: 'DEADLINE' });
    await board.query('rr', 'FAILED', { proceedingId: newId() });
    await board.query('mta', 'FAILED');
    const accepted = await anu('POST', '/console/api/registries/rr/operations', { verb: 'RETRY', reason: 'register töötab' });
    expect(accepted.status).toBe(202);
    expect(accepted.body.items?.[0]).toMatchObject({ verb: 'RETRY', code: null, total: 231, done: 0, refused: 0, endedAt: null });
    expect(await states('rr')).toEqual({ FAILED: 116, FAULTED: 115 });
    // Asked after it: not meant by it.
    await board.query('rr', 'FAILED', { code: 'DEADLINE' });
    await board.workBulk();
    expect(await states('rr')).toEqual({ FAILED: 2, QUEUED: 230 });
    expect(await states('mta')).toEqual({ FAILED: 1 });
    expect((await board.queue.counts('rr')).waiting).toBe(230);
    const { body } = await anu('GET', '/console/api/registries/rr/operations');
    expect(body.items?.[0]).toMatchObject({ total: 231, done: 230, refused: 1, endedAt: '2026-11-23T08:00:00Z' });
    const told = await actions(before);
    expect(told.filter((action) => action === 'QUERY_RETRIED')).toHaveLength(230);
    expect([told[0], told.at(-1)]).toEqual(['BULK_OPERATION_ACCEPTED', 'BULK_OPERATION_ENDED']);
  });

  it('those of one code, or those named, and no others', async () => {
    await board.query('skais', 'FAILED', { code: 'DEADLINE' });
    await board.query('skais', 'FAILED', { code: `kood ${subject}` });
    const named = [await board.query('skais', 'FAILED', { code: 'OTHER' }), await board.query('skais', 'QUEUED')];
    const kept = await board.query('skais', 'FAILED', { code: 'OTHER' });
    await anu('POST', '/console/api/registries/skais/operations', { verb: 'RETRY', code: 'DEADLINE', reason: 'proovin' });
    // As the list shows it.
    await anu('POST', '/console/api/registries/skais/operations', { verb: 'RETRY', code: 'kood ***', reason: 'proovin' });
    await anu('POST', '/console/api/registries/skais/operations', { verb: 'DISCARD', ids: named, reason: 'ei ole vaja' });
    await board.workBulk();
    expect(await states('skais')).toEqual({ CANCELLED: 2, FAILED: 1, QUEUED: 2 });
    expect(await board.stateOf(kept)).toBe('FAILED');
  });

  it('the same key asks once; pressed twice without one, the second finds nothing left', async () => {
    for (let n = 0; n < 3; n += 1) await board.query('tootukassa', 'FAILED');
    const key = { 'idempotency-key': newId() };
    const press = (headers = {}) =>
      anu('POST', '/console/api/registries/tootukassa/operations', { verb: 'RETRY', reason: 'proovin' }, headers);
    await Promise.all([press(key), press(key), press(key)]);
    await press();
    await board.workBulk();
    const { body } = await anu('GET', '/console/api/registries/tootukassa/operations');
    expect(body.items?.map(({ done, refused }) => [done, refused])).toEqual([
      [0, 0],
      [3, 0],
    ]);
    expect((await board.queue.counts('tootukassa')).waiting).toBe(3);
  });

  it('one that nothing can be done with holds up no other', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await board.query('tervisekassa', 'FAILED'));
    await sql`alter table query add constraint spoilt check (id <> ${sql.lit(ids[2])}::uuid or state = 'FAILED')`.execute(
      board.database.db,
    );
    await anu('POST', '/console/api/registries/tervisekassa/operations', { verb: 'RETRY', reason: 'proovin' });
    await board.workBulk();
    await sql`alter table query drop constraint spoilt`.execute(board.database.db);
    expect(await Promise.all(ids.map((id) => board.stateOf(id)))).toEqual(['QUEUED', 'QUEUED', 'FAILED', 'QUEUED', 'QUEUED']);
    const { body } = await anu('GET', '/console/api/registries/tervisekassa/operations');
    expect(body.items?.[0]).toMatchObject({ done: 4, refused: 1 });
  });

  it('several processes at once do each query once', async () => {
    for (let n = 0; n < 120; n += 1) await board.query('mta', 'FAULTED');
    await anu('POST', '/console/api/registries/mta/operations', { verb: 'RETRY', reason: 'proovin' });
    const before = (await board.audit()).length;
    await Promise.all([board.workBulk(), board.workBulk(), board.workBulk()]);
    expect((await actions(before)).filter((action) => action === 'QUERY_RETRIED')).toHaveLength(121);
  });

  it.each([
    [{ verb: 'RETRY' }, 'VALIDATION_FAILED'],
    [{ verb: 'DELETE', reason: 'proovin' }, 'VALIDATION_FAILED'],
    [{ verb: 'RETRY', reason: 'proovin', ids: [] }, 'VALIDATION_FAILED'],
    [{ verb: 'RETRY', reason: 'proovin', ids: Array.from({ length: 501 }, () => newId()) }, 'VALIDATION_FAILED'],
    [{ verb: 'RETRY', reason: `isik ${subject}` }, 'REASON_NAMES_A_PERSON'],
  ])('wants to be told what and why: %#', async (body, code) => {
    expect((await anu('POST', '/console/api/registries/mta/operations', body)).body.code).toBe(code);
  });

  it('knows no register that is not there', async () => {
    expect((await anu('POST', '/console/api/registries/kinnistu/operations', { verb: 'RETRY', reason: 'proovin' })).body.code).toBe(
      'REGISTRY_UNKNOWN',
    );
  });
});
