import { sql } from 'kysely';
import { newId } from '../../src/platform/index.ts';
import { REGISTRIES } from '../../src/registries/index.ts';
import type { Board, MadeExchange } from '../console/board.ts';

/** How much each register is asked in a minute, and in how many ms half of its answers are there. */
const TRAFFIC: Readonly<Record<string, readonly [perMinute: number, ms: number]>> = {
  rr: [22, 170],
  mta: [14, 420],
  tervisekassa: [9, 260],
  skais: [8, 310],
  skais2: [3, 900],
  tor: [6, 140],
  tootukassa: [5, 700],
  ehis: [3, 1200],
  kinnistusraamat: [1.4, 350],
  ariregister: [1.1, 240],
  liiklusregister: [0.8, 190],
  ads: [0.6, 90],
  kohus: [0.15, 500],
};
const MINUTES = 75;

/** A working day at the registers: most answer, one has broken off, one is slow and refuses, one has been stopped, one entry waits for a decision. */
export async function populate(board: Board): Promise<{ readonly failed: string; readonly held: string }> {
  const random = seeded(20_261_123);
  for (const [registry, [perMinute, ms]] of Object.entries(TRAFFIC))
    await board.exchanges(registry, dayOf(registry, perMinute, ms, random));
  for (let n = 0; n < 14; n += 1) await board.query('tootukassa', 'RETRY_WAIT', { code: 'BREAKER_OPEN', minutesAgo: 11 - n / 2 });
  for (let n = 0; n < 23; n += 1) await board.query('tootukassa', 'QUEUED', { minutesAgo: 6 - n / 4 });
  for (let n = 0; n < 6; n += 1) await board.query('tootukassa', 'FAILED', { code: 'Server.ServerProxy.NetworkError', minutesAgo: 55 + n });
  for (let n = 0; n < 3; n += 1) await board.query('tootukassa', 'FAILED', { code: 'DEADLINE', minutesAgo: 70 + n });
  await board.query('ehis', 'FAULTED', { code: 'SCHEMA_MISMATCH', minutesAgo: 34 });
  for (let n = 0; n < 5; n += 1) await board.query('skais2', 'QUEUED', { minutesAgo: 17 + n });
  for (const [registry, running] of Object.entries({ rr: 6, mta: 5, tervisekassa: 2, skais: 2, ehis: 4 }))
    for (let n = 0; n < running; n += 1) await board.query(registry, 'SENT', { minutesAgo: n / 60 });
  await board.query('rr', 'QUEUED', { minutesAgo: 0.1 });
  const held = await board.query('tervisekassa', 'HELD', { code: 'WRITE_HELD', minutesAgo: 25 });
  const failed = await board.query('rr', 'FAILED', { code: 'DEADLINE', minutesAgo: 40 });
  await attempts(board, failed);
  await sql`insert into registry_control (registry, paused, changed_at) values ('skais2', true, ${at(22)})
    on conflict (registry) do update set paused = true`.execute(board.database.db);
  const worker = newId();
  for (const registry of REGISTRIES) {
    const [breaker, until] = registry === 'tootukassa' ? ['OPEN', at(0, 9)] : ['CLOSED', null];
    const concurrency = registry === 'ehis' ? 5 : 8;
    await sql`insert into registry_worker (worker_id, registry, breaker, breaker_until, concurrency, seen_at)
      values (${worker}, ${registry}, ${breaker}, ${until}, ${concurrency}, now() + interval '1 hour')`.execute(board.database.db);
  }
  await sql`insert into maintenance_window (id, registry, starts_at, ends_at, reason, emergency, set_by, set_at) values
    (${newId()}, 'rr', ${at(-12 * 60)}, ${at(-15 * 60)}, 'andmebaasi uuendamine, SMIT 4411', false, ${board.operator.userId}, ${at(60)})`.execute(
    board.database.db,
  );
  await sql`insert into contract_finding (type_code, registry, state, differences, since, checked_at) values
    ('EHIS.STUDIES', 'ehis', 'BROKEN', 'eeIsikukaart.response/oppimised: MEMBER_REMOVED', ${at(300)}, ${at(300)}),
    ('RR.RESIDENCES', 'rr', 'SAME', '', ${at(300)}, ${at(300)}), ('RR.CUSTODY', 'rr', 'CHANGED', 'RR442.response/Isikud: MEMBER_ADDED', ${at(300)}, ${at(300)})`.execute(
    board.database.db,
  );
  await sql`insert into change_feed (code, registry, cursor, due_at, failures, read_at) values
    ('RR.CHANGE_NOTICES', 'rr', '2026-11-23T07:52:00Z', ${at(-2)}, 0, ${at(8)}), ('RR.DEATHS', 'rr', '2026-11-22', ${at(-60)}, 0, ${at(180)})`.execute(
    board.database.db,
  );
  return { failed, held };
}

