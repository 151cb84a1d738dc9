import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, Temporal } from '../../src/platform/index.ts';
import { claimNext, type Taking } from '../../src/queries/turn-store.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';

describe('whose turn it is at a register', () => {
  let star: TestGateway;
  let operator: Call;
  beforeAll(async () => {
    star = await openTestGateway({ concurrency: 2 });
    operator = await star.worker({ institution: '70009770', kind: 'TEHIK', roles: ['TEHIK_OPS'] });
  });
  afterAll(() => star.close());

  const prefill = async (call: Call, subjects: readonly string[]) => {
    const proceeding = await openProceeding(call, subjects);
    const { body } = await call('POST', `/api/v1/proceedings/${proceeding.id}/prefill`, {
      purpose: 'SUBSISTENCE_BENEFIT',
      month: '2026-11',
      householdIds: proceeding.subjects,
    });
    const items = body.items as readonly { queryId: string; type: string }[];
    return items.filter(({ type }) => type.startsWith('RR.')).map(({ queryId }) => queryId);
  };

  /** The queries in the order in which they were answered. */
  const answered = async (count: number): Promise<readonly string[]> => {
    for (let tries = 0; tries < 200; tries++) {
      const { rows } = await sql<{ id: string }>`
        select object_id as id from audit_event where action = 'QUERY_ANSWERED' and details->>'type' like 'RR.%' order by audit_event.id`.execute(
        star.gateway.database.db,
      );
      if (rows.length === count) return rows.map(({ id }) => id);
      await new Promise((settle) => setTimeout(settle, 50));
    }
    throw new Error('not all were answered');
  };

  it('one municipality’s mass prefill starves neither another, nor its own workers, nor whoever waits before a screen', async () => {
    const people = ['EMPLOYED_PARENT', 'UNEMPLOYED_PARENT', 'LONE_PENSIONER', 'UNKNOWN'].map((name) => star.country.personae[name] ?? '');
    const [mass, colleague] = [await star.worker(), await star.worker()];
    const elsewhere = await star.worker({ institution: '70000740' });
    star.simulator.knobs('rr').latencyMs = 40;
    await operator('POST', '/console/api/registries/rr/pause');
    const backlog = [await prefill(mass, people), await prefill(mass, people)].flat();
    const theirs = await prefill(colleague, people.slice(0, 1));
    const others = await prefill(elsewhere, people.slice(0, 1));
    const proceeding = await openProceeding(elsewhere, people.slice(0, 1));
    const asked = { type: RR, subjectId: proceeding.subjects[0] };
    const { body: alone } = await elsewhere('POST', `/api/v1/proceedings/${proceeding.id}/queries`, asked);
    await operator('POST', '/console/api/registries/rr/resume');

    const order = await answered(backlog.length + theirs.length + others.length + 1);
    // In the order of asking nothing of the backlog would be left behind others or theirs. How much is depends on how evenly the answers come.
    const leftBehind = (ids: readonly string[]) => {
      const last = Math.max(...ids.map((id) => order.indexOf(id)));
      return backlog.filter((id) => order.indexOf(id) > last).length;
    };
    expect(backlog).toHaveLength(16);
    expect(order.indexOf(String(alone.id))).toBeLessThan(3);
    expect(leftBehind(others)).toBeGreaterThanOrEqual(4);
    expect(leftBehind(theirs)).toBeGreaterThanOrEqual(2);
  }, 30_000);
});

describe('a turn among many that wait', () => {
  let test: TestDatabase;
  const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
  const taking: Taking = { registry: 'rr', salt: 7 };
  const claim = () => test.database.transaction((tx) => claimNext(tx, taking, now.add({ seconds: 90 })));

  beforeAll(async () => {
    test = await createTestDatabase();
    const permit = newId();
    await sql`insert into query_permit (id, at, user_id, institution_id, proceeding_id, client_id, type_code, parameters, legal_basis, fields)
      values (${permit}, ${now.toString()}, ${newId()}, ${newId()}, ${newId()}, ${newId()}, 'RR.X', '{}', 'SHS', '[]')`.execute(
      test.database.db,
    );
    // 20,000 queries of 12 workers in 4 institutions, and as many answered ones.
    await sql`
      insert into query (id, permit_id, proceeding_id, institution_id, client_id, type_code, registry, question_hash, state, class, user_id,
        wanted_by, asked_at, enqueued_at, correlation_id)
      select gen_random_uuid(), ${permit}, gen_random_uuid(), lpad(to_hex(n % 4), 32, '0')::uuid, gen_random_uuid(), 'RR.X', 'rr', n::text,
        case when n <= 20000 then 'QUEUED' else 'ANSWERED' end, 2, lpad(to_hex(n % 12), 32, '0')::uuid,
        ${now.toString()}::timestamptz + n * interval '1 second', ${now.toString()}, ${now.toString()}, gen_random_uuid()
      from generate_series(1, 40000) n`.execute(test.database.db);
    await sql`analyze query`.execute(test.database.db);
  });
  afterAll(() => test.drop());

  it('goes to those who have the fewest under way, and of theirs to what is wanted first', async () => {
    const claimed = [];
    for (let turn = 0; turn < 24; turn++) claimed.push(await claim());
    const { rows } = await sql<{ institution_id: string; user_id: string; running: number }>`
      select institution_id, user_id, count(*) as running from query where state = 'SENT' group by institution_id, user_id`.execute(
      test.database.db,
    );
    expect(rows.map(({ running }) => running)).toEqual(Array(12).fill(2));
    expect(new Set(claimed.map((query) => query?.id)).size).toBe(24);
  });

  it('is given once to each of many who come at the same time', async () => {
    const claimed = await Promise.all(Array.from({ length: 16 }, claim));
    expect(new Set(claimed.map((query) => query?.id)).size).toBe(16);
  });

  it('looks at a few rows, not at all that wait', async () => {
    const { rows } = await sql<{ idx_scan: number; idx_tup_fetch: number; seq_scan: number }>`
      select idx_scan, idx_tup_fetch, seq_scan from pg_stat_user_tables where relname = 'query'`.execute(test.database.db);
    const before = rows[0];
    for (let turn = 0; turn < 10; turn++) await claim();
    await sql`select pg_stat_force_next_flush()`.execute(test.database.db);
    const after = await sql<{ idx_tup_fetch: number; seq_scan: number }>`
      select idx_tup_fetch, seq_scan from pg_stat_user_tables where relname = 'query'`.execute(test.database.db);
    expect(after.rows[0]?.seq_scan).toBe(before?.seq_scan);
    expect(Number(after.rows[0]?.idx_tup_fetch) - Number(before?.idx_tup_fetch)).toBeLessThan(2000);
  });
});
