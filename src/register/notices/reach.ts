import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { findByPersonalCodes, findIds } from '../people/index.ts';
import { kindsOf } from '../proceedings/index.ts';
import { checklist } from './checklist.ts';
import { fileOf } from './file-of.ts';
import { type Checked, deskOf, type RegistryNotice } from './notice.ts';
import { findItems } from './notice-store.ts';
import type { ObjectsOf, OpenObject } from './open-object.ts';

/** Every id of the worker's own client file, where there is one. */
export async function ownFileOf(db: Db, actor: Pick<Actor, 'personalCode'>): Promise<readonly string[]> {
  const [own] = await findByPersonalCodes(db, [actor.personalCode]);
  return own === undefined ? [] : findIds(db, own);
}

/** A notice with its checklist as it is now, and what is open. */
export interface Standing extends Checked {
  readonly objects: readonly OpenObject[];
}

/**
 * A notice as it stands, where it is there for somebody: their institution's, about what they work on (INV-66), and not about themselves (INV-65).
 * Not yours is not there.
 */
export async function reach(
  objectsOf: ObjectsOf,
  db: Db,
  actor: Pick<Actor, 'institutionId' | 'roles' | 'personalCode'>,
  notice: RegistryNotice | undefined,
): Promise<Result<Standing, Failure<'NOTICE_NOT_FOUND'>>> {
  if (notice === undefined || notice.institutionId !== actor.institutionId) return fail(failure('NOTICE_NOT_FOUND'));
  const [standing, ownFile] = await Promise.all([asItStands(objectsOf, db, notice), ownFileOf(db, actor)]);
  const kinds = kindsOf(actor.roles);
  const isTheirs = standing.notice.work.every((kind) => kinds.includes(kind)) && !ownFile.includes(notice.clientId);
  return isTheirs ? ok(standing) : fail(failure('NOTICE_NOT_FOUND'));
}

/** The checklist follows what is open now. A resolved notice stays as it was resolved (INV-61). */
async function asItStands(objectsOf: ObjectsOf, db: Db, notice: RegistryNotice): Promise<Standing> {
  const items = await findItems(db, notice.id);
  if (notice.state === 'RESOLVED') return { notice, items, objects: [] };
  const { ids } = await fileOf(db, notice.clientId);
  const all = await objectsOf(db, ids);
  const objects = all.filter(({ institutionId, work }) => institutionId === notice.institutionId && deskOf(work) === notice.desk);
  const work = [...new Set([...notice.work, ...objects.map((object) => object.work)])];
  return { notice: { ...notice, work }, items: checklist(notice.kind, items, objects), objects };
}
