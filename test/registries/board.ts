import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZONE } from '../../src/platform/index.ts';
import type { ChangeFeed, QueryType } from '../../src/registries/index.ts';
import { type Contract, openContract } from '../../src/xroad/index.ts';
import { shared } from '../shared.ts';
import { parametersFor } from '../simulator/parameters.ts';
import type { World } from '../simulator/world.ts';
import { answerBody, contractFileOf } from './answer-body.ts';
import { FEED_BODIES } from './bodies/feeds.ts';
import { BODIES, REST_BODIES, SUBJECT } from './bodies/index.ts';

/** What has been seen of one query type or feed. A mark says that it is as it must be, why it cannot be, or what is wrong. */
export interface Row {
  readonly code: string;
  readonly contract: string;
  readonly marks: Readonly<Record<string, Mark>>;
  /** Over the simulator, one at a time. */
  readonly p50Ms: number;
}

export type Mark = { readonly kind: 'RIGHT' } | { readonly kind: 'NONE' | 'WRONG'; readonly why: string };

const right: Mark = { kind: 'RIGHT' };
const wrong = (why: unknown): Mark => ({ kind: 'WRONG', why: typeof why === 'string' ? why : JSON.stringify(why) });
/** Questions asked for the median. */
const ASKED = 15;

const opened = new Map<string, Contract>();
function contractIn(file: string): Contract {
  const known = opened.get(file);
  if (known !== undefined) return known;
  const contract = openContract(readFileSync(file, 'utf8'));
  if (!contract.ok) throw new Error(contract.error.text);
  opened.set(file, contract.value);
  return contract.value;
}

/** Looks at all that must hold of a query type: its bodies by themselves, and the register over the wire. */
export async function rowOf(type: QueryType, world: World): Promise<Row> {
  const bodies = BODIES[type.code];
  if (bodies === undefined) throw new Error(`no bodies for ${type.code}`);
  const subject = SUBJECT as Parameters<QueryType['buildRequest']>[0]['subject'];
  const question = { subject, parameters: { ...bodies.parameters, ...bodies.fixed }, today: world.today() };
  const read = (xml: string) => type.readAnswer(answerBody(xml), question);
  const state = (xml: string, wanted: string): Mark => {
    const reading = read(xml);
    return reading.ok && reading.value.state === wanted ? right : wrong(reading);
  };
  const refused = (xml: string, code: string): Mark => {
    const reading = read(xml);
    return !reading.ok && reading.error.code === code ? right : wrong(reading);
  };
  const real = bodies.real === undefined ? undefined : join(shared, 'registries/wsdl', bodies.real);
  const request = type.buildRequest(question);
  const valid =
    request.ok && contractIn(real !== undefined && existsSync(real) ? real : contractFileOf(bodies.contract)).validate(request.value);

  const known = await world.knownTo(type);
  const knobs = world.simulator.knobs(type.registry);
  const ask = () => world.ask(type, known, parametersFor(type.code, world.country, known));
  const turned = async (knob: Partial<typeof knobs>, seen: (came: Awaited<ReturnType<typeof ask>>) => boolean): Promise<Mark> => {
    const before = { ...knobs };
    Object.assign(knobs, knob);
    const came = await ask();
    Object.assign(knobs, before);
    return seen(came) ? right : wrong(came.outcome.kind === 'answered' ? came.reading : came.outcome);
  };
  const marks = {
    request: valid === false || !valid.ok ? wrong(request) : right,
    found: state(bodies.found, 'FOUND'),
    'not found':
      typeof bodies.notFound === 'string' ? state(bodies.notFound, 'NOT_FOUND') : { kind: 'NONE' as const, why: bodies.notFound.none },
    'says no':
      typeof bodies.businessError === 'string'
        ? state(bodies.businessError, 'REJECTED')
        : { kind: 'NONE' as const, why: bodies.businessError.none },
    another:
      typeof bodies.another === 'string'
        ? refused(bodies.another, 'ANSWER_ABOUT_ANOTHER')
        : { kind: 'NONE' as const, why: bodies.another.none },
    invalid: await turned({ offSchema: true }, ({ reading }) => reading?.ok === false && reading.error.code === 'SCHEMA_MISMATCH'),
    fault: await turned(
      { fault: { code: 'Server.ServerProxy.ServiceFailed.HttpError', text: 'x', times: 1 } },
      ({ outcome }) => outcome.kind === 'fault' && outcome.classification.mayHaveRun !== 'NO',
    ),
    MIME: await turned({ multipart: true }, ({ reading }) => reading?.ok === true && hasRecord(reading.value.state)),
    wire: await turned({}, ({ reading }) => reading?.ok === true && hasRecord(reading.value.state)),
  };
  return { code: type.code, contract: type.contract, marks, p50Ms: await medianMs(ask) };
}

