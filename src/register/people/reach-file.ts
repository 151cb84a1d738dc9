import { type Clock, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import type { Client } from './client.ts';
import { findOpening } from './opening-store.ts';
import { type Bond, type Purpose, type Reach, type ReachRefusal, reachOf, type Tie } from './reach.ts';
import { findClients, findIds } from './store.ts';

/** What other rooms know of a worker and a person. Asked with every id of the file. */
export interface ReachPorts {
  readonly clock: Clock;
  readonly tieTo: (db: Db, actor: Actor, clientIds: readonly string[]) => Promise<Bond>;
  readonly guestIn: (db: Db, actor: Actor, clientIds: readonly string[]) => Promise<string | undefined>;
}

/** A file that is there for somebody. */
export interface Reached {
  readonly client: Client;
  /** Every id that leads to the file. */
  readonly ids: readonly string[];
  readonly tie: Tie;
  readonly may: Reach['may'];
  readonly purpose: Purpose;
}

/** The file that an id leads to, and how far the worker may go with it. */
export async function reachFile(ports: ReachPorts, db: Db, actor: Actor, id: string): Promise<Result<Reached, ReachRefusal>> {
  const client = (await findClients(db, [id])).get(id);
  return client === undefined ? fail(failure('CLIENT_NOT_FOUND')) : reachKnown(ports, db, actor, client);
}

/** As {@link reachFile}, of a file that is in hand. */
export async function reachKnown(ports: ReachPorts, db: Db, actor: Actor, client: Client): Promise<Result<Reached, ReachRefusal>> {
  const ids = await findIds(db, client);
  const bond = await ports.tieTo(db, actor, ids);
  const isTied = bond.tie !== 'NONE';
  const reach = reachOf(actor, client, {
    bond,
    guestIn: isTied ? undefined : await ports.guestIn(db, actor, ids),
    openingId: isTied ? undefined : await findOpening(db, actor, ids, ports.clock.now()),
  });
  return reach.ok ? ok({ client, ids, tie: bond.tie, ...reach.value }) : reach;
}
