import { Type } from 'typebox';
import { fail, failure, newId, ok } from '../../platform/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { answer, PROPOSAL_STATES, type Proposal } from './proposal.ts';
import { findProposal, insertProposal, listProposals, lockProposal, saveAnswer } from './proposal-store.ts';
import type { ClassifierPorts } from './routes.ts';
import { findClassifier } from './store.ts';

/** A page of proposals. */
const PAGE = 50;
/** Shorter than this justifies nothing. */
const JUSTIFICATION_LENGTH_AT_LEAST = 10;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Params = Type.Object({ id: Id });
const Words = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' });
const Code = Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,59}$' });

const ProposalReply = Type.Object({
  id: Id,
  type: Type.Literal('CLASSIFIER'),
  classifier: Code,
  proposal: Words,
  justification: Words,
  state: Type.Enum([...PROPOSAL_STATES]),
  reason: Type.Optional(Words),
  institutionId: Id,
  proposedBy: Id,
  proposedAt: Type.String({ format: 'date-time' }),
});

/** Proposals to the registry manager: what is missing in a central classifier, and why. REQ-141, REQ-128. */
export function proposalRoutes({ database, clock }: Omit<ClassifierPorts, 'isMunicipality'>): readonly Route[] {
  const shown = async (actor: Actor, id: string) => {
    const proposal = await findProposal(database.db, id);
    return proposal !== undefined && isShownTo(proposal, actor)
      ? ok({ body: viewOf(proposal), version: String(proposal.version) })
      : fail(failure('PROPOSAL_NOT_FOUND'));
  };
  return [
    write({
      method: 'POST',
      path: '/support/proposals',
      summary: 'Proposes to the registry manager what a central classifier lacks',
      callers: 'SIGNED_IN',
      body: Type.Object(
        {
          type: Type.Literal('CLASSIFIER'),
          classifier: Code,
          proposal: Words,
          justification: Type.String({ minLength: JUSTIFICATION_LENGTH_AT_LEAST, maxLength: 4000, pattern: '\\S' }),
        },
        strict,
      ),
      reply: ProposalReply,
      async perform({ actor, body: { classifier: code, proposal, justification } }, tx) {
        const classifier = await findClassifier(tx, actor.institutionId, code);
        // One's own is changed, not proposed.
        if (classifier === undefined || classifier.institutionId !== undefined) return fail(failure('CLASSIFIER_NOT_FOUND'));
        const id = newId();
        const at = clock.now();
        await insertProposal(tx, {
          id,
          classifierId: classifier.id,
          classifier: code,
          institutionId: actor.institutionId,
          proposedBy: actor.userId,
          proposedAt: at,
          proposal,
          justification,
          state: 'SUBMITTED',
          reason: undefined,
          version: 1,
        });
        const object = { type: 'classifier-proposal', id };
        await appendAudit(tx, { action: 'PROPOSAL_SUBMITTED', at, actor, object, outcome: 'DONE', details: { classifier: code } });
        return ok({ status: 201, id, location: `/api/v1/support/proposals/${id}` });
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    read({
      method: 'GET',
      path: '/support/proposals',
      summary: 'The institution’s proposals, the latest first; everybody’s, to the registry manager',
      callers: 'SIGNED_IN',
      query: Type.Object({ before: Type.Optional(Id) }, strict),
      reply: Type.Object({ items: Type.Array(ProposalReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const institutionId = actor.roles.includes('REGISTRY_MANAGER') ? undefined : actor.institutionId;
        const proposals = await listProposals(database.db, { institutionId, before: query.before, limit: PAGE });
        const last = proposals.at(-1);
        return ok({
          body: { items: proposals.map(viewOf), ...(proposals.length === PAGE && last !== undefined ? { next: last.id } : {}) },
        });
      },
    }),
    read({
      method: 'GET',
      path: '/support/proposals/:id',
      summary: 'A proposal, and what became of it',
      callers: 'SIGNED_IN',
      params: Params,
      reply: ProposalReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'POST',
      path: '/support/proposals/:id/answer',
      summary: 'Goes on with a proposal: analysed, then accepted or rejected with a reason',
      callers: ['REGISTRY_MANAGER'],
      versioned: true,
      params: Params,
      body: Type.Object(
        { state: Type.Enum(PROPOSAL_STATES.filter((state) => state !== 'SUBMITTED')), reason: Type.Optional(Words) },
        strict,
      ),
      reply: ProposalReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const proposal = await lockProposal(tx, params.id);
        if (proposal === undefined) return fail(failure('PROPOSAL_NOT_FOUND'));
        if (ifMatch !== undefined && ifMatch !== String(proposal.version)) return fail(failure('PRECONDITION_FAILED'));
        const answered = answer(proposal, body.state, body.reason);
        if (!answered.ok) return answered;
        await saveAnswer(tx, answered.value);
        const object = { type: 'classifier-proposal', id: proposal.id };
        await appendAudit(tx, { action: `PROPOSAL_${body.state}`, at: clock.now(), actor, object, outcome: 'DONE' });
        return ok({ status: 200, id: proposal.id });
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}

function isShownTo({ institutionId }: Proposal, actor: Actor): boolean {
  return institutionId === actor.institutionId || actor.roles.includes('REGISTRY_MANAGER');
}

function viewOf({ id, classifier, proposal, justification, state, reason, institutionId, proposedBy, proposedAt }: Proposal) {
  return {
    id,
    type: 'CLASSIFIER',
    classifier,
    proposal,
    justification,
    state,
    ...(reason === undefined ? {} : { reason }),
    institutionId,
    proposedBy,
    proposedAt: proposedAt.toString(),
  };
}
