import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { objectsOf } from '../../src/roles/open-objects.ts';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';
import { parcel } from '../measure.ts';
import { FILE, inBase64 } from '../queries/declarations/ground.ts';
import { change, tell } from '../register/notices/told.ts';
import { registryCode } from '../register/organisations/office.ts';
import { personalCode } from '../town.ts';
import { type Described, sampleOf } from './sample.ts';

/** What a municipality's workers are. Offices of the state see all municipalities by their duty; what they may is the matrix of roles' (matrix.test.ts). */
const MUNICIPAL = ['SOCIAL_WORKER', 'ADMIN', 'SETTLEMENT'] as const;
/** What is for the whole country, and why. */
const EVERYBODYS: Readonly<Record<string, string>> = {
  'GET /api/v1/institutions/{id}': 'the list of institutions is public',
  'GET /api/v1/institutions/{id}/departments': 'so is where to turn in one',
  'GET /api/v1/providers/{id}': 'Majandustegevuse register shows providers to everybody',
  'GET /api/v1/addresses/{adrId}': 'what has become of an address is ADS’s, and nobody’s',
  'GET /api/v1/classifiers/{code}/values': 'classifiers are central; local ones are words',
  'GET /api/v1/legal-bases/{id}': 'law is published',
  'GET /api/v1/parameters/{code}/values': 'rates are set by acts that are published',
  'GET /api/v1/measures/{id}': 'what a municipality offers is published (SHS § 14)',
  'GET /api/v1/clients/{id}':
    'who somebody is, for whoever they turn to; of the file only what follows from the rules (test/register/people)',
  'GET /api/v1/clients/{id}/history': 'as far as they may see the file: REQ-049, test/register/people',
  'GET /api/v1/clients/{id}/household': 'as far as they may see the file: REQ-049, test/register/people',
  'GET /api/v1/clients/{id}/file': 'as far as they may see the file: REQ-049, test/register/people',
  'GET /api/v1/clients/{id}/printout': 'as the file',
  'POST /api/v1/system-notices/{id}/read': 'what TEHIK tells, it tells to everybody',
};

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly string[];
  readonly body: unknown;
  /** What has to stand behind the address. */
  readonly search: string;
}

let star: TestGateway;
let operations: readonly Operation[];
type Reader = Awaited<ReturnType<TestGateway['worker']>>;
let own: Reader;
let foreign: Reader;
/** Ids of all that there is of the municipality's, whatever it is. */
let things: readonly string[];

beforeAll(async () => {
  star = await openTestGateway({ callsPerMinute: 1_000_000 });
  own = await star.worker({ roles: MUNICIPAL });
  foreign = await star.worker({ roles: MUNICIPAL, institution: '77000312', municipality: '0567' });
  operations = await described();
  await settle();
  things = await findThings();
}, 120_000);
afterAll(() => star.close());

async function described(): Promise<readonly Operation[]> {
  const { body } = await star.call('GET', '/api/openapi.json');
  const paths = body.paths as Record<string, Record<string, DescribedCall>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { description, security, parameters: named = [], requestBody, responses }]): Operation[] => {
      const parameters = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
      const [, listed] = /^Roles: (.*)$/.exec(description ?? '') ?? [];
      const isTheirs = listed === undefined || MUNICIPAL.some((role) => listed.split(', ').includes(role));
      const streams = responses['200']?.content?.['text/event-stream'] !== undefined;
      if (!path.startsWith('/api/v1/') || parameters.length === 0 || !security?.some((one) => 'session' in one) || !isTheirs || streams)
        return [];
      const schema = requestBody?.content?.['application/json']?.schema;
      const wanted = named
        .filter((one) => one.in === 'query' && one.required === true)
        .map((one) => [one.name, String(sampleOf(one.schema))]);
      const search = wanted.length === 0 ? '' : `?${new URLSearchParams(wanted)}`;
      return [{ method: method.toUpperCase(), path, parameters, body: schema && sampleOf(schema), search }];
    }),
  );
}

interface DescribedCall {
  readonly description?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean; readonly schema: Described }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Described }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

