import { sql } from 'kysely';
import { openProceeding } from '../../../gateway.ts';
import { FILE, inBase64 } from '../../../queries/declarations/ground.ts';
import type { Ground } from '../ground.ts';
import type { GoodCalls } from './good-call.ts';

const REASON = 'MTA kinnitas kirjaga';

async function queryBody({ clientId }: { readonly clientId: string }) {
  return { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId: clientId };
}

/** A query that stands as the engine would have left it: here nobody works behind the doors. */
async function query(ground: Ground, state: 'FAILED' | 'HELD') {
  const { mari, star, make, proceeding } = ground;
  const opened = await proceeding();
  const id = await make(mari, `/proceedings/${opened.id}/queries`, await queryBody(opened));
  await sql`update query set state = ${state}, code = 'DEADLINE', answered_at = null, not_before = null where id = ${id}`.execute(
    star.gateway.database.db,
  );
  return { as: ground.anu, params: { id }, body: { reason: REASON } };
}

/** A declaration of a month of its own: one stands for each. */
function declarationBody({ next }: Ground) {
  return { month: `${1000 + next()}-10`, file: inBase64(FILE) };
}

/** An order of an institution that has none under way yet. */
async function batch({ elsewhere, proceeding }: Ground) {
  const as = await elsewhere();
  const { id: proceedingId, clientId: subjectId } = await proceeding(as);
  const people = [{ proceedingId, subjectId }];
  const parameters = { from: '2026-01-01', to: '2026-10-31' };
  return { as, body: { type: 'SKA.BENEFITS_MASS', parameters, justification: 'Toetuste ülevaatus aasta lõpus', people } };
}

export const ASKING: GoodCalls = {
  async 'POST /api/v1/proceedings/{id}/queries'({ mari, proceeding }) {
    const opened = await proceeding();
    return { as: mari, params: { id: opened.id }, body: await queryBody(opened) };
  },
  async 'POST /api/v1/proceedings/{id}/prefill'({ mari, star }) {
    const { EMPLOYED_PARENT = '' } = star.country.personae;
    const { id, subjects } = await openProceeding(mari, [EMPLOYED_PARENT]);
    return { as: mari, params: { id }, body: { purpose: 'SUBSISTENCE_BENEFIT', month: '2026-10', householdIds: subjects } };
  },
  'POST /api/v1/batches': (ground) => batch(ground),
  async 'POST /api/v1/batches/{id}/close'(ground) {
    const { as, body } = await batch(ground);
    return { as, params: { id: await ground.make(as, '/batches', body) } };
  },
  'POST /api/v1/declarations': (ground) => ({ as: ground.mari, body: declarationBody(ground) }),
  'POST /console/api/registries/{registry}/pause': ({ anu }) => ({ as: anu, params: { registry: 'rr' } }),
  'POST /console/api/registries/{registry}/resume': ({ anu }) => ({ as: anu, params: { registry: 'rr' } }),
  'PUT /console/api/registries/{registry}/concurrency': ({ anu }) => ({
    as: anu,
    params: { registry: 'rr' },
    body: { reason: REASON, concurrency: 4 },
  }),
  'POST /console/api/registries/{registry}/maintenance': ({ anu }) => ({
    as: anu,
    params: { registry: 'rr' },
    body: { reason: REASON, from: '2026-11-24T20:00:00Z', until: '2026-11-24T22:00:00Z', emergency: true },
  }),
  async 'DELETE /console/api/registries/{registry}/maintenance/{id}'({ anu, make, star }) {
    const window = { reason: REASON, from: '2026-11-25T20:00:00Z', until: '2026-11-25T22:00:00Z', emergency: true };
    await make(anu, '/console/api/registries/mta/maintenance', window);
    const { rows } = await sql<{ id: string }>`select id from maintenance_window where registry = 'mta' order by id desc limit 1`.execute(
      star.gateway.database.db,
    );
    return { as: anu, params: { registry: 'mta', id: rows[0]?.id ?? '' } };
  },
  'POST /console/api/registries/{registry}/operations': ({ anu }) => ({
    as: anu,
    params: { registry: 'skais' },
    body: { reason: REASON, verb: 'RETRY', code: 'DEADLINE' },
  }),
  'POST /console/api/queries/search': ({ anu }) => ({ as: anu, body: { id: '019ab000-0000-7000-8000-000000000000' } }),
  'POST /console/api/queries/{id}/reveal': async (ground) => ({ ...(await query(ground, 'FAILED')), as: ground.rein }),
  'POST /console/api/queries/{id}/retry': (ground) => query(ground, 'FAILED'),
  'POST /console/api/queries/{id}/discard': (ground) => query(ground, 'FAILED'),
  async 'POST /console/api/queries/{id}/resolve'(ground) {
    const held = await query(ground, 'HELD');
    return { ...held, body: { ...held.body, resolution: 'NOT_DONE' } };
  },
  async 'POST /console/api/declarations/{id}/resolve'(ground) {
    const id = await ground.make(ground.mari, '/declarations', declarationBody(ground));
    await sql`update declaration set state = 'HELD', code = 'WRITE_HELD' where id = ${id}`.execute(ground.star.gateway.database.db);
    return { as: ground.anu, params: { id }, body: { reason: REASON, resolution: 'DONE' } };
  },
  'POST /console/api/contracts/check': ({ anu }) => ({ as: anu }),
  async 'POST /console/api/contracts/{type}/accept'({ anu, star }) {
    await sql`insert into contract_finding (type_code, registry, state, differences, since, checked_at)
      values ('RR.RESIDENCES', 'rr', 'BROKEN', '[]', now(), now())
      on conflict (type_code) do update set accepted = null`.execute(star.gateway.database.db);
    return { as: anu, params: { type: 'RR.RESIDENCES' }, body: { reason: REASON } };
  },
  async 'POST /console/api/feeds/{feed}/read'({ anu, star }) {
    await sql`insert into change_feed (code, registry, cursor, due_at) values ('RR.CHANGE_NOTICES', 'rr', '2026-11-23T00:00:00Z', now())
      on conflict do nothing`.execute(star.gateway.database.db);
    return { as: anu, params: { feed: 'RR.CHANGE_NOTICES' } };
  },
};
