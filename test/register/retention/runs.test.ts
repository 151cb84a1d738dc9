import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog, newId, today } from '../../../src/platform/index.ts';
import { sealAudit, verifyAudit } from '../../../src/register/audit/index.ts';
import { advanceRun, holdRoutes, policiesOf, retentionRoutes } from '../../../src/register/retention/index.ts';
import { kept } from '../../../src/roles/kept.ts';
import { type Caller, type Door, openDoor, signedIn } from '../../api/door.ts';
import { PERIODS } from '../../installation.ts';
import { hire, personalCode, type Worker } from '../../town.ts';
import { enterOldFile, enterProceeding, statesOf } from './world.ts';

const reason = 'iga-aastane eemaldamine';
const YEAR = 366;
const policies = policiesOf(PERIODS);

let door: Door;
let mari: Worker;
let worker: Caller;
let haldur: Worker;
let keeper: Caller;
let supervision: Caller;
beforeAll(async () => {
  door = await openDoor({ rooms: (ports) => [...retentionRoutes({ ...ports, policies }), ...holdRoutes(ports)] });
  mari = await hire(door.database, { username: 'mari', serial: 1, roles: ['SOCIAL_WORKER'] });
  worker = await signedIn(door.app, mari);
  const ska = { institution: '70001975', kind: 'SKA' } as const;
  haldur = await hire(door.database, { username: 'haldur', serial: 2, ...ska, roles: ['REGISTRY_MANAGER'] });
  keeper = await signedIn(door.app, haldur);
  supervision = await signedIn(door.app, await hire(door.database, { username: 'valvur', serial: 3, ...ska, roles: ['SKA_SUPERVISION'] }));
});
afterAll(() => door.close());

const ports = () => ({ database: door.database, clock: door.clock, log: createLog('silent'), policies, holdings: kept(door) });
const ask = async (body: object) => keeper('POST', '/api/v1/retention/runs', { reason, ...body });
const file = (birthDate: string, years: number) => enterOldFile(door.database, mari, door.clock.now(), birthDate, years * YEAR);
const proceeding = (kind: string, years: number, ...clientIds: string[]) =>
  enterProceeding(door.database, mari, door.clock.now(), { kind, endedDaysAgo: years * YEAR, clientIds });

async function toTheEnd() {
  while (await advanceRun(ports()));
}

/** A dry run, and the run that follows it; gives the report of either. */
async function run() {
  const dry = String((await ask({})).body.id);
  await toTheEnd();
  const { body } = await ask({ follows: dry });
  await toTheEnd();
  return {
    dry: (await keeper('GET', `/api/v1/retention/runs/${dry}`)).body,
    real: (await keeper('GET', `/api/v1/retention/runs/${body.id}`)).body,
  };
}

const countOf = (report: Readonly<Record<string, unknown>>, holding: string, state: string) =>
  (report.counts as { holding: string; state: string; count: number }[]).find((one) => one.holding === holding && one.state === state)
    ?.count ?? 0;
const there = async (table: string, column: string, id: string) =>
  (await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(door.database.db)).rows.length;

describe('policies and fields', () => {
  it('are one row for each data group, with the law, and each field’s place in the data composition (REQ-254)', async () => {
    const { status, body } = await worker('GET', '/api/v1/retention/policies');
    expect(status).toBe(200);
    const items = body.items as {
      group: string;
      legalBasis: { act: string; section: string };
      fields: number;
      carriedOut: string;
      confirmed: boolean;
    }[];
    expect(new Set(items.map(({ group }) => group)).size).toBe(items.length);
    for (const one of items) {
      expect(one.legalBasis.section).not.toBe('');
      expect(one.fields > 0 || ['ADOPTION_50_50', 'VICTIM_10', 'NGTS_27'].includes(one.group) || one.carriedOut === 'NOT_KEPT').toBe(true);
    }
    expect(items.find(({ group }) => group === 'LOG')?.confirmed).toBe(false);
    const fields = await supervision('GET', '/api/v1/retention/fields?category=SPECIAL');
    expect(JSON.stringify(fields.body)).toContain('"column":"problem"');
    expect((await worker('GET', '/api/v1/retention/fields')).status).toBe(403);
  });
});

