import { isDeepStrictEqual } from 'node:util';
import { Temporal, ZONE } from '../../../platform/index.ts';
import type { Tx } from '../../../storage/index.ts';
import type { Actor } from '../../access/index.ts';
import { appendAudit } from '../../audit/index.ts';
import type { Client } from '../client.ts';
import { findIds, lockClients, saveClient } from '../store.ts';
import { type AddressEntry, readAddress } from './address.ts';
import { entered } from './change-file.ts';
import type { Entry, NewEntry } from './entry.ts';
import { findEntries, insertEntries } from './entry-store.ts';
import { standingOn } from './standing.ts';

/** What the population register has of a person now, of what their file holds. */
export type RegisterWord =
  | { readonly kind: 'NAME'; readonly firstName: string; readonly lastName: string }
  | { readonly kind: 'RESIDENCE'; readonly address: AddressEntry; readonly since: Temporal.PlainDate | undefined };

/**
 * Enters what the population register says now into a person's file: nobody has to write it down (source 003, question 30). What the file says
 * already is not entered again, and an address that the file could not hold not at all.
 *
 * @param by whose question the register has answered: the log says that no person entered it
 */
export async function followRegister(
  tx: Tx,
  clientId: string,
  words: readonly RegisterWord[],
  by: Pick<Actor, 'userId' | 'institutionId'>,
  at: Temporal.Instant,
): Promise<void> {
  const file = (await lockClients(tx, [clientId])).get(clientId);
  if (file === undefined) throw new Error('the register has told of somebody without a file');
  const before = await findEntries(tx, await findIds(tx, file));
  const today = at.toZonedDateTimeISO(ZONE).toPlainDate();
  const { client, entries } = words.reduce<Followed>((followed, word) => follow(followed, word, before, today), {
    client: file,
    entries: [],
  });
  if (entries.length === 0) return;
  await saveClient(tx, client);
  await insertEntries(
    tx,
    entries.map((entry) => entered(file.id, by, entry, at)),
  );
  await appendAudit(tx, {
    action: 'CLIENT_CHANGED',
    at,
    system: 'change-feed',
    object: { type: 'client', id: file.id },
    clientId: file.id,
    outcome: 'DONE',
    details: { fields: entries.map(({ content }) => content.kind).join(' ') },
  });
}

interface Followed {
  readonly client: Client;
  readonly entries: readonly NewEntry[];
}

function follow({ client, entries }: Followed, word: RegisterWord, before: readonly Entry[], today: Temporal.PlainDate): Followed {
  const source = 'POPULATION_REGISTER';
  if (word.kind === 'NAME') {
    const { firstName, lastName } = word;
    if (firstName === client.firstName && lastName === client.lastName) return { client, entries };
    return { client: { ...client, firstName, lastName }, entries: [...entries, { content: word, validFrom: today, source }] };
  }
  const address = readAddress(word.address);
  const standing = standingOn(before, 'RESIDENCE', today);
  if (!address.ok || isDeepStrictEqual(standing?.content.address, address.value)) return { client, entries };
  return {
    client,
    entries: [
      ...entries,
      { content: { kind: 'RESIDENCE', address: address.value }, validFrom: beginning(word.since, standing, today), source },
    ],
  };
}

/** Since when: the register has the day on which somebody came into the municipality, which a move within it leaves as it is. */
function beginning(since: Temporal.PlainDate | undefined, standing: Entry | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  if (since === undefined || Temporal.PlainDate.compare(since, today) > 0) return today;
  return standing !== undefined && Temporal.PlainDate.compare(since, standing.validFrom) <= 0 ? today : since;
}
