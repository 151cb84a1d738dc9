import { type Failure, fail, failure, ok, type Result } from '../../../platform/index.ts';
import type { Tx } from '../../../storage/index.ts';
import type { Actor } from '../../access/index.ts';
import { appendAudit } from '../../audit/index.ts';
import type { Client } from '../client.ts';
import { type Purpose, type ReachRefusal, told } from '../reach.ts';
import { type ReachPorts, reachKnown } from '../reach-file.ts';
import { lockClients, saveClient } from '../store.ts';
import type { Entry, NewEntry } from './entry.ts';
import { findEntries, insertEntries } from './entry-store.ts';

export interface ChangeFile {
  readonly clientId: string;
  /** The version the caller saw, where they said so. */
  readonly ifMatch: string | undefined;
}

/** What becomes of a file: what is entered, and the person's data where those are others now. */
export interface Change {
  readonly entries: readonly NewEntry[];
  readonly client?: Client;
}

/** What a change is decided by. The file is held meanwhile. */
export interface Standing {
  readonly client: Client;
  readonly entries: readonly Entry[];
}

export type ChangeRefusal = ReachRefusal | Failure<'CLIENT_FILE_READ_ONLY' | 'CLIENT_FILE_OWN' | 'PRECONDITION_FAILED'>;

/**
 * Enters into a client file (klienditoimik): whose business it is, by whoever saw it as it is, what the rule given makes of it. A change that
 * changes nothing is none. Gives the file's id.
 */
export async function changeFile<Refusal extends Failure>(
  ports: ReachPorts,
  tx: Tx,
  actor: Actor,
  { clientId, ifMatch }: ChangeFile,
  decide: (standing: Standing) => Result<Change, Refusal> | Promise<Result<Change, Refusal>>,
): Promise<Result<string, ChangeRefusal | Refusal>> {
  const client = (await lockClients(tx, [clientId])).get(clientId);
  if (client === undefined) return fail(failure('CLIENT_NOT_FOUND'));
  const reached = await reachKnown(ports, tx, actor, client);
  if (!reached.ok) return reached;
  if (reached.value.may !== 'CHANGE') return fail(failure('CLIENT_FILE_READ_ONLY'));
  if (client.personalCode === actor.personalCode) return fail(failure('CLIENT_FILE_OWN'));
  if (ifMatch !== undefined && ifMatch !== String(client.version)) return fail(failure('PRECONDITION_FAILED'));
  const decided = await decide({ client, entries: await findEntries(tx, reached.value.ids) });
  if (!decided.ok) return decided;
  const { entries, client: changed = client } = decided.value;
  if (entries.length > 0) await enter(tx, actor, changed, entries, reached.value.purpose, ports.clock.now());
  return ok(client.id);
}

async function enter(
  tx: Tx,
  actor: Actor,
  client: Client,
  entries: readonly NewEntry[],
  purpose: Purpose,
  at: Entry['enteredAt'],
): Promise<void> {
  const { details, ...by } = told(purpose);
  await saveClient(tx, client);
  await insertEntries(
    tx,
    entries.map((entry) => entered(client.id, actor, entry, at)),
  );
  await appendAudit(tx, {
    action: 'CLIENT_CHANGED',
    at,
    actor,
    object: { type: 'client', id: client.id },
    clientId: client.id,
    outcome: 'DONE',
    ...by,
    details: { ...details, fields: [...new Set(entries.map(({ content }) => content.kind))].join(' ') },
  });
}

/** An entry with who makes it and when. */
export function entered(
  clientId: string,
  { userId, institutionId }: Pick<Actor, 'userId' | 'institutionId'>,
  { continues, validTo, ...entry }: NewEntry,
  at: Entry['enteredAt'],
): Omit<Entry, 'id'> {
  return { ...entry, continues, validTo, clientId, enteredBy: userId, institutionId, enteredAt: at };
}
