import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createLog } from '../../src/platform/index.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/storage/index.ts';

/** PostgreSQL's own ways to go down: `fast` ends what runs in order, `immediate` is a crash that its log makes good again. */
export type Stop = 'fast' | 'immediate';

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const satisfies Record<Stop, NodeJS.Signals>;
const LOOK_EVERY_MS = 20;

/** A PostgreSQL that is stopped and started again as the fault wants it. */
export interface ChaosPostgres {
  readonly url: string;
  readonly directory: string;
  stop(how: Stop): Promise<void>;
  start(): Promise<void>;
  /** Runs the work on a connection of its own: those of before may be gone. */
  ask<T>(work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Starts one in the folder. A commit is in the operating system's hands before it is told, as in production; that is all it takes to survive the
 * end of the server. That the machine's disk keeps it is not tried here, so nothing waits for the disk.
 */
export async function openPostgres(directory: string): Promise<ChaosPostgres> {
  const start = () => startEmbeddedPostgres({ directory, log: createLog('error'), throwaway: true });
  let running: EmbeddedPostgres = await start();
  const { url } = running;
  const ask: ChaosPostgres['ask'] = async (work) => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  await ask((client) => client.query('alter role star set synchronous_commit = on'));
  return {
    url,
    directory,
    ask,
    async stop(how) {
      const pid = Number.parseInt(readFileSync(join(directory, 'cluster', 'postmaster.pid'), 'utf8'), 10);
      process.kill(pid, SIGNALS[how]);
      while (isAlive(pid)) await sleep(LOOK_EVERY_MS);
    },
    async start() {
      running = await start();
    },
    close: () => running.stop(),
  };
}

/** A process that has ended and only waits for its parent to notice is not alive. */
function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
