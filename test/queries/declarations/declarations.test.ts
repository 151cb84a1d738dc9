import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../api/door.ts';
import { personalCode } from '../../town.ts';
import { FILE, type Ground, inBase64, openGround } from './ground.ts';

let ground: Ground;
let liis: Awaited<ReturnType<Ground['worker']>>;
let anu: Caller;

beforeEach(async () => {
  await ground?.close();
  ground = await openGround();
  liis = await ground.worker();
  anu = await ground.operator();
});
afterAll(() => ground.close());

const declare = (file = FILE, { call = liis, month = '2026-10' }: { call?: Caller; month?: string } = {}) =>
  call('POST', '/api/v1/declarations', { month, file: inBase64(file) });
const view = async (id: unknown, call: Caller = liis) => (await call('GET', `/api/v1/declarations/${id}`)).body;
const resolve = (id: unknown, resolution: string, reason = 'MTA kinnitas kirjaga') =>
  anu('POST', `/console/api/declarations/${id}/resolve`, { resolution, reason });
const row = async () => (await anu('GET', '/console/api/registries')).body.items?.find(({ registry }) => registry === 'mkrliides');
const later = (minutes: number) => ground.clock.advance({ minutes });

async function kept(id: unknown) {
  const { rows } = await sql<{ files: number; keys: number }>`
    select (select count(*)::int from declaration_content where declaration_id = ${id}) as files,
           (select count(*)::int from data_key where owner_id = ${id} and wrapped_key is not null) as keys`.execute(ground.database.db);
  return rows[0];
}

async function actions(id: unknown): Promise<readonly string[]> {
  const { rows } = await sql<{ action: string }>`select action from audit_event where object_id = ${id} order by id`.execute(
    ground.database.db,
  );
  return rows.map(({ action }) => action);
}

/** A declaration whose answer is lost after the tax board has carried it out. */
async function lost(file = FILE): Promise<unknown> {
  const { body } = await declare(file);
  ground.simulator.knobs('mkrliides').cut = true;
  await ground.process().round();
  ground.simulator.knobs('mkrliides').cut = false;
  expect(await view(body.id)).toMatchObject({ state: 'UNCLEAR', code: 'WRITE_UNCLEAR', trouble: 'STAR-XT-WRITE-UNCLEAR' });
  return body.id;
}

/** A declaration of which nothing here can tell what came. */
async function held(): Promise<unknown> {
  const { body } = await declare();
  ground.simulator.knobs('mkrliides').fault = { code: 'Server.ServerProxy.ServiceFailed.HttpError', text: 'No answer', times: 1 };
  await ground.process().round();
  later(3);
  await ground.process().round();
  expect(await view(body.id)).toMatchObject({ state: 'HELD', code: 'WRITE_HELD', trouble: 'STAR-XT-WRITE-HELD' });
  expect(ground.executions()).toEqual([]);
  return body.id;
}

