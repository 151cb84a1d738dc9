import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Outcome } from './checklist.ts';
import { enterIntoCourse } from './course.ts';
import type { NoticeErrorCode } from './errors.ts';
import { type Checked, resolve, settleItem } from './notice.ts';
import { lockNotice, saveItems, saveNotice } from './notice-store.ts';
import type { ObjectsOf } from './open-object.ts';
import { reach, type Standing } from './reach.ts';

export interface WorkPorts {
  readonly clock: Clock;
  readonly objectsOf: ObjectsOf;
}

interface OnNotice {
  readonly noticeId: string;
  /** The version the caller saw, where they said so. */
  readonly ifMatch: string | undefined;
}

type Refusal = Failure<NoticeErrorCode | 'PRECONDITION_FAILED'>;

/** Says of an item of a notice's checklist that it is done, or why it is left. Ends nothing by itself (INV-32). */
export async function settleNoticeItem(
  ports: WorkPorts,
  tx: Tx,
  actor: Actor,
  { code, outcome, reason, ...on }: OnNotice & { readonly code: string; readonly outcome: Outcome; readonly reason: string | undefined },
): Promise<Result<string, Refusal>> {
  const at = ports.clock.now();
  const standing = await takeUp(ports, tx, actor, on);
  if (!standing.ok) return standing;
  const settled = settleItem(standing.value, code, { outcome, reason, by: actor.userId, at });
  if (!settled.ok) return settled;
  await save(tx, settled.value);
  const { notice } = settled.value;
  await appendAudit(tx, {
    action: 'NOTICE_ITEM_SETTLED',
    at,
    actor,
    object: { type: 'registry-notice', id: notice.id },
    clientId: notice.clientId,
    outcome: 'DONE',
    details: { kind: notice.kind, item: code, outcome },
  });
  return ok(notice.id);
}

/** Marks a notice as resolved. In every open proceeding that it concerned it says so (INV-11). */
export async function resolveNotice(ports: WorkPorts, tx: Tx, actor: Actor, on: OnNotice): Promise<Result<string, Refusal>> {
  const at = ports.clock.now();
  const standing = await takeUp(ports, tx, actor, on);
  if (!standing.ok) return standing;
  const resolved = resolve(standing.value, { by: actor.userId, at });
  if (!resolved.ok) return resolved;
  await save(tx, resolved.value);
  const { notice, items } = resolved.value;
  await enterIntoCourse(tx, [{ objects: standing.value.objects, kinds: [notice.kind], resolvedBy: actor.userId }], at);
  await appendAudit(tx, {
    action: 'NOTICE_RESOLVED',
    at,
    actor,
    object: { type: 'registry-notice', id: notice.id },
    clientId: notice.clientId,
    outcome: 'DONE',
    details: { kind: notice.kind, ...Object.fromEntries(items.map(({ code, state }) => [code, state])) },
  });
  return ok(notice.id);
}

async function takeUp(ports: WorkPorts, tx: Tx, actor: Actor, { noticeId, ifMatch }: OnNotice): Promise<Result<Standing, Refusal>> {
  const standing = await reach(ports.objectsOf, tx, actor, await lockNotice(tx, noticeId));
  if (!standing.ok) return standing;
  const isAsSeen = ifMatch === undefined || ifMatch === String(standing.value.notice.version);
  return isAsSeen ? standing : fail(failure('PRECONDITION_FAILED'));
}

async function save(tx: Tx, { notice, items }: Checked): Promise<void> {
  await saveNotice(tx, notice);
  await saveItems(tx, [{ notice, items }]);
}
