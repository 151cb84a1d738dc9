import { type Clock, type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { holdOpened, takeSteps } from '../proceedings/index.ts';
import { mayWithdraw } from './document.ts';
import { lockDocument, markDecided, markWithdrawn } from './store.ts';

export interface WithdrawDocument {
  readonly proceedingId: string;
  readonly documentId: string;
  readonly reason: string;
  /** The version the caller saw, where they said so. */
  readonly ifMatch: string | undefined;
}

/** Withdraws a document of an open proceeding that should not be there. It stays to be seen, and why; its bytes are given out no more. */
export async function withdrawDocument(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { proceedingId, documentId, reason, ifMatch }: WithdrawDocument,
): Promise<Result<void, Failure>> {
  const proceeding = await holdOpened(tx, actor, proceedingId);
  if (!proceeding.ok) return proceeding;
  const document = await lockDocument(tx, proceedingId, documentId);
  if (document === undefined) return fail(failure('DOCUMENT_NOT_FOUND'));
  if (ifMatch !== undefined && ifMatch !== String(document.version)) return fail(failure('PRECONDITION_FAILED'));
  const permitted = mayWithdraw(document);
  if (!permitted.ok) return permitted;
  const [at, by] = [clock.now(), actor.userId];
  await markWithdrawn(tx, documentId, { by, at, reason });
  await takeSteps(tx, [{ proceedingId, kind: 'DOCUMENT_WITHDRAWN', at, by, objectId: documentId, text: reason }]);
  const object = { type: 'document', id: documentId };
  await appendAudit(tx, { action: 'DOCUMENT_WITHDRAWN', at, actor, object, proceedingId, outcome: 'DONE' });
  return ok(undefined);
}

/**
 * Has documents of a proceeding stay: in the transaction of the decision that is made on them (REQ-213). Refused where one is not there, or was
 * withdrawn.
 */
export async function lockDocuments(
  tx: Tx,
  proceedingId: string,
  documentIds: readonly string[],
  at: Temporal.Instant,
): Promise<Result<void, Failure<'DOCUMENT_NOT_FOUND'>>> {
  const wanted = [...new Set(documentIds)];
  return (await markDecided(tx, proceedingId, wanted, at)) === wanted.length ? ok(undefined) : fail(failure('DOCUMENT_NOT_FOUND'));
}
