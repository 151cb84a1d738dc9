import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Temporal } from '../../src/platform/index.ts';
import { appendAudit, sealAudit } from '../../src/register/audit/index.ts';
import { hasShared, shared } from '../shared.ts';
import { hire, personalCode } from '../town.ts';
import { type Door, FUND, openDoor, receiver, SERVICE, soapRequest } from './door.ts';

const TRACKER = 'EE/GOV/70006317/datatracker';
const PATH = '/xroad/rest/findUsage';
const citizen = personalCode(61, '1988-03-04');
const parent = personalCode(62, '1960-05-06');

describe('the service by which people see who has used their data', () => {
  let door: Door;
  let clientId: string;
  let institutionId: string;
  beforeAll(async () => {
    door = await openDoor({ allowed: { findUsage: [TRACKER], [SERVICE]: [FUND] } });
    const worker = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
    institutionId = worker.institutionId;
    clientId = await door.enter(citizen, worker);
    const actor = { userId: worker.userId, institutionId, roles: ['SOCIAL_WORKER'] };
    const about = { clientId, outcome: 'DONE' } as const;
    const at = (text: string) => Temporal.Instant.from(text);
    for (const [when, action] of [
      ['2026-11-20T08:00:00Z', 'CLIENT_READ'],
      ['2026-11-21T09:30:00Z', 'QUERY_ASKED'],
      ['2026-11-21T09:31:00Z', 'SOMETHING_NEW'],
    ] as const) {
      await appendAudit(door.database.db, { ...about, action, at: at(when), actor });
    }
    // What machines do in the train of it, what was refused, and what nobody is told.
    await appendAudit(door.database.db, { ...about, action: 'QUERY_ANSWERED', at: at('2026-11-21T09:30:01Z'), system: 'worker' });
    await appendAudit(door.database.db, { ...about, action: 'QUERY_REFUSED', at: at('2026-11-21T10:00:00Z'), actor, outcome: 'REFUSED' });
    await appendAudit(door.database.db, {
      ...about,
      action: 'NOTICE_RECEIVED',
      at: at('2026-11-21T11:00:00Z'),
      system: 'services',
      details: { asker: 'EE/GOV/70008747/mis' },
    });
    await sealAudit(door.database);
  });
  afterAll(() => door.close());

  const ask = async (query: string, headers: Record<string, string> = {}, endpoint = 'v2/findUsage') => {
    const { statusCode, payload } = await door.app.inject({
      method: 'GET',
      url: `${PATH}/${endpoint}${query}`,
      headers: { 'x-road-client': TRACKER, 'x-road-id': 'a-1', 'x-road-userid': `EE${citizen}`, ...headers },
    });
    return { status: statusCode, body: payload === '' ? undefined : JSON.parse(payload), text: payload };
  };
  const lines = async () => (await door.audit()).filter(({ action }) => action === 'USAGE_TOLD');

  it('tells what workers did, the newest first, in words and with their institution', async () => {
    const { status, body } = await ask(`?userCode=EE${citizen}`);
    expect(status).toBe(200);
    const one = { receiverCode: expect.stringMatching(/^\d{8}$/), receiverName: expect.any(String), receiverSystem: 'STAR' };
    expect(body).toEqual({
      totalUsages: 4,
      usages: [
        { ...one, logtime: '2026-11-22T10:00:00Z', action: 'Isiku toimiku avamine' },
        { ...one, logtime: '2026-11-21T09:31:00Z', action: 'Isikuandmete töötlemine sotsiaaltöö menetluses' },
        { ...one, logtime: '2026-11-21T09:30:00Z', action: 'Andmete pärimine teisest andmekogust' },
        { ...one, logtime: '2026-11-20T08:00:00Z', action: 'Isiku toimiku vaatamine' },
      ],
    });
  });

  it('tells another register’s question with its system, also of somebody who has no file here', async () => {
    await door.app.inject({
      method: 'POST',
      url: '/xroad/soap',
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      payload: soapRequest(),
    });
    const { body } = await ask(`?userCode=EE${receiver}`, { 'x-road-userid': `EE${parent}` });
    expect(body.totalUsages).toBe(1);
    expect(body.usages[0]).toMatchObject({
      action: 'Andmete väljastamine teisele andmekogule',
      receiverCode: '74000085',
      receiverSystem: 'tkis',
    });
    expect(body.usages[0]).not.toHaveProperty('receiverName');
  });

  it('keeps to the period, the place and the number that are asked for', async () => {
    const within = await ask(`?userCode=EE${citizen}&periodStart=2026-11-21T00:00:00Z&periodEnd=2026-11-21T11:30:00%2B02:00`);
    expect(within.body).toMatchObject({ totalUsages: 1, usages: [{ logtime: '2026-11-21T09:30:00Z' }] });
    const second = await ask(`?userCode=EE${citizen}&offset=2&limit=1`);
    expect(second.body).toMatchObject({ totalUsages: 4, usages: [{ logtime: '2026-11-21T09:30:00Z' }] });
  });

  it('nobody of whom there is nothing is told nothing', async () => {
    expect(await ask(`?userCode=EE${parent}`)).toMatchObject({ status: 200, body: { totalUsages: 0, usages: [] } });
  });

  it('is in the log itself, with who asked under a pseudonym, and is not told in its turn', async () => {
    const before = (await lines()).length;
    await ask(`?userCode=EE${citizen}`, { 'x-road-userid': `EE${parent}` });
    const after = await lines();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ outcome: 'DONE', client_id: clientId });
    expect(after.at(-1)?.text).toContain('datatracker');
    expect(after.at(-1)?.text).not.toContain(parent);
    expect((await ask(`?userCode=EE${citizen}`)).body.totalUsages).toBe(4);
  });

  it.each([
    ['a code that is none', `?userCode=EE${citizen.slice(0, 10)}0`, {}, 400],
    ['a code without its country', `?userCode=${citizen}`, {}, 400],
    ['no code', '', {}, 400],
    ['a time that is none', `?userCode=EE${citizen}&periodStart=2026-02-30`, {}, 400],
    ['a number that is none', `?userCode=EE${citizen}&limit=ten`, {}, 400],
    ['a place before the first', `?userCode=EE${citizen}&offset=-1`, {}, 400],
    ['nobody who asks', `?userCode=EE${citizen}`, { 'x-road-userid': '' }, 400],
    ['somebody who is none', `?userCode=EE${citizen}`, { 'x-road-userid': 'EE00000000000' }, 400],
    ['another register', `?userCode=EE${citizen}`, { 'x-road-client': FUND }, 403],
  ])('refuses %s, and tells nothing', async (_what, query, headers, status) => {
    const before = (await lines()).length;
    const refused = await ask(query, headers);
    expect(refused.status).toBe(status);
    expect(refused.text).not.toContain('usages');
    expect(await lines()).toHaveLength(before);
    expect((await door.audit()).at(-1)).toMatchObject({ action: 'DISCLOSURE_REFUSED', code: `HTTP ${status}`, outcome: 'REFUSED' });
  });

  it('says since when the log tells, and that it lives', async () => {
    expect(await ask('', {}, 'v2/usagePeriod')).toMatchObject({ status: 200, body: { periodStart: '2026-11-20T08:00:00Z' } });
    expect(await ask('', {}, 'v2/heartbeat')).toMatchObject({ status: 200, body: { status: 'OK' } });
  });

  it('answers as the description of Andmejälgija has it', async () => {
    if (!hasShared('the answers by Andmejälgija’s own description')) return;
    const file = join(shared, 'registries/wsdl/andmejalgija/dumonitor-openapi.yaml');
    const { components, paths } = parse(readFileSync(file, 'utf8'));
    expect(Object.keys(paths)).toEqual(['/v2/findUsage', '/v2/usagePeriod', '/v2/heartbeat']);
    const { Usage, FindUsageResponse, UsagePeriodResponse, HeartbeatResponse } = components.schemas;
    const found = await ask(`?userCode=EE${citizen}`);
    const schemas: readonly (readonly [object, unknown])[] = [
      [{ ...FindUsageResponse, properties: { ...FindUsageResponse.properties, usages: { type: 'array', items: Usage } } }, found.body],
      [UsagePeriodResponse, (await ask('', {}, 'v2/usagePeriod')).body],
      [HeartbeatResponse, (await ask('', {}, 'v2/heartbeat')).body],
    ];
    for (const [schema, body] of schemas) expect(Compile(schema).Errors(body)).toEqual([]);
    expect(Compile({ type: 'array', items: Usage }).Check([{ action: 'x' }])).toBe(false);
  });
});
