import { type Clock, fail, ok, type Result, type Temporal, today } from '../platform/index.ts';
import { type Actor, findUsers } from '../register/access/index.ts';
import { mayEnter } from '../register/emergency/index.ts';
import { type Client, findClients } from '../register/people/index.ts';
import { findProceedings, holdFreeProceedings, type Proceeding } from '../register/proceedings/index.ts';
import { findQueryType, type QueryType, type RegistryQuestion } from '../registries/index.ts';
import type { Tx } from '../storage/index.ts';
import type { Addresses } from './addresses.ts';
import { admit } from './admission.ts';
import type { Envelope } from './message.ts';
import { findPermits, type Permit } from './permit-store.ts';
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

/** A query's permission to leave, or why it has none. */
export type Clearance = Result<Cleared, { readonly code: string }>;

interface ClearPorts {
  readonly addresses: Addresses;
  readonly clock: Clock;
}

/**
 * Checks the permits of queries again, right before something leaves on them: the user still active, in their role, the proceeding still open and
 * the person still in it (INV-55). Gives each query's clearance by its id. The proceedings are held against closing until the transaction ends; none
 * is waited for, since whoever closes it waits for the query in hand. Errors: `PROCEEDING_BUSY`, of one that somebody is just changing: to be tried
 * again; `PERMIT_WITHDRAWN`; `PERMIT_MISMATCH`, of a row that was changed by hand: its permit is for something else; `QUERY_TYPE_UNKNOWN`, of a
 * type that has left the catalogue; those of {@link admit}.
 */
export async function clear(ports: ClearPorts, tx: Tx, queries: readonly Query[]): Promise<ReadonlyMap<string, Clearance>> {
  const idsOf = (id: (query: Query) => string) => [...new Set(queries.map(id))];
  const [held, permits, clients, askers] = await Promise.all([
    holdFreeProceedings(
      tx,
      idsOf(({ proceedingId }) => proceedingId),
    ),
    findPermits(
      tx,
      idsOf(({ permitId }) => permitId),
    ),
    findClients(
      tx,
      idsOf(({ clientId }) => clientId),
    ),
    findUsers(tx, queries),
  ]);
  const busy = await findProceedings(
    tx,
    idsOf(({ proceedingId }) => proceedingId).filter((id) => !held.has(id)),
  );
  const cleared = queries.map(async (query) => {
    const grounds = {
      isBusy: busy.has(query.proceedingId),
      proceeding: held.get(query.proceedingId),
      permit: permits.get(query.permitId),
      asker: askers.find(({ userId, institutionId }) => userId === query.userId && institutionId === query.institutionId),
      clients,
    };
    return [query.id, await clearOne(ports, tx, query, grounds)] as const;
  });
  return new Map(await Promise.all(cleared));
}

interface ClearGrounds {
  readonly isBusy: boolean;
  readonly proceeding: Proceeding | undefined;
  readonly permit: Permit | undefined;
  readonly asker: Omit<Actor, 'sessionId'> | undefined;
  readonly clients: ReadonlyMap<string, Client>;
}

async function clearOne(
  { addresses, clock }: ClearPorts,
  tx: Tx,
  query: Query,
  { isBusy, proceeding, permit, asker, clients }: ClearGrounds,
): Promise<Clearance> {
  if (isBusy) return fail({ code: 'PROCEEDING_BUSY' });
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
