import { Type } from 'typebox';
import { fail, failure, ok } from '../../platform/index.ts';
import { type Actor, type Route, read } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findProceedings, listProceedings, type Proceeding, ProceedingReply, proceedingView } from '../proceedings/index.ts';
import type { SupervisionPorts } from './routes.ts';
import { isSupervised, SUPERVISED } from './supervised.ts';

const PAGE = 50;
const PAGE_AT_MOST = 200;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const SupervisedReply = Type.Intersect([ProceedingReply, Type.Object({ institutionId: Id })]);

/** Proceedings of every institution for supervision (SHS § 157): to be read and nothing else, and each look stands in the log. */
export function supervisedProceedingRoutes({ database, clock }: SupervisionPorts): readonly Route[] {
  const seen = (
    actor: Actor,
    action: string,
    proceedingId: string | undefined,
    details: Readonly<Record<string, string | number | null>>,
  ) =>
    appendAudit(database.db, {
      action,
      at: clock.now(),
      actor,
      ...(proceedingId === undefined ? {} : { object: { type: 'proceeding', id: proceedingId }, proceedingId }),
      outcome: 'DONE',
      details,
    });
  return [
    read({
      method: 'GET',
      path: '/supervision/proceedings',
      summary: 'Proceedings of all institutions, or of one, in the order of their opening',
      callers: ['SKA_SUPERVISION'],
      query: Type.Object(
        {
          institution: Type.Optional(Id),
          after: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })),
        },
        strict,
      ),
      reply: Type.Object({ items: Type.Array(SupervisedReply), next: Type.Optional(Id) }),
      async show({ actor, query: { institution, after, limit = PAGE } }) {
        const items = await listProceedings(database.db, { institutionId: institution, kinds: SUPERVISED, after, limit });
        await seen(actor, 'PROCEEDINGS_SUPERVISED', undefined, {
          institution: institution ?? null,
          after: after ?? null,
          read: items.length,
        });
        const last = items.at(-1);
        return ok({ body: { items: items.map(viewOf), ...(items.length === limit && last !== undefined ? { next: last.id } : {}) } });
      },
    }),
    read({
      method: 'GET',
      path: '/supervision/proceedings/:id',
      summary: 'A proceeding of any institution',
      callers: ['SKA_SUPERVISION'],
      params: Type.Object({ id: Id }),
      reply: SupervisedReply,
      async show({ actor, params }) {
        const proceeding = (await findProceedings(database.db, [params.id])).get(params.id);
        if (proceeding === undefined || !isSupervised(proceeding)) return fail(failure('NOT_FOUND'));
        await seen(actor, 'PROCEEDING_SUPERVISED', proceeding.id, {});
        return ok({ body: viewOf(proceeding) });
      },
    }),
  ];
}

function viewOf(proceeding: Proceeding) {
  return { ...proceedingView(proceeding), institutionId: proceeding.institutionId };
}