/** Four attempts at one query: refused, timed out, timed out, and given up. */
async function attempts(board: Board, queryId: string): Promise<void> {
  await sql`delete from query_attempt where query_id = ${queryId}`.execute(board.database.db);
  const made = [
    [40, 0.02, 'CONNECTION_REFUSED', 'RETRY_WAIT'],
    [39.9, 30, 'DEADLINE', 'RETRY_WAIT'],
    [38.2, 12.4, 'Server.ServerProxy.ServiceFailed.InternalError', 'RETRY_WAIT'],
    [34, 30, 'DEADLINE', 'FAILED'],
  ] as const;
  for (const [n, [minutesAgo, seconds, code, outcome]] of made.entries()) {
    await sql`insert into query_attempt (query_id, attempt, x_road_id, service, request_hash, request_bytes, sent_at, received_at, response_bytes,
      security_server, outcome, code, detail, may_have_run)
      values (${queryId}, ${n + 1}, ${`01936a2c-0000-7000-8000-00000000000${n}`}, 'EE/GOV/70008440/rr/RR456/v1', 'sX2m3yqQO1yKXhP2bUe0uVvM3nqf6Y0TtO4Yw9c8J1k', 1840,
      ${at(minutesAgo)}, ${at(minutesAgo, seconds)}, null, 'https://turvaserver.example', ${outcome}, ${code}, ${code === 'DEADLINE' ? 'the deadline passed' : null}, ${code !== 'CONNECTION_REFUSED'})`.execute(
      board.database.db,
    );
  }
  await sql`update query set attempt = 4 where id = ${queryId}`.execute(board.database.db);
  for (const [minutesAgo, action, by, code] of [
    [40, 'QUERY_ASKED', 'SOCIAL_WORKER', null],
    [33.5, 'QUERY_ENDED', null, 'DEADLINE'],
  ] as const)
    await sql`insert into audit_event (id, at, action, outcome, code, roles, system, object_type, object_id, proceeding_id, details)
      values (gen_random_uuid(), ${at(minutesAgo)}, ${action}, 'DONE', ${code}, ${by === null ? null : [by]}, ${by === null ? 'worker' : null}, 'query', ${queryId},
      ${board.proceedingId}, '{}')`.execute(board.database.db);
}

function dayOf(registry: string, perMinute: number, ms: number, random: () => number): MadeExchange[] {
  const made: MadeExchange[] = [];
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const busy = perMinute * (0.75 + 0.35 * Math.sin((minute + perMinute) / 9) + 0.4 * random());
    const count = Math.floor(busy) + (random() < busy % 1 ? 1 : 0);
    for (let n = 0; n < count; n += 1) {
      const secondsAgo = minute * 60 + random() * 58 + 1;
      made.push(exchangeOf(registry, minute, secondsAgo, ms * Math.exp(0.5 * gaussian(random)), random));
    }
  }
  return made;
}

function exchangeOf(registry: string, minute: number, secondsAgo: number, tookMs: number, random: () => number): MadeExchange {
  const took = Math.round(tookMs);
  if (registry === 'tootukassa' && minute < 12) {
    return random() < 0.5
      ? { secondsAgo, tookMs: 30_000, outcome: 'RETRY_WAIT', code: 'DEADLINE' }
      : { secondsAgo, tookMs: took, outcome: 'RETRY_WAIT', code: 'Server.ServerProxy.NetworkError' };
  }
  if (registry === 'ehis' && minute < 40) {
    if (random() < 0.06) return { secondsAgo, tookMs: took, outcome: 'FAULTED', code: 'SCHEMA_MISMATCH' };
    return { secondsAgo, tookMs: Math.min(25_000, Math.round(took * (1 + (40 - minute) / 7))), outcome: 'ANSWERED' };
  }
  if (random() < (registry === 'skais' ? 0.05 : 0.012)) return { secondsAgo, tookMs: took, outcome: 'ANSWERED', rejected: true };
  if (random() < 0.004) return { secondsAgo, tookMs: 30_000, outcome: 'RETRY_WAIT', code: 'DEADLINE' };
  return { secondsAgo, tookMs: took, outcome: 'ANSWERED' };
}

function at(minutesAgo: number, secondsLater = 0): Date {
  return new Date(Date.parse('2026-11-23T08:00:00Z') - minutesAgo * 60_000 + secondsLater * 1000);
}

/** The same day each time: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
