import { type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { insertOpening } from './opening-store.ts';
import type { ReachRefusal } from './reach.ts';
import { type ReachPorts, reachFile } from './reach-file.ts';

/** How long a reason holds: to look at a file, and to open an intake if there is cause. 60 min. */
const OPENING_LASTS_MINUTES = 60;

/**
 * Lets a worker read a file that their institution has entered and has nothing under way about, for the reason that they give. Nobody is asked;
 * supervision is told (REQ-143, domain 3.11).
 */
export async function openFile(
  ports: ReachPorts,
  tx: Tx,
  actor: Actor,
  { clientId, reason }: { readonly clientId: string; readonly reason: string },
): Promise<Result<string, ReachRefusal | Failure<'CLIENT_FILE_OPEN_ALREADY'>>> {
  const reached = await reachFile(ports, tx, actor, clientId);
  if (reached.ok) return fail(failure('CLIENT_FILE_OPEN_ALREADY'));
  if (reached.error.code !== 'CLIENT_FILE_NEEDS_REASON') return reached;
  const [id, at] = [newId(), ports.clock.now()];
  const { userId: workerId, institutionId } = actor;
  await insertOpening(tx, {
    id,
    clientId,
    workerId,
    institutionId,
    reason,
    openedAt: at,
    endsAt: at.add({ minutes: OPENING_LASTS_MINUTES }),
  });
  await appendAudit(tx, {
    action: 'CLIENT_FILE_OPENED',
    at,
    actor,
    object: { type: 'client-opening', id },
    clientId,
    outcome: 'DONE',
  });
  return ok(id);
}
