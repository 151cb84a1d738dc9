import { sql } from 'kysely';
import { createApi, requestMetrics } from '../../src/api/index.ts';
import { consoleErrors, consolePages, consoleRoutes, type HealthPorts, metricsPlugin, registerMetrics } from '../../src/console/index.ts';
import { createLog, createMetrics, NO_TRACING, newId, ok, settableClock } from '../../src/platform/index.ts';
import { advanceBulk } from '../../src/queries/bulk/index.ts';
import { queryErrors } from '../../src/queries/index.ts';
import { peopleErrors, peopleRoutes } from '../../src/register/people/index.ts';
import {
  findLastProceeding,
  findTie,
  goOnAs,
  holdUnderWay,
  intakeErrors,
  mayHandle,
  proceedingErrors,
  proceedingRoutes,
  tellFile,
  tellHistory,
} from '../../src/register/proceedings/index.ts';
import { ownRoutes } from '../../src/roles/index.ts';
import { createDataKeys, openPostgresCache, openPostgresQueue } from '../../src/storage/index.ts';
import { registering, signedIn, withCheckedReplies } from '../api/door.ts';
import { createTestDatabase } from '../database.ts';
import { MASTER_KEYS, settingsOf } from '../installation.ts';
import { hire, personalCode } from '../town.ts';

export const REGISTRIES = ['mta', 'rr', 'skais', 'tervisekassa', 'tootukassa'];
export const NOW = '2026-11-23T08:00:00Z';
export const subject = personalCode(77);

export type Board = Awaited<ReturnType<typeof openBoard>>;

/** An exchange as the engine would have left it. */
export interface MadeExchange {
  readonly secondsAgo: number;
  readonly outcome: 'ANSWERED' | 'FAULTED' | 'RETRY_WAIT' | 'FAILED';
  readonly code?: string;
  readonly rejected?: boolean;
  readonly tookMs: number;
}

