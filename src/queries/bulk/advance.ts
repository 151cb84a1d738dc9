import { type Log, startRounds } from '../../platform/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import type { Tx } from '../../storage/index.ts';
import { discardOne, type OperationPorts, retryQuery } from '../operations.ts';
import type { BulkOperation } from './bulk-operation.ts';
import { lockUnderWay, moveOn, nextMeant } from './store.ts';

/** How often it is looked whether there is something to do: 1 s, so that the operator sees it move. */
const EVERY_MS = 1000;
/** Queries worked in one transaction: some tenths of a second, within which nobody else moves them. */
const CHUNK = 100;

export interface BulkPorts extends OperationPorts {
  readonly log: Log;
}

const OPERATIONS = { RETRY: retryQuery, DISCARD: discardOne } as const;

/** Takes the oldest operation under way a chunk on. False when there is none. */
export async function advanceBulk(ports: BulkPorts): Promise<boolean> {
  const chunk = (atMost: number) => ports.database.transaction((tx) => workChunk(ports, tx, atMost));
  return chunk(CHUNK).catch(async (error: unknown) => {
    ports.log.error({ err: error }, 'a chunk of a bulk operation failed; its queries go one by one');
    // One that nothing can be done with must not hold up the others.
    return chunk(1).catch(() => ports.database.transaction((tx) => passOver(ports, tx)));
  });
}

async function workChunk(ports: BulkPorts, tx: Tx, atMost: number): Promise<boolean> {
  const operation = await lockUnderWay(tx);
  if (operation === undefined) return false;
  const ids = await nextMeant(tx, operation, atMost);
  let done = 0;
  for (const id of ids) {
    const result = await OPERATIONS[operation.verb](ports, tx, operation.actor, id, operation.reason);
    if (result.ok) done += 1;
  }
  const came = { done, refused: ids.length - done };
  if (ids.length === atMost) await moveOn(tx, operation.id, { ...came, cursor: ids.at(-1), endedAt: undefined });
  else await end(ports, tx, operation, { ...came, cursor: ids.at(-1) });
  return true;
}

/** Leaves the next query as it is, and goes on behind it. */
async function passOver(ports: BulkPorts, tx: Tx): Promise<boolean> {
  const operation = await lockUnderWay(tx);
  if (operation === undefined) return false;
  const [next] = await nextMeant(tx, operation, 1);
  ports.log.error({ operation: operation.id, queryId: next }, 'a bulk operation passed a query over');
  await moveOn(tx, operation.id, { done: 0, refused: next === undefined ? 0 : 1, cursor: next, endedAt: undefined });
  return true;
}

async function end(
  { clock }: BulkPorts,
  tx: Tx,
  operation: BulkOperation,
  came: { readonly done: number; readonly refused: number; readonly cursor: string | undefined },
): Promise<void> {
  const at = clock.now();
  await moveOn(tx, operation.id, { ...came, endedAt: at });
  await appendAudit(tx, {
    action: 'BULK_OPERATION_ENDED',
    at,
    system: 'queries',
    object: { type: 'bulk-operation', id: operation.id },
    outcome: 'DONE',
    details: { registry: operation.registry, done: operation.done + came.done, refused: operation.refused + came.refused },
  });
}

/** Works operations upon many queries until the returned function is called, which waits for a chunk under way. */
export function startBulkOperations(ports: BulkPorts): () => Promise<void> {
  let stopping = false;
  const stop = startRounds(
    EVERY_MS,
    async () => {
      while (!stopping && (await advanceBulk(ports)));
    },
    (error) => ports.log.error({ err: error }, 'a round of bulk operations failed'),
  );
  return async () => {
    stopping = true;
    await stop();
  };
}
