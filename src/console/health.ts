import { stat, statfs } from 'node:fs/promises';
import { type Clock, Temporal } from '../platform/index.ts';
import { type Database, type DatabaseHealth, databaseHealth, type RedisHealth } from '../storage/index.ts';

/** The parts that the gateway stands on, besides its database. */
export interface HealthPorts {
  /** Undefined where none is configured. */
  readonly redis: (() => Promise<RedisHealth>) | undefined;
  readonly securityServers: readonly string[];
  readonly dataDir: string;
  /** A file that the backup's job touches when it has ended; undefined where nobody has named one. */
  readonly backupMark: string | undefined;
  readonly documents: DocumentParts;
  /** When our client certificate and the security server's end, ms since 1970; undefined without TLS. */
  readonly certificates: (() => { readonly own: number; readonly server: number }) | undefined;
  readonly version: string;
}

/** What documents stand on: each says whether it can be used now. */
export interface DocumentParts {
  readonly store: () => Promise<boolean>;
  /** Undefined where none is configured: files are then taken unseen. */
  readonly scanner: (() => Promise<boolean>) | undefined;
  /** Undefined where none is configured: signatures then wait to be checked. */
  readonly validator: (() => Promise<boolean>) | undefined;
}

/** What is known of a part: well, not as it should be, not answering, or nothing. */
export type PartState = 'WELL' | 'ATTENTION' | 'AWAY' | 'UNKNOWN';

/** No part has longer than this to tell how it is: 3 s. The page is there for when something hangs. */
const TELLS_WITHIN_MS = 3000;
/** Less free space than this of the data's disk is told: a tenth. */
const FREE_PERCENT_AT_LEAST = 10;
/** Our clock and the database's may differ by so much: 2 s. More moves leases and deadlines. */
const CLOCK_OFFSET_MS_AT_MOST = 2000;
/** A certificate is renewed within weeks: told 30 days before its end. */
const CERTIFICATE_DAYS_AT_LEAST = 30;
/** A nightly backup, and two hours for it to take. */
const BACKUP_HOURS_AT_MOST = 26;
/** Of the database's connections in use: above four fifths the next process may find none. */
const CONNECTIONS_PERCENT_AT_MOST = 80;
/** A standby behind by more than a minute does not take over without loss. */
const REPLICA_SECONDS_AT_MOST = 60;

export type Health = Awaited<ReturnType<typeof lookAtHealth>>;

/** Looks at every part at once; what does not answer is said not to, and keeps nothing else waiting. */
export async function lookAtHealth(database: Database, clock: Clock, parts: HealthPorts) {
  const [asked, redis, securityServers, disk, backup, documents] = await Promise.all([
    askDatabase(database, clock),
    askRedis(parts),
    Promise.all(parts.securityServers.map(askSecurityServer)),
    lookAtDisk(parts.dataDir),
    lookAtBackup(parts.backupMark, clock),
    lookAtDocuments(parts.documents),
  ]);
  return {
    at: clock.now().toString(),
    database: asked.database,
    clock: asked.clock,
    redis,
    securityServers,
    disk,
    backup,
    documents,
    certificates: lookAtCertificates(parts, clock),
    versions: { gateway: parts.version, node: process.version.slice(1), migration: asked.migration, migrations: asked.migrations },
  };
}

async function askDatabase(database: Database, clock: Clock) {
  const began = performance.now();
  const health = await within(databaseHealth(database.db));
  const answeredMs = Math.round(performance.now() - began);
  if (health === undefined) {
    return { database: { state: 'AWAY' as const }, clock: { state: 'UNKNOWN' as const }, migration: null, migrations: null };
  }
  // Half of the way there and back: the database told its time in the middle of it.
  const offsetMs = Math.round(clock.now().epochMilliseconds - answeredMs / 2 - health.now);
  const { migration, migrations, now: _, ...told } = health;
  return {
    database: { state: stateOfDatabase(health), answeredMs, ...told, replicas: [...told.replicas] },
    clock: { state: stateIf(Math.abs(offsetMs) <= CLOCK_OFFSET_MS_AT_MOST), offsetMs },
    migration,
    migrations,
  };
}

