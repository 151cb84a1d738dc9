import { callersOf } from './caller.ts';
import { checkLedger, type Ledger, settle } from './ledger.ts';
import { type Accepted, type Asked, askAll } from './load.ts';
import { mixedOf } from './questions.ts';
import type { Row } from './row.ts';
import { type Backend, openSite, type Site, type SiteOptions } from './site.ts';
import type { Size } from './size.ts';

/** What a fault has shown. */
export type Shown = Pick<Row, keyof Ledger | 'injected' | 'also'>;

/** A row of the proof: something goes wrong while there is work, and what must hold all the same. */
export interface Fault {
  readonly id: string;
  readonly backends: readonly Backend[];
  /** Why it cannot be tried on this machine; undefined where it can. Default: it can. */
  hindered?(): string | undefined;
  run(backend: Backend, size: Size): Promise<Shown>;
}

export const BOTH: readonly Backend[] = ['postgres', 'redis'];

/** Opens an installation for the work, and closes it whatever comes of it. */
export async function onSite<T>(backend: Backend, options: SiteOptions, work: (site: Site) => Promise<T>): Promise<T> {
  const site = await openSite(backend, options);
  try {
    return await work(site);
  } catch (error) {
    throw new Error([error instanceof Error ? error.message : String(error), ...lastWords(site)].join('\n'), { cause: error });
  } finally {
    await site.close();
  }
}

/** Registers answer after so long, ms: something is on its way whenever a fault strikes. */
const REGISTERS_TAKE_MS = 150;

/** Asks the size's mix while `meanwhile` does its harm, and lets everything come to its end. */
export async function underLoad(site: Site, size: Size, meanwhile: (going: () => boolean) => Promise<void>): Promise<Asked> {
  const [caller] = await callersOf(site, site.worker, 1);
  if (caller === undefined) throw new Error('nobody calls');
  const questions = await mixedOf(site, caller, size);
  await caller.close();
  slow(site, REGISTERS_TAKE_MS);
  const asked = await askAll(site, questions, size.overMs, meanwhile);
  slow(site, 0);
  await settle(site, asked.accepted);
  return asked;
}

function slow({ simulator }: Site, latencyMs: number): void {
  for (const register of ['rr', 'tor', 'liiklusregister', 'ehis', 'tervisekassa', 'mkrliides'])
    simulator.knobs(register).latencyMs = latencyMs;
}

/** The ledger of what was accepted, and beside it what else does not hold. */
export async function checked(site: Site, accepted: Accepted, ...broken: readonly (string | false)[]): Promise<Ledger> {
  const ledger = await checkLedger(site, accepted);
  const all = [...ledger.broken, ...broken.filter((one) => one !== false)];
  return { ...ledger, broken: all.length === 0 ? [] : [...all, ...lastWords(site)] };
}

function lastWords({ gateways }: Site): readonly string[] {
  return gateways.map((gateway) => gateway.lastWords()).filter((words) => words !== '');
}

/** What callers may never be told, whatever goes wrong. */
export function toldWrong({ wrong }: Asked): string | false {
  const counted = Map.groupBy(wrong, (what) => what);
  return wrong.length > 0 && `callers were told ${[...counted].map(([what, all]) => `${what} (${all.length} times)`).join(', ')}`;
}
