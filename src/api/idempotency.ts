import { createHmac } from 'node:crypto';
import { type Clock, dateOf, type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import type { Performed } from '../register/access/index.ts';
import type { Db, Tx } from '../storage/index.ts';

/** How long a key is remembered: a day. */
const REMEMBERED_HOURS = 24;
const KEY = /^[\x21-\x7e]{1,200}$/;

type Tables = {
  idempotency_key: {
    user_id: string;
    key: string;
    request_hash: Uint8Array;
    status: number;
    made: string;
    location: string | null;
    used_at: Date;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** A request that names itself, so that sending it again has one effect. */
export interface Keyed {
  readonly userId: string;
  readonly key: string;
  /** What makes it the same request: institution, method, address, body. Keyed, so that a short body (a personal code) cannot be guessed from it. */
  readonly requestHash: Uint8Array;
}

export function keyed(
  { userId, institutionId }: { userId: string; institutionId: string },
  key: string,
  secret: Uint8Array,
  request: { method: string; url: string; body: unknown },
): Result<Keyed, Failure<'IDEMPOTENCY_KEY_INVALID'>> {
  if (!KEY.test(key)) return fail(failure('IDEMPOTENCY_KEY_INVALID'));
  const requestHash = createHmac('sha256', secret)
    .update(JSON.stringify([institutionId, request.method, request.url, request.body ?? null]))
    .digest();
  return ok({ userId, key, requestHash });
}

/**
 * Performs a keyed request once. The key's row is written first and in the same transaction: a second caller waits at it until the first has
 * committed, and then finds what was made. Only ids are remembered; the answer is shown anew.
 */
export async function once<E extends Failure>(
  tx: Tx,
  clock: Clock,
  request: Keyed,
  perform: () => Promise<Result<Performed, E>>,
): Promise<Result<Performed, E | Failure<'IDEMPOTENCY_KEY_REUSED'>>> {
  const now = clock.now();
  await tables(tx)
    .deleteFrom('idempotency_key')
    .where('user_id', '=', request.userId)
    .where('key', '=', request.key)
    .where('used_at', '<', dateOf(now.subtract({ hours: REMEMBERED_HOURS })))
    .execute();
  const claimed = await tables(tx)
    .insertInto('idempotency_key')
    .values({
      user_id: request.userId,
      key: request.key,
      request_hash: request.requestHash,
      status: 0,
      made: '',
      location: null,
      used_at: dateOf(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const mine = tables(tx).selectFrom('idempotency_key').selectAll().where('user_id', '=', request.userId).where('key', '=', request.key);
  if (claimed.numInsertedOrUpdatedRows !== 1n) {
    const before = await mine.executeTakeFirstOrThrow();
    if (Buffer.compare(before.request_hash, request.requestHash) !== 0) return fail(failure('IDEMPOTENCY_KEY_REUSED'));
    return ok({ status: before.status, id: before.made, ...(before.location === null ? {} : { location: before.location }) });
  }
  const performed = await perform();
  if (!performed.ok) return performed;
  const { status, id, location } = performed.value;
  await tables(tx)
    .updateTable('idempotency_key')
    .set({ status, made: id, location: location ?? null })
    .where('user_id', '=', request.userId)
    .where('key', '=', request.key)
    .execute();
  return performed;
}

/** Throws away the keys that are no longer remembered. */
export async function forgetOldKeys(db: Db, clock: Clock): Promise<void> {
  await tables(db)
    .deleteFrom('idempotency_key')
    .where('used_at', '<', dateOf(clock.now().subtract({ hours: REMEMBERED_HOURS })))
    .execute();
}
