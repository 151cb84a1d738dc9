import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog, createMetrics, NO_TRACING } from '../../../src/platform/index.ts';
import { type FeedPorts, feedMetrics, readFeeds } from '../../../src/queries/feeds/index.ts';
import { createBreakers, createGate, openQueryWatch } from '../../../src/queries/index.ts';
import { unclosedProceedings } from '../../../src/register/notices/index.ts';
import { REGISTRIES } from '../../../src/registries/index.ts';
import type { Happening } from '../../../src/simulator/index.ts';
import { createDataKeys, type JobQueue, openPostgresCache, openPostgresQueue } from '../../../src/storage/index.ts';
import { type ClientId, parseClientId, type XRoadClient, xroadClient } from '../../../src/xroad/index.ts';
import { openProceeding, openTestGateway, type TestGateway } from '../../gateway.ts';
import { MASTER_KEYS, STAR, SUBSYSTEMS } from '../../installation.ts';

const NOTICES = 'RR.CHANGE_NOTICES';
const DEATHS = 'RR.DEATHS';
const RESIDENCES = 'RR.RESIDENCES_DOCS_RELATIONS';

let star: TestGateway;
let mari: Awaited<ReturnType<TestGateway['worker']>>;
let queue: JobQueue;
const clients: XRoadClient[] = [];

beforeAll(async () => {
  star = await openTestGateway();
  queue = await openPostgresQueue({ database: star.gateway.database, queues: [...REGISTRIES], log: createLog('silent') });
});
// The clock runs over the end of every session.
beforeEach(async () => {
  mari = await star.worker();
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await queue.close();
  await star.close();
});

const db = () => star.gateway.database.db;

/** A process that reads feeds, beside the gateway that sends what is asked of them. */
function process(changed: Partial<FeedPorts> = {}): FeedPorts {
  const xroad = xroadClient({ securityServers: [star.simulator.url] });
  clients.push(xroad);
  const { clock } = star;
  const { database } = star.gateway;
  return {
    database,
    queue,
    clock,
    xroad,
    keys: createDataKeys(MASTER_KEYS),
    cache: openPostgresCache(database),
    addresses: { client: idOf(STAR), provider: Object.fromEntries(Object.entries(SUBSYSTEMS).map(([name, id]) => [name, idOf(id)])) },
    gate: createGate(
      createBreakers([...REGISTRIES], clock, () => undefined),
      () => [],
      clock,
    ),
    random: () => 0.5,
    writes: { carerInsuranceKind: [] },
    log: createLog('silent'),
    watch: openQueryWatch(createMetrics(), NO_TRACING),
    metrics: feedMetrics(createMetrics()),
    notices: { objectsOf: unclosedProceedings, secret: new Uint8Array(32) },
    ...changed,
  };
}

function idOf(text: string): ClientId {
  const id = parseClientId(text);
  if (id === undefined) throw new Error(`no subsystem: ${text}`);
  return id;
}

const pass = (minutes: number) => star.clock.set(star.clock.now().add({ minutes }).toString());
const now = () => star.clock.now().toZonedDateTimeISO('Europe/Tallinn').toPlainDateTime();

/** Two people who live alone and to whom nothing has happened yet, by turns. */
let taken = 0;
function somebody(): (typeof star.country.people)[number] {
  const singles = star.country.people.filter(
    ({ household, deathDate, spouse, parents }) =>
      household.members.length === 1 && deathDate === undefined && spouse === undefined && parents.length === 0,
  );
  const person = singles[10 + taken++];
  if (person === undefined) throw new Error('nobody is left');
  return person;
}

/** Something happens, and is old enough for the register to tell of it. */
function happen(person: ReturnType<typeof somebody>, happening: Happening): void {
  pass(11);
  expect(star.country.life.happen(person, happening, now())).toBe(true);
  pass(11);
}

const lines = async (action: string) =>
  (
    await sql<{ details: Record<string, unknown>; code: string | null; proceeding_id: string | null }>`
    select details, code, proceeding_id from audit_event where action = ${action} order by id`.execute(db())
  ).rows;

type Notice = { id: string; kind: string; queryId?: string; client: { id: string }; eventDate?: string };
type Opened = Awaited<ReturnType<typeof openProceeding>>;
const notices = async () => (await mari('GET', '/api/v1/me/notices?source=RR')).body.items as Notice[];
/** What the institution was told of the main subject. */
const noticesOf = async ({ subjects }: Opened) => (await notices()).filter(({ client }) => client.id === subjects[0]);
const kindsOf = (found: readonly Notice[]) => found.map(({ kind }) => kind).sort();

