import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';

/** `clocked` has a clock that can be wrong; `main` is what production runs. */
export type Program = 'clocked' | 'main';

const PROGRAMS: Readonly<Record<Program, string>> = {
  clocked: resolve(import.meta.dirname, 'gateway-process.ts'),
  main: resolve(import.meta.dirname, '../../src/main.ts'),
};

/** How long a gateway may take to open its door on a busy machine, ms. */
const OPENS_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** Of a line of the log, characters: what happened, without the whole way there. */
const LINE_AT_MOST = 300;

/** A process of the gateway: ended and started again, it keeps its address, its log, and how wrong its clock is. */
export class GatewayProcess {
  readonly url: string;
  readonly #port: number;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #log: string;
  #child: ChildProcess | undefined;
  #wrongBy = 0;

  private constructor(port: number, environment: Readonly<Record<string, string>>, log: string) {
    this.#port = port;
    this.#environment = environment;
    this.#log = log;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** @param environment the `STAR_` variables that it is started with */
  static async make(environment: Readonly<Record<string, string>>, log: string): Promise<GatewayProcess> {
    return new GatewayProcess(await freePort(), environment, log);
  }

  /** Starts it, and waits until it takes calls. It ends with this process, however that ends. */
  async start(program: Program = 'clocked'): Promise<void> {
    const output = openSync(this.#log, 'a');
    const child = spawn(
      'setpriv',
      ['--pdeathsig', 'KILL', '--', process.execPath, PROGRAMS[program], ...(program === 'clocked' ? [String(this.#wrongBy)] : [])],
      { env: { ...process.env, ...this.#environment, STAR_PORT: String(this.#port) }, stdio: ['ignore', output, output, 'ipc'] },
    );
    closeSync(output);
    this.#child = child;
    for (const until = performance.now() + OPENS_WITHIN_MS; !(await this.#isOpen()); await sleep(LOOK_EVERY_MS)) {
      if (child.exitCode !== null) throw new Error(`the gateway ended with ${child.exitCode}: ${this.lastWords()}`);
      if (performance.now() > until) throw new Error(`the gateway does not open its door: ${this.lastWords()}`);
    }
  }

  /** Sends it the signal and waits until it is gone. Gives its exit code, null where the signal ended it, and how long that took. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ readonly code: number | null; readonly milliseconds: number }> {
    const child = this.#child;
    const began = performance.now();
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    }
    return { code: child?.exitCode ?? null, milliseconds: performance.now() - began };
  }

  /** Puts its clock so many seconds forward of the real one, or back. */
  setClock(wrongBy: number): void {
    this.#wrongBy = wrongBy;
    if (this.#child?.connected === true) this.#child.send(wrongBy);
  }

  get wrongBy(): number {
    return this.#wrongBy;
  }

  /** Resident memory now and at its highest since it was started, bytes. */
  memory(): { readonly now: number; readonly peak: number } {
    const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8');
    const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  }

  /** The end of what it has written into its log. */
  lastWords(): string {
    const lines = readFileSync(this.#log, 'utf8').trimEnd().split('\n');
    return lines
      .slice(-5)
      .map((line) => line.slice(0, LINE_AT_MOST))
      .join('\n');
  }

  async #isOpen(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health/live`)).status === 200;
    } catch {
      return false;
    }
  }
}