describe('a declaration', () => {
  it('is ordered at once, sent by a round, and accepted', async () => {
    const { status, headers, body } = await declare();
    expect(status).toBe(202);
    expect(headers.location).toBe(`/api/v1/declarations/${body.id}`);
    expect(body).toMatchObject({ state: 'ORDERED', month: '2026-10', registry: 'mkrliides', xRoadId: null });
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({
      state: 'ACCEPTED',
      confirmedBy: 'REGISTER',
      detail: 'OK',
      code: null,
      settledAt: '2026-11-23T08:00:00Z',
      keepUntil: '2026-12-23T08:00:00Z',
      xRoadId: expect.any(String),
    });
    expect([...ground.simulator.executions('mkrliides')]).toEqual([[body.id, 1]]);
    expect(await actions(body.id)).toEqual(['DECLARATION_ORDERED', 'DECLARATION_ACCEPTED']);
    await ground.process().round();
    expect(ground.executions()).toEqual([1]);
  });

  it('leaves on a permit that says for whom, what for and by which law, and is never changed', async () => {
    const { body } = await declare();
    const { rows } = await sql<Record<string, unknown>>`select * from declaration_permit where id = ${body.id}`.execute(ground.database.db);
    expect(rows).toMatchObject([
      {
        user_id: liis.userId,
        month: '2026-10',
        legal_basis: expect.stringContaining('TuMS § 40 lg 5'),
        fields: ['file', 'month', 'institution'],
      },
    ]);
    for (const change of [sql`update declaration_permit set month = '2026-09'`, sql`delete from declaration_permit`])
      await expect(change.execute(ground.database.db)).rejects.toThrow();
  });

  it('that is refused tells the register’s code, and its file is forgotten at once', async () => {
    const { body } = await declare('ei ole XML');
    expect(await kept(body.id)).toEqual({ files: 1, keys: 1 });
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'REJECTED', code: 'DECLARATION_REJECTED', detail: 'VIGA', keepUntil: null });
    expect(await kept(body.id)).toEqual({ files: 0, keys: 0 });
    expect((await liis('GET', `/api/v1/declarations/${body.id}/file`)).body).toMatchObject({ code: 'DECLARATION_FILE_FORGOTTEN' });
    const again = await declare('ei ole XML');
    expect(again.status).toBe(202);
    expect(again.body.id).not.toBe(body.id);
  });

  it('that is answered in codes nobody knows is not believed: a person decides', async () => {
    const { body } = await declare('<tsd/>');
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'HELD', code: 'WRITE_HELD', detail: 'NOT_UNDERSTOOD TYHI' });
    later(60);
    await ground.process().round();
    expect(ground.executions()).toEqual([1]);
  });

  it('keeps its file sealed, for its institution to read, until its time has passed', async () => {
    const { body } = await declare();
    await ground.process().round();
    const { rows } = await sql<{ sealed: Uint8Array }>`select sealed from declaration_content`.execute(ground.database.db);
    expect(Buffer.from(rows[0]?.sealed ?? []).includes('47101010033')).toBe(false);
    expect((await liis('GET', `/api/v1/declarations/${body.id}/file`)).body).toEqual({ file: inBase64(FILE) });
    later(30 * 24 * 60 - 1);
    await ground.process().round();
    expect(await kept(body.id)).toEqual({ files: 1, keys: 1 });
    later(1);
    await Promise.all([ground.process().round(), ground.process().round()]);
    expect(await kept(body.id)).toEqual({ files: 0, keys: 0 });
    liis = await ground.worker();
    expect(await view(body.id)).toMatchObject({ state: 'ACCEPTED', keepUntil: null });
    expect((await actions(body.id)).filter((action) => action === 'DECLARATION_FILE_FORGOTTEN')).toHaveLength(1);
  });
});

describe('who may declare, and what', () => {
  it('settlement officers, their own institution’s alone', async () => {
    const { body } = await declare();
    const mari = await ground.worker({ roles: ['SOCIAL_WORKER'] });
    for (const [method, path] of [
      ['GET', '/api/v1/declarations'],
      ['GET', `/api/v1/declarations/${body.id}`],
      ['GET', `/api/v1/declarations/${body.id}/file`],
    ] as const)
      expect((await mari(method, path)).status).toBe(403);
    expect((await declare(FILE, { call: mari })).status).toBe(403);
    const other = await ground.worker({ institution: '75014267' });
    for (const path of ['', '/file'])
      expect(await other('GET', `/api/v1/declarations/${body.id}${path}`)).toMatchObject({
        status: 404,
        body: { code: 'DECLARATION_NOT_FOUND' },
      });
    expect((await other('GET', '/api/v1/declarations')).body.items).toEqual([]);
    // The same file of another institution is another declaration.
    expect((await declare(FILE, { call: other })).status).toBe(202);
    expect((await liis('GET', '/api/v1/declarations')).body.items).toMatchObject([{ id: body.id }]);
  });

  it('pages', async () => {
    const ids = [];
    for (const month of ['2026-08', '2026-09', '2026-10']) ids.push((await declare(FILE, { month })).body.id);
    const first = await liis('GET', '/api/v1/declarations?limit=2');
    expect(first.body).toMatchObject({ next: ids[1], items: [{ id: ids[0] }, { id: ids[1] }] });
    expect((await liis('GET', `/api/v1/declarations?limit=2&after=${first.body.next}`)).body.items).toMatchObject([{ id: ids[2] }]);
  });

  it('whole files up to 4 MiB, of months that have begun', async () => {
    const most = 4 * 1024 * 1024;
    const sized = (bytes: number) => '<isik/>'.padEnd(bytes, ' ');
    expect(await declare(sized(most + 1))).toMatchObject({ status: 422, body: { code: 'DECLARATION_TOO_LARGE' } });
    expect(await declare(sized(6 * 1024 * 1024))).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
    expect(await declare(FILE, { month: '2026-12' })).toMatchObject({ status: 422, body: { code: 'DECLARATION_MONTH_INVALID' } });
    for (const file of ['YWJj!', 'YWJ', 'YWJjZA', ' YWJj'])
      expect((await liis('POST', '/api/v1/declarations', { month: '2026-10', file })).status).toBe(422);
    const { rows } = await sql<{ action: string }>`select action from audit_event where action like 'DECLARATION%'`.execute(
      ground.database.db,
    );
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['DECLARATION_REFUSED']));
    const { status, body } = await declare(sized(most));
    expect(status).toBe(202);
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('nobody, once the officer has gone: what has not left is given up', async () => {
    const { body } = await declare();
    await sql`update membership set active = false, ended_at = now() where user_id = ${liis.userId}`.execute(ground.database.db);
    await ground.process().round();
    expect(ground.simulator.received().size).toBe(0);
    expect(await view(body.id, await ground.worker())).toMatchObject({ state: 'CANCELLED', code: 'PERMIT_WITHDRAWN' });
    expect(await kept(body.id)).toEqual({ files: 0, keys: 0 });
  });
});

