import { type Clock, type Failure, fail, failure, newId, ok, type Result, type Temporal, type Text } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { insertSystemNotice, noteReading } from './system-notice-store.ts';

/** What TEHIK tells all users (teavitus), as one of them has it. */
export interface SystemNotice {
  readonly id: string;
  readonly text: Text;
  readonly publishedAt: Temporal.Instant;
  /** When this user has read it; until then it is shown. */
  readonly readAt: Temporal.Instant | undefined;
}

/** Tells all users of every institution something, in every language that they may read in (REQ-063). */
export async function publishSystemNotice({ clock }: { readonly clock: Clock }, tx: Tx, actor: Actor, text: Text): Promise<string> {
  const at = clock.now();
  const id = newId();
  await insertSystemNotice(tx, { id, text, publishedBy: actor.userId, publishedAt: at });
  await appendAudit(tx, { action: 'SYSTEM_NOTICE_PUBLISHED', at, actor, object: { type: 'system-notice', id }, outcome: 'DONE' });
  return id;
}

/** Notes that somebody has read it: they are not shown it any more. The first time counts. */
export async function readSystemNotice(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Result<string, Failure<'SYSTEM_NOTICE_NOT_FOUND'>>> {
  const at = clock.now();
  const noted = await noteReading(tx, id, actor.userId, at);
  if (noted === 'NO_NOTICE') return fail(failure('SYSTEM_NOTICE_NOT_FOUND'));
  if (noted === 'NOTED')
    await appendAudit(tx, { action: 'SYSTEM_NOTICE_READ', at, actor, object: { type: 'system-notice', id }, outcome: 'DONE' });
  return ok(id);
}
