import { setTimeout as sleep } from 'node:timers/promises';
import type { Knobs } from '../../src/simulator/index.ts';
import { SUBSYSTEMS } from '../installation.ts';
import { type Caller, callersOf } from './caller.ts';
import { BOTH, checked, type Fault, onSite } from './fault.ts';
import type { GatewayProcess } from './gateway.ts';
import { type HostileServer, type Malice, type Seen, startHostileServer } from './hostile-security-server.ts';
import { settle } from './ledger.ts';
import { askedIn, inGroups, living, openCases, type Question } from './questions.ts';
import type { Site } from './site.ts';

/** What a register does, and as what that is classified. */
interface Hostility {
  readonly register: string;
  readonly type: string;
  readonly knobs?: Partial<Knobs>;
  readonly malice?: Malice;
  /** The class of its failures. */
  readonly as: string;
  /** Whether it is asked again until it answers; otherwise it is for an operator to see. */
  readonly passes: boolean;
}

const SLOW_TO_FAIL_MS = 2_500;

/** Each at a register of its own, so that all go on at once and each has its own breaker. */
const HOSTILITIES: readonly Hostility[] = [
  { register: 'rr', type: 'RR.RESIDENCES_DOCS_RELATIONS', knobs: { hang: true }, as: 'DEADLINE', passes: true },
  { register: 'skais', type: 'SKA.DISABILITY_VALID', knobs: { drip: true }, as: 'DEADLINE', passes: true },
  { register: 'tervisekassa', type: 'HK.INSURANCE_AND_GP', knobs: { cut: true }, as: 'NETWORK', passes: true },
  // Slowly, so that there is time in which a second probe could be sent.
  { register: 'tor', type: 'TOR.EMPLOYMENT', knobs: { html: true, latencyMs: SLOW_TO_FAIL_MS }, as: 'SECURITY_SERVER', passes: true },
  { register: 'ehis', type: 'EHIS.STUDIES', knobs: { wrongHash: true }, as: 'INTEGRITY', passes: false },
  { register: 'liiklusregister', type: 'TRAFFIC.VEHICLES', malice: 'WRONG_HEADER', as: 'INTEGRITY', passes: false },
  { register: 'kinnistusraamat', type: 'LAND.PROPERTIES', malice: 'ENDLESS', as: 'ANSWER_BROKEN', passes: false },
  { register: 'ariregister', type: 'BUSINESS.HOLDINGS', malice: 'GZIP_BOMB', as: 'ANSWER_BROKEN', passes: false },
];
/** The last one meets nobody at all. */
const REFUSED: Hostility = { register: 'tootukassa', type: 'TTK.WORK_ABILITY', as: 'NETWORK', passes: true };

/** Every query type's deadline, ms, and how exactly it is kept (R4: 10 %). */
const DEADLINE_MS = 30_000;
const EXACTLY = 0.1;
/** The breaker opens after five failures in a row; what is under way by then still ends. Then it stays open for 15 s. */
const FAILURES_TO_OPEN = 5;
const CONCURRENCY = 6;
/** Exchanges that lie further apart than this have a closed door between them, ms: longer than one failure takes, shorter than the breaker stays open. */
const APART_MS = 9_000;
/**
 * What a gateway may grow by while registers send 200 MB and bombs of a gigabyte, bytes: as many messages at their largest (64 MiB) as are under way
 * at a time with the one that sends them, and an eighth of a gibibyte for all else. Not one of those whole.
 */
const GROWS_AT_MOST = (CONCURRENCY * 64 + 128) * 1024 * 1024;
const TOLD_WITHIN_MS = 90_000;

interface Put {
  readonly hostility: Hostility;
  readonly ids: readonly string[];
}

/** R4: registers hang, drip, cut, and answer pages of HTML, other hashes, other headers, 200 MB and bombs, all at once; then nobody is there. */
export const hostileRegisters: Fault = {
  id: 'R4',
  backends: BOTH,
  async run(backend, size) {
    let hostile: HostileServer | undefined;
    const before = async (url: string) => {
      hostile = await startHostileServer(url);
      return hostile.url;
    };
    return onSite(backend, { gateways: 1, concurrency: CONCURRENCY, before }, async (site) => {
      const [gateway] = site.gateways;
      const [caller] = await callersOf(site, site.worker, 1);
      if (hostile === undefined || gateway === undefined || caller === undefined) throw new Error('the site is not whole');
      const { malice, seen } = hostile;
      const memory = gateway.memory().now;
      for (const { register, knobs = {}, malice: does } of HOSTILITIES) {
        Object.assign(site.simulator.knobs(register), knobs);
        if (does !== undefined) malice.set(providerOf(register), does);
      }
      const put = await ask(site, caller, HOSTILITIES, size.hostile);
      const broken = await untilClassified(gateway, HOSTILITIES);
      await untilEnded(site, put);
      // So that the breaker that opened first has let its probe through, and a second.
      await untilProbed(hostile, 'tor');
      const grown = gateway.memory().peak - memory;
      const late = outOfTime(seen);
      const probes = probesAt(seen, 'tor');

      for (const { register, knobs = {} } of HOSTILITIES) {
        const off = Object.fromEntries(Object.keys(knobs).map((knob) => [knob, knob === 'latencyMs' ? 0 : false]));
        Object.assign(site.simulator.knobs(register), off);
      }
      malice.clear();
      await hostile.refuse();
      put.push(...(await ask(site, caller, [REFUSED], size.hostile)));
      broken.push(...(await untilClassified(gateway, [REFUSED])));
      await hostile.listen();
      const accepted = new Map<string, Question['kind']>(put.flatMap(({ ids }) => ids.map((id) => [id, 'query'] as const)));
      await settle(site, accepted);
      await caller.close();
      return {
        injected: `${put.length} kinds of misbehaviour, ${size.hostile} queries each`,
        also: `each in its class; deadline 30 s +-10 %; memory +${Math.round(grown / 1024 / 1024)} MiB; breaker opened, ${probes.length} single probes`,
        ...(await checked(
          site,
          accepted,
          ...broken,
          ...late,
          ...(await endedOtherwise(site, put)),
          grown > GROWS_AT_MOST && `the gateway grew by ${Math.round(grown / 1024 / 1024)} MiB`,
          probes.length === 0 && 'the breaker never let a probe through',
          ...probes.filter((count) => count !== 1).map((count) => `half open, ${count} were sent`),
        )),
      };
    });
  },
};

