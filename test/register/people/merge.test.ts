import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { enter, intake, newCode, workerOf } from './files.ts';

const JUSTIFICATION = 'Isik esitas passi, milles on isikukood.';

let door: Door;
let mari: Caller;
let manager: Caller;
let foreigner: Caller;
beforeAll(async () => {
  door = await openDoor();
  mari = await workerOf(door, 1);
  foreigner = await workerOf(door, 2, { institution: '70000740' });
  manager = await workerOf(door, 3, { roles: ['REGISTRY_MANAGER'], institution: '70001975', kind: 'SKA' });
});
afterAll(() => door.close());

const of = (id: string, more = '') => `/api/v1/clients/${id}${more}`;
const merge = (call: Caller, into: string, mergedId: string, headers = {}) =>
  call('POST', of(into, '/mergers'), { mergedId, justification: JUSTIFICATION }, headers);
const lineIds = async (call: Caller, id: string, path: string) => {
  const { status, body } = await call('GET', of(id, `${path}?limit=200`));
  if (status !== 200) throw new Error(`${path} gave ${body.code}`);
  return (body.items ?? []).map((line) => String(line.id));
};
const audited = async (action: string) =>
  (
    await sql<{ client_id: string }>`select client_id from audit_event where action = ${action} order by id`.execute(door.database.db)
  ).rows.map(({ client_id }) => client_id);

describe('two files of one person', () => {
  it('REQ-147: become one, which both ids lead to, with the personal code and all that either held', async () => {
    const code = newCode();
    const [stays, goes] = [await enter(mari, code, { lastName: 'Noor' }), await enter(mari, undefined, { lastName: 'Nur' })];
    const { proceedingId } = await intake(mari, [goes], 'SIMPLE');
    await mari('PUT', of(goes, '/contacts'), { phone: '5123456' });
    await mari('POST', of(stays, '/bank-accounts'), { iban: 'EE382200221020145685', owner: 'A. Noor' });
    expect(await merge(mari, stays, goes)).toMatchObject({ status: 200, body: { id: stays } });
    const [one, other] = [await mari('GET', of(stays)), await mari('GET', of(goes))];
    expect(one.body).toEqual(other.body);
    expect(one.body).toMatchObject({
      id: stays,
      personalCode: code,
      lastName: 'Noor',
      otherIds: [goes],
      contacts: { phone: '+3725123456' },
      bankAccounts: [{ iban: 'EE382200221020145685' }],
      names: [{ lastName: 'Noor' }, { lastName: 'Nur' }],
    });
    // What is under way goes on about the file that stays.
    expect((await mari('GET', `/api/v1/proceedings/${proceedingId}`)).body.subjects).toMatchObject([{ clientId: stays, role: 'MAIN' }]);
    expect(await audited('CLIENT_MERGED')).toEqual([stays, goes]);
    expect((await merge(mari, stays, goes)).body).toMatchObject({ code: 'MERGE_SAME_FILE', status: 409 });
    const found = await mari('POST', '/api/v1/clients/search', { lastName: 'nur' });
    expect(found.body.items).toMatchObject([{ id: stays, personalCode: code }]);
    // An intake by either id is about the one file.
    const later = await intake(mari, [goes]);
    expect((await mari('GET', `/api/v1/intakes/${later.intakeId}`)).body).toMatchObject({ intake: { subjectIds: [stays] } });
  });

  it('may each have been merged before', async () => {
    const [a, b, c] = [await enter(mari, newCode()), await enter(mari), await enter(mari)];
    await merge(mari, b, c);
    await merge(mari, a, b);
    for (const id of [a, b, c]) expect((await mari('GET', of(id))).body).toMatchObject({ id: a, otherIds: [b, c] });
  });

  it('stay two where one is in the other’s family, or both are in one proceeding', async () => {
    const [a, b] = [await enter(mari, newCode()), await enter(mari)];
    await mari('POST', of(b, '/network'), { relation: 'SPOUSE', person: { clientId: a } });
    expect((await merge(mari, a, b)).body).toMatchObject({ code: 'MERGE_RELATED', status: 409 });
    const [c, d] = [await enter(mari, newCode()), await enter(mari)];
    const { proceedingId } = await intake(mari, [c, d], 'SIMPLE');
    expect((await merge(mari, c, d)).body).toMatchObject({ code: 'MERGE_SUBJECT_TWICE', status: 409 });
    await mari('POST', `/api/v1/proceedings/${proceedingId}/suspend`);
    expect((await merge(mari, c, d)).body).toMatchObject({ code: 'MERGE_SUBJECT_TWICE' });
    await mari('POST', `/api/v1/proceedings/${proceedingId}/close`, { reason: 'SOLVED' });
    await intake(mari, [c]);
    await intake(mari, [d]);
    expect((await merge(mari, c, d)).status).toBe(200);
  });

  it('the one with the personal code stays; of two codes the registry manager alone says that they are one', async () => {
    const [coded, without, other] = [await enter(mari, newCode()), await enter(mari), await enter(mari, newCode())];
    expect((await merge(mari, without, coded)).body).toMatchObject({ code: 'MERGE_WRONG_WAY', status: 409 });
    expect((await merge(mari, coded, other)).body).toMatchObject({ code: 'MERGE_NEEDS_REGISTRY_MANAGER', status: 403 });
    const { proceedingId } = await intake(mari, [other], 'SIMPLE');
    expect((await merge(manager, coded, other)).body).toMatchObject({ code: 'MERGE_UNDER_WAY', status: 409 });
    await mari('POST', `/api/v1/proceedings/${proceedingId}/close`, { reason: 'SOLVED' });
    expect((await merge(manager, coded, other)).status).toBe(200);
    expect((await mari('GET', of(other))).body).toMatchObject({ id: coded });
    expect(await lineIds(mari, coded, '/history')).toContain(proceedingId);
    expect((await mari('GET', `/api/v1/proceedings/${proceedingId}`)).body.subjects).toMatchObject([{ clientId: other, role: 'MAIN' }]);
  });

  it('are merged by whose business both are, with a reason, as they have seen them', async () => {
    const [coded, without] = [await enter(mari, newCode()), await enter(mari)];
    await intake(foreigner, [coded]);
    expect((await merge(foreigner, coded, without)).body).toMatchObject({ code: 'CLIENT_NOT_FOUND', status: 404 });
    expect((await merge(foreigner, coded, newId())).body).toMatchObject({ code: 'CLIENT_NOT_FOUND' });
    expect((await merge(mari, coded, without, { 'if-match': '"7"' })).body).toMatchObject({ code: 'PRECONDITION_FAILED' });
    const body = { mergedId: without, justification: 'sama isik' };
    expect((await mari('POST', of(coded, '/mergers'), body)).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await merge(mari, without, without)).body).toMatchObject({ code: 'MERGE_SAME_FILE' });
    expect((await mari('GET', of(without))).body).toMatchObject({ id: without, otherIds: [] });
  });

  it('are never one person twice in an intake that is registered at that moment', async () => {
    for (let round = 0; round < 8; round++) {
      const [coded, without] = [await enter(mari, newCode()), await enter(mari)];
      const subjects = [coded, without].map((clientId, index) => ({ clientId, role: index === 0 ? 'MAIN' : 'CHILD' }));
      const registering = { kind: 'OTHER', channel: 'PHONE', problem: 'Mure', subjects, openProceeding: { kind: 'SIMPLE' } };
      const [merged, registered] = await Promise.all([merge(mari, coded, without), mari('POST', '/api/v1/intakes', registering)]);
      expect([`${merged.status} ${registered.status}`, merged.body.code ?? registered.body.code]).toEqual(
        merged.status === 200 ? ['200 422', 'SUBJECTS_INVALID'] : ['409 201', 'MERGE_SUBJECT_TWICE'],
      );
    }
  });
});

