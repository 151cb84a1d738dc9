import { buffer } from 'node:stream/consumers';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Clock, Log } from '../../platform/index.ts';
import { DamagedStream, type Database, type DataKeys, type Db, type ObjectStore, ObjectStoreAway } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findSealedReport, putOffCheck, settleCheck, type TakenCheck, takeDueCheck } from './check-store.ts';
import { openBy, sealBy } from './document-key.ts';
import { openContent } from './open-document.ts';
import { Signature, type SignatureReport, type SignatureValidator, ValidatorAway } from './signature.ts';

/** How long one check may take before another worker takes it up: longer than SiVa may take. */
const LEASE_SECONDS = 120;
/** After the first failure the next try is in half a minute, after each further one in twice as long, */
const FIRST_PAUSE_SECONDS = 30;
/** and at most in an hour: SiVa is away for hours now and then, and comes back. */
const PAUSE_SECONDS_AT_MOST = 3600;
/** Checks in a round, one after the other: each has a whole container in memory. */
const CHECKS_AT_MOST = 20;

export interface CheckPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: DataKeys;
  readonly objects: ObjectStore;
  readonly validator: SignatureValidator;
  readonly log: Log;
}

/** Has the signatures checked that wait for it. What cannot be checked now is tried again: none is ever given up. */
export async function checkSignatures(ports: CheckPorts): Promise<void> {
  for (let checks = 0; checks < CHECKS_AT_MOST; checks += 1) {
    const now = ports.clock.now();
    const taken = await takeDueCheck(ports.database.db, now, now.add({ seconds: LEASE_SECONDS }));
    if (taken === undefined) return;
    await check(ports, taken);
  }
}

async function check(ports: CheckPorts, taken: TakenCheck): Promise<void> {
  const { database, clock, keys, log } = ports;
  const report = await validate(ports, taken.documentId);
  const at = clock.now();
  if (report === 'AWAY') {
    const seconds = Math.min(FIRST_PAUSE_SECONDS * 2 ** (taken.tries - 1), PAUSE_SECONDS_AT_MOST);
    if (taken.tries === 1) log.warn('signatures in a document could not be checked, and will be again later');
    return putOffCheck(database.db, taken, at.add({ seconds }));
  }
  await database.transaction(async (tx) => {
    const found = report === 'UNREADABLE' ? undefined : { ...countOf(report), sealed: await seal(keys, tx, taken.documentId, report) };
    if (!(await settleCheck(tx, taken, at, found))) return;
    await appendAudit(tx, {
      action: 'SIGNATURES_CHECKED',
      at,
      system: 'documents',
      object: { type: 'document', id: taken.documentId },
      outcome: 'DONE',
      ...(found === undefined ? { code: 'UNREADABLE' } : { details: { signatures: found.count, valid: found.valid } }),
    });
  });
}

async function validate({ database, keys, objects, validator }: CheckPorts, id: string): Promise<SignatureReport | 'UNREADABLE' | 'AWAY'> {
  const content = await openContent({ database, keys, objects }, id);
  if (!content.ok) return 'AWAY';
  try {
    return (await validator.validate(await buffer(content.value))) ?? 'UNREADABLE';
  } catch (error) {
    // The document may be brought back from a backup, as SiVa comes back: it waits for either.
    if ([ValidatorAway, DamagedStream, ObjectStoreAway].some((away) => error instanceof away)) return 'AWAY';
    throw error;
  }
}

function countOf({ signatures }: SignatureReport): { readonly count: number; readonly valid: number } {
  return { count: signatures.length, valid: signatures.filter(({ indication }) => indication === 'TOTAL-PASSED').length };
}

/** A report names who has signed: it lies under the document's key, and dies with it. */
async function seal(keys: DataKeys, tx: Db, id: string, { signatures }: SignatureReport): Promise<Uint8Array> {
  return sealBy(keys, tx, id, 'signatures', Buffer.from(JSON.stringify(signatures)));
}

const Signatures = Type.Array(Signature);

/** Who has signed a document, as it was found; undefined where that is not known. */
export async function findSignatures(keys: DataKeys, db: Db, id: string): Promise<readonly Signature[] | undefined> {
  const sealed = await findSealedReport(db, id);
  const opened = sealed && (await openBy(keys, db, id, 'signatures', sealed));
  if (opened === undefined) return undefined;
  const signatures: unknown = JSON.parse(Buffer.from(opened).toString('utf8'));
  return Check(Signatures, signatures) ? signatures : undefined;
}
