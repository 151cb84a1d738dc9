import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Actor } from './actor.ts';
import { isNetwork } from './network.ts';
import { findNetworks, saveNetworks } from './network-store.ts';

/** Says from which networks an institution's workers may sign in (REQ-116, REQ-117). Who is signed in stays so: it holds from the next sign-in on. */
export async function allowNetworks(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { institutionId, networks, ifMatch }: { institutionId: string; networks: readonly string[]; ifMatch: string | undefined },
): Promise<Result<string, Failure<'NETWORK_INVALID' | 'PRECONDITION_FAILED'>>> {
  const fields = networks.flatMap((network, index) => (isNetwork(network) ? [] : [{ pointer: `/networks/${index}`, code: 'INVALID' }]));
  if (fields.length > 0) return fail(failure('NETWORK_INVALID', { fields }));
  const { version } = await findNetworks(tx, institutionId);
  const isSeen = ifMatch === undefined || ifMatch === String(version);
  if (!isSeen || !(await saveNetworks(tx, institutionId, networks, version))) return fail(failure('PRECONDITION_FAILED'));
  await appendAudit(tx, {
    action: 'NETWORKS_ALLOWED',
    at: clock.now(),
    actor,
    object: { type: 'institution', id: institutionId },
    outcome: 'DONE',
    details: { networks: networks.join(' ') },
  });
  return ok(institutionId);
}
