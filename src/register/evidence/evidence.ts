import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Actor } from '../access/index.ts';
import { mayHandle, type Proceeding } from '../proceedings/index.ts';
import { isSupervised } from '../supervision/index.ts';

/** What a proceeding's data are evidence in (REQ-144): supervision, a challenge (vaidemenetlus), court. */
export const EVIDENCE_FOR = ['SUPERVISION', 'CHALLENGE', 'COURT'] as const;
export type EvidenceFor = (typeof EVIDENCE_FOR)[number];

/** Why evidence is exported: in which of these, and under which number. */
export interface Purpose {
  readonly for: EvidenceFor;
  readonly reference: string;
}

/**
 * Who may have a proceeding exported as evidence: supervision, and whoever is in charge of the proceeding, for the institution answers for it in a
 * challenge and before a court. Colleagues read and print it; that it leaves whole, with who has looked, is one person's to answer for. An
 * administrator sees no proceeding (REQ-109).
 */
export function mayExport(
  actor: Pick<Actor, 'userId' | 'institutionId' | 'roles'>,
  proceeding: Pick<Proceeding, 'institutionId' | 'kind' | 'state' | 'ownerId'>,
): Result<void, Failure<'NOT_FOUND' | 'EVIDENCE_NOT_YOURS'>> {
  if (actor.roles.includes('SKA_SUPERVISION') && isSupervised(proceeding)) return ok(undefined);
  if (!mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
  return proceeding.ownerId === actor.userId ? ok(undefined) : fail(failure('EVIDENCE_NOT_YOURS'));
}
