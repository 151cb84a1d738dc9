import { Type } from 'typebox';
import { formatEuros } from '../../estonia/index.ts';
import { type Clock, fail, failure, ok, Temporal } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { concludeContract, endEarlier } from './conclude-contract.ts';
import type { Contract } from './contract.ts';
import { findContractById, listContracts } from './contract-store.ts';
import { findSight } from './find-sight.ts';
import { Day, DocumentId, Id, LastDay, nextOf, PARTIES, Params, pageOf, paging, Service, strict } from './schemas.ts';
import { isInSight } from './sight.ts';

const ContractReply = Type.Object({
  id: Id,
  kov: Id,
  provider: Id,
  service: Service,
  validFrom: Day,
  validTo: Type.Optional(Day),
  unitPrice: Type.String({ description: 'Euros' }),
  documentId: Type.String(),
});

/** Contracts of municipalities with providers (lepingud). */
export function contractRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const { database } = ports;
  const shown = async (actor: Actor, id: string) => {
    const [sight, contract] = await Promise.all([findSight(database.db, actor), findContractById(database.db, id)]);
    if (contract === undefined || !isInSight(sight, contract)) return fail(failure('CONTRACT_NOT_FOUND'));
    return ok({ body: viewOf(contract), version: String(contract.version) });
  };
  return [
    write({
      method: 'POST',
      path: '/contracts',
      summary: 'Enters a municipality’s contract with a provider: which service, from when until when, at what price',
      callers: ['ADMIN', 'REGISTRY_MANAGER'],
      body: Type.Object(
        {
          kov: Id,
          provider: Id,
          service: Service,
          validFrom: Day,
          validTo: LastDay,
          unitPrice: Type.String({ minLength: 1, maxLength: 16, description: 'Euros for one unit of the service: "12.50"' }),
          documentId: DocumentId,
        },
        strict,
      ),
      reply: ContractReply,
      async perform({ actor, body }, tx) {
        const concluded = await concludeContract(ports, tx, actor, body);
        return concluded.ok ? ok({ status: 201, id: concluded.value, location: `/api/v1/contracts/${concluded.value}` }) : concluded;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    read({
      method: 'GET',
      path: '/contracts',
      summary: 'The contracts to which one’s institution is a party',
      callers: PARTIES,
      query: Type.Object(
        {
          ...paging,
          service: Type.Optional(Service),
          on: Type.Optional(Day),
        },
        strict,
      ),
      reply: Type.Object({ items: Type.Array(ContractReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const sight = await findSight(database.db, actor);
        if (sight === undefined) return ok({ body: { items: [] } });
        const page = pageOf(query);
        const on = query.on === undefined ? undefined : Temporal.PlainDate.from(query.on);
        const items = await listContracts(database.db, { ...sight, service: query.service, on }, page);
        return ok({ body: { items: items.map(viewOf), ...nextOf(items, page.limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/contracts/:id',
      summary: 'A contract',
      callers: PARTIES,
      params: Params,
      reply: ContractReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'POST',
      path: '/contracts/:id/end',
      summary: 'Ends a contract earlier than was agreed; another price is another contract from the next day on',
      callers: ['ADMIN', 'REGISTRY_MANAGER'],
      versioned: true,
      params: Params,
      body: Type.Object({ lastDay: Day }, strict),
      reply: ContractReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const ended = await endEarlier(ports, tx, actor, { id: params.id, lastDay: body.lastDay, ifMatch });
        return ended.ok ? ok({ status: 200, id: ended.value }) : ended;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}

function viewOf({ id, municipalityId, providerId, service, validFrom, validTo, unitPrice, documentId }: Contract) {
  return {
    id,
    kov: municipalityId,
    provider: providerId,
    service,
    validFrom: validFrom.toString(),
    ...(validTo === undefined ? {} : { validTo: validTo.toString() }),
    unitPrice: formatEuros(unitPrice),
    documentId,
  };
}
