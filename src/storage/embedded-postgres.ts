import { type ChildProcess, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Log, newId } from '../platform/index.ts';
import { chooseAccount } from './embedded-account.ts';
import { findEmbeddedBinaries } from './embedded-binaries.ts';
import { type Stage, startProgram } from './embedded-program.ts';

/** How long a start may take, ms. Recovery after a crash replays at most `max_wal_size` (1 GB) of log: seconds. */
const START_WITHIN = 120_000;
/** How long a fast shutdown may take before the server is told to drop everything (its log makes the next start whole), ms. */
const STOP_WITHIN = 20_000;
/** How often a starting server is asked whether it answers, ms. */
const POLL = 20;
/** sockaddr_un.sun_path, less the file's own name. */
const SOCKET_FOLDER_AT_MOST = 85;

export interface EmbeddedPostgresOptions {
  /** Where the cluster lies; made when absent. */
  readonly directory: string;
  readonly log: Log;
  /** For tests: nothing is forced to disk, and the server ends with the process that started it. */
  readonly throwaway?: boolean;
  /** The server ends with the process that started it, even by kill -9. */
  readonly endsWithParent?: boolean;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Whether it was running already. It may be a running gateway's own: a passing tool leaves such a one running. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the dependencies, on a unix socket alone, sorting as Estonian does (ICU `et`); the cluster is made on
 * the first start. A server that outlived its parent (kill -9) is adopted: it goes on serving, and `stop` stops it.
 */
export async function startEmbeddedPostgres({
  directory,
  log,
  throwaway = false,
  endsWithParent = throwaway,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(directory, { recursive: true });
  const folder = realpathSync(directory);
  const cluster = join(folder, 'cluster');
  const account = chooseAccount(cluster);
  const owner = account?.uid ?? process.getuid?.() ?? 0;
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const meetingPlace = makeMeetingPlace(folder, owner, account?.gid);
  const { root: native } = findEmbeddedBinaries();
  const stage: Stage = { account, native, directory: folder, meetingPlace, endsWithParent };
  const url = `postgresql://star@localhost/star?host=${encodeURIComponent(meetingPlace)}`;

  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(stage, cluster, log);

  const deadline = performance.now() + START_WITHIN;
  let child: ChildProcess | undefined;
  while (!(await answers(url))) {
    if (performance.now() > deadline) throw new Error(`the embedded PostgreSQL did not start: ${lastWords(folder)}`);
    // Ours has ended, or another process's server is ending: in both cases there is none, so start one.
    if (runningServer(cluster) === undefined && (child === undefined || child.exitCode !== null || child.signalCode !== null)) {
      if (child !== undefined) throw new Error(`the embedded PostgreSQL ended at once: ${lastWords(folder)}`);
      child = startServer(stage, throwaway);
    }
    await sleep(POLL);
  }
  if (child === undefined) log.info({ directory: folder }, 'adopted an embedded PostgreSQL that was still running');
  await ensureDatabase(meetingPlace);
  return {
    url,
    adopted: child === undefined,
    stop: async () => {
      await stopServer(cluster, log);
      clearMeetingPlace(meetingPlace);
    },
  };
}

/** A cluster is made beside its place and renamed into it: a start that was cut short leaves none, never half of one. */
async function makeCluster(stage: Stage, cluster: string, log: Log): Promise<void> {
  log.info({ directory: stage.directory }, 'making the embedded PostgreSQL cluster');
  const name = `cluster.new-${newId()}`;
  const made = join(stage.directory, name);
  const output = openLog(stage);
  const settings = ['-U', 'star', '-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=et', '--auth=trust'];
  const initdb = startProgram(
    stage,
    (native, directory) => [
      join(native, 'bin', 'initdb'),
      '-D',
      join(directory, name),
      ...settings,
      ...(stage.endsWithParent ? ['--no-sync'] : []),
    ],
    ['ignore', output, output],
  );
  closeSync(output);
  const code = await new Promise<number | null>((settle, refuse) => initdb.once('error', refuse).once('exit', settle));
  if (code !== 0) throw new Error(`initdb failed (${code}): ${lastWords(stage.directory)}`);
  try {
    renameSync(made, cluster);
  } catch (error) {
    // Two processes that start together: the second one's cluster is not needed.
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  }
}

function startServer(stage: Stage, throwaway: boolean): ChildProcess {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: '',
    unix_socket_directories: stage.meetingPlace,
    unix_socket_permissions: '0700',
    // Seven gateways with all their pools full.
    max_connections: '300',
    jit: 'off',
    timezone: 'UTC',
    log_min_messages: 'warning',
    // A log line must not carry a statement's values: they may be personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const output = openLog(stage);
  const server = startProgram(
    stage,
    (native, directory) => [
      join(native, 'bin', 'postgres'),
      '-D',
      join(directory, 'cluster'),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    ['ignore', output, output],
  );
  closeSync(output);
  // The spawn's failure shows as a start that never answers; its reason is in the log below.
  server.once('error', () => undefined);
  server.unref();
  return server;
}

async function stopServer(cluster: string, log: Log): Promise<void> {
  const pid = runningServer(cluster);
  if (pid === undefined) return;
  for (const [signal, within] of [
    ['SIGINT', STOP_WITHIN],
    ['SIGQUIT', STOP_WITHIN],
  ] as const) {
    signalTo(pid, signal);
    for (const until = performance.now() + within; performance.now() < until; ) {
      if (runningServer(cluster) !== pid) return;
      await sleep(POLL);
    }
    log.warn({ signal }, 'the embedded PostgreSQL does not end');
  }
}

/** The process id of the server that holds the cluster, when it is alive. A stale file after a power cut names a process that is no PostgreSQL. */
function runningServer(cluster: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
  const pid = Number.parseInt(text, 10);
  if (!Number.isInteger(pid) || pid <= 1 || !signalTo(pid, 0)) return undefined;
  return nameOf(pid).includes('postgres') ? pid : undefined;
}

function signalTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function nameOf(pid: number): string {
  if (existsSync('/proc/self/comm')) {
    // A zombie has left its cluster: it only waits for its parent to notice.
    const status = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
    return /\) Z /.test(status) ? '' : status;
  }
  return spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

async function answers(url: string): Promise<boolean> {
  const client = clientOf(url, 'postgres');
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(meetingPlace: string): Promise<void> {
  const client = clientOf(`postgresql://star@localhost/postgres?host=${encodeURIComponent(meetingPlace)}`, 'postgres');
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'star'");
    if (rowCount === 0) await client.query('create database star');
  } catch (error) {
    // 42P04, 23505: another process that started together with this one made it.
    if (!(error instanceof Error && 'code' in error && (error.code === '42P04' || error.code === '23505'))) throw error;
  } finally {
    await client.end();
  }
}

function clientOf(url: string, database: string): Client {
  const location = new URL(url);
  location.pathname = `/${database}`;
  const client = new Client({ connectionString: location.href, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  return client;
}

/** The socket's folder lies in the temporary folder: a socket's path has 107 bytes at most, and root's home may be closed to the server. */
function makeMeetingPlace(folder: string, owner: number, group: number | undefined): string {
  const base = Buffer.byteLength(tmpdir()) > SOCKET_FOLDER_AT_MOST - 30 ? '/tmp' : tmpdir();
  const place = join(base, `star-pg-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const found = lstatSync(place);
  const ours = found.uid === owner || found.uid === process.getuid?.();
  // Anybody may write in /tmp: a folder that somebody else put there could hold somebody else's server.
  if (!found.isDirectory() || !ours) throw new Error(`${place} belongs to somebody else: remove it, or set TMPDIR`);
  if (group !== undefined) chownSync(place, owner, group);
  chmodSync(place, 0o700);
  return place;
}

/** Folders only, and only empty ones: another process's mounts under them are not ours to see, let alone to remove. */
function clearMeetingPlace(place: string): void {
  for (const folder of [join(place, 'native'), join(place, 'cluster'), place]) {
    try {
      rmdirSync(folder);
    } catch {
      // Never made, or in use again by the next start.
    }
  }
}

function openLog({ directory, account }: Stage): number {
  const path = join(directory, 'postgres.log');
  const log = openSync(path, 'a', 0o600);
  if (account !== undefined) chownSync(path, account.uid, account.gid);
  return log;
}

function lastWords(folder: string): string {
  const path = join(folder, 'postgres.log');
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-4).join(' | ') : 'it said nothing';
}
