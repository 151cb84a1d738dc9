import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MasterKeys } from '../../src/storage/index.ts';
import { freePort } from '../free-port.ts';
import { MASTER_KEYS, STAR } from '../installation.ts';
import { FUND, SERVICE } from '../services/door.ts';

/** A process of the gateway as it runs in production, on ports of its own. */
export interface GatewayProcess {
  /** Where its roles' doors are. */
  readonly url: string;
  /** Where its health and metrics are. */
  readonly ops: string;
  /** Starts it, and waits until it is ready. */
  start(): Promise<void>;
  /** SIGTERM; gives the code it ended with. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
  /** What it has written. */
  said(): string;
}

export interface Town {
  /** What every process of it is told. */
  readonly environment: Readonly<Record<string, string>>;
  /** Writes the file of master keys, which a process reads when it starts. */
  putMasterKeys(keys: MasterKeys): void;
  /** A process in the roles, not started yet. */
  process(role: string, environment?: Readonly<Record<string, string>>): Promise<GatewayProcess>;
  close(): Promise<void>;
}

/** One installation of several processes, against one database and one security server. */
export function foundTown(databaseUrl: string, securityServer: string): Town {
  const folder = mkdtempSync(join(tmpdir(), 'star-town-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const configuration = file(
    'production.yaml',
    `
http: { host: 127.0.0.1, secureCookies: false }
xroad: { client: ${STAR}, securityServers: ['${securityServer}'] }
database: { maxConnections: 8 }
writes: { carerInsuranceKind: [{ from: 2020-01-01, code: "39", confirmed: false }] }
producer: { allowed: { ${SERVICE}: [${FUND}] } }
`,
  );
  const masterKeyFile = join(folder, 'master.key');
  const putMasterKeys = (keys: MasterKeys) =>
    writeFileSync(masterKeyFile, [...keys].map(([version, key]) => `${version} ${Buffer.from(key).toString('base64')}\n`).join(''));
  putMasterKeys(MASTER_KEYS);
  const told = {
    STAR_CONFIG: configuration,
    STAR_DATABASE_URL: databaseUrl,
    STAR_LOG_LEVEL: 'warn',
    STAR_MASTER_KEY_FILE: masterKeyFile,
  };
  const all: GatewayProcess[] = [];
  return {
    environment: told,
    putMasterKeys,
    async process(role, environment = {}) {
      const [port, opsPort] = await Promise.all([freePort(), freePort()]);
      const made = gatewayProcess(port, opsPort, {
        ...told,
        STAR_ROLE: role,
        STAR_PORT: `${port}`,
        STAR_OPS_PORT: `${opsPort}`,
        ...environment,
      });
      all.push(made);
      return made;
    },
    async close() {
      await Promise.all(all.map((one) => one.kill()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function gatewayProcess(port: number, opsPort: number, environment: Readonly<Record<string, string>>): GatewayProcess {
  let child: ChildProcess | undefined;
  let said = '';
  const ops = `http://127.0.0.1:${opsPort}`;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    ops,
    said: () => said,
    async start() {
      const one = spawn(process.execPath, [resolve(import.meta.dirname, '../../src/main.ts')], {
        env: { PATH: process.env.PATH ?? '', ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = one;
      for (const stream of [one.stdout, one.stderr]) stream.on('data', (text: Buffer) => (said += text));
      while (!(await isReady(ops))) {
        if (one.exitCode !== null || one.signalCode !== null) throw new Error(`the gateway ended: ${said}`);
        await sleep(50);
      }
    },
    stop: () => end('SIGTERM'),
    async kill() {
      await end('SIGKILL');
    },
  };
}

function isReady(ops: string): Promise<boolean> {
  return fetch(`${ops}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
