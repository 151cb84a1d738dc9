import { Type } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import type { ClosePorts } from './close-proceeding.ts';
import { CASE_WORKERS, kindsOf } from './proceeding.ts';
import { TransferReply, TransferWholeReply, transferView, transferWholeView } from './replies.ts';
import { proceedingsSeen } from './seen.ts';
import { Id, nextOf, PAGE, Params, Reason, strict } from './shapes.ts';
import { findProceeding } from './store.ts';
import { isPartyTo } from './transfer.ts';
import { acceptTransfer, endTransfer, offerTransfer } from './transfer-proceeding.ts';
import { findTransfer, listTransfers } from './transfer-store.ts';

/** Passing proceedings to another institution: one offers, the other accepts, and neither can do it alone. */
export function transferRoutes(ports: ClosePorts & { readonly database: Database }): readonly Route[] {
  const { database } = ports;
  const shown = async (actor: Actor, id: string) => {
    const transfer = await findTransfer(database.db, id);
    if (transfer === undefined || !isPartyTo(actor, transfer)) return fail(failure('TRANSFER_NOT_FOUND'));
    return ok({ body: transferWholeView(transfer, actor.institutionId) });
  };
  const done = (result: Result<unknown, Failure>, id: string) => (result.ok ? ok({ status: 200, id }) : result);
  return [
    write({
      method: 'POST',
      path: '/proceedings/:id/transfers',
      summary: 'Offers an open proceeding to another institution',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object({ institutionId: Id, reason: Reason }, strict),
      reply: TransferWholeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const offered = await offerTransfer(ports, tx, actor, { proceedingId: params.id, ...body, ifMatch });
        return offered.ok ? ok({ status: 201, id: offered.value, location: `/api/v1/transfers/${offered.value}` }) : offered;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    read({
      method: 'GET',
      path: '/transfers',
      summary: 'Proceedings that are offered to the institution, or that it offers, the latest first',
      callers: CASE_WORKERS,
      query: Type.Object({ before: Type.Optional(Id) }, strict),
      reply: Type.Object({ items: Type.Array(TransferReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const { institutionId, roles } = actor;
        const page = { before: query.before, limit: PAGE };
        const transfers = await listTransfers(database.db, { institutionId, kinds: kindsOf(roles) }, page);
        return ok({ body: { items: transfers.map((transfer) => transferView(transfer, institutionId)), ...nextOf(transfers, PAGE) } });
      },
    }),
    read({
      method: 'GET',
      path: '/transfers/:id',
      summary: 'An offer to pass a proceeding on, and what came of it',
      callers: CASE_WORKERS,
      params: Params,
      reply: TransferWholeReply,
      async show({ actor, params }) {
        const transfer = await findTransfer(database.db, params.id);
        if (transfer === undefined || !isPartyTo(actor, transfer)) return fail(failure('TRANSFER_NOT_FOUND'));
        const proceeding = await findProceeding(database.db, transfer.proceedingId);
        if (proceeding !== undefined) await proceedingsSeen(ports, actor, 'TRANSFER_READ', [proceeding]);
        return ok({ body: transferWholeView(transfer, actor.institutionId) });
      },
    }),
    write({
      method: 'POST',
      path: '/transfers/:id/accept',
      summary: 'Takes over a proceeding: with its subjects, intakes and course, without what registers have answered in it',
      callers: CASE_WORKERS,
      params: Params,
      reply: TransferWholeReply,
      async perform({ actor, params }, tx) {
        return done(await acceptTransfer(ports, tx, actor, { transferId: params.id }), params.id);
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'POST',
      path: '/transfers/:id/refuse',
      summary: 'Does not take over a proceeding that is offered',
      callers: CASE_WORKERS,
      params: Params,
      body: Type.Object({ reason: Reason }, strict),
      reply: TransferWholeReply,
      async perform({ actor, params, body }, tx) {
        return done(await endTransfer(ports, tx, actor, { transferId: params.id, as: 'REFUSED', ...body }), params.id);
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'POST',
      path: '/transfers/:id/withdraw',
      summary: 'Takes back an offer to pass a proceeding on',
      callers: CASE_WORKERS,
      params: Params,
      reply: TransferWholeReply,
      async perform({ actor, params }, tx) {
        return done(await endTransfer(ports, tx, actor, { transferId: params.id, as: 'WITHDRAWN' }), params.id);
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}