/** Has the municipality make one of everything it can. */
async function settle(): Promise<void> {
  const make = async (call: Call, path: string, body: object) => {
    const made = await call('POST', `/api/v1${path}`, body);
    if (made.status >= 300) throw new Error(`${path} ${JSON.stringify(made.body)}`);
    return String(made.body.id);
  };
  const { EMPLOYED_PARENT = '', DISABLED = '' } = star.country.personae;
  const proceeding = await openProceeding(own, [EMPLOYED_PARENT]);
  const passing = await openProceeding(own, [DISABLED]);
  const client = proceeding.subjects[0] ?? '';
  const of = `/proceedings/${proceeding.id}`;
  await make(own, `${of}/queries?wait=10`, { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId: client });
  await make(own, `${of}/actions`, { kind: 'HOME_VISIT', text: 'Kodukülastus' });
  await make(own, `${of}/links`, { url: 'https://naidis.example/', title: 'Leht' });
  const state = await star.worker({ roles: ['SKA_CHILD_PROTECTION', 'ADMIN'], institution: '70001975', kind: 'SKA' });
  await make(own, `/proceedings/${passing.id}/transfers`, { institutionId: state.worker.institutionId, reason: 'Isik kolis' });
  const batch = await make(own, '/batches', {
    type: 'SKA.BENEFITS_MASS',
    parameters: { from: '2026-01-01', to: '2026-10-31' },
    justification: 'Toetuste ülevaatus aasta lõpus',
    people: [{ proceedingId: proceeding.id, subjectId: client }],
  });
  const { database } = star.gateway;
  const told = { id: proceeding.id, kind: 'SIMPLE', institutionId: own.worker.institutionId, ownerId: own.worker.userId } as const;
  await tell(database, objectsOf, { clientId: client, proceeding: told, changes: [change('DEATH')] });
  const neighbour = await star.worker({ institution: '75033483' });
  const theirs = await openProceeding(neighbour, [personalCode(88)]);
  const { no } = (await neighbour('GET', `/api/v1/proceedings/${theirs.id}`)).body;
  const justification = 'Laps on ohus, abi on vaja kohe, ja oma valla töötajat ei saa kätte.';
  await make(own, '/emergency-access', { proceedingNo: no, justification });
  await make(own, '/support/proposals', { type: 'CLASSIFIER', classifier: 'TARGET_GROUP', proposal: 'Hobune', justification });
  await make(own, '/declarations', { month: '2026-10', file: inBase64(FILE) });
  await make(own, `/clients/${client}/bank-accounts`, { iban: 'EE382200221020145685', owner: 'Näidis Isik' });
  await make(own, `/clients/${client}/network`, { relation: 'OTHER', organisation: { name: 'Kool', registryCode: '70000349' } });
  const basis = await make(own, '/legal-bases', { act: 'Kord', title: 'Kord', section: '§ 1', wordedOn: '2026-01-01' });
  const budget = await make(own, '/budgets', { name: 'Toetused', amount: '1000.00', validFrom: '2026-01-01', validTo: '2026-12-31' });
  await make(own, '/measures', parcel(basis, budget));
  const manager = await star.worker({ roles: ['REGISTRY_MANAGER'], institution: '70001975', kind: 'SKA' });
  const provider = await make(manager, '/providers', {
    registryCode: registryCode(),
    name: 'Näidishooldekodu OÜ',
    serviceAddress: { municipality: '0567', text: 'Pärnu tn 5, Paide' },
    services: ['GENERAL_CARE'],
    requestDocumentId: '7-1/26/44',
    initialUsers: [
      {
        username: 'esindaja',
        password: 'Registrijuhi antud 1',
        firstName: 'Piret',
        lastName: 'Hooldaja',
        personalCode: personalCode(77, '1979-05-06'),
        contacts: { email: 'piret@hooldekodu.example', phone: '+372 5555 0001' },
        roles: ['ADMIN'],
      },
    ],
  });
  const kov = (await own('GET', '/api/v1/sessions/current')).body.institutionId;
  await make(own, '/contracts', {
    kov,
    provider,
    service: 'GENERAL_CARE',
    validFrom: '2026-12-01',
    validTo: '2027-11-30',
    unitPrice: '1250.50',
    documentId: '2-4/117',
  });
  await make(own, '/mandates', { provider, documentId: '1-3/9' });
  const checkOf = async () => JSON.stringify((await manager('GET', `/api/v1/providers/${provider}`)).body.check);
  await vi.waitUntil(async () => !(await checkOf()).includes('WAITING'), { timeout: 30_000 });
  const stateOfBatch = async () => (await own('GET', `/api/v1/batches/${batch}`)).body.state;
  await vi.waitUntil(async () => (await stateOfBatch()) === 'SUBMITTED', { timeout: 30_000 });
  star.clock.advance({ minutes: 6 });
  await vi.waitUntil(async () => (await stateOfBatch()) === 'FETCHED', { timeout: 30_000 });
  const tehik = await star.worker({ roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK' });
  const text = { et: 'Hooldus homme kell 20.', en: 'Maintenance tomorrow at 20.', ru: 'Обслуживание завтра в 20.' };
  await make(tehik, '/system-notices', { text });
}

/** Things of a kind that are tried. */
const EACH_AT_MOST = 4;

/** Every id in the database that is not a line of a log, a session, or the foreigner's own. */
async function findThings(): Promise<readonly string[]> {
  const { db } = star.gateway.database;
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(db);
  const found: string[] = [];
  for (const { name } of tables) {
    if (/^(audit|session|query_permit|terms)/.test(name)) continue;
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(name)} limit ${EACH_AT_MOST}`.execute(db);
    found.push(...rows.map(({ id }) => id));
  }
  const theirs = (await foreign('GET', '/api/v1/sessions/current')).body;
  return [...new Set(found)].filter((id) => id !== theirs.userId && id !== theirs.institutionId);
}

/**
 * The addresses of an operation with everything there is in the place of its last parameter; in the place of one before it what is read at an
 * address of its own.
 */
function addressesOf({ path, parameters, search }: Operation, readable: Iterable<string> = []): readonly string[] {
  const last = `{${parameters.at(-1)}}`;
  const within = parameters.length === 1 ? [path] : [...readable].flatMap((address) => putBefore(path, address));
  return within.flatMap((one) => things.map((id) => one.replace(last, id) + search));
}

/** `/proceedings/{id}/actions/{actionId}` below `/proceedings/7`. */
function putBefore(path: string, address: string): readonly string[] {
  const [before = '', after] = path.split(/\{\w+\}(.*)/s);
  return address.startsWith(before) && !address.slice(before.length).includes('/') ? [address + after] : [];
}

/** What somebody reads: of a file, which tells when it was made, that it is there. */
async function seenBy({ take }: Reader, path: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await take(path);
  const text = await response.text();
  return { status: response.status, text: response.headers.get('content-type')?.startsWith('application/json') ? text : '' };
}

it('whatever belongs to one municipality is not there for another, whichever id is put where, and nothing of it can be changed', async () => {
  const reads = operations.filter(({ method }) => method === 'GET');
  const mine = new Map<string, string>();
  for (const operation of reads.filter(({ parameters }) => parameters.length === 1)) {
    for (const address of addressesOf(operation)) {
      const { status, text } = await seenBy(own, address);
      // 503: evidence that is there to be given, and nothing to seal it with.
      if (status !== 200 && status !== 503) continue;
      mine.set(address, text);
    }
  }
  const readable = (path: string) =>
    [...mine.keys()].some((address) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(address.split('?')[0] ?? ''));
  const unread = reads.filter(({ path, parameters }) => parameters.length === 1 && !(`GET ${path}` in EVERYBODYS) && !readable(path));
  // Of each something is there to be read: else nothing would have been shown here.
  expect(unread.map(({ path }) => path)).toEqual([]);

  const given: string[] = [];
  for (const operation of operations) {
    if (`${operation.method} ${operation.path}` in EVERYBODYS) continue;
    for (const address of addressesOf(operation, mine.keys())) {
      const { status } = await (operation.method === 'GET' ? seenBy(foreign, address) : foreign(operation.method, address, operation.body));
      if (status < 400 || status >= 500) given.push(`${operation.method} ${address} ${status}`);
    }
  }
  expect(given).toEqual([]);

  for (const [address, before] of mine) expect([address, (await seenBy(own, address)).text]).toEqual([address, before]);
}, 300_000);
