import { sql } from 'kysely';
import { createApi, requestMetrics } from '../../src/api/index.ts';
import { consoleErrors, consolePages, consoleRoutes, metricsPlugin, registerMetrics } from '../../src/console/index.ts';
import { createLog, createMetrics, newId, ok, settableClock } from '../../src/platform/index.ts';
import { queryErrors } from '../../src/queries/index.ts';
import { sessionRoutes } from '../../src/register/access/index.ts';
import { peopleErrors, peopleRoutes } from '../../src/register/people/index.ts';
import { hasProceedingOn, proceedingErrors, proceedingRoutes } from '../../src/register/proceedings/index.ts';
import { createDataKeys, openPostgresCache, openPostgresQueue } from '../../src/storage/index.ts';
import { signedIn } from '../api/door.ts';
import { createTestDatabase } from '../database.ts';
import { hire, personalCode } from '../town.ts';

export const REGISTRIES = ['mta', 'rr', 'skais', 'tervisekassa', 'tootukassa'];
export const NOW = '2026-11-23T08:00:00Z';
export const subject = personalCode(77);

export type Board = Awaited<ReturnType<typeof openBoard>>;

/** The operators' door over a database and queue of its own. The clock stands still. */
export async function openBoard() {
  const { database, drop } = await createTestDatabase();
  const clock = settableClock(NOW);
  const log = createLog('silent');
  const queue = await openPostgresQueue({ database, queues: REGISTRIES, log });
  const metrics = createMetrics();
  const keys = createDataKeys({ masterKey: new Uint8Array(32).fill(7) });
  const setPaused = (registry: string, paused: boolean) => (paused ? queue.pause(registry) : queue.resume(registry));
  const app = await createApi({
    requests: requestMetrics(metrics),
    database,
    clock,
    log,
    routes: [
      ...sessionRoutes(),
      ...peopleRoutes({ database, clock, hasProceedingOn }),
      ...proceedingRoutes({ database, clock, keys, onClosed: async () => ok(undefined) }),
    ],
    further: {
      '/console/api': consoleRoutes({
        database,
        queue,
        keys,
        cache: openPostgresCache(database),
        clock,
        registries: REGISTRIES,
        setPaused,
      }),
    },
    errors: [peopleErrors, proceedingErrors, queryErrors, consoleErrors],
    readiness: [],
    secret: new Uint8Array(32),
    secureCookies: false,
  });
  await app.register(consolePages);
  registerMetrics(metrics, { database, clock, registries: REGISTRIES });
  await app.register(metricsPlugin, { metrics });
  const operator = await hire(database, {
    username: 'anu.operaator',
    roles: ['TEHIK_OPS'],
    institution: '70009770',
    kind: 'TEHIK',
    serial: 1,
  });
  const worker = await hire(database, { username: 'mari.sotsiaaltootaja', roles: ['SOCIAL_WORKER'], serial: 2 });
  const mari = await signedIn(app, worker);
  const client = await mari('POST', '/api/v1/clients', { personalCode: subject, firstName: 'Jaan', lastName: 'Tamm' });
  const intake = await mari('POST', '/api/v1/intakes', {
    kind: 'APPLICATION_BENEFIT',
    channel: 'IN_PERSON',
    problem: 'Toimetulekuraskused',
    subjects: [{ clientId: client.body.id, role: 'MAIN' }],
    openProceeding: { kind: 'SIMPLE' },
  });
  const { id: proceedingId } = intake.body.proceeding as { id: string };

  return {
    app,
    database,
    queue,
    operator,
    worker,
    proceedingId,
    /** Enters a query as the engine would have left it. */
    async query(
      registry: string,
      state: string,
      more: { code?: string; minutesAgo?: number; proceedingId?: string; xRoadId?: string } = {},
    ) {
      const id = newId();
      const permitId = newId();
      const at = new Date(Date.parse(NOW) - (more.minutesAgo ?? 5) * 60_000);
      const proceeding = more.proceedingId ?? proceedingId;
      await database.transaction(async (tx) => {
        await sql`insert into query_permit (id, at, user_id, institution_id, proceeding_id, client_id, type_code, parameters, legal_basis, fields)
          values (${permitId}, ${at}, ${worker.userId}, ${worker.institutionId}, ${proceeding}, ${newId()}, 'RR.X', '{}', 'SHS', '[]')`.execute(
          tx,
        );
        await sql`insert into query (id, permit_id, proceeding_id, institution_id, client_id, type_code, registry, question_hash, state, priority,
          attempt, asked_at, answered_at, enqueued_at, code, correlation_id)
          values (${id}, ${permitId}, ${proceeding}, ${worker.institutionId}, ${newId()}, 'RR.RESIDENCES', ${registry}, ${id}, ${state}, 5, 3, ${at},
          ${state === 'ANSWERED' ? at : null}, ${at}, ${more.code ?? null}, ${id})`.execute(tx);
        await sql`insert into query_attempt (query_id, attempt, x_road_id, service, request_hash, request_bytes, sent_at)
          values (${id}, 3, ${more.xRoadId ?? newId()}, 'EE/GOV/70008440/rr/RR456/v1', 'x', 1, ${at})`.execute(tx);
      });
      return id;
    },
    async stateOf(id: string) {
      const { rows } = await sql<{ state: string }>`select state from query where id = ${id}`.execute(database.db);
      return rows[0]?.state;
    },
    async audit() {
      const { rows } = await sql<{
        action: string;
        outcome: string;
        code: string | null;
        user_id: string | null;
        object_id: string | null;
        details: unknown;
        text: string;
      }>`
        select action, outcome, code, user_id, object_id, details, audit_event::text as text from audit_event order by id`.execute(
        database.db,
      );
      return rows;
    },
    async close() {
      await app.close();
      await queue.close();
      await drop();
    },
  };
}
