import { Type } from 'typebox';
import { type Clock, fail, failure, ok } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { findSight } from './find-sight.ts';
import { giveMandate, revokeMandate } from './give-mandate.ts';
import type { ProcessorMandate } from './mandate.ts';
import { findMandate, listMandates } from './mandate-store.ts';
import { DocumentId, Id, nextOf, PARTIES, Params, pageOf, paging, strict, Time } from './schemas.ts';
import { isInSight } from './sight.ts';

const MandateReply = Type.Object({
  id: Id,
  kov: Id,
  provider: Id,
  documentId: Type.String(),
  givenAt: Time,
  revokedAt: Type.Optional(Time),
  revocationReason: Type.Optional(Type.String()),
});

/** Mandates to process people's data (volitused teenuseosutajatele). */
export function mandateRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const { database } = ports;
  const shown = async (actor: Actor, id: string) => {
    const [sight, mandate] = await Promise.all([findSight(database.db, actor), findMandate(database.db, id)]);
    if (mandate === undefined || !isInSight(sight, mandate)) return fail(failure('MANDATE_NOT_FOUND'));
    return ok({ body: viewOf(mandate) });
  };
  return [
    write({
      method: 'POST',
      path: '/mandates',
      summary: 'Gives a provider the municipality’s leave to process the data of people whom it refers',
      callers: ['ADMIN'],
      body: Type.Object({ provider: Id, documentId: DocumentId }, strict),
      reply: MandateReply,
      async perform({ actor, body }, tx) {
        const given = await giveMandate(ports, tx, actor, body);
        return given.ok ? ok({ status: 201, id: given.value, location: `/api/v1/mandates/${given.value}` }) : given;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    read({
      method: 'GET',
      path: '/mandates',
      summary: 'The mandates that one’s institution has given or has, revoked ones too',
      callers: PARTIES,
      query: Type.Object(paging, strict),
      reply: Type.Object({ items: Type.Array(MandateReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const sight = await findSight(database.db, actor);
        if (sight === undefined) return ok({ body: { items: [] } });
        const page = pageOf(query);
        const items = await listMandates(database.db, sight, page);
        return ok({ body: { items: items.map(viewOf), ...nextOf(items, page.limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/mandates/:id',
      summary: 'A mandate',
      callers: PARTIES,
      params: Params,
      reply: MandateReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'POST',
      path: '/mandates/:id/revoke',
      summary: 'Takes a mandate back: from now on the provider sees nobody of the municipality’s',
      callers: ['ADMIN'],
      params: Params,
      body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) }, strict),
      reply: MandateReply,
      async perform({ actor, params, body }, tx) {
        const revoked = await revokeMandate(ports, tx, actor, { id: params.id, reason: body.reason });
        return revoked.ok ? ok({ status: 200, id: revoked.value }) : revoked;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}

function viewOf({ id, municipalityId, providerId, documentId, givenAt, revocation }: ProcessorMandate) {
  return {
    id,
    kov: municipalityId,
    provider: providerId,
    documentId,
    givenAt: givenAt.toString(),
    ...(revocation === undefined ? {} : { revokedAt: revocation.at.toString(), revocationReason: revocation.reason }),
  };
}
