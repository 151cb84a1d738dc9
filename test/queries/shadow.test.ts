import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog, createMetrics } from '../../src/platform/index.ts';
import { openShadows } from '../../src/queries/shadow/index.ts';
import { findQuery } from '../../src/queries/store.ts';
import { verifyAudit } from '../../src/register/audit/index.ts';
import { findQueryType } from '../../src/registries/index.ts';
import type { Knobs } from '../../src/simulator/index.ts';
import { parseClientId, xroadClient } from '../../src/xroad/index.ts';
import { openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';
import { STAR, SUBSYSTEMS } from '../installation.ts';

const CUSTODY = { type: 'RR.CUSTODY', parameters: { role: 'VANEM' } };

describe('a REST service that is asked in the shadow of the SOAP one', () => {
  let star: TestGateway;
  let mari: Awaited<ReturnType<TestGateway['worker']>>;
  let anu: Awaited<ReturnType<TestGateway['worker']>>;
  let logged = '';
  const destination = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  beforeAll(async () => {
    star = await openTestGateway({ protocols: { rr: 'shadow' }, log: createLog('trace', destination) });
    mari = await star.worker();
    anu = await star.worker({ institution: '70009770', kind: 'TEHIK', roles: ['TEHIK_OPS'] });
  });
  afterAll(() => star.close());

  const db = () => star.gateway.database.db;
  const parent = () => star.country.find(star.country.personae.EMPLOYED_PARENT ?? '');
  const turn = (knobs: object) => Object.assign(star.simulator.knobs('rr-rest'), knobs);
  const right = { differs: false, latencyMs: 0, fault: null, cut: false, offSchema: false, status: null };

  async function ask(question: object = CUSTODY) {
    const proceeding = await openProceeding(mari, [parent()?.personalCode ?? ''], 'CHILD');
    const { body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=10`, {
      ...question,
      subjectId: proceeding.subjects[0],
    });
    return { proceeding, id: String(body.id), body };
  }

  type Row = { outcome: string | null; code: string | null; differences: string; x_road_id: string; request_hash: string | null };
  async function shadows(id: string): Promise<readonly Row[]> {
    const { rows } = await sql<Row>`
      select outcome, code, differences, x_road_id, request_hash from query_shadow where query_id = ${id}`.execute(db());
    return rows;
  }
  async function compared(id: string): Promise<Row | undefined> {
    await expect.poll(async () => (await shadows(id))[0]?.outcome ?? null, { timeout: 10_000 }).not.toBeNull();
    return (await shadows(id))[0];
  }
  async function auditOf(id: string) {
    const { rows } = await sql<{ action: string; code: string | null; details: Record<string, unknown> }>`
      select action, code, details from audit_event where object_id = ${id} and action like 'SHADOW%' order by id`.execute(db());
    return rows;
  }
  const metric = async (line: RegExp) => Number(line.exec(await (await fetch(`${star.gateway.url}/metrics`)).text())?.[1] ?? 0);
  const report = async () => {
    const { body } = await anu('GET', '/console/api/shadows');
    return (body.items as Record<string, unknown>[]).find(({ type }) => type === CUSTODY.type);
  };

  it('is asked once, beside the answer that the worker gets, with a line in the log for it', async () => {
    const { id, body } = await ask();
    expect(body).toMatchObject({ answer: { state: 'FOUND', source: { service: 'EE/GOV/70008440/rr/RR465isikuHooldusoigused/v1' } } });
    const shadow = await compared(id);
    expect(shadow).toMatchObject({ outcome: 'SAME', differences: '', code: null, request_hash: expect.stringMatching(/^[\w+/]{86}==$/) });
    expect(star.simulator.received().get(shadow?.x_road_id ?? '')).toBe(1);
    const about = { type: 'RR.CUSTODY', xRoadId: shadow?.x_road_id };
    expect(await auditOf(id)).toMatchObject([
      { action: 'SHADOW_ASKED', details: { ...about, service: 'EE/GOV/70008440/rr/domesticDataExchange' } },
      {
        action: 'SHADOW_COMPARED',
        details: { ...about, outcome: 'SAME', differences: 0, requestHash: shadow?.request_hash, requestHashVerified: true },
      },
    ]);
    const { rows } = await sql`select 1 from query_attempt where query_id = ${id}`.execute(db());
    expect(rows).toHaveLength(1);
  });

  it('leaves alone what has no twin, and what is served from the cache', async () => {
    const { id } = await ask({ type: 'RR.PARENTS' });
    const { proceeding, id: first } = await ask();
    await compared(first);
    const again = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries`, { ...CUSTODY, subjectId: proceeding.subjects[0] });
    expect(again.body).toMatchObject({ servedFromCache: true });
    expect([await shadows(id), await shadows(String(again.body.id))]).toEqual([[], []]);
  });

  it('tells operators where it differs, and nobody what', async () => {
    turn({ differs: true });
    const { id, body } = await ask();
    const shadow = await compared(id);
    turn(right);
    expect(body).toMatchObject({ answer: { state: 'FOUND' } });
    expect(shadow).toMatchObject({ outcome: 'DIFFERENT', differences: 'rights[].firstName: MISSING\nrights[].from: DIFFERENT' });
    expect(await report()).toMatchObject({
      registry: 'rr',
      different: 1,
      differences: [
        { what: 'rights[].firstName: MISSING', queries: 1 },
        { what: 'rights[].from: DIFFERENT', queries: 1 },
      ],
    });
    await expect.poll(() => metric(/^star_shadow_queries_total\{registry="rr",outcome="DIFFERENT"\} (\d+)/m)).toBe(1);
    expect(await metric(/^star_shadow_differences_total\{type="RR.CUSTODY",difference="rights\[\]\.from: DIFFERENT"\} (\d+)/m)).toBe(1);
  });

  it('tells a refusal from an answer', async () => {
    turn({ status: 403 });
    const { id } = await ask();
    expect(await compared(id)).toMatchObject({ outcome: 'DIFFERENT', differences: 'state: FOUND, twin REJECTED' });
    turn(right);
  });

  it.each<[string, Partial<Knobs>, string]>([
    ['a fault', { fault: { code: 'Server.ServerProxy.AccessDenied', text: 'no', times: 1 } }, 'STAR-XT-ACCESS-DENIED'],
    ['a cut connection', { cut: true }, 'STAR-XT-NETWORK'],
    ['a service out of order', { status: 500 }, 'STAR-XT-PROVIDER-DOWN'],
    ['an answer off its schema', { offSchema: true }, 'STAR-XT-ANSWER-OFF-CONTRACT'],
  ])('%s of it is counted, asked no second time, and does not touch the query or the breaker', async (_what, knobs, code) => {
    turn(knobs);
    const { id, body } = await ask();
    expect(await compared(id)).toMatchObject({ outcome: 'FAILED', code, differences: knobs.offSchema === true ? 'answer: TYPE' : '' });
    turn(right);
    expect(body).toMatchObject({ state: 'ANSWERED', answer: { state: 'FOUND' } });
    star.clock.advance({ minutes: 10 });
    expect((await mari('GET', `/api/v1/queries/${id}`)).body).toMatchObject({ state: 'ANSWERED' });
    expect(await auditOf(id)).toMatchObject([{ action: 'SHADOW_ASKED' }, { action: 'SHADOW_COMPARED', code }]);
    expect(star.simulator.received().get((await shadows(id))[0]?.x_road_id ?? '')).toBe(1);
    const { body: overview } = await anu('GET', '/console/api/registries');
    expect((overview.items as { registry: string }[]).find(({ registry }) => registry === 'rr')).toMatchObject({ breaker: 'CLOSED' });
  });

  it('makes nobody wait: slow, it holds up neither its own query nor the others, and is skipped beyond four at a time', async () => {
    turn({ latencyMs: 6000 });
    const skipped = () => metric(/^star_shadow_queries_total\{registry="rr",outcome="SKIPPED"\} (\d+)/m);
    const before = await skipped();
    const asked = [];
    for (let n = 0; n < 6; n++) asked.push(await ask());
    expect(await shadows(asked[0]?.id ?? '')).toMatchObject([{ outcome: null }]);
    expect(asked.map(({ body }) => body.state)).toEqual(Array.from({ length: 6 }, () => 'ANSWERED'));
    await expect.poll(skipped).toBe(before + 2);
    const followed = (await Promise.all(asked.map(({ id }) => shadows(id)))).filter((rows) => rows.length > 0);
    expect(followed).toHaveLength(4);
    for (const { id } of asked.slice(0, 4)) expect(await compared(id)).toMatchObject({ outcome: 'SAME' });
    turn(right);
  });

  it('is asked once for a query however often it is told of it, and neither while the register is paused nor once the purpose has ended', async () => {
    const { proceeding, id } = await ask();
    const first = await compared(id);
    const [query, type, client] = [await findQuery(db(), id), findQueryType(CUSTODY.type), parseClientId(STAR)];
    const provider = parseClientId(SUBSYSTEMS.rr ?? '');
    if (query === undefined || type === undefined || client === undefined || provider === undefined) throw new Error('not there');
    const xroad = xroadClient({ securityServers: [star.simulator.url] });
    const again = async () => {
      const own = openShadows({
        ...{ database: star.gateway.database, xroad, addresses: { client, provider: { rr: provider } }, protocols: { rr: 'shadow' } },
        ...{ clock: star.clock, metrics: createMetrics(), log: createLog('trace', destination) },
      });
      own.follow(query, type, { state: 'NOT_FOUND' });
      await own.close();
      return (await shadows(id))[0];
    };
    expect(await again()).toEqual(first);

    const forget = () => sql`delete from query_shadow where query_id = ${id}`.execute(db());
    await forget();
    await anu('POST', '/console/api/registries/rr/pause');
    expect(await again()).toBeUndefined();
    await anu('POST', '/console/api/registries/rr/resume');
    expect(await again()).toMatchObject({ outcome: 'DIFFERENT', differences: 'state: NOT_FOUND, twin FOUND' });
    await forget();
    await mari('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'DECIDED' });
    const sent = star.simulator.received().size;
    expect(await again()).toBeUndefined();
    expect(star.simulator.received().size).toBe(sent);
    expect((await auditOf(id)).filter(({ action }) => action === 'SHADOW_ASKED')).toHaveLength(2);
    await xroad.close();
  });

  it('leaves no value behind: not in the database, the log, the metrics or the operators’ view', async () => {
    turn({ differs: true });
    const { id } = await ask();
    await compared(id);
    turn(right);
    const [child] = parent()?.children ?? [];
    if (child === undefined) throw new Error('no child');
    // What only the register's answers hold: the child is nobody's client here. And a day that only the twin has told.
    const canaries = [child.personalCode, child.firstName.toUpperCase(), child.birthDate.add({ days: 1 }).toString()];
    const { rows: names } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db());
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['public.query_shadow', 'public.audit_event']));
    const tablesWith = async (canary: string) => {
      const found: string[] = [];
      for (const { name } of names) {
        const [schema = '', table = ''] = name.split('.');
        const { rows } = await sql<{ hits: number }>`select count(*)::int as hits from ${sql.id(schema, table)} t
          where strpos(t::text, ${canary}) > 0 or strpos(t::text, ${Buffer.from(canary).toString('hex')}) > 0`.execute(db());
        if ((rows[0]?.hits ?? 0) > 0) found.push(name);
      }
      return found;
    };
    expect(await tablesWith(parent()?.personalCode ?? '')).toContain('public.client');
    for (const canary of canaries) expect(await tablesWith(canary)).toEqual([]);
    expect(logged).toContain('"level"');
    const told = [logged, JSON.stringify(await report()), await (await fetch(`${star.gateway.url}/metrics`)).text()].join('\n');
    for (const canary of canaries) expect(told).not.toContain(canary);
    expect(await verifyAudit(db())).not.toHaveProperty('broken');
  });

  it('is for operators alone to look at', async () => {
    expect((await mari('GET', '/console/api/shadows')).status).toBe(403);
  });
});