/** Reads what is there, and lets what was asked be answered. */
async function explained(proceeding: Opened, ports = process()): Promise<Notice[]> {
  for (let tries = 0; tries < 100; tries++) {
    await readFeeds(ports, [NOTICES]);
    const found = await noticesOf(proceeding);
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no notice was explained');
}

describe('a change that the population register tells of', () => {
  it.each([
    ['DEATH', 'DEATH', 'surm'],
    ['MOVE', 'RESIDENCE', 'elukoht'],
  ] as const)('%s comes to the proceeding as a notice, with the query that shows it', async (happening, kind, word) => {
    const person = somebody();
    const proceeding = await openProceeding(mari, [person.personalCode]);
    await readFeeds(process(), [NOTICES]);
    happen(person, happening);
    const found = await explained(proceeding);
    // The file was opened under another name than the register has.
    expect(kindsOf(found)).toEqual([kind, 'NAME'].sort());
    const notice = found.find((one) => one.kind === kind);
    expect(notice?.eventDate).toBe(now().toPlainDate().toString());
    const { body } = await mari('GET', `/api/v1/queries/${notice?.queryId}`);
    expect(body).toMatchObject({ state: 'ANSWERED', type: RESIDENCES });
    const { body: actions } = await mari('GET', `/api/v1/proceedings/${proceeding.id}/actions`);
    expect(actions.items).toContainEqual(
      expect.objectContaining({ kind: 'NOTICE', origin: 'AUTOMATIC', text: expect.stringContaining(word) }),
    );
    const noticed = (await lines('CHANGE_NOTICED')).filter(({ proceeding_id }) => proceeding_id === proceeding.id);
    expect(noticed.map(({ details }) => details.kind).sort()).toEqual([kind, 'NAME'].sort());
  });

  it('is looked up anew, although an answer was fresh, and compared with it', async () => {
    const person = somebody();
    const proceeding = await openProceeding(mari, [person.personalCode]);
    const ask = () =>
      mari('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=10`, { type: RESIDENCES, subjectId: proceeding.subjects[0] });
    const first = await ask();
    expect((await ask()).body.servedFromCache).toBe(true);
    await readFeeds(process(), [NOTICES]);
    happen(person, 'MOVE');
    const found = await explained(proceeding);
    expect(kindsOf(found)).toEqual(['NAME', 'RESIDENCE']);
    for (const { queryId } of found) expect(queryId).not.toBe(first.body.id);
    const again = await ask();
    expect(again.body).toMatchObject({ servedFromCache: true, answer: { record: { residence: { address: person.household.address } } } });
  });

  it('concerns nobody else: not a word is kept of whom no proceeding is open on', async () => {
    const [stranger, closed] = [somebody(), somebody()];
    const proceeding = await openProceeding(mari, [closed.personalCode]);
    await mari('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'SOLVED' });
    await readFeeds(process(), [NOTICES]);
    const before = (await lines('FEED_READ')).length;
    happen(stranger, 'DEATH');
    expect(star.country.life.happen(closed, 'MOVE', now().subtract({ minutes: 5 }))).toBe(true);
    await readFeeds(process(), [NOTICES]);
    const read = (await lines('FEED_READ')).slice(before);
    expect(read.map(({ details }) => details)).toEqual([expect.objectContaining({ ours: 0 })]);
    expect(Number(read[0]?.details.told)).toBeGreaterThanOrEqual(2);
    expect(await noticesOf(proceeding)).toEqual([]);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from client where personal_code = ${stranger.personalCode}`.execute(
      db(),
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('leaves as a line in the log before it is asked, naming nobody, with its legal basis', async () => {
    const [asked] = (await lines('FEED_ASKED')).slice(-1);
    expect(asked?.details).toMatchObject({ service: 'EE/GOV/70008440/rr/RR67_muutus/v1', legalBasis: expect.stringContaining('SHS') });
    const read = JSON.stringify(await lines('FEED_READ'));
    expect(star.country.people.filter(({ personalCode }) => read.includes(personalCode))).toEqual([]);
  });

  it('is not asked about on behalf of a worker who has gone, and is told all the same', async () => {
    const gone = await star.worker();
    const person = somebody();
    const proceeding = await openProceeding(gone, [person.personalCode]);
    await sql`update membership set active = false, ended_at = now() where user_id = ${gone.worker.userId}`.execute(db());
    await readFeeds(process(), [NOTICES]);
    happen(person, 'MOVE');
    const [notice, ...more] = await explained(proceeding);
    expect([notice?.kind, notice?.queryId, more]).toEqual(['OTHER', undefined, []]);
  });

  it('is told once, whoever reads at the same time', async () => {
    const person = somebody();
    const proceeding = await openProceeding(mari, [person.personalCode]);
    await readFeeds(process(), [NOTICES]);
    happen(person, 'MOVE');
    const before = (await lines('FEED_ASKED')).length;
    const [one, other] = [process(), process()];
    await Promise.all([readFeeds(one, [NOTICES]), readFeeds(other, [NOTICES])]);
    expect((await lines('FEED_ASKED')).length).toBe(before + 1);
    expect(kindsOf(await explained(proceeding))).toEqual(['NAME', 'RESIDENCE']);
  });
});

describe('a client file', () => {
  const fileOf = async (id: string | undefined) => (await mari('GET', `/api/v1/clients/${id}`)).body;
  const entries = async (id: string | undefined) =>
    (
      await sql<{ kind: string; source: string; content: { firstName?: string; address?: { text: string } } }>`
        select kind, source, content from client_entry where client_id = ${id} and kind in ('NAME', 'RESIDENCE') order by id`.execute(db())
    ).rows;

  it('REQ-187: has the new name by itself, in the letters of people, and the former one in its history', async () => {
    const person = somebody();
    const proceeding = await openProceeding(mari, [person.personalCode]);
    await readFeeds(process(), [NOTICES]);
    happen(person, 'MOVE');
    const name = (await explained(proceeding)).find(({ kind }) => kind === 'NAME');
    const [id] = proceeding.subjects;
    expect(await fileOf(id)).toMatchObject({ firstName: person.firstName, lastName: person.lastName });
    expect(await entries(id)).toMatchObject([
      { kind: 'NAME', source: 'WORKER', content: { firstName: 'Näidis' } },
      { kind: 'NAME', source: 'POPULATION_REGISTER', content: { firstName: person.firstName } },
      { kind: 'RESIDENCE', source: 'POPULATION_REGISTER', content: { address: { text: person.household.address } } },
    ]);
    // Nobody has a payout made out to the name: there is nothing more to do.
    expect((await mari('GET', `/api/v1/notices/${name?.id}`)).body.checklist).toEqual([]);
    expect((await mari('POST', `/api/v1/notices/${name?.id}/resolve`)).status).toBe(200);
  });

  it('is looked up in each proceeding, and what it comes to is told to each institution once', async () => {
    const peeter = await star.worker({ institution: '70008440' });
    const person = somebody();
    const proceeding = await openProceeding(mari, [person.personalCode]);
    await openProceeding(mari, [person.personalCode], 'CASE');
    await openProceeding(peeter, [person.personalCode]);
    await readFeeds(process(), [NOTICES]);
    happen(person, 'MOVE');
    await explained(proceeding);
    const unexplained = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from change_notice where explained_at is null`.execute(db())).rows[0]?.n;
    const wait = async () => {
      for (let tries = 0; tries < 100 && (await unexplained()) !== 0; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await readFeeds(process(), [NOTICES]);
      }
    };
    await wait();
    const [id] = proceeding.subjects;
    const told = async (call: typeof mari) =>
      kindsOf(((await call('GET', '/api/v1/me/notices?source=RR')).body.items as Notice[]).filter(({ client }) => client.id === id));
    for (const call of [mari, peeter]) expect(await told(call)).toEqual(['NAME', 'RESIDENCE']);
    // The register tells of the same time again.
    await sql`update change_feed set cursor = ${star.clock.now().subtract({ hours: 1 }).toString()}, due_at = now() - interval '1 year'
      where code = ${NOTICES}`.execute(db());
    await readFeeds(process(), [NOTICES]);
    expect(await unexplained()).not.toBe(0);
    await wait();
    for (const call of [mari, peeter]) expect(await told(call)).toEqual(['NAME', 'RESIDENCE']);
  });
});

describe('a notice that cannot be explained', () => {
  it('does not stand before the others, and is tried again', async () => {
    const [first, second] = [somebody(), somebody()];
    const ofFirst = await openProceeding(mari, [first.personalCode]);
    const ofSecond = await openProceeding(mari, [second.personalCode]);
    await readFeeds(process(), [NOTICES]);
    happen(first, 'MOVE');
    expect(star.country.life.happen(second, 'MOVE', now().subtract({ minutes: 5 }))).toBe(true);
    const ports = process();
    const spoiled: FeedPorts = {
      ...ports,
      keys: {
        ...ports.keys,
        async open(on, id) {
          if (id === ofFirst.id) throw new Error('spoiled');
          return ports.keys.open(on, id);
        },
      },
    };
    expect(kindsOf(await explained(ofSecond, spoiled))).toEqual(['NAME', 'RESIDENCE']);
    expect(await noticesOf(ofFirst)).toEqual([]);
    expect(kindsOf(await explained(ofFirst))).toEqual(['NAME', 'RESIDENCE']);
  });
});

describe('a feed that cannot be read', () => {
  it('waits at its cursor, and loses nothing', async () => {
    const person = somebody();
    const proceeding = await openProceeding(mari, [person.personalCode]);
    await readFeeds(process(), [NOTICES]);
    star.simulator.knobs('rr').fault = { times: 1, code: 'Server.ServerProxy.AccessDenied', text: 'no right' };
    happen(person, 'MOVE');
    const before = (await lines('FEED_NOT_READ')).length;
    await readFeeds(process(), [NOTICES]);
    expect((await lines('FEED_NOT_READ')).slice(before).map(({ code }) => code)).toEqual(['Server.ServerProxy.AccessDenied']);
    await readFeeds(process(), [NOTICES]);
    expect(await noticesOf(proceeding)).toEqual([]);
    pass(2);
    expect(kindsOf(await explained(proceeding))).toEqual(['NAME', 'RESIDENCE']);
  });

  it('is taken up from a process that has died, and what comes back late is void', async () => {
    const person = somebody();
    const proceeding = await openProceeding(mari, [person.personalCode]);
    await readFeeds(process(), [NOTICES]);
    happen(person, 'MOVE');
    const ports = process();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow: XRoadClient = {
      ...ports.xroad,
      async exchange(prepared, options) {
        const outcome = await ports.xroad.exchange(prepared, options);
        await held;
        return outcome;
      },
    };
    const late = readFeeds(process({ xroad: slow }), [NOTICES]);
    await expect
      .poll(
        async () =>
          (await sql<{ n: number }>`select count(*)::int as n from change_feed where lease_until is not null`.execute(db())).rows[0]?.n,
      )
      .toBe(1);
    await readFeeds(process(), [NOTICES]);
    expect(await noticesOf(proceeding)).toEqual([]);
    pass(2);
    await explained(proceeding);
    letGo();
    await late;
    expect(await lines('FEED_ANSWER_VOID')).toHaveLength(1);
    expect(kindsOf(await noticesOf(proceeding))).toEqual(['NAME', 'RESIDENCE']);
  });

  it('is left alone while an operator has stopped its register', async () => {
    await sql`insert into registry_control (registry, paused, changed_at) values ('rr', true, now())
      on conflict (registry) do update set paused = true`.execute(db());
    pass(60);
    const before = (await lines('FEED_ASKED')).length;
    await readFeeds(process(), [NOTICES, DEATHS]);
    expect((await lines('FEED_ASKED')).length).toBe(before);
    await sql`update registry_control set paused = false where registry = 'rr'`.execute(db());
  });
});

describe('a feed whose register has broken its contract', () => {
  it('is left alone until that is mended, and loses nothing', async () => {
    const person = somebody();
    const proceeding = await openProceeding(mari, [person.personalCode]);
    await readFeeds(process(), [NOTICES]);
    happen(person, 'MOVE');
    await sql`insert into contract_finding (type_code, registry, state, differences, since, checked_at)
      values (${NOTICES}, 'rr', 'BROKEN', 'RR67_muutus: OPERATION_REMOVED', now(), now())
      on conflict (type_code) do update set state = excluded.state`.execute(db());
    const before = (await lines('FEED_ASKED')).length;
    await readFeeds(process(), [NOTICES]);
    expect((await lines('FEED_ASKED')).length).toBe(before);
    await sql`delete from contract_finding where type_code = ${NOTICES}`.execute(db());
    expect(kindsOf(await explained(proceeding))).toEqual(['NAME', 'RESIDENCE']);
  });
});

describe('the list of deaths', () => {
  it('is read day by day, and tells of one that the notices did not', async () => {
    const person = somebody();
    const proceeding = await openProceeding(mari, [person.personalCode]);
    expect(star.country.life.happen(person, 'DEATH', now())).toBe(true);
    await readFeeds(process(), [DEATHS]);
    for (let tries = 0; tries < 100 && (await noticesOf(proceeding)).length === 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await readFeeds(process(), [DEATHS]);
    }
    expect(kindsOf(await noticesOf(proceeding))).toEqual(['DEATH', 'NAME']);
    const asked = (await lines('FEED_ASKED')).filter(({ details }) => String(details.service).includes('RR50'));
    expect(asked.map(({ details }) => details.cursor).slice(-2)).toEqual([
      now().toPlainDate().subtract({ days: 1 }).toString(),
      now().toPlainDate().toString(),
    ]);
  });
});

describe('an operator', () => {
  it('sees how far each feed has been read, and has one read now', async () => {
    const anu = await star.worker({ institution: '70009770', kind: 'TEHIK', roles: ['TEHIK_OPS'] });
    await readFeeds(process(), [NOTICES, DEATHS]);
    const { body } = await anu('GET', '/console/api/feeds');
    const feeds = body.items as { feed: string; cursor: string; failures: number; failure: string | null; readAt: string }[];
    expect(feeds.map(({ feed }) => feed)).toEqual([NOTICES, DEATHS]);
    expect(feeds[0]).toMatchObject({ registry: 'rr', failures: 0, failure: null, readAt: expect.any(String) });
    const before = (await lines('FEED_ASKED')).length;
    await readFeeds(process(), [NOTICES]);
    expect((await lines('FEED_ASKED')).length).toBe(before);
    expect((await anu('POST', `/console/api/feeds/${NOTICES}/read`)).status).toBe(202);
    await readFeeds(process(), [NOTICES]);
    expect((await lines('FEED_ASKED')).length).toBe(before + 1);
    expect(await lines('FEED_READING_ASKED')).toHaveLength(1);
    expect((await anu('POST', '/console/api/feeds/NO.SUCH/read')).body).toMatchObject({ status: 404, code: 'FEED_NOT_READ_HERE' });
    expect((await mari('GET', '/console/api/feeds')).status).toBe(403);
  });
});

describe('the changes of addresses', () => {
  const ADDRESSES = 'ADS.ADDRESS_CHANGES';

  it('are kept, and lead from a former address to what holds', async () => {
    const { rows: none } = await sql`select 1 from address_change`.execute(db());
    expect(none).toEqual([]);
    expect((await mari('GET', '/api/v1/addresses/2000001')).body).toMatchObject({ status: 404, code: 'FEED_NOT_READ_HERE' });
    await readFeeds(process(), [ADDRESSES]);
    const { rows } = await sql<{ adr_id: string; former_adr_id: string; address: string }>`
      select adr_id, former_adr_id, address from address_change where former_adr_id is not null limit 1`.execute(db());
    const [changed] = rows;
    expect((await mari('GET', `/api/v1/addresses/${changed?.former_adr_id}`)).body).toMatchObject({
      state: 'REPLACED',
      current: [{ adrId: changed?.adr_id, address: changed?.address }],
      asOf: expect.any(String),
    });
    expect((await mari('GET', `/api/v1/addresses/${changed?.adr_id}`)).body).toMatchObject({ state: 'UNCHANGED' });
    expect((await mari('GET', '/api/v1/addresses/007')).status).toBe(422);
  });

  it('are kept once, however often they are read', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from address_change`.execute(db());
    pass(61);
    await readFeeds(process(), [ADDRESSES]);
    const { rows: again } = await sql<{ n: number }>`select count(*)::int as n from address_change`.execute(db());
    expect(again).toEqual(rows);
  });
});

it('notices are an institution’s own', async () => {
  const peeter = await star.worker({ institution: '75008226' });
  expect((await peeter('GET', '/api/v1/me/notices')).body.items).toEqual([]);
  expect((await mari('GET', '/api/v1/me/notices?limit=2')).body).toMatchObject({ items: [{}, {}], next: expect.any(String) });
});
