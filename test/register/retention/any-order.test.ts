import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog, settableClock, Temporal, ZONE } from '../../../src/platform/index.ts';
import { askRun } from '../../../src/register/retention/ask-run.ts';
import { liftHold, placeHold } from '../../../src/register/retention/hold.ts';
import { advanceRun, policiesOf } from '../../../src/register/retention/index.ts';
import { countItems } from '../../../src/register/retention/item-store.ts';
import { kept } from '../../../src/roles/kept.ts';
import { createDataKeys, type Database } from '../../../src/storage/index.ts';
import { createTestDatabase } from '../../database.ts';
import { MASTER_KEYS, PERIODS } from '../../installation.ts';
import { hire, type Worker } from '../../town.ts';
import { contentsOf, type Ended, enterOldFile, enterProceeding, statesOf } from './world.ts';

const clock = settableClock('2026-11-23T08:00:00Z');
const TODAY = clock.now().toZonedDateTimeISO(ZONE).toPlainDate();

let database: Database;
let drop: () => Promise<void>;
let worker: Worker;
let keeper: { userId: string; institutionId: string; roles: readonly ['REGISTRY_MANAGER'] };
beforeAll(async () => {
  ({ database, drop } = await createTestDatabase());
  worker = await hire(database, { username: 'a', roles: ['SOCIAL_WORKER'], serial: 1 });
  const manager = await hire(database, { username: 'b', roles: ['REGISTRY_MANAGER'], institution: '70001975', kind: 'SKA', serial: 2 });
  keeper = { userId: manager.userId, institutionId: manager.institutionId, roles: ['REGISTRY_MANAGER'] };
});
afterAll(() => drop());

const actor = () => ({ ...keeper, name: 'Haldur', sessionId: '', limits: [] }) as never;
const ports = (of: Database = database) => ({
  database: of,
  clock,
  log: createLog('silent'),
  policies: policiesOf(PERIODS),
  holdings: kept({ keys: createDataKeys(MASTER_KEYS), clock }),
});

/** A process that is killed right before its transaction would have been committed. */
function dying(): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (tx, commit) => {
        const result = await work(tx, commit);
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
        return result;
      }),
  };
}

async function ask(follows?: string): Promise<string | undefined> {
  const asked = await database.transaction((tx) => askRun({ clock }, tx, actor(), { follows, reason: 'iga-aastane' }));
  return asked.ok ? asked.value : undefined;
}

async function toTheEnd() {
  while (await advanceRun(ports()));
}

/** Dry run and run, again and again, until a dry run finds nothing. Gives how many it took. */
async function untilNothingIsDue(): Promise<number> {
  for (let rounds = 1; ; rounds += 1) {
    await toTheEnd();
    const dry = await ask();
    await toTheEnd();
    if (!(await countItems(database.db, dry ?? '')).some(({ state }) => state === 'DUE')) return rounds;
    await ask(dry);
    await toTheEnd();
  }
}

const years = (date: Temporal.PlainDate, of: number) => Temporal.PlainDate.compare(date.add({ years: of }), TODAY) < 0;

/** What must become of a proceeding, from the words of SHS § 145¹ alone. */
function fateOf({ kind, endedDaysAgo, correctedDaysAgo }: Ended, births: readonly Temporal.PlainDate[]): 'KEPT' | 'ARCHIVED' | 'GONE' {
  if (endedDaysAgo === undefined) return 'KEPT';
  const end = TODAY.subtract({ days: endedDaysAgo });
  if (kind === 'VICTIM') {
    const last = TODAY.subtract({ days: Math.min(endedDaysAgo, correctedDaysAgo ?? endedDaysAgo) });
    const grown = births.every((birth) => Temporal.PlainDate.compare(birth.add({ years: 18 }), last) < 0 || years(birth, 28));
    return years(last, 10) && grown ? 'GONE' : 'KEPT';
  }
  if (kind === 'NGTS') return endedDaysAgo > 0 && births.every((birth) => years(birth, 27)) ? 'GONE' : 'KEPT';
  const [named, archived] = kind === 'ADOPTION' || kind === 'FOSTER' ? [50, 50] : [5, 5];
  if (years(end, named + archived)) return 'GONE';
  return years(end, named) ? 'ARCHIVED' : 'KEPT';
}

const daysAgo = fc.oneof(
  fc.nat(20_000),
  fc.constantFrom(1826, 1827, 1828, 3652, 3653, 3654, 18_262, 18_263, 18_264, 36_524, 36_525, 36_526),
);
const proceedings = fc.array(
  fc.record({
    kind: fc.constantFrom('SIMPLE', 'CASE', 'CARE', 'CHILD', 'GUARDIANSHIP', 'ADOPTION', 'FOSTER', 'VICTIM', 'NGTS'),
    endedDaysAgo: fc.option(daysAgo, { nil: undefined }),
    corrected: fc.boolean(),
    people: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 4, maxLength: 12 },
);
const commands = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('DRY' as const) }),
    fc.record({ kind: fc.constant('FOLLOW' as const) }),
    fc.record({ kind: fc.constant('STEPS' as const), steps: fc.integer({ min: 1, max: 40 }), processes: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('DIE' as const) }),
    fc.record({ kind: fc.constantFrom('HOLD' as const, 'LIFT' as const), on: fc.constantFrom('PERSON', 'PROCEEDING'), which: fc.nat(11) }),
  ),
  { minLength: 5, maxLength: 25 },
);

