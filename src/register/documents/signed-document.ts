import { buffer } from 'node:stream/consumers';
import { parsePersonalCode } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import { type DataKeys, ObjectStoreAway, type Tx, unsealStream } from '../../storage/index.ts';
import type { Actor, ArrivingFile, BroughtDocument, Signer } from '../access/index.ts';
import { appendAudit, appendAuditLines } from '../audit/index.ts';
import { sealStreamKey } from './document-key.ts';
import { dropLeftover, noteLeftovers } from './leftover-store.ts';
import { SIGNED } from './media-type.ts';
import { discardFile, RETRY_AFTER_SECONDS, type ReceivedFile, type ReceivePorts, receiveFile } from './receive-file.ts';
import { type SignatureReport, type SignatureValidator, ValidatorAway } from './signature.ts';
import { deleteSigned, insertSigned } from './signed-store.ts';

/** A signed container that belongs to no proceeding: a request about access rests on it. Each of its signatures holds. */
export interface SignedDocument extends BroughtDocument {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly scanned: boolean;
  readonly broughtAt: Temporal.Instant;
}

export interface SignedPorts extends ReceivePorts {
  /** Undefined where none is configured: then nothing is taken. */
  readonly validator: SignatureValidator | undefined;
}

/** Received, and not kept yet. */
export interface ReceivedSigned {
  readonly file: ReceivedFile;
  readonly signers: readonly Signer[];
}

type NotSigned = Failure<'SIGNED_DOCUMENT_REQUIRED' | 'SIGNATURES_INVALID' | 'SIGNATURES_NOT_CHECKED' | 'DOCUMENT_STORE_UNAVAILABLE'>;
type NotReceived = Extract<Awaited<ReturnType<typeof receiveFile>>, { ok: false }>['error'];

/** Takes a signed container, and has its signatures checked while whoever brings it waits: what does not hold, or cannot be checked now, is not kept. */
export async function receiveSigned(ports: SignedPorts, arriving: ArrivingFile): Promise<Result<ReceivedSigned, NotReceived | NotSigned>> {
  const received = await receiveFile(ports, arriving);
  if (!received.ok) return received;
  const signers = await signersOf(ports, received.value);
  if (signers.ok) return ok({ file: received.value, signers: signers.value });
  await discardFile(ports, received.value.id);
  return signers;
}

async function signersOf({ objects, validator }: SignedPorts, file: ReceivedFile): Promise<Result<readonly Signer[], NotSigned>> {
  if (file.mediaType !== SIGNED) return fail(failure('SIGNED_DOCUMENT_REQUIRED'));
  const later = { retryAfterSeconds: RETRY_AFTER_SECONDS };
  if (validator === undefined) return fail(failure('SIGNATURES_NOT_CHECKED', later));
  try {
    const sealed = await objects.open(file.id);
    if (sealed === undefined) throw new Error('an object was written and is not there');
    return judge(await validator.validate(await buffer(unsealStream(file.streamKey, sealed))));
  } catch (error) {
    if (error instanceof ValidatorAway) return fail(failure('SIGNATURES_NOT_CHECKED', later));
    if (error instanceof ObjectStoreAway) return fail(failure('DOCUMENT_STORE_UNAVAILABLE', later));
    throw error;
  }
}

/** All signatures are to hold: of one that does not nobody could say what it was for. */
function judge(report: SignatureReport | undefined): Result<readonly Signer[], Failure<'SIGNATURES_INVALID'>> {
  const signatures = report?.signatures ?? [];
  const isGood = signatures.length > 0 && signatures.every(({ indication }) => indication === 'TOTAL-PASSED');
  return isGood ? ok(signatures.map(({ signedBy }) => signerOf(signedBy))) : fail(failure('SIGNATURES_INVALID'));
}

/** Estonian certificates for signing call their owner `SURNAME,FIRST NAME,PERSONAL CODE` (SK ID Solutions, certificate profiles). */
function signerOf(signedBy: string): Signer {
  const [surname, firstName, code = ''] = signedBy.split(',').map((part) => part.trim());
  const personalCode = parsePersonalCode(code);
  return personalCode === undefined ? { name: signedBy } : { name: `${firstName} ${surname}`, personalCode };
}

/** Keeps a received container: from now on there is a key to it. Gives its id. */
export async function keepSigned(
  { clock, keys }: { readonly clock: Clock; readonly keys: DataKeys },
  tx: Tx,
  actor: Actor,
  { file: { id, streamKey, fileName, bytes, sha256, scanned }, signers }: ReceivedSigned,
): Promise<string> {
  if (!(await dropLeftover(tx, id))) throw new Error('a received file was thrown away before it was kept');
  const at = clock.now();
  const sealedKey = await sealStreamKey(keys, tx, id, streamKey);
  await insertSigned(tx, { id, fileName, bytes, sha256, signers, scanned, sealedKey, broughtBy: actor.userId, broughtAt: at });
  await appendAudit(tx, { action: 'SIGNED_DOCUMENT_ADDED', at, actor, object: { type: 'signed-document', id }, outcome: 'DONE' });
  return id;
}

/** Erases signed documents, for retention: their keys in this transaction, their bytes right behind it. */
export async function eraseSigned(
  { keys, clock }: { readonly keys: DataKeys; readonly clock: Clock },
  tx: Tx,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) await keys.destroy(tx, id);
  await deleteSigned(tx, ids);
  const at = clock.now();
  await noteLeftovers(tx, ids, at);
  await appendAuditLines(
    tx,
    ids.map((id) => ({
      action: 'SIGNED_DOCUMENT_ERASED',
      at,
      system: 'retention',
      object: { type: 'signed-document', id },
      outcome: 'DONE' as const,
    })),
  );
}
