import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import {
  type AccessRequest,
  type EntryRefused,
  type FindSignedDocument,
  mayDecide,
  type RequestDecision,
  type RequestEntry,
  type RequestState,
  readRequest,
  requestStateOf,
} from './access-request.ts';
import { findHolders } from './account-store.ts';
import type { Actor } from './actor.ts';
import { BY_REQUEST } from './authority.ts';
import type { FindInstitution } from './institution.ts';
import { findRequest, insertRequest, saveRequestDecision } from './request-store.ts';
import { findPersonNamed } from './store.ts';

/** Tells people of what has become of a request, in its transaction. `emails` are addresses that stand in it. */
export type TellOfRequest = (
  tx: Tx,
  told: {
    readonly requestId: string;
    readonly event: RequestState;
    readonly userIds: readonly string[];
    readonly emails: readonly string[];
  },
) => Promise<void>;

interface RequestPorts {
  readonly clock: Clock;
  readonly findInstitution: FindInstitution;
  readonly findSignedDocument: FindSignedDocument;
  readonly tellOfRequest: TellOfRequest;
}

type NotTheirs = Failure<'FORBIDDEN'>;
const NOT_THEIRS = failure('FORBIDDEN', { fields: [{ pointer: '/institutionId', code: 'NOT_YOURS' }] });

/** Support takes down what has come to it by letter from any institution; everybody else speaks for their own. */
function isTheirs(actor: Actor, institutionId: string): boolean {
  return institutionId === actor.institutionId || actor.roles.some((role) => role === 'SUPPORT' || role === 'REGISTRY_MANAGER');
}

/** Takes down a signed request about a worker's access (REQ-004, REQ-008, REQ-010). Gives its id. */
export async function submitRequest(
  ports: RequestPorts,
  tx: Tx,
  actor: Actor,
  { institutionId, entry }: { readonly institutionId: string; readonly entry: RequestEntry },
): Promise<Result<string, EntryRefused | NotTheirs>> {
  const institution = isTheirs(actor, institutionId) ? await ports.findInstitution(tx, institutionId) : undefined;
  if (institution === undefined) return fail(NOT_THEIRS);
  const brought = entry.signature && (await ports.findSignedDocument(tx, entry.signature.documentId));
  // Somebody else's document is not there for them.
  const request = readRequest(entry, institution.kind, brought?.broughtBy === actor.userId ? brought : undefined);
  return request.ok ? ok(await enter(ports, tx, actor, { ...request.value, institutionId })) : request;
}

/**
 * Tells support that somebody has left whom the administrator cannot deactivate: any colleague may, without a signature, since what it takes away can be
 * given back (REQ-107).
 */
export async function reportLeaver(
  ports: RequestPorts,
  tx: Tx,
  actor: Actor,
  { institutionId, username }: { readonly institutionId: string; readonly username: string },
): Promise<Result<string, NotTheirs | Failure<'USER_NOT_FOUND'>>> {
  if (!isTheirs(actor, institutionId)) return fail(NOT_THEIRS);
  const leaver = await findPersonNamed(tx, username, institutionId);
  if (leaver === undefined) return fail(failure('USER_NOT_FOUND', { fields: [{ pointer: '/username', code: 'UNKNOWN' }] }));
  const nothing = { jobTitle: undefined, roles: undefined, email: undefined, signature: undefined };
  return ok(await enter(ports, tx, actor, { type: 'DEACTIVATION', policy: 'SINGLE_SIGNATURE', ...leaver, ...nothing, institutionId }));
}

async function enter(
  { clock, tellOfRequest }: RequestPorts,
  tx: Tx,
  actor: Actor,
  request: Omit<AccessRequest, 'id' | 'enteredBy' | 'enteredAt' | 'decision'>,
): Promise<string> {
  const [id, at] = [newId(), clock.now()];
  await insertRequest(tx, { ...request, id, enteredBy: actor.userId, enteredAt: at });
  await appendAudit(tx, {
    action: 'ACCESS_REQUEST_SUBMITTED',
    at,
    actor,
    object: { type: 'access-request', id },
    outcome: 'DONE',
    details: { institution: request.institutionId, type: request.type },
  });
  // Whoever may decide (mayDecide).
  const userIds = await findHolders(tx, BY_REQUEST, { userId: actor.userId, personalCode: request.personalCode });
  await tellOfRequest(tx, { requestId: id, event: 'SUBMITTED', userIds, emails: [] });
  return id;
}

/** Support or the registry manager decides on a request, once. Not who entered it and not who is to have the access: two people stand behind each. */
export async function decideRequest(
  { clock, tellOfRequest }: Pick<RequestPorts, 'clock' | 'tellOfRequest'>,
  tx: Tx,
  actor: Actor,
  id: string,
  decided: { readonly outcome: 'APPROVED' } | { readonly outcome: 'REJECTED'; readonly reason: string },
): Promise<Result<string, Failure<'ACCESS_REQUEST_NOT_FOUND' | 'ACCESS_REQUEST_OWN' | 'ACCESS_REQUEST_DECIDED'>>> {
  const request = await findRequest(tx, id);
  if (request === undefined) return fail(failure('ACCESS_REQUEST_NOT_FOUND'));
  if (!mayDecide(request, actor)) return fail(failure('ACCESS_REQUEST_OWN'));
  const at = clock.now();
  const decision: RequestDecision = { by: actor.userId, at, ...decided };
  if (requestStateOf(request) !== 'SUBMITTED' || !(await saveRequestDecision(tx, id, decision)))
    return fail(failure('ACCESS_REQUEST_DECIDED'));
  await appendAudit(tx, {
    action: `ACCESS_REQUEST_${decided.outcome}`,
    at,
    actor,
    object: { type: 'access-request', id },
    outcome: 'DONE',
    details: { institution: request.institutionId, type: request.type },
  });
  const emails = request.email === undefined ? [] : [request.email];
  await tellOfRequest(tx, { requestId: id, event: decided.outcome, userIds: [request.enteredBy], emails });
  return ok(id);
}