/** The operators' door over a database and queue of its own. The clock stands still. */
export async function openBoard({
  registries = REGISTRIES,
  parts = {},
}: {
  registries?: readonly string[];
  parts?: Partial<HealthPorts>;
} = {}) {
  const { database, drop } = await createTestDatabase();
  const clock = settableClock(NOW);
  const log = createLog('silent');
  const queue = await openPostgresQueue({ database, queues: [...registries], log });
  const metrics = createMetrics();
  const keys = createDataKeys(MASTER_KEYS);
  const settings = settingsOf(registries);
  const setPaused = (registry: string, paused: boolean) => (paused ? queue.pause(registry) : queue.resume(registry));
  const app = await createApi({
    tracing: NO_TRACING,
    requests: requestMetrics(metrics),
    database,
    clock,
    log,
    routes: [
      ...ownRoutes({ database, clock }),
      ...peopleRoutes({
        database,
        clock,
        tieTo: findTie,
        lastProceeding: findLastProceeding,
        holdUnderWay,
        goOnAs,
        tellFile,
        tellHistory,
        guestIn: async () => undefined,
      }),
      ...proceedingRoutes({
        database,
        clock,
        keys,
        onClosed: async () => ok(undefined),
        visit: async (actor, proceeding) => mayHandle(actor, proceeding),
        ...registering(clock),
      }),
    ],
    further: {
      '/console/api': consoleRoutes({
        database,
        queue,
        events: { publish: () => undefined },
        keys,
        cache: openPostgresCache(database),
        clock,
        registries,
        settings,
        setPaused,
        parts: {
          redis: undefined,
          securityServers: [],
          dataDir: '.',
          backupMark: undefined,
          documents: { store: async () => true, scanner: async () => true, validator: async () => true },
          certificates: undefined,
          version: '0.1.0',
          ...parts,
        },
      }).map(withCheckedReplies),
    },
    errors: [peopleErrors, proceedingErrors, intakeErrors, queryErrors, consoleErrors],
    readiness: [],
    secret: new Uint8Array(32),
    secureCookies: false,
  });
  await app.register(consolePages);
  registerMetrics(metrics, { database, clock, settings });
  await app.register(metricsPlugin, { metrics });
  const operator = await hire(database, {
    username: 'anu.operaator',
    name: 'Anu Operaator',
    roles: ['TEHIK_OPS'],
    institution: '70009770',
    kind: 'TEHIK',
    serial: 1,
  });
  const onlooker = await hire(database, {
    username: 'tiit.kasutajatugi',
    roles: ['SUPPORT'],
    institution: '70009770',
    kind: 'TEHIK',
    serial: 3,
  });
  const supervisor = await hire(database, {
    username: 'rein.jarelevalve',
    roles: ['SKA_SUPERVISION'],
    institution: '70001975',
    kind: 'SKA',
    serial: 4,
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
  const clientId = String(client.body.id);

  return {
    app,
    database,
    queue,
    keys,
    clock,
    operator,
    onlooker,
    supervisor,
    worker,
    proceedingId,
    clientId,
    /** Takes the operations upon many queries on until there is none. */
    async workBulk() {
      while (await advanceBulk({ database, queue, events: { publish: () => undefined }, clock, registries, log }));
    },
    /** Enters exchanges in the past, each of a query of its own. */
    async exchanges(registry: string, made: readonly MadeExchange[]) {
      const permitId = newId();
      const now = Date.parse(NOW);
      await database.transaction(async (tx) => {
        await sql`insert into query_permit (id, at, user_id, institution_id, proceeding_id, client_id, type_code, parameters, legal_basis, fields)
          values (${permitId}, ${new Date(now)}, ${worker.userId}, ${worker.institutionId}, ${proceedingId}, ${clientId}, 'RR.X', '{}', 'SHS', '[]')`.execute(
          tx,
        );
        const rows = made.map((one) => ({ id: newId(), sent: new Date(now - one.secondsAgo * 1000), ...one }));
        await sql`insert into query (id, permit_id, proceeding_id, institution_id, client_id, type_code, registry, question_hash, state, answer_state,
          class, user_id, wanted_by, attempt, asked_at, answered_at, enqueued_at, correlation_id)
          select id, ${permitId}, ${proceedingId}, ${worker.institutionId}, ${clientId}, 'RR.RESIDENCES', ${registry}, id::text, 'ANSWERED',
          case when rejected then 'REJECTED' else 'FOUND' end, 1, ${worker.userId}, sent, 1, sent, sent, sent, id
          from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ sent }) => sent)}::timestamptz[], ${rows.map(
            ({ rejected }) => rejected ?? false,
          )}::boolean[]) as made (id, sent, rejected)`.execute(tx);
        await sql`insert into query_attempt (query_id, attempt, x_road_id, service, request_hash, request_bytes, sent_at, received_at, response_bytes,
          security_server, outcome, code)
          select id, 1, id::text, 'EE/GOV/70008440/rr/RR456/v1', 'x', 900, sent, sent + took * interval '1 millisecond', 4200, 'http://127.0.0.1', outcome, code
          from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ sent }) => sent)}::timestamptz[], ${rows.map(
            ({ tookMs }) => tookMs,
          )}::integer[], ${rows.map(({ outcome }) => outcome)}::text[], ${rows.map(
            ({ code }) => code ?? null,
          )}::text[]) as made (id, sent, took, outcome, code)`.execute(tx);
      });
    },
    /** Enters a query as the engine would have left it. */
    async query(
      registry: string,
      state: string,
      more: { code?: string; minutesAgo?: number; proceedingId?: string; xRoadId?: string } = {},
    ) {
      const id = newId();
      const permitId = newId();
      const at = new Date(Date.parse(NOW) - (more.minutesAgo ?? 5) * 60_000);
      const soon = new Date(Date.parse(NOW) + 60_000);
      const proceeding = more.proceedingId ?? proceedingId;
      await database.transaction(async (tx) => {
        await sql`insert into query_permit (id, at, user_id, institution_id, proceeding_id, client_id, type_code, parameters, legal_basis, fields)
          values (${permitId}, ${at}, ${worker.userId}, ${worker.institutionId}, ${proceeding}, ${clientId}, 'RR.X', '{"asOf":"2026-11-01"}', 'SHS § 133', '[]')`.execute(
          tx,
        );
        await sql`insert into query (id, permit_id, proceeding_id, institution_id, client_id, type_code, registry, question_hash, state, class,
          user_id, wanted_by, attempt, asked_at, answered_at, not_before, lease_until, enqueued_at, code, correlation_id)
          values (${id}, ${permitId}, ${proceeding}, ${worker.institutionId}, ${clientId}, 'RR.RESIDENCES', ${registry}, ${id}, ${state}, 1, ${worker.userId}, ${at}, 3, ${at},
          ${state === 'ANSWERED' ? at : null}, ${state === 'RETRY_WAIT' ? soon : null}, ${state === 'SENT' ? soon : null}, ${at}, ${more.code ?? null}, ${id})`.execute(
          tx,
        );
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
