import { type Clock, type Log, startRounds } from '../../platform/index.ts';
import type { Database, DataKeys, ObjectStore } from '../../storage/index.ts';
import { checkSignatures } from './check-signatures.ts';
import { clearLeftovers } from './erase-documents.ts';
import type { SignatureValidator } from './signature.ts';

/** How often bytes that belong to no document are thrown away: every 10 s, so that what was erased is gone while whoever erased it looks on. */
const CLEAR_EVERY_MS = 10_000;
/** How often signatures are looked for that wait to be checked: every 2 s, while whoever brought them looks on. */
const CHECK_EVERY_MS = 2_000;

export interface DocumentRoundPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: DataKeys;
  readonly objects: ObjectStore;
  /** Undefined where none is configured: signatures then wait. */
  readonly validator: SignatureValidator | undefined;
  readonly log: Log;
}

/** Does for documents what comes round by the clock, until the returned function is called, which waits for a round under way. */
export function startDocuments({ validator, ...ports }: DocumentRoundPorts): () => Promise<void> {
  const failed = (error: unknown) => ports.log.error({ err: error }, 'a round of documents failed');
  const stopClearing = startRounds(CLEAR_EVERY_MS, () => clearLeftovers(ports), failed);
  const stopChecking = validator && startRounds(CHECK_EVERY_MS, () => checkSignatures({ ...ports, validator }), failed);
  return async () => {
    await Promise.all([stopClearing(), stopChecking?.()]);
  };
}