describe('runs of retention', () => {
  it('never touch what is inside its period or held, and let go of all that is due, in any order of commands and deaths (REQ-254)', async () => {
    await fc.assert(
      fc.asyncProperty(proceedings, commands, async (entered, given) => {
        const births = ['1950-05-05', '1985-03-14', '1999-11-22', '2008-11-24', '2018-01-01'];
        const clientIds: string[] = [];
        for (const birth of births) clientIds.push(await enterOldFile(database, worker, clock.now(), birth, 9000));
        const whole = entered.map(({ kind, endedDaysAgo, corrected, people }) => ({
          kind,
          endedDaysAgo,
          ...(corrected && endedDaysAgo !== undefined ? { correctedDaysAgo: Math.floor(endedDaysAgo / 2) } : {}),
          clientIds: people.map((index) => clientIds[index] ?? ''),
        }));
        const ids: string[] = [];
        for (const one of whole) ids.push(await enterProceeding(database, worker, clock.now(), one));
        const before = await contentsOf(database, ids);
        const fates = whole.map((one, index) => {
          const people = (entered[index]?.people ?? []).map((person) => Temporal.PlainDate.from(births[person] ?? ''));
          return fateOf(one, people);
        });
        const held = new Map<string, string>();
        let dry: string | undefined;

        const isHeld = (index: number) => [ids[index], ...(whole[index]?.clientIds ?? [])].some((id) => id !== undefined && held.has(id));
        const untouched = async () => {
          const [now, states] = [await contentsOf(database, ids), await statesOf(database, ids)];
          ids.forEach((id, index) => {
            const fate = fates[index];
            const gone = now.get(id) === '';
            if (fate !== 'GONE') expect(gone, `${fate} ${whole[index]?.kind}`).toBe(false);
            if (!gone) expect(now.get(id)).toBe(before.get(id));
            if (fate === 'KEPT') expect(states.get(id)).not.toBe('ARCHIVED');
          });
        };

        for (const command of given) {
          if (command.kind === 'DRY') dry = (await ask()) ?? dry;
          if (command.kind === 'FOLLOW' && dry !== undefined) await ask(dry);
          if (command.kind === 'STEPS') {
            for (let step = 0; step < command.steps; step += 1)
              await Promise.all(Array.from({ length: command.processes }, () => advanceRun(ports())));
          }
          if (command.kind === 'DIE') await advanceRun(ports(dying())).catch(() => undefined);
          if (command.kind === 'HOLD' || command.kind === 'LIFT') {
            const id = command.on === 'PERSON' ? clientIds[command.which % clientIds.length] : ids[command.which % ids.length];
            if (id === undefined) continue;
            const hold = held.get(id);
            if (command.kind === 'LIFT' && hold !== undefined) {
              await database.transaction((tx) => liftHold({ clock }, tx, actor(), { holdId: hold, reason: 'vaidlus on lõppenud' }));
              held.delete(id);
            }
            if (command.kind === 'HOLD' && hold === undefined) {
              const object = command.on === 'PERSON' ? { clientId: id } : { proceedingId: id };
              const standing = (await contentsOf(database, ids)).size;
              expect(standing).toBe(ids.length);
              const placed = await database.transaction((tx) => placeHold({ clock }, tx, actor(), { ...object, reason: 'vaidlus kohtus' }));
              if (placed.ok) held.set(id, placed.value);
            }
          }
          await untouched();
        }

        const frozen = await contentsOf(database, ids);
        const statesBefore = await statesOf(database, ids);
        expect(await untilNothingIsDue()).toBeLessThan(6);
        await untouched();
        const [after, states] = [await contentsOf(database, ids), await statesOf(database, ids)];
        ids.forEach((id, index) => {
          if (isHeld(index)) {
            expect(after.get(id)).toBe(frozen.get(id));
            expect(states.get(id)).toBe(statesBefore.get(id));
          } else {
            expect(after.get(id) === '' ? 'GONE' : states.get(id) === 'ARCHIVED' ? 'ARCHIVED' : 'KEPT').toBe(fates[index]);
          }
        });
        // A file that nothing is about any more has gone with the last of its proceedings.
        for (const [person, clientId] of clientIds.entries()) {
          const { rows } = await sql`select from client where id = ${clientId}`.execute(database.db);
          const needed =
            held.has(clientId) || entered.some(({ people }, index) => people.includes(person) && after.get(ids[index] ?? '') !== '');
          expect(rows.length, `file ${births[person]}`).toBe(needed ? 1 : 0);
        }
        for (const hold of held.values())
          await database.transaction((tx) => liftHold({ clock }, tx, actor(), { holdId: hold, reason: 'vaidlus on lõppenud' }));
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
