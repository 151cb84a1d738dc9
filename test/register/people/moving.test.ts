import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { enter, intake, newCode, workerOf } from './files.ts';

/** Tallinn, Tartu, Paide. */
const TOWNS = [
  { municipality: '0784', institution: '70000349' },
  { municipality: '0793', institution: '70000740' },
  { municipality: '0567', institution: '77000312' },
] as const;

let door: Door;
let workers: readonly Caller[];
beforeAll(async () => {
  door = await openDoor();
  workers = await Promise.all(TOWNS.map((town, index) => workerOf(door, index + 1, town)));
});
afterAll(() => door.close());

const of = (id: string, more: string) => `/api/v1/clients/${id}${more}`;

/** What a town has of the person: ids of its intakes, proceedings and actions, and what of it is under way. */
interface Kept {
  readonly history: string[];
  readonly actions: string[];
  readonly open: string[];
}

const town = fc.nat({ max: TOWNS.length - 1 });
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ of: fc.constant('INTAKE' as const), in: town }) },
  { weight: 2, arbitrary: fc.record({ of: fc.constant('MOVE' as const), in: town }) },
  { weight: 2, arbitrary: fc.record({ of: fc.constant('NOTE' as const), in: town }) },
  { weight: 2, arbitrary: fc.record({ of: fc.constant('CLOSE' as const), in: town }) },
);

async function idsOf(call: Caller, path: string): Promise<readonly string[] | number> {
  const { status, body } = await call('GET', `${path}?limit=200`);
  return status === 200 ? (body.items ?? []).map((line) => String(line.id)) : status;
}

describe('moving', () => {
  it('loses nothing and shows each town what the rules say, however often somebody moves, is helped and helped no more (REQ-049)', {
    timeout: 180_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 16 }), async (happenings) => {
        const [first] = workers;
        if (first === undefined) throw new Error('nobody works anywhere');
        const id = await enter(first, newCode());
        const kept: readonly Kept[] = TOWNS.map(() => ({ history: [], actions: [], open: [] }));
        let home = -1;
        for (const { of: what, in: where } of happenings) {
          const [call, here] = [workers[where], kept[where]];
          if (call === undefined || here === undefined) throw new Error('there is no such town');
          const current = here.open.at(-1);
          if (what === 'INTAKE') {
            const actualAddress = { text: 'Turu 1', country: 'EE', municipalityCode: TOWNS[where]?.municipality };
            const { intakeId, proceedingId } = await intake(call, [id], 'SIMPLE', { actualAddress });
            here.history.push(intakeId, proceedingId);
            here.open.push(proceedingId);
          }
          if (what === 'NOTE' && current !== undefined) {
            const { body } = await call('POST', `/api/v1/proceedings/${current}/actions`, { kind: 'NOTE', text: 'märge' });
            here.actions.push(String(body.id));
          }
          if (what === 'CLOSE' && current !== undefined) {
            await call('POST', `/api/v1/proceedings/${current}/close`, { reason: 'MOVED' });
            here.open.pop();
          }
          // The population register's word, entered by whoever has something under way.
          const writer = kept.findIndex(({ open }) => open.length > 0);
          if (what === 'MOVE' && writer >= 0) {
            const address = { text: 'Pikk 1', municipalityCode: TOWNS[where]?.municipality, source: 'POPULATION_REGISTER' };
            expect((await workers[writer]?.('PUT', of(id, '/residence'), address))?.status).toBe(200);
            home = where;
          }
          const everything = kept.flatMap(({ history }) => history);
          for (const [index, { history, actions, open }] of kept.entries()) {
            const reader = workers[index] ?? first;
            const [seen, file] = [await idsOf(reader, of(id, '/history')), await idsOf(reader, of(id, '/file'))];
            const all = index === home && open.length > 0;
            if (history.length === 0 && index > 0) {
              expect([seen, file]).toEqual([404, 404]);
            } else {
              expect(new Set(seen as readonly string[])).toEqual(new Set(all ? everything : history));
              const done = all ? kept.flatMap((one) => one.actions) : actions;
              expect(file).toEqual(expect.arrayContaining(done));
              if (!all)
                for (const other of kept) if (other.actions !== actions) for (const one of other.actions) expect(file).not.toContain(one);
            }
            // What a town has done is its own, wherever the person lives.
            for (const proceeding of history.filter((_, place) => place % 2 === 1))
              expect((await reader('GET', `/api/v1/proceedings/${proceeding}`)).status).toBe(200);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
