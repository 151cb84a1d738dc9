import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/platform/index.ts';
import { judgeContract } from '../../src/queries/contracts/finding.ts';
import { watchContracts } from '../../src/queries/contracts/index.ts';
import { batchCatalogue, catalogue, declarations, feedCatalogue, goldenBodies, pinnedContract } from '../../src/registries/index.ts';
import { parseClientId, xroadClient } from '../../src/xroad/index.ts';
import { openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';
import { STAR, SUBSYSTEMS } from '../installation.ts';

const PARENTS = 'RR.PARENTS';
const rr = pinnedContract('rr');
const judged = (offered: string) => judgeContract('RR86LapseVanemad', rr, offered, goldenBodies(PARENTS));
/** The members of one service's answer. */
const inAnswer = (change: (members: string) => string) =>
  rr.replace(/(?<=<xs:complexType name="RR86LapseVanemadResponseType">)[\s\S]*?(?=<\/xs:complexType>\n {6}<)/, change);

describe('a published contract against the pinned one', () => {
  it('is the same when it is, or says more of what is not asked', () => {
    expect(judged(rr)).toEqual({ state: 'SAME', differences: [] });
    expect(judged(rr.replace(/RR439isikAadrYksi/g, 'RR439uus'))).toEqual({ state: 'SAME', differences: [] });
  });

  it('is changed where an answer may hold more', () => {
    const more = inAnswer((members) =>
      members.replace(/(?=<xs:element name="Veatekst")/, '<xs:element name="Lisandus" type="xs:string" minOccurs="0"/>'),
    );
    expect(judged(more)).toEqual({ state: 'CHANGED', differences: [expect.stringMatching(/Lisandus: MEMBER_ADDED$/)] });
  });

  it.each([
    ['a member goes', (text: string) => text.replace(/<xs:element name="IsikuTeovoime"[^>]*\/>/, ''), /MEMBER_REMOVED$/],
    [
      'a member must be there',
      (text: string) => text.replace(/(?=<xs:element name="Veatekst")/, '<xs:element name="Lisandus" type="xs:string"/>'),
      /^RR86LapseVanemad, golden answer/,
    ],
  ])('is broken where %s', (_what, change, difference) => {
    const found = judged(inAnswer(change));
    expect(found.state).toBe('BROKEN');
    expect(found.differences).toEqual(expect.arrayContaining([expect.stringMatching(difference)]));
  });

  it('is broken where the service is gone, or nothing can be read', () => {
    expect(judged(rr.replaceAll('RR86LapseVanemad', 'RR86Vanemad'))).toMatchObject({ state: 'BROKEN' });
    expect(judged('<html/>')).toEqual({ state: 'BROKEN', differences: ['RR86LapseVanemad: WSDL_UNREADABLE'] });
  });
});

describe('the published contract of a mass service', () => {
  const skais2 = pinnedContract('skais2');
  const mass = (offered: string) =>
    judgeContract('TKToovoimPuueHyvitisedMassTeenusVastus', skais2, offered, goldenBodies('SKA.BENEFITS_MASS.collect'));
  it('is broken where the file that comes beside the answer would no longer be read', () => {
    expect(mass(skais2)).toEqual({ state: 'SAME', differences: [] });
    const file = skais2.replace(/(<xs:complexType name="TKMassIsik">[\s\S]*?name=")isikukood"/, '$1kood"');
    expect(file).not.toBe(skais2);
    expect(mass(file)).toEqual({
      state: 'BROKEN',
      differences: expect.arrayContaining([expect.stringMatching(/^TKToovoimPuueHyvitisedMassTeenusVastus, golden file/)]),
    });
  });
});

describe('the watch', () => {
  let star: TestGateway;
  let mari: Awaited<ReturnType<TestGateway['worker']>>;
  let anu: Awaited<ReturnType<TestGateway['worker']>>;
  const xroad = { current: undefined as ReturnType<typeof xroadClient> | undefined };
  beforeAll(async () => {
    star = await openTestGateway();
    mari = await star.worker();
    anu = await star.worker({ institution: '70009770', kind: 'TEHIK', roles: ['TEHIK_OPS'] });
    xroad.current = xroadClient({ securityServers: [star.simulator.url] });
  });
  afterAll(async () => {
    await xroad.current?.close();
    await star.close();
  });

  async function look(): Promise<readonly string[]> {
    const client = parseClientId(STAR);
    if (client === undefined || xroad.current === undefined) throw new Error('not open');
    const provider = Object.fromEntries(Object.entries(SUBSYSTEMS).flatMap(([name, id]) => [[name, parseClientId(id)]])) as never;
    const { clock } = star;
    return watchContracts({
      database: star.gateway.database,
      xroad: xroad.current,
      addresses: { client, provider },
      protocols: {},
      clock,
      log: createLog('silent'),
    });
  }
  const found = async (type: string) =>
    ((await anu('GET', '/console/api/contracts')).body.items as Record<string, unknown>[]).find((one) => one.type === type);
  const ask = (proceeding: { id: string; subjects: readonly string[] }, type: string, wait = 10) =>
    mari('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=${wait}`, {
      type,
      subjectId: proceeding.subjects[0],
      justification: 'Lapse heaolu hindamine',
    });
  const child = () => star.country.personae.CHILD ?? '';

  it('finds every register as it is pinned', async () => {
    expect(await look()).toEqual([]);
    const { body } = await anu('GET', '/console/api/contracts');
    const items = body.items as { type: string; state: string; blocked: boolean }[];
    const all = [...catalogue, ...batchCatalogue, ...feedCatalogue, declarations];
    expect(items.map(({ type }) => type).sort()).toEqual(all.map(({ code }) => code).sort());
    expect(items.every(({ state, blocked }) => state === 'SAME' && !blocked)).toBe(true);
  });

  it('blocks what a register has broken, for the asking and for what waits, until an operator accepts it or it is mended', async () => {
    const proceeding = await openProceeding(mari, [child()], 'CHILD');
    star.simulator.knobs('rr').publishes = 'ANOTHER';
    expect(await look()).toEqual(expect.arrayContaining([PARENTS]));
    expect(await look()).toEqual([]);
    expect(await found(PARENTS)).toMatchObject({
      state: 'BROKEN',
      blocked: true,
      differences: expect.arrayContaining([expect.stringContaining('Isikukood')]),
    });
    expect((await ask(proceeding, PARENTS)).body).toMatchObject({ status: 503, code: 'QUERY_TYPE_BLOCKED' });
    const metrics = await (await fetch(`${star.gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/^star_contracts_broken\{registry="rr"\} [1-9]/m);
    expect(metrics).toContain('star_contracts_broken{registry="ads"} 0');

    const accept = (reason: string) => anu('POST', `/console/api/contracts/${PARENTS}/accept`, { reason });
    expect((await accept('isik 47101010033')).body).toMatchObject({ code: 'REASON_NAMES_A_PERSON' });
    expect((await accept('nimi muutus vaid kirjelduses')).status).toBe(200);
    expect(await found(PARENTS)).toMatchObject({ state: 'BROKEN', blocked: false });
    expect((await ask(proceeding, PARENTS)).body).toMatchObject({ state: 'ANSWERED' });

    star.simulator.knobs('rr').publishes = 'ITS_CONTRACT';
    await look();
    expect(await found(PARENTS)).toMatchObject({ state: 'SAME', blocked: false, differences: [] });
    expect((await accept('veel kord')).body).toMatchObject({ code: 'CONTRACT_NOT_BROKEN' });
    const { rows } = await sql<{
      action: string;
    }>`select action from audit_event where action like 'CONTRACT%'`.execute(star.gateway.database.db);
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['CONTRACT_BROKEN', 'CONTRACT_ACCEPTED']));
  });

  it('lets nothing leave that was asked before', async () => {
    const proceeding = await openProceeding(mari, [child()], 'CHILD');
    await anu('POST', '/console/api/registries/rr/pause');
    const asked = await ask(proceeding, 'RR.GUARDIANSHIP', 0);
    star.simulator.knobs('rr').publishes = 'ANOTHER';
    await look();
    await anu('POST', '/console/api/registries/rr/resume');
    for (let tries = 0; tries < 100; tries++) {
      if ((await mari('GET', `/api/v1/queries/${asked.body.id}`)).body.state === 'FAULTED') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { body } = await mari('GET', `/api/v1/queries/${asked.body.id}`);
    expect(body).toMatchObject({ state: 'FAULTED', answer: { code: 'CONTRACT_BROKEN', trouble: 'STAR-XT-CONTRACT-BROKEN' } });
    star.simulator.knobs('rr').publishes = 'ITS_CONTRACT';
    await look();
  });

  it('blocks a mass service that a register has broken: it cannot be ordered, and what was ordered waits until it is mended', async () => {
    const MASS = 'SKA.BENEFITS_MASS';
    const { DISABLED = '', LONE_PENSIONER = '' } = star.country.personae;
    const proceeding = await openProceeding(mari, [DISABLED]);
    const other = await star.worker({ institution: '77000200' });
    const elsewhere = await openProceeding(other, [LONE_PENSIONER]);
    const order = (call: typeof mari, { id, subjects }: typeof proceeding) =>
      call('POST', '/api/v1/batches', {
        type: MASS,
        parameters: { from: '2026-10-01', to: '2026-10-31' },
        justification: 'Toetuse vajaduse hindamine',
        people: [{ proceedingId: id, subjectId: subjects[0] }],
      });
    const ordered = await order(mari, proceeding);
    const batch = async () => (await mari('GET', `/api/v1/batches/${ordered.body.id}`)).body;
    await expect.poll(async () => (await batch()).state, { timeout: 10_000 }).toBe('SUBMITTED');
    star.simulator.knobs('skais2').publishes = 'ANOTHER';
    expect(await look()).toContain(MASS);
    expect(await found(MASS)).toMatchObject({ registry: 'skais2', state: 'BROKEN', blocked: true });
    expect((await order(other, elsewhere)).body).toMatchObject({ status: 503, code: 'QUERY_TYPE_BLOCKED' });

    const looks = () => [...star.simulator.fetched('skais2').values()];
    star.clock.advance({ minutes: 10 });
    await expect.poll(async () => (await batch()).code, { timeout: 10_000 }).toBe('CONTRACT_BROKEN');
    const waits = { state: 'SUBMITTED', code: 'CONTRACT_BROKEN', trouble: 'STAR-XT-CONTRACT-BROKEN', advice: { en: expect.any(String) } };
    expect(await batch()).toMatchObject(waits);
    expect(looks()).toEqual([0]);

    expect((await anu('POST', `/console/api/contracts/${MASS}/accept`, { reason: 'Kontrollitud' })).status).toBe(200);
    star.clock.advance({ minutes: 15 });
    await expect.poll(async () => (await batch()).state, { timeout: 10_000 }).toBe('FETCHED');
    expect(looks()).toEqual([1]);
    expect((await order(other, elsewhere)).status).toBe(202);
    const { rows } = await sql<{ action: string; type: string }>`
      select action, object_type as type from audit_event where object_id = ${MASS} order by id`.execute(star.gateway.database.db);
    expect(rows).toEqual([
      { action: 'CONTRACT_BROKEN', type: 'batch-type' },
      { action: 'CONTRACT_ACCEPTED', type: 'batch-type' },
    ]);
    star.simulator.knobs('skais2').publishes = 'ITS_CONTRACT';
    await look();
  }, 40_000);

  it('looks at both registers of a mass service that asks two', async () => {
    star.simulator.knobs('rr').publishes = 'ANOTHER';
    await look();
    expect(await found('NGTS.NOT_STUDYING')).toMatchObject({
      registry: 'ehis',
      state: 'BROKEN',
      differences: expect.arrayContaining([expect.stringMatching(/^RR470/)]),
    });
    star.simulator.knobs('rr').publishes = 'ITS_CONTRACT';
    await look();
    expect(await found('NGTS.NOT_STUDYING')).toMatchObject({ state: 'SAME' });
  });

  it('keeps what it knew of a register that does not answer', async () => {
    star.simulator.knobs('rr').hang = false;
    star.simulator.knobs('rr').maintenance = { from: '00:00', to: '23:59', text: 'uuendus' };
    expect(await look()).toEqual([]);
    star.simulator.knobs('rr').maintenance = null;
    expect(await found(PARENTS)).toMatchObject({ state: 'SAME' });
  });

  it('looks by itself, and when an operator asks', async () => {
    const at = async () => (await found(PARENTS))?.checkedAt;
    const before = await at();
    // Whenever it has looked by itself, that was before.
    const asked = star.clock.now().add({ minutes: 1 }).toString();
    star.clock.set(asked);
    expect((await anu('POST', '/console/api/contracts/check')).status).toBe(202);
    for (let tries = 0; tries < 150 && (await at()) === before; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await at()).toBe(asked);
  }, 30_000);
});
