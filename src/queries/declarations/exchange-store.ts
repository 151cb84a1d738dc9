import { dateOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { Declaration } from './declaration.ts';

type Tables = {
  declaration_exchange: {
    declaration_id: string;
    attempt: number;
    purpose: DeclarationErrand;
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

/** Why a message leaves: to declare, or to see whether an earlier message did. */
export type DeclarationErrand = 'UPLOAD' | 'LOOK';

type Claimed = Pick<Declaration, 'id' | 'attempt'>;

/** Notes an exchange before it leaves: one without an end is one of which nobody knows whether it ran. */
export async function insertExchange(
  tx: Tx,
  claim: Claimed,
  sent: {
    readonly purpose: DeclarationErrand;
    readonly xRoadId: string;
    readonly service: string;
    readonly requestHash: string;
    readonly requestBytes: number;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await tables(tx)
    .insertInto('declaration_exchange')
    .values({
      declaration_id: claim.id,
      attempt: claim.attempt,
      purpose: sent.purpose,
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

/** How an exchange ended. `VOID`: its claim was no longer the latest, and whatever came of it is not used. `NOT_SENT`: it never left. */
export async function endExchange(
  tx: Tx,
  claim: Claimed,
  end: {
    readonly at: Temporal.Instant;
    readonly outcome: string;
    readonly responseBytes?: number | undefined;
    readonly securityServer?: string;
    readonly code?: string | undefined;
    readonly detail?: string | undefined;
  },
): Promise<void> {
  await tables(tx)
    .updateTable('declaration_exchange')
    .set({
      received_at: dateOf(end.at),
      response_bytes: end.responseBytes ?? null,
      security_server: end.securityServer ?? null,
      outcome: end.outcome,
      code: end.code ?? null,
      detail: end.detail ?? null,
    })
    .where('declaration_id', '=', claim.id)
    .where('attempt', '=', claim.attempt)
    .execute();
}

/** Ends the exchanges of earlier claims that nobody has ended: their worker died. Gives their numbers. */
export async function endLostExchanges(tx: Tx, claim: Claimed): Promise<readonly number[]> {
  const rows = await tables(tx)
    .updateTable('declaration_exchange')
    .set({ outcome: 'LOST' })
    .where('declaration_id', '=', claim.id)
    .where('attempt', '<', claim.attempt)
    .where('outcome', 'is', null)
    .returning('attempt')
    .execute();
  return rows.map(({ attempt }) => attempt);
}

/** The X-Road id of the last message that carried the file, of each of the declarations. */
export async function lastUploads(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('declaration_exchange')
    .distinctOn('declaration_id')
    .select(['declaration_id', 'x_road_id'])
    .where('declaration_id', '=', anyOf(ids))
    .where('purpose', '=', 'UPLOAD')
    .orderBy('declaration_id')
    .orderBy('attempt', 'desc')
    .execute();
  return new Map(rows.map(({ declaration_id, x_road_id }) => [declaration_id, x_road_id]));
}