/** Asks each about as many people. */
async function ask(site: Site, caller: Caller, hostilities: readonly Hostility[], count: number): Promise<Put[]> {
  const groups = inGroups(living(site).slice(0, count));
  const put: Put[] = [];
  for (const hostility of hostilities) {
    const ids: string[] = [];
    for (const { id, subjects } of await openCases(caller, groups)) {
      for (const subjectId of subjects) {
        const question = askedIn(id, {
          type: hostility.type,
          subjectId,
          parameters: {},
          justification: 'Toetuse taotlus on läbivaatamisel',
        });
        const { status, body } = await caller.insist('POST', question.path, question.body);
        if (status >= 300) throw new Error(`${hostility.type} was not taken: ${status} ${body.code}`);
        ids.push(String(body.id));
      }
    }
    put.push({ hostility, ids });
  }
  return put;
}

/** Waits until failures of every register have been counted. Gives those that were counted as something else than they are. */
async function untilClassified({ url }: GatewayProcess, hostilities: readonly Hostility[]): Promise<string[]> {
  let counted = await failuresAt(url);
  for (const until = performance.now() + TOLD_WITHIN_MS; performance.now() < until; await sleep(500)) {
    counted = await failuresAt(url);
    if (hostilities.every(({ register }) => counted.has(register))) break;
  }
  return hostilities.flatMap(({ register, as }) => {
    const classes = [...(counted.get(register) ?? ['nothing at all'])];
    return classes.length === 1 && classes[0] === as
      ? []
      : [`${register}: its failures are counted as ${classes.join(', ')} and not as ${as}`];
  });
}

/** The classes of failures that a gateway's metrics tell of, by register. */
async function failuresAt(url: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const classes = new Map<string, Set<string>>();
  for (const [, labels = '', count] of text.matchAll(/^star_exchange_failures_total\{([^}]*)\} (\d+)/gm)) {
    const of = (label: string) => new RegExp(`${label}="([^"]*)"`).exec(labels)?.[1] ?? '';
    if (count !== '0') classes.set(of('registry'), (classes.get(of('registry')) ?? new Set()).add(of('class')));
  }
  return classes;
}

/** Waits until what is never asked again has had its one exchange: it must not meet its register when that has become honest. */
async function untilEnded(site: Site, put: readonly Put[]): Promise<void> {
  for (const { hostility, ids } of put) {
    if (hostility.passes) continue;
    const until = performance.now() + TOLD_WITHIN_MS;
    while ((await endedAs(site, 'QUERY_ENDED', ids)) < ids.length && performance.now() < until) await sleep(500);
  }
}

/** What passes is answered in the end, and nothing else is. */
async function endedOtherwise(site: Site, put: readonly Put[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { hostility, ids } of put) {
    const action = hostility.passes ? 'QUERY_ANSWERED' : 'QUERY_ENDED';
    const ended = await endedAs(site, action, ids);
    if (ended !== ids.length) wrong.push(`${hostility.register}: ${ended} of ${ids.length} came to ${action}`);
  }
  return wrong;
}

async function endedAs({ postgres }: Site, action: string, ids: readonly string[]): Promise<number> {
  const { rows } = await postgres.ask((client) =>
    client.query<{ ended: string }>(`select count(*) as ended from audit_event where action = $1 and object_id = any($2)`, [action, ids]),
  );
  return Number(rows[0]?.ended);
}

/** Exchanges with those who never finish an answer, that did not end at their deadline. */
function outOfTime(seen: readonly Seen[]): readonly string[] {
  const endless = [providerOf('rr'), providerOf('skais')];
  const times = seen.flatMap(({ provider, at, until }) => (until !== undefined && endless.includes(provider) ? [until - at] : []));
  const wrong = times.filter((time) => Math.abs(time - DEADLINE_MS) > DEADLINE_MS * EXACTLY);
  return [
    ...(times.length === 0 ? ['no exchange came to its deadline'] : []),
    ...wrong.map((time) => `an exchange that must end after 30 s ended after ${(time / 1000).toFixed(1)} s`),
  ];
}

/** How many were sent each time that the breaker had been open. */
function probesAt(seen: readonly Seen[], register: string): readonly number[] {
  const bursts: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of seen.filter(({ provider }) => provider === providerOf(register))) {
    if (at - last > APART_MS) bursts.push(0);
    bursts.push((bursts.pop() ?? 0) + 1);
    last = at;
  }
  const [first = 0, ...probes] = bursts;
  // It must have opened to begin with, and not have let everything through first.
  return first > FAILURES_TO_OPEN - 1 + CONCURRENCY ? [first] : probes;
}

async function untilProbed({ seen }: HostileServer, register: string): Promise<void> {
  for (const until = performance.now() + TOLD_WITHIN_MS; performance.now() < until && probesAt(seen, register).length < 1; )
    await sleep(500);
  // The probe itself, and whoever might have gone with it.
  await sleep(2 * SLOW_TO_FAIL_MS);
}

function providerOf(register: string): string {
  return SUBSYSTEMS[register]?.split('/').at(-1) ?? '';
}
