import { type Clock, fail, ok, type Result, type Temporal, today } from '../platform/index.ts';
import { findUser } from '../register/access/index.ts';
import { mayEnter } from '../register/emergency/index.ts';
import { findClients } from '../register/people/index.ts';
import { findProceeding, holdFreeProceedings } from '../register/proceedings/index.ts';
import { findQueryType, type QueryType, type RegistryQuestion } from '../registries/index.ts';
import type { Tx } from '../storage/index.ts';
import type { Addresses } from './addresses.ts';
import { admit } from './admission.ts';
import type { Envelope } from './message.ts';
import { findPermit, type Permit } from './permit-store.ts';
import type { Query } from './query.ts';
import { backgroundFrom } from './query-class.ts';

/** An exchange is not begun with less time than this: most registers answer within it. */
const DEADLINE_SECONDS_AT_LEAST = 10;

/** A question that may leave now, and what its message says of who asks. */
export interface Cleared {
  readonly type: QueryType;
  readonly question: RegistryQuestion<Readonly<Record<string, unknown>>>;
  readonly envelope: Envelope;
}

/**
 * Checks a query's permit again, right before something leaves on it: the user still active, in their role, the proceeding still open and the
 * person still in it (INV-55). The proceeding is held against closing until the transaction ends; it is not waited for, since whoever closes it
 * waits for the query in hand. Errors: `PROCEEDING_BUSY`, of one that somebody is just changing: to be tried again; `PERMIT_WITHDRAWN`; `PERMIT_MISMATCH`, of a
 * row that was changed by hand: its permit is for something else; `QUERY_TYPE_UNKNOWN`, of a type that has left the catalogue; those of {@link admit}.
 */
export async function clear(
  { addresses, clock }: { readonly addresses: Addresses; readonly clock: Clock },
  tx: Tx,
  query: Query,
): Promise<Result<Cleared, { readonly code: string }>> {
  const [free, permit, clients, asker] = await Promise.all([
    holdFreeProceedings(tx, [query.proceedingId]),
    findPermit(tx, query.permitId),
    findClients(tx, [query.clientId]),
    findUser(tx, query.userId, query.institutionId),
  ]);
  const proceeding = free.get(query.proceedingId);
  if (proceeding === undefined && (await findProceeding(tx, query.proceedingId)) !== undefined) return fail({ code: 'PROCEEDING_BUSY' });
  const type = findQueryType(query.typeCode);
  if (type === undefined) return fail({ code: 'QUERY_TYPE_UNKNOWN' });
  if (permit !== undefined && !isFor(permit, query)) return fail({ code: 'PERMIT_MISMATCH' });
  if (proceeding === undefined || permit === undefined || asker === undefined) return fail({ code: 'PERMIT_WITHDRAWN' });
  // Whoever was let in for an hour may be out again.
  if (!(await mayEnter(tx, asker, proceeding, clock.now()))) return fail({ code: 'PERMIT_WITHDRAWN' });
  const admitted = admit(asker, proceeding, clients, {
    type: permit.typeCode,
    subjectId: permit.clientId,
    parameters: permit.parameters,
    ...(permit.justification === null ? {} : { justification: permit.justification }),
  });
  if (!admitted.ok) return admitted;
  const provider = addresses.provider[type.registry];
  if (provider === undefined) throw new Error(`no subsystem is configured for registry ${type.registry}`);
  return ok({
    type,
    question: { subject: admitted.value.subject, parameters: { ...permit.parameters, ...permit.fixed }, today: today(clock) },
    envelope: {
      client: addresses.client,
      provider,
      userId: `EE${asker.personalCode}`,
      issue: proceeding.no,
      deadlineSeconds: deadlineOf(query, type.deadlineSeconds, clock.now()),
    },
  });
}

/** Whoever waits before a screen is told within the minute: an exchange that would take longer ends then, and the query goes on in the background. */
function deadlineOf({ class: queryClass, askedAt }: Query, usual: number, now: Temporal.Instant): number {
  const background = backgroundFrom(queryClass, askedAt);
  if (background === undefined) return usual;
  return Math.min(usual, Math.max(DEADLINE_SECONDS_AT_LEAST, Math.ceil(background.since(now).total('seconds'))));
}

function isFor(permit: Permit, query: Query): boolean {
  return (
    permit.proceedingId === query.proceedingId &&
    permit.clientId === query.clientId &&
    permit.typeCode === query.typeCode &&
    permit.userId === query.userId &&
    permit.institutionId === query.institutionId
  );
}
