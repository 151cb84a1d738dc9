import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock, Temporal } from '../../src/platform/index.ts';
import { type Caller, callersOf } from './caller.ts';
import { BOTH, checked, type Fault, onSite } from './fault.ts';
import { settle } from './ledger.ts';
import { type Case, living, openCases, type Question } from './questions.ts';
import { findText, readStores } from './search.ts';
import type { Site } from './site.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';
/** In each proceeding: one is answered, the others wait or run when it is closed. */
const PEOPLE = 8;
const LANES = 4;
/** The register's time for an answer, ms, and within which of the questions' lives the close falls. */
const REGISTER_TAKES_MS = 400;
const CLOSED_WITHIN_MS = 900;
/** A message that was taken up before the close leaves within so long, on a busy machine. */
const LEAVES_WITHIN_MS = 1_000;
/** Of an answer's texts these can be told from anything that is there anyway. */
const MARK_LENGTH = 8;

/** R5: proceedings are closed while their queries wait, run or have just been answered. */
export const closing: Fault = {
  id: 'R5',
  backends: BOTH,
  run: (backend, size) =>
    onSite(backend, { gateways: 2, concurrency: 3 }, async (site) => {
      const callers = await callersOf(site, site.worker, LANES);
      const [first] = callers;
      if (first === undefined) throw new Error('nobody calls');
      const people = living(site).slice(0, PEOPLE);
      const cases = await openCases(
        first,
        Array.from({ length: size.closings }, () => people),
      );
      const before = await readStores(site);
      site.simulator.knobs('rr').latencyMs = REGISTER_TAKES_MS;
      const accepted = new Map<string, Question['kind']>();
      const told = new Set<string>();
      const closed = new Map<string, Temporal.Instant>();
      const left = cases.values();
      await Promise.all(
        callers.map(async (caller) => {
          for (const one of left) closed.set(one.no, await askAndClose(caller, one, accepted, told));
        }),
      );
      await settle(site, accepted);
      await sleep(2 * REGISTER_TAKES_MS);
      // What is known of a client anyway, a code or a birthday, proves nothing.
      const texts = [...told].filter((text) => findText(before, text).length === 0);
      const after = await readStores(site);
      const found = new Set(texts.flatMap((text) => findText(after, text)));
      const shown = await readable(first, [...accepted.keys()]);
      await Promise.all(callers.map((caller) => caller.close()));
      return {
        injected: `${cases.length} proceedings closed over ${accepted.size} queries`,
        also: `nothing left after the close; ${texts.length} texts of the answers looked for in ${after.flat().length} tables, files and keys, and not found`,
        ...(await checked(
          site,
          accepted,
          ...leftAfter(site, closed),
          ...[...found].map((place) => `a text of an answer lies in ${place}`),
          shown > 0 && `${shown} answers can still be read`,
          texts.length === 0 && 'no answer was read before its proceeding closed',
        )),
      };
    }),
};

/** Asks about everybody, one of them to the end, and closes at some moment. Gives when that was told. */
async function askAndClose(
  caller: Caller,
  { id, subjects }: Case,
  accepted: Map<string, Question['kind']>,
  told: Set<string>,
): Promise<Temporal.Instant> {
  for (const [n, subjectId] of subjects.entries()) {
    const wait = n === 0 ? '?wait=10' : '';
    const { status, body } = await caller.insist('POST', `/api/v1/proceedings/${id}/queries${wait}`, { type: RR, subjectId });
    if (status >= 300) throw new Error(`asking gave ${status} ${body.code}`);
    accepted.set(String(body.id), 'query');
    for (const text of textsIn((body.answer as { record?: unknown } | null)?.record)) told.add(text);
  }
  await sleep(Math.random() * CLOSED_WITHIN_MS);
  const { status, body } = await caller.insist('POST', `/api/v1/proceedings/${id}/close`, { reason: 'DECIDED' });
  if (status >= 300) throw new Error(`closing gave ${status} ${body.code}`);
  return systemClock.now();
}

/** Every text of an answer that is long enough to be known again. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length >= MARK_LENGTH ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Messages that left for a proceeding after it was closed. */
function leftAfter({ simulator }: Site, closed: ReadonlyMap<string, Temporal.Instant>): readonly string[] {
  const late = simulator.arrivals().filter(({ issue = '', at }) => {
    const end = closed.get(issue);
    return end !== undefined && Temporal.Instant.compare(at, end.add({ milliseconds: LEAVES_WITHIN_MS })) > 0;
  });
  return late.length === 0 ? [] : [`${late.length} messages left after their proceeding was closed`];
}

/** Answers that a worker is still shown. */
async function readable(caller: Caller, ids: readonly string[]): Promise<number> {
  let shown = 0;
  for (const id of ids) {
    const { body } = await caller.insist('GET', `/api/v1/queries/${id}`);
    if ((body.answer as { record?: unknown } | null | undefined)?.record !== undefined) shown += 1;
  }
  return shown;
}
