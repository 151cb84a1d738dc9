import { type Clock, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import type { Client } from './client.ts';
import { hasOpened } from './opening-store.ts';
import { type Reach, type ReachRefusal, reachOf, type Tie } from './reach.ts';
import { findClients, findIds } from './store.ts';

/** What other rooms know of a worker and a person. Asked with every id of the file. */
export interface ReachPorts {
  readonly clock: Clock;
  readonly tieTo: (db: Db, actor: Actor, clientIds: readonly string[]) => Promise<Tie>;
  readonly isGuestOf: (db: Db, actor: Actor, clientIds: readonly string[]) => Promise<boolean>;
}

/** A file that is there for somebody. */
export interface Reached {
  readonly client: Client;
  /** Every id that leads to the file. */
  readonly ids: readonly string[];
  readonly reach: Reach;
  readonly tie: Tie;
}

/** The file that an id leads to, and how far the worker may go with it. */
export async function reachFile(ports: ReachPorts, db: Db, actor: Actor, id: string): Promise<Result<Reached, ReachRefusal>> {
  const client = (await findClients(db, [id])).get(id);
  return client === undefined ? fail(failure('CLIENT_NOT_FOUND')) : reachKnown(ports, db, actor, client);
}

/** As {@link reachFile}, of a file that is in hand. */
export async function reachKnown(ports: ReachPorts, db: Db, actor: Actor, client: Client): Promise<Result<Reached, ReachRefusal>> {
  const ids = await findIds(db, client);
  const tie = await ports.tieTo(db, actor, ids);
  const reach = reachOf(actor, client, {
    tie,
    isGuest: tie === 'NONE' && (await ports.isGuestOf(db, actor, ids)),
    hasOpened: tie === 'NONE' && (await hasOpened(db, actor, ids, ports.clock.now())),
  });
  return reach.ok ? ok({ client, ids, reach: reach.value, tie }) : reach;
}
