import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';

/** What becomes of a proposal, step by step: REQ-128. */
const TRANSITIONS = {
  SUBMITTED: ['ANALYSED'],
  ANALYSED: ['ACCEPTED', 'REJECTED'],
  ACCEPTED: [],
  REJECTED: [],
} as const satisfies Record<string, readonly string[]>;

export type ProposalState = keyof typeof TRANSITIONS;
export const PROPOSAL_STATES = ['SUBMITTED', 'ANALYSED', 'ACCEPTED', 'REJECTED'] as const satisfies readonly ProposalState[];

/** What somebody misses in a central classifier (muudatusettepanek, REQ-141): nobody but the registry manager extends one. */
export interface Proposal {
  readonly id: string;
  readonly classifierId: string;
  readonly classifier: string;
  readonly institutionId: string;
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
  readonly proposal: string;
  readonly justification: string;
  readonly state: ProposalState;
  /** Why it was accepted or rejected. */
  readonly reason: string | undefined;
  readonly version: number;
}

/** The registry manager goes on with a proposal; its end has a reason. */
export function answer(
  proposal: Proposal,
  to: ProposalState,
  reason: string | undefined,
): Result<Proposal, Failure<'PROPOSAL_STATE' | 'PROPOSAL_REASON_REQUIRED'>> {
  const next: readonly ProposalState[] = TRANSITIONS[proposal.state];
  if (!next.includes(to)) return fail(failure('PROPOSAL_STATE'));
  const ends = TRANSITIONS[to].length === 0;
  if (ends !== (reason !== undefined)) {
    return fail(failure('PROPOSAL_REASON_REQUIRED', { fields: [{ pointer: '/reason', code: ends ? 'REQUIRED' : 'NOT_YET' }] }));
  }
  return ok({ ...proposal, state: to, reason, version: proposal.version + 1 });
}