function stateOfDatabase({ connections, connectionsAtMost, replicas }: DatabaseHealth): PartState {
  const full = connections * 100 > connectionsAtMost * CONNECTIONS_PERCENT_AT_MOST;
  return stateIf(!full && replicas.every(({ lagSeconds }) => (lagSeconds ?? 0) <= REPLICA_SECONDS_AT_MOST));
}

async function askRedis({ redis }: HealthPorts) {
  if (redis === undefined) return null;
  const health = await within(redis());
  return health === undefined ? { state: 'AWAY' as const } : { state: stateIf(health.policy === 'noeviction'), ...health };
}

/** Whether a security server takes connections; what it says is not asked, since a question would need a purpose. */
async function askSecurityServer(url: string) {
  const began = performance.now();
  const { host } = new URL(url);
  const answered = await fetch(new URL('/listClients', url), { signal: AbortSignal.timeout(TELLS_WITHIN_MS), redirect: 'error' }).then(
    () => true,
    () => false,
  );
  return answered
    ? { host, state: 'WELL' as const, answeredMs: Math.round(performance.now() - began) }
    : { host, state: 'AWAY' as const, answeredMs: null };
}

async function lookAtDisk(dataDir: string) {
  const disk = await statfs(dataDir).catch(() => undefined);
  if (disk === undefined) return { state: 'UNKNOWN' as const };
  const freeBytes = disk.bavail * disk.bsize;
  const bytes = disk.blocks * disk.bsize;
  return { state: stateIf(freeBytes * 100 >= bytes * FREE_PERCENT_AT_LEAST), freeBytes, bytes };
}

async function lookAtBackup(mark: string | undefined, clock: Clock) {
  const file = mark === undefined ? undefined : await stat(mark).catch(() => undefined);
  if (file === undefined) return { state: 'UNKNOWN' as const, named: mark !== undefined };
  const endedAt = Temporal.Instant.fromEpochMilliseconds(Math.floor(file.mtimeMs));
  return { state: stateIf(clock.now().since(endedAt).total('hours') <= BACKUP_HOURS_AT_MOST), named: true, endedAt: endedAt.toString() };
}

async function lookAtDocuments({ store, scanner, validator }: DocumentParts) {
  const optional = async (ask: (() => Promise<boolean>) | undefined) => ({
    state: ask === undefined ? ('ATTENTION' as const) : await tells(ask),
    configured: ask !== undefined,
  });
  const [state, ofScanner, ofValidator] = await Promise.all([tells(store), optional(scanner), optional(validator)]);
  return { store: { state }, scanner: ofScanner, validator: ofValidator };
}

async function tells(ask: () => Promise<boolean>): Promise<PartState> {
  return (await within(ask())) === true ? 'WELL' : 'AWAY';
}

function lookAtCertificates({ certificates }: HealthPorts, clock: Clock) {
  if (certificates === undefined) return null;
  const told = (ends: number) => {
    const endsAt = Temporal.Instant.fromEpochMilliseconds(ends);
    return { state: stateIf(clock.now().until(endsAt).total('hours') >= CERTIFICATE_DAYS_AT_LEAST * 24), endsAt: endsAt.toString() };
  };
  const { own, server } = certificates();
  return { own: told(own), securityServer: told(server) };
}

function stateIf(well: boolean): PartState {
  return well ? 'WELL' : 'ATTENTION';
}

/** What a part tells in time; undefined when it does not. */
async function within<T>(told: Promise<T>): Promise<T | undefined> {
  const stopped = new AbortController();
  const late = new Promise<undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), TELLS_WITHIN_MS);
    stopped.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
  try {
    return await Promise.race([told, late]);
  } catch {
    return undefined;
  } finally {
    stopped.abort();
  }
}
