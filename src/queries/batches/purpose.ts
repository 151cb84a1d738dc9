import type { PersonalCode } from '../../estonia/index.ts';
import { type Clock, today } from '../../platform/index.ts';
import { type Actor, findUser } from '../../register/access/index.ts';
import { findClients } from '../../register/people/index.ts';
import { type BatchType, findBatchType } from '../../registries/index.ts';
import type { DataKeys, Tx } from '../../storage/index.ts';
import type { BatchPermit } from './batch.ts';
import type { Order } from './next-step.ts';
import { mayOrder } from './order.ts';
import { findAsked, findAwaited } from './person-store.ts';
import { openList } from './sealed-reading.ts';
import { type Standing, standingNow } from './standing.ts';
import { type Claim, findList } from './store.ts';

export interface PurposePorts {
  readonly clock: Clock;
  readonly keys: DataKeys;
}

/** For whom a claimed batch may go on, or why it may not. People whose own purpose has ended are told apart either way. */
export type Purpose = { readonly refused: Standing['refused'] } & (
  | {
      readonly holds: true;
      readonly type: BatchType;
      readonly asker: Pick<Actor, 'personalCode'>;
      readonly order: Order;
      /** Whom the order names, by their places in the batch. */
      readonly positions: readonly number[];
    }
  | { readonly holds: false; readonly code: string }
);

/** Holds a batch against its purpose once more, before anything leaves (INV-55). */
export async function purposeOf(ports: PurposePorts, tx: Tx, claim: Claim, permit: BatchPermit): Promise<Purpose> {
  const type = findBatchType(claim.typeCode);
  if (type === undefined) return ended('QUERY_TYPE_UNKNOWN');
  const [parameters, day] = [permit.parameters, today(ports.clock)];
  if (type.about === 'RESIDENTS') {
    const asker = await findUser(tx, permit.userId, permit.institutionId);
    if (asker === undefined) return ended('PERMIT_WITHDRAWN');
    if (!mayOrder(asker, type)) return ended('QUERY_NOT_ALLOWED_FOR_ROLE');
    const people = claim.state === 'ORDERED' ? [] : await listed(ports, tx, claim);
    return { holds: true, type, asker, order: { people, parameters, today: day }, positions: [], refused: [] };
  }
  const { admitted, refused, asker } = await standingNow(tx, type, permit, await findAwaited(tx, claim.id));
  if (asker === undefined || admitted.length === 0) return { holds: false, code: refused[0]?.code ?? 'PROCEEDING_CLOSED', refused };
  const people = claim.state === 'ORDERED' ? admitted.map(({ subject }) => subject) : await asked(tx, claim.id);
  const order = { people, parameters, today: day };
  return { holds: true, type, asker, order, positions: admitted.map(({ position }) => position), refused };
}

function ended(code: string): Purpose {
  return { holds: false, code, refused: [] };
}

/** Whom the submitted order names, whatever has become of them since: the file will tell of them too. */
async function asked(tx: Tx, batchId: string): Promise<readonly PersonalCode[]> {
  const people = await findAsked(tx, batchId);
  const clients = await findClients(
    tx,
    people.map(({ clientId }) => clientId),
  );
  return people.flatMap(({ clientId }) => clients.get(clientId)?.personalCode ?? []);
}

/** The residents who were listed. */
async function listed({ keys }: PurposePorts, tx: Tx, { id }: Claim): Promise<readonly PersonalCode[]> {
  const [key, sealed] = await Promise.all([keys.open(tx, id), findList(tx, id)]);
  const people = key && sealed && openList(key, id, sealed);
  if (people === undefined) throw new Error('the list of a batch does not open');
  return people;
}
