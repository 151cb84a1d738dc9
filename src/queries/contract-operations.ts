import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { findBatchType } from '../registries/index.ts';
import type { Tx } from '../storage/index.ts';
import { acceptFinding, requestWatch } from './contracts/index.ts';
import type { QueryErrorCode } from './errors.ts';
import type { OperationPorts } from './operations.ts';

export { type Finding, findFindings as contractFindings } from './contracts/index.ts';

/** Asks the watch to look now: it begins within seconds. */
export async function checkContracts({ clock }: Pick<OperationPorts, 'clock'>, tx: Tx, operator: Actor): Promise<void> {
  const at = clock.now();
  await requestWatch(tx, at);
  await appendAudit(tx, {
    action: 'CONTRACTS_CHECK_ASKED',
    at,
    actor: operator,
    object: { type: 'contracts', id: 'all' },
    outcome: 'DONE',
  });
}

/** Lets a query type or a mass service be asked although its register has broken the pinned contract: for these differences, and until there are others. */
export async function acceptContract(
  { clock }: Pick<OperationPorts, 'clock'>,
  tx: Tx,
  operator: Actor,
  typeCode: string,
  reason: string,
): Promise<Result<void, Failure<QueryErrorCode>>> {
  if (!(await acceptFinding(tx, typeCode))) return fail(failure('CONTRACT_NOT_BROKEN'));
  const at = clock.now();
  await appendAudit(tx, {
    action: 'CONTRACT_ACCEPTED',
    at,
    actor: operator,
    object: { type: findBatchType(typeCode) === undefined ? 'query-type' : 'batch-type', id: typeCode },
    outcome: 'DONE',
    details: { reason },
  });
  return ok(undefined);
}
