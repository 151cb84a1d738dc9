import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { insertLink } from './link-store.ts';
import { takeSteps } from './step-store.ts';
import { holdOpened } from './take-proceeding.ts';

export interface AddLink {
  readonly proceedingId: string;
  readonly url: string;
  readonly title: string;
}

/** Has an open proceeding refer to something elsewhere (REQ-032). Gives the link's id. */
export async function addLink(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { proceedingId, url, title }: AddLink,
): Promise<Result<string, Failure<'NOT_FOUND' | 'OWN_MATTER' | 'PROCEEDING_NOT_OPEN' | 'LINK_INVALID'>>> {
  const proceeding = await holdOpened(tx, actor, proceedingId);
  if (!proceeding.ok) return proceeding;
  if (!isWebAddress(url)) return fail(failure('LINK_INVALID', { fields: [{ pointer: '/url', code: 'FORMAT' }] }));
  const at = clock.now();
  const id = await insertLink(tx, { proceedingId, url, title, addedBy: actor.userId, addedAt: at });
  await takeSteps(tx, [{ proceedingId, kind: 'LINK_ADDED', at, by: actor.userId, objectId: id, text: title }]);
  await appendAudit(tx, { action: 'LINK_ADDED', at, actor, object: { type: 'link', id }, proceedingId, outcome: 'DONE' });
  return ok(id);
}

/** A worker will click it: what is no page is not kept. */
function isWebAddress(url: string): boolean {
  const parsed = URL.parse(url);
  return (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') && parsed.username === '' && parsed.password === '';
}
