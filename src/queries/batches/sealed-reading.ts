import type { PersonalCode } from '../../estonia/index.ts';
import type { Reading } from '../../registries/index.ts';
import type { DataKey, DataKeys, Db } from '../../storage/index.ts';
import type { BatchPerson } from './batch.ts';

/**
 * Seals what a register said of people of a batch: by the batch's key, and over that by the key of the person's proceeding. So it dies with
 * whichever ends first, in every copy.
 */
export interface Seals {
  seal(person: Pick<BatchPerson, 'position' | 'proceedingId'>, reading: Reading<unknown>): Uint8Array | undefined;
  /** Undefined when one of the keys is destroyed, or the bytes are another's. */
  unseal(person: Pick<BatchPerson, 'position' | 'proceedingId'>, sealed: Uint8Array): Reading<unknown> | undefined;
}

export async function openSeals(keys: DataKeys, db: Db, batchId: string, proceedingIds: readonly string[]): Promise<Seals> {
  const keyOf = await keys.openAll(db, [batchId, ...new Set(proceedingIds)]);
  const batchKey = keyOf.get(batchId);
  const context = (position: number) => `${batchId}/${position}`;
  return {
    seal({ position, proceedingId }, reading) {
      const inner = batchKey?.seal(Buffer.from(JSON.stringify(reading)), context(position));
      return inner && keyOf.get(proceedingId)?.seal(inner, context(position));
    },
    unseal({ position, proceedingId }, sealed) {
      const inner = keyOf.get(proceedingId)?.unseal(sealed, context(position));
      const plain = inner && batchKey?.unseal(inner, context(position));
      return plain && (JSON.parse(Buffer.from(plain).toString('utf8')) as Reading<unknown>);
    },
  };
}

/** A resident as sealed: who it is, and what was answered. */
export interface SealedResident {
  readonly personalCode: PersonalCode;
  readonly reading: Reading<unknown>;
}

/** Seals a resident by the batch's key alone: there is no proceeding about them. */
export function sealResident(key: DataKey, batchId: string, position: number, resident: SealedResident): Uint8Array {
  return key.seal(Buffer.from(JSON.stringify(resident)), `${batchId}/${position}`);
}

export function unsealResident(key: DataKey, batchId: string, position: number, sealed: Uint8Array): SealedResident | undefined {
  const plain = key.unseal(sealed, `${batchId}/${position}`);
  return plain && (JSON.parse(Buffer.from(plain).toString('utf8')) as SealedResident);
}

/** Seals the list of residents between the exchange that brought it and the one that asks about them. */
export function sealList(key: DataKey, batchId: string, people: readonly PersonalCode[]): Uint8Array {
  return key.seal(Buffer.from(JSON.stringify(people)), `${batchId}/list`);
}

export function openList(key: DataKey, batchId: string, sealed: Uint8Array): readonly PersonalCode[] | undefined {
  const plain = key.unseal(sealed, `${batchId}/list`);
  return plain && (JSON.parse(Buffer.from(plain).toString('utf8')) as readonly PersonalCode[]);
}