/** The same for the REST service that gives a query type's record too. */
export async function twinRowOf(type: QueryType, world: World): Promise<Row> {
  const { twin } = type;
  const bodies = REST_BODIES[type.code];
  if (twin === undefined || bodies === undefined) throw new Error(`no twin, or no bodies for it: ${type.code}`);
  const subject = SUBJECT as Parameters<QueryType['buildRequest']>[0]['subject'];
  const question = { subject, parameters: bodies.parameters, today: world.today() };
  const headers = { 'content-type': 'application/json' };
  const read = (body: unknown, status = 200) => twin.readAnswer({ status, headers, bytes: Buffer.from(JSON.stringify(body)) }, question);
  const told = (reading: ReturnType<typeof read>, ...states: string[]): Mark =>
    reading.ok && states.includes(reading.value.state) ? right : wrong(reading);
  const another = read(bodies.another);
  const known = await world.knownTo(type);
  const knobs = world.simulator.knobs(`${type.registry}-rest`);
  const ask = () => world.askTwin(type, known, parametersFor(type.code, world.country, known));
  const turned = async (knob: Partial<typeof knobs>, seen: (came: Awaited<ReturnType<typeof ask>>) => boolean): Promise<Mark> => {
    const before = { ...knobs };
    Object.assign(knobs, knob);
    const came = await ask();
    Object.assign(knobs, before);
    return seen(came) ? right : wrong(came.reading ?? came.outcome);
  };
  const marks = {
    request: await turned({}, ({ outcome }) => outcome.kind === 'answered' && outcome.status === 200),
    found: told(read(bodies.found), 'FOUND', 'PARTIAL'),
    'not found': told(read(bodies.notFound), 'NOT_FOUND'),
    'says no': told(read({}, bodies.refusal), 'REJECTED'),
    another: !another.ok && another.error.code === 'ANSWER_ABOUT_ANOTHER' ? right : wrong(another),
    invalid: await turned({ offSchema: true }, ({ reading }) => reading?.ok === false && reading.error.code === 'SCHEMA_MISMATCH'),
    fault: await turned(
      { fault: { code: 'Server.ServerProxy.NetworkError', text: 'x', times: 1 } },
      ({ outcome }) => outcome.kind === 'fault' && outcome.classification.mayHaveRun !== 'NO',
    ),
    MIME: { kind: 'NONE' as const, why: 'REST has no messages of parts' },
    wire: await turned({}, ({ reading }) => reading?.ok === true && hasRecord(reading.value.state)),
  };
  return { code: `${type.code} by REST`, contract: type.contract, marks, p50Ms: await medianMs(ask) };
}

/** The same for a feed of changes. */
export async function feedRowOf(feed: ChangeFeed, world: World): Promise<Row> {
  const bodies = FEED_BODIES[feed.code];
  if (bodies === undefined) throw new Error(`no bodies for ${feed.code}`);
  const now = world.clock.now().toZonedDateTimeISO(ZONE);
  const read = (xml: string) => feed.readAnswer(answerBody(xml), bodies.cursor, now);
  const told = (xml: string, changes: number): Mark => {
    const reading = read(xml);
    return reading.ok && reading.value.state === 'READ' && reading.value.changes.length === changes ? right : wrong(reading);
  };
  const refusal = read(bodies.refusal);
  const request = feed.buildRequest(bodies.cursor, now);
  const contract = openContract(bodies.real() ?? readFileSync(contractFileOf(bodies.contract), 'utf8'));
  const knobs = world.simulator.knobs(feed.registry);
  const ask = () => world.askFeed(feed, feed.begin(now));
  const turned = async (knob: Partial<typeof knobs>, seen: (came: Awaited<ReturnType<typeof ask>>) => boolean): Promise<Mark> => {
    const before = { ...knobs };
    Object.assign(knobs, knob);
    const came = await ask();
    Object.assign(knobs, before);
    return seen(came) ? right : wrong(came.reading ?? came.outcome);
  };
  const isRead = ({ reading }: Awaited<ReturnType<typeof ask>>) => reading?.ok === true && reading.value.state === 'READ';
  const marks = {
    request: request.ok && contract.ok && contract.value.validate(request.value).ok ? right : wrong(request),
    found: told(bodies.changes, 1),
    'not found': told(bodies.nothing, 0),
    'says no': refusal.ok && refusal.value.state === 'REJECTED' ? right : wrong(refusal),
    another: { kind: 'NONE' as const, why: 'a feed is asked about nobody' },
    invalid: await turned({ offSchema: true }, ({ reading }) => reading?.ok === false && reading.error.code === 'SCHEMA_MISMATCH'),
    fault: await turned(
      { fault: { code: 'Server.ServerProxy.ServiceFailed.HttpError', text: 'x', times: 1 } },
      ({ outcome }) => outcome.kind === 'fault' && outcome.classification.mayHaveRun !== 'NO',
    ),
    MIME: await turned({ multipart: true }, isRead),
    wire: await turned({}, isRead),
  };
  return { code: feed.code, contract: feed.contract, marks, p50Ms: await medianMs(ask) };
}

async function medianMs(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < ASKED; n++) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(ASKED / 2)] ?? Number.NaN;
}

function hasRecord(state: string): boolean {
  return state === 'FOUND' || state === 'PARTIAL';
}

/** Whether nothing is wrong with it. */
export function isComplete({ marks }: Row): boolean {
  return Object.values(marks).every(({ kind }) => kind !== 'WRONG');
}
