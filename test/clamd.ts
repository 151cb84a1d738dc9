import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClamdAddress, openClamd } from '../src/register/documents/index.ts';
import { hasProgram, runs } from './debian.ts';

/** The file that every virus scanner finds, and that harms nobody (eicar.org). In two parts, so that no scanner finds it here. */
export const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

/** Debian's clamd takes some seconds to start under load: a minute at most. */
const STARTS_WITHIN_MS = 60_000;

export interface TestClamd {
  readonly address: ClamdAddress;
  close(): Promise<void>;
}

/** Debian's own clamd on a socket of its own, with a database of one signature: it needs no network. */
export async function startClamd(): Promise<TestClamd> {
  const folder = mkdtempSync(join(tmpdir(), 'star-clamd-'));
  const database = join(folder, 'database');
  mkdirSync(database);
  // Under root it gives its rights up, and must still get in.
  for (const path of [folder, database]) chmodSync(path, 0o755);
  writeFileSync(join(database, 'star.ndb'), `Eicar-Test-Signature:0:*:${EICAR.subarray(0, 32).toString('hex')}\n`);
  const path = join(folder, 'clamd.sock');
  const settings = [`DatabaseDirectory ${database}`, `LocalSocket ${path}`, 'LocalSocketMode 666', 'Foreground yes', 'StreamMaxLength 1M'];
  writeFileSync(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const clamd = spawn('/usr/sbin/clamd', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const scanner = openClamd({ path });
  const until = performance.now() + STARTS_WITHIN_MS;
  while (!(await scanner.ping())) {
    if (clamd.exitCode !== null || performance.now() > until) throw new Error('clamd does not start');
    await sleep(100);
  }
  return {
    address: { path },
    async close() {
      const ended = once(clamd, 'exit');
      clamd.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether there is a clamd here, or can be had. */
export const hasClamd = (what: string) => hasProgram(() => runs('/usr/sbin/clamd', '--version'), ['clamav-daemon'], what);

/** Something that listens where clamd would, and does with each connection what it is told. */
export async function standInForClamd(handle: (socket: Socket) => void): Promise<TestClamd> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    handle(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the stand-in listens on no port');
  return {
    address: { host: '127.0.0.1', port: bound.port },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Speaks as clamd does: takes a file piece by piece, and finds EICAR in it. */
export function speakAsClamd(socket: Socket): void {
  let came = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    came = Buffer.concat([came, bytes]);
    if (came.toString('latin1').startsWith('zPING\0')) return socket.end('PONG\0');
    const file = wholeFile(came.subarray('zINSTREAM\0'.length));
    if (file !== undefined) socket.end(file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  });
}

/** The file, once its empty last piece has come. */
function wholeFile(pieces: Buffer): Buffer | undefined {
  const file: Buffer[] = [];
  for (let at = 0; at + 4 <= pieces.length; ) {
    const length = pieces.readUInt32BE(at);
    if (length === 0) return Buffer.concat(file);
    file.push(pieces.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
