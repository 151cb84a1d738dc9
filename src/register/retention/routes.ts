import { Type } from 'typebox';
import { type Clock, fail, failure, ok, orNull } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { listAnonymised } from './anonymised-store.ts';
import { askRun, stopRun } from './ask-run.ts';
import { CATEGORIES, COMPOSITION, FIELDS } from './fields/index.ts';
import { countItems, listLeft } from './item-store.ts';
import { type Policies, RETENTION_GROUPS, type RetentionGroup, type RetentionPolicy } from './policy.ts';
import { ITEM_STATES, type ItemCount, type RetentionRun, RUN_STATES } from './run.ts';
import { findRun, listRuns } from './run-store.ts';

/** Runs on a page. */
const PAGE = 50;
/** Things that a run's report names at most: what is held is seldom more, and the counts tell of all. */
const LEFT_AT_MOST = 1000;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const Words = Type.Object({ et: Type.String(), en: Type.String(), ru: Type.String() });
const Reason = Type.String({ minLength: 10, maxLength: 400, pattern: '\\S' });
const Group = Type.Enum([...RETENTION_GROUPS]);
const KEEPERS = ['SKA_SUPERVISION', 'REGISTRY_MANAGER'] as const;

const PolicyReply = Type.Object({
  group: Group,
  name: Words,
  from: Type.String({ description: 'From when the period is reckoned' }),
  period: orNull(Type.String({ description: 'ISO 8601' })),
  archive: orNull(Type.String({ description: 'ISO 8601; how long afterwards in the archive, where only supervision sees it' })),
  fate: Type.Enum(['ANONYMISE', 'DELETE', 'STAYS']),
  legalBasis: Type.Object({ act: Type.String(), section: Type.String() }),
  confirmed: Type.Boolean({ description: 'False: a default that the controller must confirm' }),
  carriedOut: Type.Enum(['RUN', 'BY_ITSELF', 'NOT_KEPT']),
  fields: Type.Integer({ description: 'How many stored fields belong to the group' }),
});

const FieldReply = Type.Object({
  table: Type.String(),
  column: Type.String(),
  item: Type.Object({ code: Type.String(), section: Type.String(), name: Words }),
  category: Type.Enum([...CATEGORIES]),
  group: Group,
});

const RunReply = Type.Object({
  id: Id,
  dryRun: Type.Boolean(),
  follows: Type.Optional(Id),
  asOf: Type.String({ format: 'date' }),
  state: Type.Enum([...RUN_STATES]),
  code: Type.Optional(Type.String()),
  askedBy: orNull(Id, { description: 'Null: the schedule' }),
  reason: Type.String(),
  askedAt: Time,
  endedAt: Type.Optional(Time),
});

const RunWholeReply = Type.Object({
  ...RunReply.properties,
  counts: Type.Array(Type.Object({ holding: Type.String(), state: Type.Enum([...ITEM_STATES]), count: Type.Integer() })),
  left: Type.Array(Type.Object({ holding: Type.String(), id: Type.String(), state: Type.Enum([...ITEM_STATES]) }), {
    description: 'What is held, and what could not be let go of',
  }),
});

export interface RetentionRoutePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly policies: Policies;
}

