import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registryHistory } from '../../src/queries/index.ts';
import { type Caller, signedIn } from '../api/door.ts';
import { type Board, openBoard } from './board.ts';

let board: Board;
let anu: Caller;
beforeAll(async () => {
  board = await openBoard();
  anu = await signedIn(board.app, board.operator);
});
afterAll(() => board.close());

const historyOf = async (span: string, registry: string) => {
  const { body } = await anu('GET', `/console/api/history/${span}`);
  return { body, one: body.items?.find((item) => item.registry === registry) as Record<string, readonly (number | null)[]> };
};

describe('what the exchanges came to', () => {
  it('stands by minute, by class, with the times of answers alone', async () => {
    const answered = (secondsAgo: number, tookMs: number) => ({ secondsAgo, tookMs, outcome: 'ANSWERED' as const });
    await board.exchanges('mta', [
      ...[100, 200, 300, 400, 1000].map((tookMs) => answered(90, tookMs)),
      { ...answered(90, 50), rejected: true },
      { secondsAgo: 90, tookMs: 30_000, outcome: 'RETRY_WAIT', code: 'DEADLINE' },
      { secondsAgo: 90, tookMs: 5, outcome: 'RETRY_WAIT', code: 'CONNECTION_REFUSED' },
      { secondsAgo: 90, tookMs: 5, outcome: 'FAILED', code: 'Server.ServerProxy.NetworkError' },
      { secondsAgo: 90, tookMs: 5, outcome: 'FAULTED', code: 'Server.ServerProxy.AccessDenied' },
      answered(3599 + 60, 1),
    ]);
    const { body, one } = await historyOf('1h', 'mta');
    expect(body).toMatchObject({ from: '2026-11-23T07:01:00Z', stepSeconds: 60, steps: 60 });
    // 07:58:30 is in the last step but one.
    expect(
      Object.fromEntries(['ANSWERED', 'REJECTED', 'FAULTED', 'TIMEOUT', 'TECHNICAL', 'p50', 'p95'].map((key) => [key, one[key]?.[57]])),
    ).toEqual({ ANSWERED: 5, REJECTED: 1, FAULTED: 1, TIMEOUT: 1, TECHNICAL: 2, p50: 250, p95: 850 });
    expect(one.ANSWERED?.filter((count) => count !== 0)).toEqual([5]);
    expect(one.overall).toEqual({ p50: 250, p95: 850 });
    expect(body.items?.map(({ registry }) => registry)).toEqual(['mta', 'rr', 'skais', 'tervisekassa', 'tootukassa']);
  });

  it('reaches back as far as is asked, and no further', async () => {
    await board.exchanges('skais', [
      { secondsAgo: 60, tookMs: 10, outcome: 'ANSWERED' },
      { secondsAgo: 1800, tookMs: 10, outcome: 'ANSWERED' },
      { secondsAgo: 7200, tookMs: 10, outcome: 'ANSWERED' },
      { secondsAgo: 90_000, tookMs: 10, outcome: 'ANSWERED' },
    ]);
    const sums = await Promise.all(
      ['15m', '1h', '24h'].map(async (span) => {
        const { one } = await historyOf(span, 'skais');
        return one.ANSWERED?.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      }),
    );
    // The hour was looked at a moment ago and is shared by whoever looks within five seconds.
    expect([sums[0], sums[2]]).toEqual([1, 3]);
    expect((await anu('GET', '/console/api/history/1y')).body.code).toBe('VALIDATION_FAILED');
  });

  it('is found by the time and by keys alone, however many rows are older', async () => {
    // As the planner sees a register of years.
    await board.exchanges(
      'rr',
      Array.from({ length: 20_000 }, (_none, n) => ({ secondsAgo: 10_000_000 + n, tookMs: 10, outcome: 'ANSWERED' as const })),
    );
    await sql`analyze query, query_attempt`.execute(board.database.db);
    const read = await board.database.transaction(async (tx) => {
      // What this connection did before may not have been handed in yet.
      const wholeReads = async () => {
        const { rows } = await sql<{ whole: number }>`
          select seq_scan as whole from pg_stat_xact_user_tables where relname in ('query', 'query_attempt') order by relname`.execute(tx);
        return rows.map(({ whole }) => Number(whole));
      };
      const before = await wholeReads();
      const history = await registryHistory(tx, ['mta'], '1h', board.clock.now());
      expect(history.registries[0]?.overall.p50).toBe(250);
      return (await wholeReads()).map((whole, table) => whole - (before[table] ?? 0));
    });
    expect(read).toEqual([0, 0]);
  });
});

describe('why exchanges failed', () => {
  it('is grouped by code, with what stands failed for it and what to do', async () => {
    await board.query('rr', 'FAILED', { code: 'DEADLINE' });
    await board.query('rr', 'FAILED', { code: 'DEADLINE' });
    await board.query('rr', 'FAULTED', { code: 'Server.ServerProxy.AccessDenied' });
    await board.exchanges('rr', [
      { secondsAgo: 600, tookMs: 30_000, outcome: 'RETRY_WAIT', code: 'DEADLINE' },
      { secondsAgo: 100_000, tookMs: 30_000, outcome: 'RETRY_WAIT', code: 'DEADLINE' },
      { secondsAgo: 60, tookMs: 10, outcome: 'RETRY_WAIT', code: 'CONNECTION_REFUSED' },
    ]);
    const { body } = await anu('GET', '/console/api/registries/rr/faults');
    expect(body.items?.map(({ code, exchanges, standing }) => [code, exchanges, standing])).toEqual([
      ['DEADLINE', 1, 2],
      ['Server.ServerProxy.AccessDenied', 0, 1],
      ['CONNECTION_REFUSED', 1, 0],
    ]);
    expect(body.items?.[0]).toMatchObject({
      lastAt: '2026-11-23T07:50:00Z',
      trouble: { code: 'STAR-XT-DEADLINE', operator: expect.any(String), steps: expect.arrayContaining([expect.any(String)]) },
    });
    expect((await anu('GET', '/console/api/registries/kinnistu/faults')).body.code).toBe('REGISTRY_UNKNOWN');
  });
});
