import { sql } from 'kysely';
import { newId } from '../../../../src/platform/index.ts';
import { objectsOf } from '../../../../src/roles/open-objects.ts';
import { change, tell } from '../../../register/notices/told.ts';
import { personalCode } from '../../../town.ts';
import type { Ground } from '../ground.ts';
import type { GoodCalls } from './good-call.ts';

const REASON = 'Järelevalve küsimus';
const PERIOD = { from: '2026-11-01T00:00:00Z', until: '2026-12-01T00:00:00Z' };

/** A notice of whom a proceeding is on, whose checklist is empty once they have looked at what it means there. */
async function notice({ star, mari, proceeding }: Ground) {
  const { id, clientId } = await proceeding();
  const about = { id, kind: 'SIMPLE', institutionId: mari.worker.institutionId, ownerId: mari.worker.userId } as const;
  const told = await tell(star.gateway.database, objectsOf, { clientId, proceeding: about, changes: [change('CUSTODY')] });
  return { as: mari, params: { id: told[0] ?? '' } };
}

/** What the rules of supervision have found; which they find is shown by test/register/supervision. */
async function signal({ star, mari }: Ground) {
  const id = newId();
  const { institutionId, userId } = mari.worker;
  await sql`insert into misuse_signal (id, rule, key, at, worker_id, institution_id, score, evidence)
    values (${id}, 'SELF_LOOKUP', ${id}, ${star.clock.now().toString()}, ${userId}, ${institutionId}, 90, '{}')`.execute(
    star.gateway.database.db,
  );
  return id;
}

const YEARLY = { reason: 'Iga-aastane kontroll' };
/** One is under way at a time. */
async function stopRuns({ juht, made }: Ground) {
  const { items } = await made(juht, '/retention/runs', undefined, 'GET');
  const underWay = (items as { id: string; state: string }[]).filter(({ state }) => ['LISTING', 'WORKING'].includes(state));
  for (const { id } of underWay) await made(juht, `/retention/runs/${id}/stop`);
}

const listed = ({ next }: Ground) => ({ personalCode: personalCode(next()), reason: 'Avalikult tuntud isik', until: '2027-01-31' });
const hold = async ({ proceeding }: Ground) => ({ proceedingId: (await proceeding()).id, reason: 'Vaidlus on kohtus' });

export const WATCHING: GoodCalls = {
  async 'PUT /api/v1/notices/{id}/items/{code}'(ground) {
    const { as, params } = await notice(ground);
    return { as, params: { ...params, code: 'REVIEW_PROCEEDINGS' }, body: { outcome: 'DONE', reason: 'Vaadatud, kõik on korras.' } };
  },
  async 'POST /api/v1/notices/{id}/resolve'(ground) {
    const call = await notice(ground);
    await ground.made(call.as, `/notices/${call.params.id}/items/REVIEW_PROCEEDINGS`, { outcome: 'DONE' }, 'PUT');
    return call;
  },
  'POST /api/v1/system-notices': ({ anu }) => ({ as: anu, body: { text: { et: 'Hooldus', en: 'Maintenance', ru: 'Обслуживание' } } }),
  'POST /api/v1/system-notices/{id}/read': async ({ mari, anu, make }) => ({
    as: mari,
    params: { id: await make(anu, '/system-notices', { text: { et: 'Hooldus', en: 'Maintenance', ru: 'Обслуживание' } }) },
  }),
  'POST /api/v1/supervision/signals/{id}/review': async (ground) => ({
    as: ground.rein,
    params: { id: await signal(ground) },
    body: { note: 'Vaadatud: proovis juhendi järgi.' },
  }),
  'POST /api/v1/supervision/listed-persons': (ground) => ({ as: ground.rein, body: listed(ground) }),
  'POST /api/v1/supervision/listed-persons/{id}/end': async (ground) => ({
    as: ground.rein,
    params: { id: await ground.make(ground.rein, '/supervision/listed-persons', listed(ground)) },
  }),
  'POST /api/v1/supervision/audit/search': ({ rein, mari }) => ({
    as: rein,
    body: { ...PERIOD, limit: 10, userId: mari.worker.userId, action: 'CLIENT_READ', reason: REASON },
  }),
  'POST /api/v1/supervision/usage-reports': ({ rein, next }) => ({
    as: rein,
    body: { personalCode: personalCode(next()), reason: REASON, ...PERIOD, offset: 0 },
  }),
  async 'POST /api/v1/retention/runs'(ground) {
    await stopRuns(ground);
    return { as: ground.juht, body: YEARLY };
  },
  async 'POST /api/v1/retention/runs/{id}/stop'(ground) {
    await stopRuns(ground);
    return { as: ground.juht, params: { id: await ground.make(ground.juht, '/retention/runs', YEARLY) } };
  },
  'POST /api/v1/retention/holds': async (ground) => ({ as: ground.juht, body: await hold(ground) }),
  'POST /api/v1/retention/holds/{id}/lift': async (ground) => ({
    as: ground.juht,
    params: { id: await ground.make(ground.juht, '/retention/holds', await hold(ground)) },
    body: { reason: 'Vaidlus lõppes' },
  }),
};
