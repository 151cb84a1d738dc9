import { type Failure, fail, failure, ok, type Result, today } from '../../../platform/index.ts';
import type { Tx } from '../../../storage/index.ts';
import type { Actor } from '../../access/index.ts';
import { appendAuditLines } from '../../audit/index.ts';
import type { Client } from '../client.ts';
import { entered, findEntries, insertEntries, namedIn } from '../file/index.ts';
import type { ReachRefusal } from '../reach.ts';
import { type ReachPorts, reachKnown } from '../reach-file.ts';
import { findClients, findIds, lockClients, saveClient, saveMerged } from '../store.ts';
import { judgeMerge, type MergeRefusal } from './merge.ts';

/** What is under way about the people of two files, as the rooms know it that have it under way. */
export interface MergePorts extends ReachPorts {
  /** Holds all that is under way about either until the transaction ends, and says what of it stands in the way. */
  readonly holdUnderWay: (
    tx: Tx,
    into: readonly string[],
    from: readonly string[],
  ) => Promise<{ readonly together: boolean; readonly underWay: boolean }>;
  /** Has what is under way go on about the file that stays. What is over stays as it was. */
  readonly goOnAs: (tx: Tx, into: string, from: readonly string[]) => Promise<void>;
}

export interface MergeFiles {
  readonly intoId: string;
  readonly fromId: string;
  readonly justification: string;
  /** The version of the file that stays, where the caller said which they saw. */
  readonly ifMatch: string | undefined;
}

export type MergeFilesRefusal = ReachRefusal | MergeRefusal | Failure<'CLIENT_FILE_READ_ONLY' | 'CLIENT_FILE_OWN' | 'PRECONDITION_FAILED'>;

/**
 * Makes two files of one person one (toimikute ühendamine). No entry, no intake and no proceeding that is over is touched: the id of the file that
 * goes becomes another id of the one that stays, and whatever stands under either is read under both (INV-03). Gives the id of the file that stays.
 */
export async function mergeFiles(
  ports: MergePorts,
  tx: Tx,
  actor: Actor,
  { intoId, fromId, justification, ifMatch }: MergeFiles,
): Promise<Result<string, MergeFilesRefusal>> {
  const clients = await lockClients(tx, [intoId, fromId]);
  const [into, from] = [clients.get(intoId), clients.get(fromId)];
  if (into === undefined) return fail(failure('CLIENT_NOT_FOUND'));
  if (from === undefined) return fail(failure('CLIENT_NOT_FOUND', { fields: [{ pointer: '/mergedId', code: 'UNKNOWN' }] }));
  if (!actor.roles.includes('REGISTRY_MANAGER')) {
    const theirs = await areTheirs(ports, tx, actor, [into, from]);
    if (!theirs.ok) return theirs;
  }
  if ([into, from].some(({ personalCode }) => personalCode === actor.personalCode)) return fail(failure('CLIENT_FILE_OWN'));
  if (ifMatch !== undefined && ifMatch !== String(into.version)) return fail(failure('PRECONDITION_FAILED'));
  const [intoIds, fromIds] = [await findIds(tx, into), await findIds(tx, from)];
  const judged = judgeMerge(actor, into, from, {
    related: (await names(ports, tx, intoIds, from)) || (await names(ports, tx, fromIds, into)),
    ...(await ports.holdUnderWay(tx, intoIds, fromIds)),
  });
  if (!judged.ok) return judged;
  const at = ports.clock.now();
  await saveMerged(tx, fromIds, into.id);
  await saveClient(tx, into);
  const content = { kind: 'MERGER', mergedId: from.id, justification } as const;
  await insertEntries(tx, [entered(into.id, actor, { content, validFrom: today(ports.clock), source: 'WORKER' }, at)]);
  await ports.goOnAs(tx, into.id, fromIds);
  const line = { action: 'CLIENT_MERGED', at, actor, object: { type: 'client', id: into.id }, outcome: 'DONE' } as const;
  await appendAuditLines(
    tx,
    [into.id, from.id].map((clientId) => ({ ...line, clientId, details: { merged: from.id } })),
  );
  return ok(into.id);
}

/** Whether a worker may change each of the files: who may not change one may not make it part of another. */
async function areTheirs(
  ports: ReachPorts,
  tx: Tx,
  actor: Actor,
  clients: readonly Client[],
): Promise<Result<void, ReachRefusal | Failure<'CLIENT_FILE_READ_ONLY'>>> {
  for (const client of clients) {
    const reached = await reachKnown(ports, tx, actor, client);
    if (!reached.ok) return reached;
    if (reached.value.may !== 'CHANGE') return fail(failure('CLIENT_FILE_READ_ONLY'));
  }
  return ok(undefined);
}

/** Whether a file has the other person around: in the network or in the household. */
async function names({ clock }: ReachPorts, tx: Tx, clientIds: readonly string[], other: Client): Promise<boolean> {
  const named = await findClients(tx, namedIn(await findEntries(tx, clientIds), 'GENERAL', today(clock)));
  return [...named.values()].some(({ id }) => id === other.id);
}