describe('a run', () => {
  it('archives, anonymises and deletes what its dry run has shown, and the log tells of each thing by its id', async () => {
    const client = await file('1950-05-05', 30);
    const [old, ended, fresh] = [
      await proceeding('SIMPLE', 11, client),
      await proceeding('CASE', 6, client),
      await proceeding('CASE', 1, client),
    ];
    const { dry, real } = await run();
    expect(dry).toMatchObject({ dryRun: true, state: 'DONE', left: [] });
    expect(countOf(dry, 'PROCEEDING_5_5_TO_ANONYMISE', 'DUE')).toBe(1);
    expect(countOf(dry, 'PROCEEDING_5_5_TO_ARCHIVE', 'DUE')).toBe(1);
    expect(real).toMatchObject({ dryRun: false, follows: dry.id, state: 'DONE' });
    expect(countOf(real, 'PROCEEDING_5_5_TO_ANONYMISE', 'DONE')).toBe(1);
    expect(Object.fromEntries(await statesOf(door.database, [old, ended, fresh]))).toEqual({ [ended]: 'ARCHIVED', [fresh]: 'CLOSED' });
    const { rows } = await sql<{ action: string; object_id: string }>`
      select action, object_id from audit_event where system = 'retention' and action like 'RECORD_%' order by object_id`.execute(
      door.database.db,
    );
    expect(rows).toEqual(
      [
        { action: 'RECORD_ANONYMISED', object_id: old },
        { action: 'RECORD_ARCHIVED', object_id: ended },
      ].toSorted((a, b) => (a.object_id < b.object_id ? -1 : 1)),
    );
    const counted = await supervision('GET', '/api/v1/retention/anonymised');
    expect(counted.body.items).toEqual([
      {
        kind: 'SIMPLE',
        institutionId: mari.institutionId,
        openedYear: 2015,
        closedYear: 2015,
        closeReason: 'SOLVED',
        proceedings: 1,
        subjects: 1,
      },
    ]);
    await sealAudit(door.database);
    expect((await verifyAudit(door.database.db)).broken).toBeUndefined();
  });

  it('has an archived proceeding be there for supervision and for no worker, in no list, search or file', async () => {
    const client = await file('1951-05-05', 1);
    const id = await proceeding('SIMPLE', 6, client);
    expect((await worker('GET', `/api/v1/proceedings/${id}`)).status).toBe(200);
    await run();
    expect((await statesOf(door.database, [id])).get(id)).toBe('ARCHIVED');
    expect((await worker('GET', `/api/v1/proceedings/${id}`)).status).toBe(404);
    expect((await worker('POST', `/api/v1/proceedings/${id}/reopen`, { reason: 'uued asjaolud' })).status).toBe(404);
    const { body } = await worker('GET', '/api/v1/proceedings');
    expect(JSON.stringify(body)).not.toContain(id);
  });

  it('is refused where it follows nothing that may be followed', async () => {
    expect((await ask({ follows: newId() })).body.code).toBe('RETENTION_RUN_NOT_FOUND');
    const dry = String((await ask({})).body.id);
    expect((await ask({})).body.code).toBe('RETENTION_RUN_UNDER_WAY');
    expect((await ask({ follows: dry })).body.code).toBe('RETENTION_DRY_RUN_NEEDED');
    await toTheEnd();
    const real = String((await ask({ follows: dry })).body.id);
    await toTheEnd();
    expect((await ask({ follows: real })).body.code).toBe('RETENTION_DRY_RUN_NEEDED');
    const now = door.clock.now().toString();
    door.clock.advance({ hours: 24 });
    const tomorrow = await signedIn(door.app, haldur);
    expect((await tomorrow('POST', '/api/v1/retention/runs', { reason, follows: dry })).status).toBe(201);
    await toTheEnd();
    door.clock.advance({ seconds: 1 });
    expect((await tomorrow('POST', '/api/v1/retention/runs', { reason, follows: dry })).body.code).toBe('RETENTION_DRY_RUN_TOO_OLD');
    door.clock.set(now);
    keeper = await signedIn(door.app, haldur);
    expect((await worker('POST', '/api/v1/retention/runs', { reason })).status).toBe(403);
    expect((await supervision('POST', '/api/v1/retention/runs', { reason })).status).toBe(403);
  });

  it('lets go of nothing where something else is due than the dry run has shown', async () => {
    const client = await file('1952-05-05', 1);
    const id = await proceeding('SIMPLE', 11, client);
    const dry = String((await ask({})).body.id);
    await toTheEnd();
    await keeper('POST', '/api/v1/retention/holds', { proceedingId: id, reason: 'vaidlus kohtus' });
    const real = String((await ask({ follows: dry })).body.id);
    await toTheEnd();
    expect((await keeper('GET', `/api/v1/retention/runs/${real}`)).body).toMatchObject({
      state: 'REFUSED',
      code: 'RETENTION_COUNTS_DIFFER',
    });
    expect((await statesOf(door.database, [id])).size).toBe(1);
  });

  it('is stopped by the registry manager, and what it has not come to stays', async () => {
    const id = await proceeding('SIMPLE', 11, await file('1953-05-05', 1));
    const dry = String((await ask({})).body.id);
    await toTheEnd();
    const real = String((await ask({ follows: dry })).body.id);
    await advanceRun(ports());
    const stopped = await keeper('POST', `/api/v1/retention/runs/${real}/stop`);
    expect(stopped.body).toMatchObject({ state: 'STOPPED' });
    expect(await advanceRun(ports())).toBe(false);
    expect((await statesOf(door.database, [id])).size).toBe(1);
    expect((await keeper('POST', `/api/v1/retention/runs/${real}/stop`)).body.code).toBe('RETENTION_RUN_ENDED');
    await run();
    expect((await statesOf(door.database, [id])).size).toBe(0);
  });
});

