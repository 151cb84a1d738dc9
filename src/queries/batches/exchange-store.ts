import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { Claim } from './store.ts';

type Tables = {
  batch_exchange: {
    batch_id: string;
    attempt: number;
    x_road_id: string;
    service: string;
    request_hash: string;
    request_bytes: number;
    sent_at: Date;
    received_at: Date | null;
    response_bytes: number | null;
    security_server: string | null;
    outcome: string | null;
    code: string | null;
    detail: string | null;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Notes an exchange before it leaves: one without an end is one of which nobody knows whether it ran. */
export async function insertExchange(
  tx: Tx,
  claim: Claim,
  sent: {
    readonly xRoadId: string;
    readonly service: string;
    readonly requestHash: string;
    readonly requestBytes: number;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await tables(tx)
    .insertInto('batch_exchange')
    .values({
      batch_id: claim.id,
      attempt: claim.attempt,
      x_road_id: sent.xRoadId,
      service: sent.service,
      request_hash: sent.requestHash,
      request_bytes: sent.requestBytes,
      sent_at: dateOf(sent.at),
      received_at: null,
      response_bytes: null,
      security_server: null,
      outcome: null,
      code: null,
      detail: null,
    })
    .execute();
}

/** How an exchange ended. `VOID`: its claim was no longer the latest, and whatever came of it, a ticket too, is not used. */
export async function endExchange(
  tx: Tx,
  claim: Claim,
  end: {
    readonly at: Temporal.Instant;
    readonly responseBytes: number | undefined;
    readonly securityServer: string;
    readonly outcome: string;
    readonly code: string | null;
    readonly detail: string | undefined;
  },
): Promise<void> {
  await tables(tx)
    .updateTable('batch_exchange')
    .set({
      received_at: dateOf(end.at),
      response_bytes: end.responseBytes ?? null,
      security_server: end.securityServer,
      outcome: end.outcome,
      code: end.code,
      detail: end.detail ?? null,
    })
    .where('batch_id', '=', claim.id)
    .where('attempt', '=', claim.attempt)
    .execute();
}

/** Ends the exchanges of earlier claims that nobody has ended: their worker died, and what came of them is lost. Gives their numbers. */
export async function endLostExchanges(tx: Tx, claim: Claim): Promise<readonly number[]> {
  const rows = await tables(tx)
    .updateTable('batch_exchange')
    .set({ outcome: 'LOST' })
    .where('batch_id', '=', claim.id)
    .where('attempt', '<', claim.attempt)
    .where('outcome', 'is', null)
    .returning('attempt')
    .execute();
  return rows.map(({ attempt }) => attempt);
}

/** What can prove where a batch's answers come from: the exchange that brought the file. */
export interface FileSource {
  readonly service: string;
  readonly xRoadId: string;
  readonly requestHash: string;
  readonly sentAt: Temporal.Instant;
  readonly receivedAt: Temporal.Instant;
}

export async function findFileSource(db: Db, batchId: string): Promise<FileSource | undefined> {
  const row = await tables(db)
    .selectFrom('batch_exchange')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('outcome', '=', 'FETCHED')
    .executeTakeFirst();
  if (row === undefined || row.received_at === null) return undefined;
  return {
    service: row.service,
    xRoadId: row.x_road_id,
    requestHash: row.request_hash,
    sentAt: instantOf(row.sent_at),
    receivedAt: instantOf(row.received_at),
  };
}
