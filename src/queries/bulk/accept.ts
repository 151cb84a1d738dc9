import { type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { QueryErrorCode } from '../errors.ts';
import type { OperationPorts } from '../operations.ts';
import type { BulkChoice, BulkVerb } from './bulk-operation.ts';
import { countMeant, insertOperation } from './store.ts';

/** Queries that can be named at a time. More are chosen by what they have in common. */
export const BULK_IDS_AT_MOST = 500;

/** Accepts an operation upon many queries; it is worked behind the call. Gives its id. */
export async function acceptBulk(
  { clock, registries }: Pick<OperationPorts, 'clock' | 'registries'>,
  tx: Tx,
  operator: Actor,
  asked: { readonly registry: string; readonly verb: BulkVerb; readonly choice: BulkChoice; readonly reason: string },
): Promise<Result<string, Failure<QueryErrorCode>>> {
  const { registry, verb, choice, reason } = asked;
  if (!registries.includes(registry)) return fail(failure('REGISTRY_UNKNOWN'));
  const id = newId();
  const at = clock.now();
  const { userId, institutionId, roles } = operator;
  const total = await countMeant(tx, { id, registry, choice });
  await insertOperation(tx, {
    id,
    ...asked,
    actor: { userId, institutionId, roles },
    at,
    total,
    done: 0,
    refused: 0,
    cursor: undefined,
    endedAt: undefined,
  });
  await appendAudit(tx, {
    action: 'BULK_OPERATION_ACCEPTED',
    at,
    actor: operator,
    object: { type: 'bulk-operation', id },
    outcome: 'DONE',
    details: { registry, verb, total, reason, ...('ids' in choice || choice.code === undefined ? {} : { code: choice.code }) },
  });
  return ok(id);
}
