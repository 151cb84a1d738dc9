import { type Clock, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import type { DataKeys, Tx } from '../../storage/index.ts';
import type { Resolution } from '../resolve-write.ts';
import { forgetContent } from './content-store.ts';
import { keepUntil } from './forget.ts';
import { decideHeld, type HeldDecision, lockDeclaration } from './store.ts';

/** Ends the waiting of a declaration of which nothing here could tell what came: `HELD -> ACCEPTED | ORDERED | CANCELLED`. */
export async function resolveDeclaration(
  { keys, clock }: { readonly keys: DataKeys; readonly clock: Clock },
  tx: Tx,
  operator: Actor,
  id: string,
  resolution: Resolution,
  reason: string,
): Promise<Result<void, ReturnType<typeof failure<'DECLARATION_NOT_FOUND' | 'WRITE_NOT_HELD'>>>> {
  const declaration = await lockDeclaration(tx, id);
  if (declaration === undefined) return fail(failure('DECLARATION_NOT_FOUND'));
  const at = clock.now();
  const decisions = {
    DONE: { state: 'ACCEPTED', at, keepUntil: keepUntil(at) },
    SEND_AGAIN: { state: 'ORDERED', at },
    NOT_DONE: { state: 'CANCELLED', at, code: 'DISCARDED' },
  } as const satisfies Record<Resolution, HeldDecision>;
  if (!(await decideHeld(tx, id, decisions[resolution]))) return fail(failure('WRITE_NOT_HELD'));
  if (resolution === 'NOT_DONE') await forgetContent(keys, tx, id);
  await appendAudit(tx, {
    action: 'DECLARATION_RESOLVED',
    at,
    actor: operator,
    object: { type: 'declaration', id },
    outcome: 'DONE',
    details: { resolution, reason },
  });
  return ok(undefined);
}
