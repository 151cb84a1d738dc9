import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, systemClock } from '../../src/platform/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../src/simulator/index.ts';
import { openDatabase } from '../../src/storage/index.ts';
import { BOUNDLESS, MASTER_KEYS, STAR, SUBSYSTEMS } from '../installation.ts';
import { startRedis, type TestRedis } from '../redis.ts';
import { hire, type Worker } from '../town.ts';
import { GatewayProcess } from './gateway.ts';
import { type ChaosPostgres, openPostgres } from './postgres.ts';

/** Where the queue and the cache lie. */
export type Backend = 'postgres' | 'redis';

/** A country shared by all sites: making it is the slowest part. */
const country = createCountry({ seed: 11, asOf: '2026-11-23' });

/** An installation of its own for one fault: PostgreSQL, Redis where wanted, a simulated X-Road, gateways in processes of their own, and who works there. */
export interface Site {
  readonly backend: Backend;
  /** Everything of it but Redis lies here. */
  readonly directory: string;
  readonly postgres: ChaosPostgres;
  readonly redis: TestRedis | undefined;
  readonly simulator: Simulator;
  readonly country: typeof country;
  readonly gateways: readonly GatewayProcess[];
  /** Who asks, and who declares. */
  readonly worker: Worker;
  readonly officer: Worker;
  close(): Promise<void>;
}

export interface SiteOptions {
  readonly gateways: number;
  /** Exchanges at a time with each register, of each process. */
  readonly concurrency?: number;
  /** Stands before the simulated X-Road: takes its address, gives its own. */
  readonly before?: (url: string) => Promise<string>;
  /** Puts PostgreSQL's folder on a disk of its own. Gives what takes that away again. */
  readonly disk?: (folder: string) => () => void;
}

export async function openSite(backend: Backend, { gateways, concurrency = 6, before, disk }: SiteOptions): Promise<Site> {
  const directory = mkdtempSync(join(tmpdir(), 'star-chaos-'));
  // PostgreSQL runs under an account of its own where this is root.
  chmodSync(directory, 0o755);
  const folder = join(directory, 'postgres');
  mkdirSync(folder);
  const removeDisk = disk?.(folder);
  const postgres = await openPostgres(folder);
  const redis = backend === 'redis' ? await startRedis() : undefined;
  const simulator = await startSimulator({ port: 0, country, clock: systemClock, log: createLog('error'), clients: [STAR] });
  const database = await openDatabase({ url: postgres.url, log: createLog('error') });
  await database.migrate();
  const worker = await hire(database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 901 });
  const officer = await hire(database, { username: 'liis', roles: ['SETTLEMENT'], serial: 902 });
  await database.close();
  // The registers' contracts have been looked at this night: that takes a processor for some seconds, and is no fault's business.
  await postgres.ask((client) => client.query('update contract_watch set started_at = now()'));

  const settings = join(directory, 'star.json');
  const securityServer = before === undefined ? simulator.url : await before(simulator.url);
  writeFileSync(
    settings,
    JSON.stringify({
      http: { host: '127.0.0.1', secureCookies: false },
      database: { maxConnections: 24 },
      xroad: { client: STAR, securityServers: [securityServer] },
      registries: Object.fromEntries(Object.entries(SUBSYSTEMS).map(([name, subsystem]) => [name, { subsystem, concurrency }])),
      writes: { carerInsuranceKind: [{ from: '2020-01-01', code: '39', confirmed: false }] },
      // One worker asks more than any person: that is not what is looked at here.
      quotas: BOUNDLESS,
    }),
  );
  const masterKeyFile = join(directory, 'master-key');
  writeFileSync(masterKeyFile, [...MASTER_KEYS].map(([version, key]) => `${version} ${Buffer.from(key).toString('base64')}`).join('\n'));
  const environment = {
    STAR_CONFIG: settings,
    STAR_DATABASE_URL: postgres.url,
    STAR_MASTER_KEY_FILE: masterKeyFile,
    STAR_LOG_LEVEL: 'error',
    ...(redis === undefined ? {} : { STAR_REDIS_URL: redis.url }),
  };
  const processes = await Promise.all(
    Array.from({ length: gateways }, (_, n) => GatewayProcess.make(environment, join(directory, `gateway-${n}.log`))),
  );
  // Closed whatever went wrong on the way, or a server would be left behind.
  const close = async () => {
    for (const gateway of processes) await gateway.end('SIGKILL');
    await simulator.close();
    await redis?.stop();
    await postgres.close();
    removeDisk?.();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    for (const gateway of processes) await gateway.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { backend, directory, postgres, redis, simulator, country, gateways: processes, worker, officer, close };
}
