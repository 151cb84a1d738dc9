import { type Clock, type Failure, fail, failure, newId, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findByPersonalCodes, findClients, findIds } from '../people/index.ts';
import { findProceeding } from '../proceedings/index.ts';
import { findStandingHolds, insertHold, saveLifted } from './hold-store.ts';
import type { Holding, Thing } from './holding.ts';

/** What is held: all that is kept of a person, or one proceeding with what hangs on it. */
export type HeldObject =
  | { readonly clientId: string; readonly proceedingId?: undefined }
  | { readonly proceedingId: string; readonly clientId?: undefined };

/** A legal hold (säilitamise pikendamine): a dispute, an inspection or a court case needs the data, however long their period is over. */
export type LegalHold = HeldObject & {
  readonly id: string;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: Temporal.Instant;
  readonly lifted: { readonly by: string; readonly at: Temporal.Instant; readonly reason: string } | undefined;
};

export interface HoldPorts {
  readonly clock: Clock;
}

/** Places a hold: waits for the batch of a run that is under way, and from then on no run touches what is held. Gives the hold's id. */
export async function placeHold(
  { clock }: HoldPorts,
  tx: Tx,
  actor: Actor,
  held: HeldObject & { readonly reason: string },
): Promise<Result<string, Failure<'HOLD_OBJECT_NOT_FOUND' | 'HOLD_STANDS'>>> {
  const file = held.clientId === undefined ? undefined : (await findClients(tx, [held.clientId])).get(held.clientId);
  const proceeding = held.proceedingId === undefined ? undefined : await findProceeding(tx, held.proceedingId);
  if (file === undefined && proceeding === undefined) {
    const pointer = held.clientId === undefined ? '/proceedingId' : '/clientId';
    return fail(failure('HOLD_OBJECT_NOT_FOUND', { fields: [{ pointer, code: 'UNKNOWN' }] }));
  }
  const at = clock.now();
  const id = newId();
  const object = file === undefined ? { proceedingId: proceeding?.id ?? '' } : { clientId: file.id };
  const placed = await insertHold(tx, { id, ...object, reason: held.reason, placedBy: actor.userId, placedAt: at, lifted: undefined });
  if (!placed) return fail(failure('HOLD_STANDS'));
  await appendAudit(tx, { action: 'LEGAL_HOLD_PLACED', at, actor, object: { type: 'legal-hold', id }, ...object, outcome: 'DONE' });
  return ok(id);
}

/** Lifts a hold: what it held is due again where its period is over. */
export async function liftHold(
  { clock }: HoldPorts,
  tx: Tx,
  actor: Actor,
  { holdId, reason }: { readonly holdId: string; readonly reason: string },
): Promise<Result<string, Failure<'HOLD_NOT_FOUND'>>> {
  const at = clock.now();
  const lifted = await saveLifted(tx, holdId, { by: actor.userId, at, reason });
  if (lifted === undefined) return fail(failure('HOLD_NOT_FOUND'));
  const { clientId, proceedingId } = lifted;
  await appendAudit(tx, {
    action: 'LEGAL_HOLD_LIFTED',
    at,
    actor,
    object: { type: 'legal-hold', id: holdId },
    ...(clientId === undefined ? { proceedingId } : { clientId }),
    outcome: 'DONE',
  });
  return ok(holdId);
}

/** The ids of those things of a holding that are held. A hold on a person holds whatever is about them, by whichever id of theirs. */
export async function heldAmong(tx: Tx, { tellsOf }: Pick<Holding, 'tellsOf'>, things: readonly Thing[]): Promise<ReadonlySet<string>> {
  const holds = await findStandingHolds(tx);
  if (holds.length === 0 || things.length === 0) return new Set();
  const proceedingIds = holds.flatMap(({ proceedingId }) => proceedingId ?? []);
  const heldClients = holds.flatMap(({ clientId }) => clientId ?? []);
  const codes = [...new Set(things.flatMap(({ personalCodes = [] }) => personalCodes))];
  const fileOf = new Map((await findByPersonalCodes(tx, codes)).map(({ personalCode, id }) => [personalCode, id]));
  const people = (thing: Thing) => [...(thing.clientIds ?? []), ...(thing.personalCodes ?? []).flatMap((code) => fileOf.get(code) ?? [])];
  const files = await findClients(tx, [...new Set([...heldClients, ...things.flatMap(people)])]);
  // Files may have become one since the hold was placed.
  const standing = new Set(heldClients.map((id) => files.get(id)?.id ?? id));
  const held = things.filter(
    (thing) =>
      (thing.proceedingId !== undefined && proceedingIds.includes(thing.proceedingId)) ||
      people(thing).some((id) => standing.has(files.get(id)?.id ?? id)),
  );
  if (tellsOf === undefined) return new Set(held.map(({ id }) => id));
  const clientIds: string[] = [];
  for (const id of standing) clientIds.push(...(await findIds(tx, { id })));
  const told: string[] = [];
  for (const { id } of things) if (await tellsOf(tx, id, { clientIds, proceedingIds })) told.push(id);
  return new Set([...held.map(({ id }) => id), ...told]);
}
