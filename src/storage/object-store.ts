import type { Readable } from 'node:stream';

/**
 * Where bytes lie that are too many for a row: a disk, or an object storage. What is kept there is sealed before it comes; a name is an id that was
 * never used before.
 */
export interface ObjectStore {
  /** Keeps what is read, so that it is there whole once this has ended, whatever happens to the machine then; or, where reading it fails, not at all. */
  write(id: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Undefined when there is nothing by this name. */
  open(id: string): Promise<Readable | undefined>;
  /** Also what a write has left behind that never ended. What is not there is gone already. */
  remove(id: string): Promise<void>;
  /** Whether it can be read from and written to now. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** The store cannot be written to or read from now: full, away, or it refuses us. */
export class ObjectStoreAway extends Error {
  constructor(what: string, options: ErrorOptions = {}) {
    super(`the object store cannot be used: ${what}`, options);
  }
}
