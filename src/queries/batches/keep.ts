import type { Temporal } from '../../platform/index.ts';
import { appendAuditLines } from '../../register/audit/index.ts';
import type { BatchType, TicketBatch } from '../../registries/index.ts';
import type { DataKeys, Tx } from '../../storage/index.ts';
import type { BatchPermit } from './batch.ts';
import { lineOf } from './line.ts';
import { findAwaited, type PersonSettled, settlePeople } from './person-store.ts';
import { insertResidents } from './resident-store.ts';
import { openSeals, sealResident } from './sealed-reading.ts';
import { type Standing, standingNow } from './standing.ts';
import type { Claim } from './store.ts';
import type { BatchVerdict } from './verdict.ts';

type Readings = Extract<BatchVerdict, { state: 'FETCHED' }>['readings'];

/** Splits a file into its people and seals each part. */
export async function keep(
  keys: DataKeys,
  tx: Tx,
  { claim, type, permit, at }: { claim: Claim; type: BatchType; permit: BatchPermit; at: Temporal.Instant },
  readings: Readings,
): Promise<void> {
  if (type.about === 'RESIDENTS') return keepResidents(keys, tx, claim, readings);
  await keys.create(tx, claim.id);
  await keepNamed(keys, tx, { claim, type, permit, at }, readings);
}

/** Whose purpose has ended since the file was looked for is dropped, answer and all. */
async function keepNamed(
  keys: DataKeys,
  tx: Tx,
  { claim, type, permit, at }: { claim: Claim; type: TicketBatch; permit: BatchPermit; at: Temporal.Instant },
  readings: Readings,
): Promise<void> {
  const { admitted, refused } = await standingNow(tx, type, permit, await findAwaited(tx, claim.id));
  const seals = await openSeals(
    keys,
    tx,
    claim.id,
    admitted.map(({ proceedingId }) => proceedingId),
  );
  const settled = admitted.map((person): PersonSettled => {
    const reading = readings.get(person.subject);
    if (reading === undefined) return { position: person.position, outcome: 'UNANSWERED', code: null, sealed: null };
    const sealed = seals.seal(person, reading);
    if (sealed === undefined) throw new Error('an open proceeding has no data key');
    return { position: person.position, outcome: reading.state, code: null, sealed };
  });
  await settlePeople(tx, claim.id, settled);
  await appendAuditLines(
    tx,
    admitted.map(({ clientId, proceedingId }, n) => ({
      ...lineOf(claim, 'BATCH_PERSON_ANSWERED', at, { type: claim.typeCode, state: settled[n]?.outcome ?? null }),
      clientId,
      proceedingId,
    })),
  );
  await drop(tx, claim, at, refused);
}

/** Only of whom something was answered is there a row: whom the register says nothing of is never entered. */
async function keepResidents(keys: DataKeys, tx: Tx, claim: Claim, readings: Readings): Promise<void> {
  const key = await keys.open(tx, claim.id);
  if (key === undefined) throw new Error('a batch with a list has no data key');
  const residents = [...readings].map(([personalCode, reading], position) => ({
    position,
    outcome: reading.state,
    sealed: sealResident(key, claim.id, position, { personalCode, reading }),
  }));
  await insertResidents(tx, claim.id, residents);
}

/** People whose purpose has ended: nothing is asked or kept of them any more, and the log says why. */
export async function drop(tx: Tx, claim: Claim, at: Temporal.Instant, refused: Standing['refused']): Promise<void> {
  await settlePeople(
    tx,
    claim.id,
    refused.map(({ position, code }) => ({ position, outcome: 'DROPPED', code, sealed: null })),
  );
  await appendAuditLines(
    tx,
    refused.map(({ clientId, proceedingId, code }) => ({
      ...lineOf(claim, 'BATCH_PERSON_DROPPED', at, { type: claim.typeCode }),
      outcome: 'REFUSED',
      clientId,
      proceedingId,
      code,
    })),
  );
}
