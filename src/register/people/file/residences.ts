import type { Address } from '../../../estonia/index.ts';
import type { Temporal } from '../../../platform/index.ts';
import type { Db } from '../../../storage/index.ts';
import { findClients, findIds } from '../store.ts';
import { findEntries } from './entry-store.ts';
import { standingOn } from './standing.ts';

/** Where the population register has people on a day, of those of whose files it is known; under the ids asked for. */
export async function findResidences(db: Db, clientIds: readonly string[], day: Temporal.PlainDate): Promise<ReadonlyMap<string, Address>> {
  const known = new Map<string, Address>();
  for (const [id, client] of await findClients(db, clientIds)) {
    const residence = standingOn(await findEntries(db, await findIds(db, client)), 'RESIDENCE', day);
    if (residence !== undefined) known.set(id, residence.content.address);
  }
  return known;
}
