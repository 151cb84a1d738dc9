import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Tx } from '../storage/index.ts';
import type { QueryErrorCode } from './errors.ts';
import { makeDue } from './feeds/index.ts';
import type { OperationPorts } from './operations.ts';

export { type FeedStatus, findFeeds as feedStatus } from './feeds/index.ts';

/** Has a feed of changes read now: it begins within seconds. */
export async function readFeed(
  { clock }: Pick<OperationPorts, 'clock'>,
  tx: Tx,
  operator: Actor,
  code: string,
): Promise<Result<void, Failure<QueryErrorCode>>> {
  const at = clock.now();
  if (!(await makeDue(tx, code, at))) return fail(failure('FEED_NOT_READ_HERE'));
  await appendAudit(tx, { action: 'FEED_READING_ASKED', at, actor: operator, object: { type: 'change-feed', id: code }, outcome: 'DONE' });
  return ok(undefined);
}