describe('once', () => {
  it('32 callers at once, and processes side by side: one declaration, one execution', async () => {
    const answers = await Promise.all(Array.from({ length: 32 }, () => declare()));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(31).fill(200), 202]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await Promise.all(Array.from({ length: 4 }, () => ground.process().round()));
    expect(ground.executions()).toEqual([1]);
    expect(ground.simulator.received().size).toBe(1);
    const after = await declare();
    expect(after).toMatchObject({ status: 200, body: { id: answers[0]?.body.id, state: 'ACCEPTED' } });
    await ground.process().round();
    expect(ground.simulator.received().size).toBe(1);
  });

  it('an Idempotency-Key names one request', async () => {
    const call = (file: string) =>
      liis('POST', '/api/v1/declarations', { month: '2026-10', file: inBase64(file) }, { 'idempotency-key': 'tsd-oktoober' });
    const first = await call(FILE);
    expect(await call(FILE)).toMatchObject({ status: 202, body: { id: first.body.id } });
    expect((await call(`${FILE}\n`)).status).toBe(422);
  });

  it('an answer that is lost is looked up, and the file not sent again', async () => {
    const id = await lost();
    await ground.process().round();
    expect(ground.simulator.received().size).toBe(1);
    later(2);
    await ground.process().round();
    expect(await view(id)).toMatchObject({ state: 'ACCEPTED', confirmedBy: 'READ_BACK', detail: 'OK' });
    expect(ground.executions()).toEqual([1]);
    expect(await actions(id)).toEqual(['DECLARATION_ORDERED', 'DECLARATION_UNCLEAR', 'DECLARATION_ACCEPTED']);
  });

  it('a refusal that is lost is looked up too', async () => {
    const id = await lost('ei ole XML');
    later(2);
    await ground.process().round();
    expect(await view(id)).toMatchObject({ state: 'REJECTED', detail: 'VIGA' });
    expect(await kept(id)).toEqual({ files: 0, keys: 0 });
  });

  it('an answer off its contract is looked up', async () => {
    const { body } = await declare();
    ground.simulator.knobs('mkrliides').offSchema = true;
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'UNCLEAR', detail: expect.stringContaining('SCHEMA_MISMATCH') });
    ground.simulator.knobs('mkrliides').offSchema = false;
    later(2);
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'ACCEPTED', confirmedBy: 'READ_BACK' });
    expect(ground.executions()).toEqual([1]);
  });

  it('what surely has not run is sent again, or fails for good', async () => {
    const { body } = await declare();
    ground.simulator.knobs('mkrliides').fault = { code: 'Server.ServerProxy.ServiceDisabled', text: 'Hooldus', times: 1 };
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({
      state: 'ORDERED',
      code: 'Server.ServerProxy.ServiceDisabled',
      trouble: 'STAR-XT-SERVICE-DISABLED',
    });
    await ground.process().round();
    expect(ground.executions()).toEqual([]);
    later(1);
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'ACCEPTED', code: null });
    expect(ground.executions()).toEqual([1]);

    const denied = await declare(`${FILE}\n`);
    ground.simulator.knobs('mkrliides').fault = { code: 'Server.ServerProxy.AccessDenied', text: 'No', times: 1 };
    await ground.process().round();
    expect(await view(denied.body.id)).toMatchObject({ state: 'FAILED', code: 'Server.ServerProxy.AccessDenied' });
    expect(await kept(denied.body.id)).toEqual({ files: 0, keys: 0 });
    expect((await declare(`${FILE}\n`)).status).toBe(202);
  });

  it('a look that fails on the way is made again; the file is not', async () => {
    const id = await lost();
    later(2);
    ground.simulator.knobs('mkrliides').fault = { code: 'Server.ServerProxy.NetworkError', text: 'Away', times: 1 };
    await ground.process().round();
    expect(await view(id)).toMatchObject({ state: 'UNCLEAR' });
    later(5);
    await ground.process().round();
    expect(await view(id)).toMatchObject({ state: 'ACCEPTED', confirmedBy: 'READ_BACK' });
    expect(ground.executions()).toEqual([1]);
  });

  it('a worker that is taken for dead and comes back settles nothing', async () => {
    const { body } = await declare();
    const { xroad, ...rest } = ground.process();
    let carry: () => void = () => undefined;
    const held = new Promise<void>((settle) => {
      carry = settle;
    });
    let sent: () => void = () => undefined;
    const leaving = new Promise<void>((settle) => {
      sent = settle;
    });
    const slow = ground.process({
      ...rest,
      xroad: {
        ...xroad,
        async exchange(prepared, options) {
          const outcome = await xroad.exchange(prepared, options);
          sent();
          await held;
          return outcome;
        },
      },
    });
    const round = slow.round();
    await leaving;
    later(3);
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'UNCLEAR', code: 'WRITE_UNCLEAR' });
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'ACCEPTED', confirmedBy: 'READ_BACK' });
    carry();
    await round;
    expect(await view(body.id)).toMatchObject({ state: 'ACCEPTED', confirmedBy: 'READ_BACK' });
    expect(await actions(body.id)).toEqual([
      'DECLARATION_ORDERED',
      'DECLARATION_ATTEMPT_LOST',
      'DECLARATION_ACCEPTED',
      'DECLARATION_ANSWER_VOID',
    ]);
    expect(ground.executions()).toEqual([1]);
  });

  it('a worker that was stopped between taking a declaration and sending it does not send it', async () => {
    const { body } = await declare();
    const { addresses, ...rest } = ground.process();
    const late = ground.process({
      ...rest,
      addresses: {
        ...addresses,
        // Read while the message is built, when the declaration has been claimed.
        get provider() {
          later(1);
          return addresses.provider;
        },
      },
    });
    await late.round();
    expect(ground.simulator.received().size).toBe(0);
    expect(await view(body.id)).toMatchObject({ state: 'ORDERED' });
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'ACCEPTED' });
  });
});

