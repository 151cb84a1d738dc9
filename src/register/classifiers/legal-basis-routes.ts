import { Type } from 'typebox';
import { fail, failure, newId, ok, Temporal } from '../../platform/index.ts';
import { type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { keeperOf } from './keeper.ts';
import type { LegalBasis } from './legal-basis.ts';
import { findLegalBases, insertLegalBasis, listLegalBases } from './legal-basis-store.ts';
import type { ClassifierPorts } from './routes.ts';

/** A page of legal bases. */
const PAGE = 100;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Params = Type.Object({ id: Id });
const Act = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
const Line = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });

const LegalBasisReply = Type.Object({
  id: Id,
  act: Act,
  title: Line,
  section: Line,
  wordedOn: Day,
  reference: Type.Optional(Line),
  institutionId: Type.Optional(Type.String({ format: 'uuid', description: 'The municipality whose act it is; the state’s otherwise' })),
});

/** Legal bases (õiguslikud alused): acts, sections and wordings that everything decided can be traced to. REQ-053. */
export function legalBasisRoutes({ database, clock, isMunicipality }: ClassifierPorts): readonly Route[] {
  const shown = async (id: string) => {
    const [basis] = await findLegalBases(database.db, [id]);
    return basis === undefined ? fail(failure('LEGAL_BASIS_NOT_FOUND')) : ok({ body: viewOf(basis) });
  };
  return [
    read({
      method: 'GET',
      path: '/legal-bases',
      summary: 'What acts, sections and wordings can be referred to',
      callers: 'SIGNED_IN',
      query: Type.Object({ act: Type.Optional(Act), after: Type.Optional(Id) }, strict),
      reply: Type.Object({ items: Type.Array(LegalBasisReply), next: Type.Optional(Id) }),
      async show({ query }) {
        const bases = await listLegalBases(database.db, { act: query.act, after: query.after, limit: PAGE });
        const last = bases.at(-1);
        return ok({ body: { items: bases.map(viewOf), ...(bases.length === PAGE && last !== undefined ? { next: last.id } : {}) } });
      },
    }),
    read({
      method: 'GET',
      path: '/legal-bases/:id',
      summary: 'What a decision refers to: act, section and wording',
      callers: 'SIGNED_IN',
      params: Params,
      reply: LegalBasisReply,
      show: ({ params }) => shown(params.id),
    }),
    write({
      method: 'POST',
      path: '/legal-bases',
      summary:
        'Enters a section of an act in one wording: the registry manager of the state’s acts, an administrator of their municipality’s',
      callers: ['REGISTRY_MANAGER', 'ADMIN'],
      body: Type.Object({ act: Act, title: Line, section: Line, wordedOn: Day, reference: Type.Optional(Line) }, strict),
      reply: LegalBasisReply,
      async perform({ actor, body }, tx) {
        const keeper = await keeperOf(actor, isMunicipality);
        if (!keeper.ok) return keeper;
        const id = newId();
        const { act, title, section, reference } = body;
        const wordedOn = Temporal.PlainDate.from(body.wordedOn);
        const entered = await insertLegalBasis(tx, { id, institutionId: keeper.value, act, title, section, wordedOn, reference });
        if (!entered) return fail(failure('LEGAL_BASIS_EXISTS'));
        await appendAudit(tx, {
          action: 'LEGAL_BASIS_ENTERED',
          at: clock.now(),
          actor,
          object: { type: 'legal-basis', id },
          outcome: 'DONE',
          details: { act, section },
        });
        return ok({ status: 201, id, location: `/api/v1/legal-bases/${id}` });
      },
      show: (_call, id) => shown(id),
    }),
  ];
}

function viewOf({ id, institutionId, act, title, section, wordedOn, reference }: LegalBasis) {
  return {
    id,
    act,
    title,
    section,
    wordedOn: wordedOn.toString(),
    ...(reference === undefined ? {} : { reference }),
    ...(institutionId === undefined ? {} : { institutionId }),
  };
}
