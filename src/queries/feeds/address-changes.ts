import type { AddressChange } from '../../registries/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { AskPorts } from '../ask.ts';
import { insertAddressChanges } from './address-store.ts';

/** Keeps every change of an address: whoever has noted down an ADR_ID can learn what it is now. Gives how many there were. */
export async function keepAddressChanges(_ports: AskPorts, tx: Tx, _feed: string, changes: readonly AddressChange[]): Promise<number> {
  await insertAddressChanges(tx, changes);
  return changes.length;
}
