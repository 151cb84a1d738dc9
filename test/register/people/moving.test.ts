import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { enter, newCode, workerOf } from './files.ts';

/** Tallinn, Tartu, Paide: who works there, and where they are. */
const PLACES = [
  ['70000349', '0784'],
  ['70000740', '0793'],
  ['77000312', '0567'],
] as const;
const place = fc.nat({ max: PLACES.length - 1 });

let door: Door;
let workers: Caller[];
let institutions: string[];
beforeAll(async () => {
  door = await openDoor();
  workers = [];
  institutions = [];
  for (const [serial, [institution, municipality]] of PLACES.entries()) {
    const worker = await workerOf(door, serial + 1, { institution, municipality });
    workers.push(worker);
    institutions.push(String((await worker('GET', '/api/v1/sessions/current')).body.institutionId));
  }
});
afterAll(() => door.close());

/** What may happen to somebody who moves about: what a municipality does for them, where they are said to live, and who takes over from whom. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('INTAKE' as const, 'PROCEEDING' as const), by: place }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('CONTACTS' as const, 'ACCOUNT' as const), by: place }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('NOTE' as const, 'CLOSE' as const), by: place }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constantFrom('residence' as const, 'actual-address' as const), by: place, to: place }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('TRANSFER' as const), by: place, to: place }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly content: object;
}

interface Case {
  readonly id: string;
  /** Whose it is now. */
  holder: number;
  isOpen: boolean;
}

/** A line of the file: what it says, and whose doing it is; of what stands in a case, whose that is. */
interface Known {
  readonly line: Line;
  readonly by: number | Case;
}

/** What the rules say of one person’s file, a second time (docs/client-file.md, “What is seen of it”). */
class Model {
  readonly known = new Map<string, Known>();
  readonly cases: Case[] = [];
  /** Who has an intake that waits. */
  readonly waiting = new Set<number>();
  readonly lives: Record<'residence' | 'actual-address', number | undefined> = { residence: undefined, 'actual-address': undefined };

  /** The ids that a municipality sees; undefined: the file is not there for it. The first one has entered the person. */
  seenBy(one: number): readonly string[] | undefined {
    const own = this.cases.filter(({ holder }) => holder === one);
    const isOpen = this.waiting.has(one) || own.some((each) => each.isOpen);
    if (!isOpen && own.length === 0 && one !== 0) return undefined;
    const isWhole = isOpen && Object.values(this.lives).includes(one);
    const isGeneral = isOpen || own.length === 0;
    const isSeen = ({ line, by }: Known) =>
      isWhole || (typeof by === 'number' ? by : by.holder) === one || (isGeneral && !['INTAKE', 'STEP', 'ACTION'].includes(line.kind));
    return [...this.known].filter(([, known]) => isSeen(known)).map(([id]) => id);
  }
}

const of = (id: string, more: string) => `/api/v1/clients/${id}${more}`;

async function linesOf(call: Caller, id: string): Promise<readonly Line[] | undefined> {
  const { status, body } = await call('GET', of(id, '/file?limit=200'));
  if (status === 404) return undefined;
  expect(status).toBe(200);
  return body.items as unknown as readonly Line[];
}

it('REQ-047 REQ-049: moving loses nothing: whatever a municipality has entered and done stays as it was, goes along to where the person lives, and to nobody else', async () => {
  let n = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 20 }), async (happenings) => {
      const id = await enter(workers[0] ?? expect.unreachable(), newCode());
      const model = new Model();
      /** Takes down what a municipality has just made, as it sees it. */
      const learn = async (one: number, inCase?: Case) => {
        for (const line of (await linesOf(workers[one] ?? expect.unreachable(), id)) ?? []) {
          if (model.known.has(line.id)) continue;
          const isOfCase = inCase !== undefined && ['STEP', 'ACTION'].includes(line.kind);
          model.known.set(line.id, { line, by: isOfCase ? inCase : one });
        }
      };
      await learn(0);
      for (const step of happenings) {
        n += 1;
        await happen(id, n, step, model, learn);
        for (const [one, call] of workers.entries()) {
          const seen = await linesOf(call, id);
          expect([one, seen?.map((line) => line.id).sort()]).toEqual([one, model.seenBy(one)?.toSorted()]);
          // What was said stays said: of an intake alone it is told how it stands now.
          for (const line of seen ?? []) if (line.kind !== 'INTAKE') expect(line).toEqual(model.known.get(line.id)?.line);
        }
      }
    }),
    { numRuns: 15 },
  );
}, 180_000);

/** Has something happen, and the model with it where it is not refused. */
async function happen(
  id: string,
  n: number,
  step: Happening,
  model: Model,
  learn: (one: number, inCase?: Case) => Promise<void>,
): Promise<void> {
  const { by } = step;
  const call = workers[by] ?? expect.unreachable();
  const own = model.cases.find(({ holder, isOpen }) => holder === by && isOpen);
  const send = async (method: 'POST' | 'PUT', path: string, body: object) => call(method, path, body);
  switch (step.does) {
    case 'INTAKE':
    case 'PROCEEDING': {
      const opening = step.does === 'PROCEEDING' ? { openProceeding: { kind: 'SIMPLE' } } : {};
      const actualAddress = { text: `Tee ${n}`, country: 'EE', municipalityCode: PLACES[by]?.[1] };
      const subjects = [{ clientId: id, role: 'MAIN' }];
      const entry = { kind: 'OTHER', channel: 'PHONE', problem: `Mure ${n}`, subjects, actualAddress, ...opening };
      const { status, body } = await send('POST', '/api/v1/intakes', entry);
      expect(status).toBe(201);
      if (step.does === 'INTAKE') model.waiting.add(by);
      const opened = { id: String((body.proceeding as { id: string } | undefined)?.id), holder: by, isOpen: true };
      if (step.does === 'PROCEEDING') model.cases.push(opened);
      return learn(by, opened);
    }
    case 'CONTACTS':
      await send('PUT', of(id, '/contacts'), { phone: `5${String(1_000_000 + n).slice(-6)}` });
      return model.seenBy(by) && learn(by);
    case 'ACCOUNT':
      await send('POST', of(id, '/bank-accounts'), { iban: 'EE382200221020145685', owner: `Omanik ${n}` });
      return model.seenBy(by) && learn(by);
    case 'residence':
    case 'actual-address': {
      const { status } = await send('PUT', of(id, `/${step.does}`), { text: `Tänav ${n}`, municipalityCode: PLACES[step.to]?.[1] });
      if (status < 300) model.lives[step.does] = step.to;
      return status < 300 ? learn(by) : undefined;
    }
    case 'NOTE':
      if (own === undefined) return;
      await send('POST', `/api/v1/proceedings/${own.id}/actions`, { kind: 'NOTE', text: `Märge ${n}` });
      return learn(by, own);
    case 'CLOSE':
      if (own === undefined) return;
      await send('POST', `/api/v1/proceedings/${own.id}/close`, { reason: 'MOVED' });
      own.isOpen = false;
      return learn(by, own);
    case 'TRANSFER': {
      if (own === undefined || step.to === by) return;
      const offered = await send('POST', `/api/v1/proceedings/${own.id}/transfers`, {
        institutionId: institutions[step.to],
        reason: 'Kolis',
      });
      await learn(by, own);
      expect((await workers[step.to]?.('POST', `/api/v1/transfers/${offered.body.id}/accept`))?.status).toBe(200);
      own.holder = step.to;
      return learn(step.to, own);
    }
  }
}
