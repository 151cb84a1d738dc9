import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import { Client } from 'pg';
import type { Log } from '../platform/index.ts';
import type { Db } from './db.ts';

/** How soon a lost listener is replaced, ms. What was said meanwhile is lost: whoever listens also looks into the rows from time to time. */
const RECONNECT_AFTER = 1000;

/** Sends the payloads to whoever listens on the channel, in one statement. Outside any transaction: a notification must not make commits wait. */
export async function notify(db: Db, channel: string, payloads: readonly string[]): Promise<void> {
  if (payloads.length === 0) return;
  await db.executeQuery(CompiledQuery.raw('select pg_notify($1, payload) from unnest($2::text[]) as payload', [channel, payloads]));
}

/** Calls back for each payload on the channel until the returned function is called; a lost connection is opened again. */
export async function listen(url: string, channel: string, handle: (payload: string) => void, log: Log): Promise<() => Promise<void>> {
  let stopped = false;
  let client = await connect();

  /** Whoever calls tries again when it fails; only a connection that has listened is replaced by itself. */
  async function connect(): Promise<Client> {
    let listens = false;
    const next = new Client({ connectionString: url, application_name: `star-xtee-gateway listening to ${channel}`, keepAlive: true });
    next.on('notification', ({ payload }) => handle(payload ?? ''));
    next.on('error', (error: Error & { code?: string }) => log.warn({ code: error.code ?? error.name }, 'a listening connection was lost'));
    next.on('end', () => {
      if (listens && !stopped) void reconnect();
    });
    try {
      await next.connect();
      await next.query(`listen ${next.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    listens = true;
    return next;
  }

  async function reconnect(): Promise<void> {
    while (!stopped) {
      await sleep(RECONNECT_AFTER, undefined, { ref: false });
      try {
        client = await connect();
        if (stopped) await client.end().catch(() => undefined);
        return;
      } catch (error) {
        log.warn({ err: error }, 'a listening connection could not be opened again');
      }
    }
  }

  return async () => {
    stopped = true;
    await client.end().catch(() => undefined);
  };
}
