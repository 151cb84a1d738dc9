import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { type Configuration, ROLES } from '../../src/configuration.ts';
import { type Gateway, openGateway } from '../../src/gateway.ts';
import { createLog, systemClock } from '../../src/platform/index.ts';
import { startEmbeddedPostgres } from '../../src/storage/index.ts';
import { BOUNDLESS, MASTER_KEYS, PERIODS, STAR, SUBSYSTEMS } from '../installation.ts';
import { BODIES, SUBJECT } from '../registries/bodies/index.ts';

/** The answer that the bench's register gives to every RR456, whoever it is about. */
export const RR456_ANSWER = BODIES['RR.RESIDENCES_DOCS_RELATIONS']?.found ?? '';

/** More than any bench writes to the database's log between two of its checkpoints, MiB. */
const LOG_MIB = 512;

export interface Ground {
  readonly url: string;
  /** Another database of the same server. */
  beside(name: string): Promise<string>;
}

/** A database as in production (everything forced to disk), in a folder that goes with it. It ends with the bench, however that ends. */
export async function openGround(): Promise<Ground & AsyncDisposable> {
  const directory = mkdtempSync(join(tmpdir(), 'star-bench-'));
  const log = createLog('error');
  const postgres = await startEmbeddedPostgres({ directory: join(directory, 'postgres'), log, endsWithParent: true });
  await breakIn(postgres.url);
  return {
    url: postgres.url,
    async beside(name) {
      const client = new Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      const location = new URL(postgres.url);
      location.pathname = `/${name}`;
      return location.href;
    },
    async [Symbol.asyncDispose]() {
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Has the database write, and set behind it, as much of its log as a bench does: from then on the log's files are used again, as in a database that is
 * in service, and not made in the middle of somebody's commit.
 */
async function breakIn(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_logical_emit_message(false, 'bench', repeat('x', 1048576)) from generate_series(1, $1)", [LOG_MIB]);
  await client.query('checkpoint');
  await client.end();
}

/** What is to be closed when the bench has done with it, or has failed. */
export function closing<T extends { close(): Promise<unknown> }>(opened: T): T & AsyncDisposable {
  const dispose = async () => void (await opened.close());
  return Object.assign(opened, { [Symbol.asyncDispose]: dispose });
}

/** The register process, and where it listens. */
export async function startRegister(): Promise<{ readonly url: string } & Disposable> {
  const child: ChildProcess = spawn(process.execPath, [resolve(import.meta.dirname, 'register.ts')], {
    env: { ...process.env, BENCH_ANSWER: RR456_ANSWER, BENCH_SUBJECT: SUBJECT },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((settle, refuse) => {
    child.stdout?.once('data', (line: Buffer) => settle(line.toString().trim()));
    child.once('exit', () => refuse(new Error('the register ended')));
  });
  return { url: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => void child.kill('SIGKILL') };
}

export type BenchGateway = Gateway & AsyncDisposable;

/** The gateway as it runs, before the given security server. */
export async function openBenchGateway(
  databaseUrl: string,
  securityServer: string,
  concurrency: number,
  redisUrl?: string,
): Promise<BenchGateway> {
  const configuration: Configuration = {
    mode: 'demo',
    roles: [...ROLES],
    logLevel: 'error',
    http: { host: '127.0.0.1', port: 0, secureCookies: false },
    dataDir: '.test',
    documents: {},
    mail: { from: 'STAR <star@example.ee>' },
    database: { maxConnections: 40 },
    ...(redisUrl === undefined ? {} : { redis: { url: redisUrl } }),
    xroad: { client: STAR, securityServers: [securityServer] },
    registries: Object.fromEntries(Object.entries(SUBSYSTEMS).map(([name, subsystem]) => [name, { subsystem, concurrency }])),
    writes: { carerInsuranceKind: [] },
    feeds: [],
    quotas: BOUNDLESS,
    retention: { periods: PERIODS },
    tracing: { sampleRatio: 0 },
    producer: { allowed: {} },
  };
  const gateway = closing(
    await openGateway({
      configuration,
      databaseUrl,
      masterKeys: MASTER_KEYS,
      clock: systemClock,
      log: createLog('error'),
      callsPerMinute: 1_000_000_000,
    }),
  );
  // What is measured is a day at work, not the look at every register's contract that a night or a first start brings.
  await sql`update contract_watch set started_at = now()`.execute(gateway.database.db);
  return gateway;
}