/** Which indexes a statement would use, if it had more than a handful of rows before it. */
async function planOf(statement: RawBuilder<unknown>): Promise<string> {
  return ground.database.transaction(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    return JSON.stringify((await sql`explain ${statement}`.execute(tx)).rows);
  });
}

it('what is looked for every two seconds has an index', async () => {
  const now = '2026-11-23T08:00:00Z';
  const due = sql`select id from declaration where state in ('ORDERED', 'SENT', 'UNCLEAR') and due_at <= ${now} order by due_at limit 20`;
  expect(await planOf(due)).toContain('declaration_due');
  expect(await planOf(sql`select id from declaration where keep_until <= ${now} order by keep_until limit 100`)).toContain(
    'declaration_kept',
  );
});

describe('what nothing here can tell', () => {
  it('waits for an operator, who sees no institution and no file', async () => {
    const id = await held();
    later(600);
    anu = await ground.operator();
    await ground.process().round();
    expect(ground.simulator.received().size).toBe(2);
    const { body } = await anu('GET', '/console/api/registries/mkrliides/queries?state=HELD');
    expect(body).toMatchObject({
      next: null,
      items: [
        {
          id,
          type: 'EMTA.DECLARATION',
          state: 'HELD',
          xRoadId: expect.any(String),
          code: 'WRITE_HELD',
          detail: 'NOT_UNDERSTOOD PUUDUB',
          trouble: { code: 'STAR-XT-WRITE-HELD' },
          dueAt: null,
        },
      ],
    });
    const text = JSON.stringify(body);
    for (const hidden of [liis.institutionId, liis.userId, '47101010033']) expect(text).not.toContain(hidden);
    await expect.poll(row, { timeout: 3000 }).toMatchObject({ held: 1, waiting: 0, retrying: 0, failed: 0, lastSuccessAt: null });
    expect((await anu('GET', '/console/api/registries/mkrliides/queries?state=WAITING')).body.items).toEqual([]);
    liis = await ground.worker();
    expect((await declare()).body.id).toBe(id);
  });

  it('is also what an officer leaves behind who goes before it could be looked up', async () => {
    const id = await lost();
    later(2);
    await sql`update membership set active = false, ended_at = now() where user_id = ${liis.userId}`.execute(ground.database.db);
    await ground.process().round();
    expect(ground.simulator.received().size).toBe(1);
    liis = await ground.worker();
    expect(await view(id)).toMatchObject({ state: 'HELD', code: 'WRITE_HELD', detail: 'PERMIT_WITHDRAWN' });
    expect(await kept(id)).toEqual({ files: 1, keys: 1 });
  });

  it('DONE: the tax board has it', async () => {
    const id = await held();
    expect((await resolve(id, 'DONE')).status).toBe(200);
    expect(await view(id)).toMatchObject({ state: 'ACCEPTED', confirmedBy: 'OPERATOR', code: null, keepUntil: expect.any(String) });
    await ground.process().round();
    expect(ground.executions()).toEqual([]);
    expect((await resolve(id, 'SEND_AGAIN')).body).toMatchObject({ code: 'WRITE_NOT_HELD' });
    expect((await anu('GET', '/console/api/registries/mkrliides/queries?state=HELD')).body.items).toEqual([]);
  });

  it('SEND_AGAIN: it has not, and gets it now, under the same reference', async () => {
    const id = await held();
    expect((await resolve(id, 'SEND_AGAIN')).status).toBe(200);
    await ground.process().round();
    expect(await view(id)).toMatchObject({ state: 'ACCEPTED', confirmedBy: 'REGISTER' });
    expect([...ground.simulator.executions('mkrliides')]).toEqual([[id, 1]]);
  });

  it('NOT_DONE: it is given up, the file forgotten, and the same one may be declared anew', async () => {
    const id = await held();
    expect((await resolve(id, 'NOT_DONE')).status).toBe(200);
    expect(await view(id)).toMatchObject({ state: 'CANCELLED', code: 'DISCARDED' });
    expect(await kept(id)).toEqual({ files: 0, keys: 0 });
    expect((await declare()).status).toBe(202);
  });

  it('is decided by operators alone, with a reason that names nobody, and the log keeps who and why', async () => {
    const id = await held();
    expect((await resolve(id, 'DONE', `Isik ${personalCode(5)}`)).body).toMatchObject({ code: 'REASON_NAMES_A_PERSON' });
    expect((await resolve(id, 'DONE', ' ')).status).toBe(422);
    expect((await resolve('018f0000-0000-7000-8000-000000000000', 'DONE')).body).toMatchObject({ code: 'DECLARATION_NOT_FOUND' });
    const support = await ground.worker({ roles: ['SUPPORT'], kind: 'TEHIK', institution: '70009770' });
    expect((await support('GET', '/console/api/registries/mkrliides/queries?state=HELD')).status).toBe(200);
    expect((await support('POST', `/console/api/declarations/${id}/resolve`, { resolution: 'DONE', reason: 'Kinnitatud' })).status).toBe(
      403,
    );
    await resolve(id, 'DONE');
    const { rows } = await sql<{ details: unknown; text: string }>`
      select details, row_to_json(a)::text as text from audit_event a where object_id = ${id} order by id`.execute(ground.database.db);
    expect(rows.at(-1)?.details).toEqual({ resolution: 'DONE', reason: 'MTA kinnitas kirjaga' });
    expect(rows.filter(({ text }) => /"\d{11}"|EE\d{11}/.test(text))).toEqual([]);
    expect((await resolve(id, 'DONE')).body).toMatchObject({ code: 'WRITE_NOT_HELD' });
  });

  it('is counted in the register’s row, like what waits, is looked up, and was answered', async () => {
    await declare(`${FILE}\n`);
    await expect
      .poll(row, { timeout: 3000 })
      .toMatchObject({ waiting: 1, held: 0, oldestWaitingSince: '2026-11-23T08:00:00Z', lastSuccessAt: null });
    await ground.process().round();
    await lost();
    const { body } = await anu('GET', '/console/api/registries/mkrliides/queries?state=WAITING');
    expect(body.items).toMatchObject([{ state: 'UNCLEAR', code: 'WRITE_UNCLEAR', dueAt: '2026-11-23T08:02:00Z' }]);
    later(2);
    await expect.poll(row, { timeout: 3000 }).toMatchObject({ waiting: 0, retrying: 1, lastSuccessAt: '2026-11-23T08:00:00Z' });
  });

  it('waits while its register has broken the contract, and is sent when that is mended', async () => {
    const { body } = await declare();
    await sql`insert into contract_finding (type_code, registry, state, differences, since, checked_at)
      values ('EMTA.DECLARATION', 'mkrliides', 'BROKEN', 'uploadMime: OPERATION_REMOVED', now(), now())`.execute(ground.database.db);
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'ORDERED' });
    expect(ground.executions()).toEqual([]);
    await sql`update contract_finding set state = 'SAME'`.execute(ground.database.db);
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('stops while an operator has stopped the register, and goes on after', async () => {
    const { body } = await declare();
    await anu('POST', '/console/api/registries/mkrliides/pause');
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'ORDERED' });
    await anu('POST', '/console/api/registries/mkrliides/resume');
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'ACCEPTED' });
  });
});
