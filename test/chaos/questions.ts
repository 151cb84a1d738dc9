import type { Person } from '../../src/simulator/index.ts';
import type { Caller, Reply } from './caller.ts';
import type { Site } from './site.ts';

/** Something to be asked, by one call. */
export interface Question {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly kind: 'query' | 'declaration';
}

/** What is asked of everybody: of four registers, by contracts that all answer at once. */
const READS = [
  { type: 'RR.RESIDENCES_DOCS_RELATIONS' },
  { type: 'TOR.EMPLOYMENT' },
  { type: 'TRAFFIC.VEHICLES' },
  { type: 'EHIS.STUDIES' },
] as const;
/** In one proceeding, so that opening them does not take longer than asking. */
const PEOPLE_AT_MOST = 20;
/** A basis begins on a day of its own, or what is looked up about one could be another's. */
const BEGINS = '2026-10-01';

export interface Case {
  readonly id: string;
  /** Its number: what the other side of the wire knows it by. */
  readonly no: string;
  readonly subjects: readonly string[];
}

/** People as they may be subjects of one proceeding. */
export function inGroups(people: readonly Person[]): readonly (readonly Person[])[] {
  return Array.from({ length: Math.ceil(people.length / PEOPLE_AT_MOST) }, (_group, n) =>
    people.slice(n * PEOPLE_AT_MOST, (n + 1) * PEOPLE_AT_MOST),
  );
}

/** Enters clients and opens a proceeding on each group of them, the first its main subject, the others in the role given. */
export async function openCases(
  caller: Caller,
  groups: readonly (readonly Person[])[],
  kind = 'SIMPLE',
  role = 'FAMILY_MEMBER',
): Promise<readonly Case[]> {
  const ids = new Map<string, string>();
  for (const { personalCode } of new Set(groups.flat())) {
    const { body } = await done(caller.insist('POST', '/api/v1/clients/search', { personalCode }));
    const [known] = body.items as { id: string }[];
    ids.set(personalCode, known?.id ?? (await enter(caller, personalCode)));
  }
  const cases: Case[] = [];
  for (const group of groups) {
    const subjects = group.map(({ personalCode }) => ids.get(personalCode) ?? '');
    const { body } = await done(
      caller.insist('POST', '/api/v1/intakes', {
        kind: 'APPLICATION_BENEFIT',
        channel: 'PHONE',
        problem: 'Toimetulek',
        subjects: subjects.map((clientId, n) => ({ clientId, role: n === 0 ? 'MAIN' : role })),
        openProceeding: { kind },
      }),
    );
    const { id, no } = body.proceeding as { id: string; no: string };
    cases.push({ id, no, subjects });
  }
  return cases;
}

async function enter(caller: Caller, personalCode: string): Promise<string> {
  const { body } = await done(caller.insist('POST', '/api/v1/clients', { personalCode, firstName: 'Näidis', lastName: 'Isik' }));
  return String(body.id);
}

async function done(call: Promise<Reply>): Promise<Reply> {
  const reply = await call;
  if (reply.status >= 300) throw new Error(`preparing gave ${reply.status} ${reply.body.code}`);
  return reply;
}

/** So many different questions about people of the country's: each leaves by itself. */
export async function readsOf(site: Site, caller: Caller, count: number): Promise<readonly Question[]> {
  const people = living(site).slice(0, PEOPLE_AT_MOST);
  const perCase = people.length * READS.length;
  const cases = await openCases(
    caller,
    Array.from({ length: Math.ceil(count / perCase) }, () => people),
  );
  const all = cases.flatMap(({ id, subjects }) =>
    subjects.flatMap((subjectId) => READS.map((read) => askedIn(id, { ...read, subjectId, parameters: {} }))),
  );
  return all.slice(0, count);
}

/** So many carers' insurance bases to be entered, each of another carer who has none of any kind. */
export async function writesOf(site: Site, caller: Caller, count: number): Promise<readonly Question[]> {
  const [main, ...others] = living(site).filter(({ declared, birthDate }) => declared.length === 0 && birthDate.year < 2000);
  if (main === undefined || others.length < count) throw new Error('the country has too few carers');
  const cases = await openCases(
    caller,
    others.slice(0, count).map((carer) => [main, carer]),
    'CARE',
    'CARER',
  );
  return cases.map(({ id, subjects }) =>
    askedIn(id, { type: 'HK.CARER_INSURANCE.START', subjectId: subjects[1], parameters: { decisionNo: '2-4/17', since: BEGINS } }),
  );
}

/** Questions and entries, mixed. */
export async function mixedOf(
  site: Site,
  caller: Caller,
  size: { readonly reads: number; readonly writes: number; readonly declarations?: number },
): Promise<readonly Question[]> {
  const reads = await readsOf(site, caller, size.reads);
  const writes = await writesOf(site, caller, size.writes);
  // Each in its place among all: at the same share of the way through its own kind.
  const placed = [reads, writes, declarationsOf(size.declarations ?? 0)].flatMap((kind) =>
    kind.map((question, n) => ({ question, place: (n + 0.5) / kind.length })),
  );
  return placed.sort((a, b) => a.place - b.place).map(({ question }) => question);
}

/** So many files to be declared at the tax board. */
export function declarationsOf(count: number): readonly Question[] {
  return Array.from({ length: count }, (_, n) => {
    const file = Buffer.from(`<tsd><isik kood="47101010033" summa="${100 + n}.00"/></tsd>`).toString('base64');
    return { path: '/api/v1/declarations', body: { month: '2026-10', file }, kind: 'declaration' };
  });
}

/** A question in a proceeding. */
export function askedIn(proceedingId: string, body: Question['body']): Question {
  return { path: `/api/v1/proceedings/${proceedingId}/queries`, body, kind: 'query' };
}

/** Who can be asked about, the same ones in the same order each time. */
export function living({ country }: Site): readonly Person[] {
  return country.people.filter(({ deathDate }) => deathDate === undefined);
}