/** What may happen to files, and between them, in any order. */
type Happening =
  | { readonly of: 'CONTACTS' | 'ACCOUNT' | 'NETWORK' | 'RENAMED' | 'INTAKE' | 'PROCEEDING' | 'CLOSED'; readonly file: number }
  | { readonly of: 'MERGED'; readonly file: number; readonly other: number };

const FILES = 4;
const file = fc.nat({ max: FILES - 1 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ of: fc.constantFrom('CONTACTS', 'ACCOUNT', 'NETWORK', 'RENAMED', 'INTAKE', 'PROCEEDING', 'CLOSED'), file }),
  },
  { weight: 2, arbitrary: fc.record({ of: fc.constant('MERGED' as const), file, other: file }) },
);

describe('merging', () => {
  it('loses nothing, whatever happened before and between: each id leads to all that ever stood under either', {
    timeout: 180_000,
  }, async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 20 }), async (happenings) => {
        // Two with personal codes, two without. About all but the second something is under way, so that they may be changed whatever is closed.
        const ids: string[] = [];
        for (let index = 0; index < FILES; index++) ids.push(await enter(mari, index < 2 ? newCode() : undefined));
        for (const id of ids.filter((_, index) => index !== 1)) await intake(mari, [id]);
        const open = new Map<string, string>();
        const linesOf = async (id: string) => [...(await lineIds(mari, id, '/file')), ...(await lineIds(mari, id, '/history'))];
        for (const { of: what, ...who } of happenings) {
          n += 1;
          const id = ids[who.file] ?? '';
          if ('other' in who) {
            const other = ids[who.other] ?? '';
            const [before, beforeOther] = [await linesOf(id), await linesOf(other)];
            const { status } = await merge(who.file + who.other === 1 ? manager : mari, id, other);
            const [after, afterOther] = [await linesOf(id), await linesOf(other)];
            if (status === 200) {
              expect(after).toEqual(afterOther);
              const added = after.filter((line) => !before.includes(line) && !beforeOther.includes(line));
              expect(added).toHaveLength(1);
              expect(new Set(after)).toEqual(new Set([...before, ...beforeOther, ...added]));
            } else {
              expect([after, afterOther]).toEqual([before, beforeOther]);
            }
            continue;
          }
          if (what === 'CONTACTS') await mari('PUT', of(id, '/contacts'), { phone: `5${String(1_000_000 + n).slice(-6)}` });
          if (what === 'ACCOUNT') await mari('POST', of(id, '/bank-accounts'), { iban: 'EE382200221020145685', owner: `Omanik ${n}` });
          if (what === 'NETWORK') await mari('POST', of(id, '/network'), { relation: 'OTHER', organisation: { name: `MTÜ ${n}` } });
          if (what === 'RENAMED') await mari('PUT', of(id), { firstName: 'Kati', lastName: `Kask ${n}` });
          if (what === 'INTAKE') await intake(mari, [id]);
          if (what === 'PROCEEDING') open.set(id, (await intake(mari, [id], 'SIMPLE')).proceedingId);
          const proceeding = open.get(id);
          if (what === 'CLOSED' && proceeding !== undefined)
            await mari('POST', `/api/v1/proceedings/${proceeding}/close`, { reason: 'SOLVED' });
        }
      }),
      { numRuns: 20 },
    );
  });
});
