import { type Clock, type Log, startRounds } from '../../platform/index.ts';
import type { Database, ObjectStore } from '../../storage/index.ts';
import { clearLeftovers } from './erase-documents.ts';

/** How often bytes that belong to no document are thrown away: every 10 s, so that what was erased is gone while whoever erased it looks on. */
const EVERY_MS = 10_000;

export interface DocumentRoundPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  readonly log: Log;
}

/** Does for documents what comes round by the clock, until the returned function is called, which waits for a round under way. */
export function startDocuments(ports: DocumentRoundPorts): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    () => clearLeftovers(ports),
    (error) => ports.log.error({ err: error }, 'bytes that belong to no document could not be thrown away'),
  );
}