/** Retention (säilitamine) for those who answer for it: what is kept how long and why, and the runs that let go of it. REQ-254. */
export function retentionRoutes(ports: RetentionRoutePorts): readonly Route[] {
  const { database, clock, policies } = ports;
  const whole = async (actor: Actor, id: string) => {
    const run = await findRun(database.db, id);
    if (run === undefined) return fail(failure('RETENTION_RUN_NOT_FOUND'));
    const [counts, left] = [await countItems(database.db, id), await listLeft(database.db, id, LEFT_AT_MOST)];
    await appendAudit(database.db, {
      action: 'RETENTION_RUN_READ',
      at: clock.now(),
      actor,
      object: { type: 'retention-run', id },
      outcome: 'DONE',
      details: { left: left.length },
    });
    return ok({ body: wholeView(run, counts, left) });
  };
  return [
    read({
      method: 'GET',
      path: '/retention/policies',
      summary: 'How long each group of data is kept, what becomes of it then, and by which law',
      callers: 'SIGNED_IN',
      reply: Type.Object({ items: Type.Array(PolicyReply) }),
      show: async () => ok({ body: { items: RETENTION_GROUPS.map((group) => policyView(group, policies[group])) } }),
    }),
    read({
      method: 'GET',
      path: '/retention/fields',
      summary: 'Every stored field of the register, with its place in the data composition, its category and its retention group',
      callers: KEEPERS,
      query: Type.Object({ group: Type.Optional(Group), category: Type.Optional(Type.Enum([...CATEGORIES])) }, strict),
      reply: Type.Object({ items: Type.Array(FieldReply) }),
      show: async ({ query: { group, category } }) => {
        const fields = FIELDS.filter(
          (field) => (group === undefined || field.group === group) && (category === undefined || field.category === category),
        );
        return ok({ body: { items: fields.map(({ item, ...field }) => ({ ...field, item: { code: item, ...COMPOSITION[item] } })) } });
      },
    }),
    read({
      method: 'GET',
      path: '/retention/anonymised',
      summary: 'What is counted of proceedings that are no more: by kind, institution and year, and of nobody',
      callers: KEEPERS,
      reply: Type.Object({
        items: Type.Array(
          Type.Object({
            kind: Type.String(),
            institutionId: Id,
            openedYear: Type.Integer(),
            closedYear: Type.Integer(),
            closeReason: Type.String(),
            proceedings: Type.Integer(),
            subjects: Type.Integer(),
          }),
        ),
      }),
      show: async () => ok({ body: { items: await listAnonymised(database.db) } }),
    }),
    write({
      method: 'POST',
      path: '/retention/runs',
      summary: 'Asks for a run of retention: a dry one, or with `follows` one that lets go of what that dry run has shown',
      callers: ['REGISTRY_MANAGER'],
      body: Type.Object({ follows: Type.Optional(Id), reason: Reason }, strict),
      reply: RunWholeReply,
      async perform({ actor, body }, tx) {
        const asked = await askRun(ports, tx, actor, { follows: body.follows, reason: body.reason.trim() });
        return asked.ok ? ok({ status: 201, id: asked.value, location: `/api/v1/retention/runs/${asked.value}` }) : asked;
      },
      show: ({ actor }, id) => whole(actor, id),
    }),
    read({
      method: 'GET',
      path: '/retention/runs',
      summary: 'Runs of retention, the latest first',
      callers: KEEPERS,
      query: Type.Object({ before: Type.Optional(Id) }, strict),
      reply: Type.Object({ items: Type.Array(RunReply), next: Type.Optional(Id) }),
      async show({ query }) {
        const runs = await listRuns(database.db, query.before, PAGE);
        const last = runs.at(-1);
        return ok({ body: { items: runs.map(runView), ...(runs.length === PAGE && last !== undefined ? { next: last.id } : {}) } });
      },
    }),
    read({
      method: 'GET',
      path: '/retention/runs/:id',
      summary: 'A run of retention: counts by what is kept, and what is held',
      callers: KEEPERS,
      params: Type.Object({ id: Id }),
      reply: RunWholeReply,
      show: ({ actor, params }) => whole(actor, params.id),
    }),
    write({
      method: 'POST',
      path: '/retention/runs/:id/stop',
      summary: 'Stops a run; what it has let go of stays gone',
      callers: ['REGISTRY_MANAGER'],
      params: Type.Object({ id: Id }),
      reply: RunWholeReply,
      async perform({ actor, params }, tx) {
        const stopped = await stopRun(ports, tx, actor, params.id);
        return stopped.ok ? ok({ status: 200, id: stopped.value }) : stopped;
      },
      show: ({ actor }, id) => whole(actor, id),
    }),
  ];
}

function policyView(group: RetentionGroup, policy: RetentionPolicy) {
  const { period = null, archive = null } = policy;
  return { group, ...policy, period, archive, fields: FIELDS.filter((field) => field.group === group).length };
}

function runView({ id, follows, asOf, state, code, actor, reason, askedAt, endedAt }: RetentionRun) {
  return {
    id,
    dryRun: follows === undefined,
    ...(follows === undefined ? {} : { follows }),
    asOf: asOf.toString(),
    state,
    ...(code === undefined ? {} : { code }),
    askedBy: actor?.userId ?? null,
    reason,
    askedAt: askedAt.toString(),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toString() }),
  };
}

function wholeView(run: RetentionRun, counts: readonly ItemCount[], left: readonly unknown[]) {
  return { ...runView(run), counts, left };
}