describe('a hold', () => {
  it('keeps all that is about a person, by whichever file of theirs, until it is lifted, and the report names it', async () => {
    const [into, from] = [await file('1954-05-05', 30), await file('1955-05-05', 30)];
    const id = await proceeding('SIMPLE', 11, from);
    const placed = await supervision('POST', '/api/v1/retention/holds', { clientId: from, reason: 'järelevalve kontrollib' });
    expect(placed.status).toBe(201);
    expect((await keeper('POST', '/api/v1/retention/holds', { clientId: from, reason: 'järelevalve kontrollib' })).body.code).toBe(
      'HOLD_STANDS',
    );
    expect((await keeper('POST', '/api/v1/retention/holds', { clientId: newId(), reason: 'järelevalve kontrollib' })).body.code).toBe(
      'HOLD_OBJECT_NOT_FOUND',
    );
    expect((await worker('POST', '/api/v1/retention/holds', { clientId: from, reason: 'järelevalve kontrollib' })).status).toBe(403);
    await sql`update client set merged_into = ${into}, version = 2 where id = ${from}`.execute(door.database.db);
    const { real } = await run();
    expect(real.left).toContainEqual({ holding: 'PROCEEDING_5_5_TO_ANONYMISE', id, state: 'HELD' });
    expect((await statesOf(door.database, [id])).get(id)).toBe('CLOSED');
    const lift = `/api/v1/retention/holds/${placed.body.id}/lift`;
    expect((await keeper('POST', lift, { reason: 'kontroll on lõppenud' })).body.lifted).toMatchObject({ reason: 'kontroll on lõppenud' });
    expect((await keeper('POST', lift, { reason: 'kontroll on lõppenud' })).body.code).toBe('HOLD_NOT_FOUND');
    await run();
    expect((await statesOf(door.database, [id])).size).toBe(0);
    // With the last proceeding the file has become due, under both its ids.
    await run();
    expect([await there('client', 'id', from), await there('client', 'id', into), await there('client_entry', 'client_id', from)]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('besides proceedings', () => {
  it('goes what is left of people who worked here: their place, then the account, once nothing that they did is kept', async () => {
    const { database, clock } = door;
    const left = await hire(database, { username: 'lahkunud', serial: 7, roles: ['SOCIAL_WORKER'] });
    const done = await enterProceeding(database, left, clock.now(), {
      kind: 'SIMPLE',
      endedDaysAgo: 11 * YEAR,
      clientIds: [await file('1956-05-05', 1)],
    });
    const ago = clock
      .now()
      .subtract({ hours: 24 * 6 * YEAR })
      .toString();
    await sql`update membership set active = false, ended_at = ${ago} where user_id = ${left.userId}`.execute(database.db);
    await sql`
      insert into employee_profile (user_id, version, email, phone, entered_by, entered_at)
      values (${left.userId}, 1, 'a@naidis.ee', '5550000', ${left.userId}, ${ago})`.execute(database.db);
    await sql`
      insert into employee_post (user_id, institution_id, version, position, valid_from, entered_by, entered_at)
      values (${left.userId}, ${left.institutionId}, 1, 'spetsialist', '2015-01-01', ${mari.userId}, ${ago})`.execute(database.db);
    await run();
    expect((await statesOf(database, [done])).size).toBe(0);
    expect([await there('membership', 'user_id', left.userId), await there('employee_post', 'user_id', left.userId)]).toEqual([0, 0]);
    await run();
    expect([await there('app_user', 'id', left.userId), await there('employee_profile', 'user_id', left.userId)]).toEqual([0, 0]);
    expect(await there('app_user', 'id', mari.userId)).toBe(1);
  });

  it('goes who came by themselves, once nothing that they sent is kept', async () => {
    const { db } = door.database;
    const [sent, nothing] = [newId(), newId()];
    for (const [index, id] of [sent, nothing].entries())
      await sql`insert into citizen (id, personal_code, first_name, last_name) values (${id}, ${personalCode(890 + index)}, 'Näidis', 'Isik')`.execute(
        db,
      );
    const intake = newId();
    await sql`
      insert into intake (id, no, kind, channel, problem, state, institution_id, registered_by, received_at)
      values (${intake}, ${intake}, 'OTHER', 'PHONE', 'x', 'ANNULLED', ${mari.institutionId}, ${sent},
        ${door.clock
          .now()
          .subtract({ hours: 24 * 11 * YEAR })
          .toString()})`.execute(db);
    await run();
    expect([await there('citizen', 'id', sent), await there('citizen', 'id', nothing), await there('intake', 'id', intake)]).toEqual([
      1, 0, 0,
    ]);
    await run();
    expect(await there('citizen', 'id', sent)).toBe(0);
  });

  it('go notices, orders, declarations, operations, facts and signals, each after its own period and not a day sooner', async () => {
    const { database, clock } = door;
    const { db } = database;
    const at = (years: number) =>
      clock
        .now()
        .subtract({ hours: 24 * years * YEAR })
        .toString();
    const client = await file('1957-05-05', 1);
    const things: [table: string, column: string, id: string, goes: boolean][] = [];
    const enter = async (table: string, goes: boolean, insert: (id: string) => Promise<unknown>, column = 'id') => {
      const id = newId();
      await insert(id);
      things.push([table, column, id, goes]);
    };
    for (const [years, goes] of [
      [12, true],
      [4, false],
    ] as const) {
      await enter('registry_notice', goes, (id) =>
        sql`insert into registry_notice (id, institution_id, client_id, kind, desk, work, fingerprint, feed, told_at, received_at, state, version)
          values (${id}, ${mari.institutionId}, ${client}, 'NAME', 'GENERAL', '{}', ${id}, 'RR', ${at(years)}, ${at(years)}, 'IRRELEVANT', 1)`.execute(
          db,
        ),
      );
      await enter('batch', goes, async (id) => {
        await sql`insert into batch_permit (id, at, user_id, institution_id, type_code, parameters, legal_basis, fields)
          values (${id}, ${at(years)}, ${mari.userId}, ${mari.institutionId}, 'X', '{}', 'SHS', '[]')`.execute(db);
        await sql`insert into batch (id, institution_id, type_code, registry, state, ordered_at, due_at, give_up_at)
          values (${id}, ${mari.institutionId}, 'X', 'rr', 'CLOSED', ${at(years)}, ${at(years)}, ${at(years)})`.execute(db);
        await sql`insert into batch_person (batch_id, position, client_id, proceeding_id) values (${id}, 1, ${client}, ${newId()})`.execute(
          db,
        );
      });
      await enter('declaration', goes, async (id) => {
        await sql`insert into declaration (id, institution_id, month, digest, state, ordered_at, round_at, due_at)
          values (${id}, ${mari.institutionId}, '2020-01', ${id}, 'ACCEPTED', ${at(years)}, ${at(years)}, ${at(years)})`.execute(db);
        await sql`insert into declaration_permit (id, at, user_id, institution_id, month, purpose, legal_basis, fields)
          values (${id}, ${at(years)}, ${mari.userId}, ${mari.institutionId}, '2020-01', 'X', 'SMS', '[]')`.execute(db);
      });
      await enter('intake', goes, (id) =>
        sql`insert into intake (id, no, kind, channel, problem, state, institution_id, registered_by, received_at)
          values (${id}, ${id}, 'OTHER', 'PHONE', 'x', 'ANNULLED', ${mari.institutionId}, ${mari.userId}, ${at(years)})`.execute(db),
      );
      await enter('misuse_signal', goes, (id) =>
        sql`insert into misuse_signal (id, rule, key, at, institution_id, score, evidence, state, reviewed_by, reviewed_at, note)
          values (${id}, 'SELF_LOOKUP', ${id}, ${at(years)}, ${mari.institutionId}, 9, '[]', 'REVIEWED', ${mari.userId}, ${at(years)}, 'x')`.execute(
          db,
        ),
      );
      await enter('legal_hold', goes, (id) =>
        sql`insert into legal_hold (id, client_id, reason, placed_by, placed_at, lifted_by, lifted_at, lift_reason)
          values (${id}, ${client}, 'x', ${mari.userId}, ${at(years)}, ${mari.userId}, ${at(years)}, 'x')`.execute(db),
      );
      await enter('bulk_operation', goes, (id) =>
        sql`insert into bulk_operation (id, registry, verb, reason, user_id, institution_id, roles, at, total, ended_at)
          values (${id}, 'rr', 'RETRY', 'x', ${mari.userId}, ${mari.institutionId}, '{TEHIK_OPS}', ${at(years)}, 1, ${at(years)})`.execute(
          db,
        ),
      );
      await enter('access_request', goes, (id) =>
        sql`insert into access_request (id, type, policy, institution_id, name, personal_code, entered_by, entered_at, state, decided_by, decided_at)
          values (${id}, 'ADD_USER', 'SINGLE_SIGNATURE', ${mari.institutionId}, 'Näidis', '37605030299', ${mari.userId}, ${at(years)}, 'APPROVED', (select id from app_user where id <> ${mari.userId} limit 1), ${at(years)})`.execute(
          db,
        ),
      );
      await enter('signed_document', goes, (id) =>
        sql`insert into signed_document (id, file_name, bytes, sha256, sealed_key, signers, scanned, brought_by, brought_at)
          values (${id}, 'x.asice', 1, ${Buffer.alloc(32)}, ${Buffer.alloc(1)}, '[{"name": "x"}]', true, ${mari.userId}, ${at(years)})`.execute(
          db,
        ),
      );
      await enter('subsistence_grant', goes, (id) =>
        sql`insert into subsistence_grant (id, personal_code, month, first_name, last_name)
          values (${id}, ${personalCode(800 + years)}, ${at(years).slice(0, 7)}, 'Näidis', 'Isik')`.execute(db),
      );
      await enter('carer_duty', goes, (id) =>
        sql`insert into carer_duty (id, carer_code, cared_for_code, begins, ends, kind, first_name, last_name)
          values (${id}, ${personalCode(820 + years)}, ${personalCode(840 + years)}, '2010-01-01', ${at(years).slice(0, 10)}, 'CARER', 'Näidis', 'Isik')`.execute(
          db,
        ),
      );
      await enter('carer_benefit', goes, (id) =>
        sql`insert into carer_benefit (id, carer_code, reference, municipality, begins, ends)
          values (${id}, ${personalCode(860 + years)}, ${id}, '0784', '2010-01-01', ${at(years).slice(0, 10)})`.execute(db),
      );
    }
    const notice = (id: string, people: object[]) =>
      sql`insert into received_notice (id, sender, notice_id, digest, urgent, content, received_at)
        values (${id}, 'EE/GOV/1/ppa', ${id}, 'x', false, ${JSON.stringify({ isikud: { isik: people } })}, ${at(12)})`.execute(db);
    await enter('received_notice', true, (id) => notice(id, [{ isikukood: personalCode(881, '2008-11-20') }]));
    await enter('received_notice', false, (id) => notice(id, [{ isikukood: personalCode(882, '2008-11-28') }]));
    await enter('received_notice', false, (id) => notice(id, [{ isikukood: personalCode(883, '1990-01-01') }, { eesnimi: 'Laps' }]));
    await run();
    for (const [table, column, id, goes] of things)
      expect(await there(table, column, id), `${table}, which ${goes ? 'goes' : 'stays'}`).toBe(goes ? 0 : 1);
  });

  it('go things by what the controller has confirmed, where the law leaves the term to the statute', async () => {
    const { database, clock } = door;
    const confirmed = policiesOf({ ...PERIODS, LOG: { period: 'P7Y', confirmed: true } });
    expect(confirmed.LOG).toMatchObject({ period: 'P7Y', confirmed: true, legalBasis: { act: 'STAR põhimäärus' } });
    expect(confirmed.PROCEEDING_5_5).toEqual(policies.PROCEEDING_5_5);
    const operation = newId();
    const at = clock
      .now()
      .subtract({ hours: 24 * 6 * YEAR })
      .toString();
    await sql`insert into bulk_operation (id, registry, verb, reason, user_id, institution_id, roles, at, total, ended_at)
      values (${operation}, 'rr', 'RETRY', 'x', ${mari.userId}, ${mari.institutionId}, '{TEHIK_OPS}', ${at}, 1, ${at})`.execute(
      database.db,
    );
    const holding = kept(door).find(({ name }) => name === 'BULK_OPERATIONS');
    const look = async (by: typeof policies) =>
      (await holding?.look(database.db, { day: today(clock), policies: by }, { after: undefined, atMost: 9 }))?.due.map(({ id }) => id);
    expect(await look(policies)).toEqual([operation]);
    expect(await look(confirmed)).toEqual([]);
  });

  it('passes over what cannot be let go of, and does the rest', async () => {
    const { database } = door;
    const [one, other] = [
      await proceeding('SIMPLE', 11, await file('1958-05-05', 1)),
      await proceeding('SIMPLE', 11, await file('1959-05-05', 1)),
    ];
    await sql`create table refers (proceeding_id uuid references proceeding)`.execute(database.db);
    await sql`insert into refers values (${one})`.execute(database.db);
    const { real } = await run();
    expect(real.left).toContainEqual({ holding: 'PROCEEDING_5_5_TO_ANONYMISE', id: one, state: 'FAILED' });
    expect([...(await statesOf(database, [one, other])).keys()]).toEqual([one]);
    await sql`drop table refers`.execute(database.db);
  });
});
