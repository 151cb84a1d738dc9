import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePersonalCode } from '../../src/estonia/index.ts';
import type { Quotas } from '../../src/register/supervision/index.ts';
import { type Call, callAt, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';
import type { Worker } from '../town.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';
const much = { questions: 1000, persons: 1000 };
/** Tight enough to be met within a test: the worker's from the fourth question on, the ceiling from the ninth. */
const quotas: Quotas = {
  worker: { hour: { questions: 3, persons: 100 }, day: much },
  institution: { hour: much, day: much },
  ceilingTimes: 3,
};

let star: TestGateway;
let supervision: Call;
/** Who has met the ceiling. */
let stopped: Worker | undefined;
beforeAll(async () => {
  star = await openTestGateway({ quotas });
  supervision = await star.worker({ roles: ['SKA_SUPERVISION'], institution: '70001975', kind: 'SKA' });
});
afterAll(() => star.close());

/** Signals come some seconds behind: until there is one as wanted. */
async function signalOf(workerId: string, rule: string) {
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await supervision('GET', `/api/v1/supervision/signals?rule=${rule}`);
    const found = (body.items as { workerId: string; score: number; evidence: { type: string; id: string }[] }[]).find(
      (signal) => signal.workerId === workerId,
    );
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no signal ${rule}`);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came to be so');
}

const ask = (call: Call, proceeding: { id: string; subjects: readonly string[] }, more = {}, subject = 0) =>
  call('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=10`, { type: RR, subjectId: proceeding.subjects[subject], ...more });

describe('a quota', () => {
  it('warns, tells supervision and refuses nothing, until the ceiling, which refuses and says for how long', async () => {
    const mari = await star.worker();
    const colleague = await star.worker();
    stopped = mari.worker;
    const proceeding = await openProceeding(mari, [star.country.personae.EMPLOYED_PARENT ?? '']);
    for (let n = 0; n < 4; n++) expect((await ask(mari, proceeding)).body).not.toHaveProperty('warnings');
    expect(await signalOf(mari.worker.userId, 'WORKER_QUOTA')).toMatchObject({ score: 40 });
    // Some seconds behind, as the ceiling is: the fifth question, or one soon after it.
    let warned = await ask(mari, proceeding);
    for (let tries = 0; tries < 3 && warned.body.warnings === undefined; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      warned = await ask(mari, proceeding);
    }
    expect(warned).toMatchObject({ status: 200, body: { answer: { state: 'FOUND' }, warnings: [{ code: 'WORKER_QUOTA_EXCEEDED' }] } });
    expect((await ask(colleague, proceeding)).body).not.toHaveProperty('warnings');

    for (let n = 0; n < 6; n++) await ask(mari, proceeding);
    await until(async () => (await ask(mari, proceeding)).status === 429);
    const refused = await ask(mari, proceeding);
    expect(refused.body).toMatchObject({ code: 'WORKER_CEILING_REACHED', status: 429 });
    // 12:00 in Tallinn exactly: the clock hour has just begun.
    expect(refused.headers.get('retry-after')).toBe('3600');
    expect((await ask(colleague, proceeding)).status).toBe(200);
  });
});

describe('curiosity', () => {
  it('about oneself is refused, and a signal', async () => {
    const own = parsePersonalCode(star.country.personae.LONE_PENSIONER ?? '');
    if (own === undefined) throw new Error('the persona has no code');
    const self = await star.worker({ username: 'ise', personalCode: own });
    const proceeding = await openProceeding(await star.worker({ username: 'ise-kolleeg' }), [own]);
    expect((await ask(self, proceeding)).body).toMatchObject({ code: 'SELF_LOOKUP_REFUSED' });
    const signal = await signalOf(self.worker.userId, 'SELF_LOOKUP');
    expect(signal.evidence).toContainEqual({ type: 'client', id: proceeding.subjects[0] });
  });

  it('about a relative is answered, and a signal that rests on the query alone', async () => {
    const parent = star.country.personae.EMPLOYED_PARENT ?? '';
    const asker = await star.worker();
    const looked = await ask(asker, await openProceeding(asker, [parent]));
    const record = (looked.body.answer as { record: { relations: { personalCode?: string }[] } }).record;
    const relative = parsePersonalCode(record.relations.find(({ personalCode }) => personalCode !== undefined)?.personalCode ?? '');
    if (relative === undefined) throw new Error('the persona has no relative');

    const curious = await star.worker({ username: 'sugulane', personalCode: relative });
    const answered = await ask(curious, await openProceeding(curious, [parent]));
    expect(answered).toMatchObject({ status: 200, body: { answer: { state: 'FOUND' } } });
    const signal = await signalOf(curious.worker.userId, 'OWN_RELATIVE');
    expect(signal.evidence).toContainEqual({ type: 'query', id: answered.body.id });
    const { rows } = await sql<{ row: string }>`
      select s::text as row from misuse_signal s union all select e::text from audit_event e where action = 'ANSWER_NAMED_ITS_READER'`.execute(
      star.gateway.database.db,
    );
    expect(rows.filter(({ row }) => row.includes(relative) || row.includes(parent))).toEqual([]);
  });

  it('that closes the proceeding on the same day is a signal', async () => {
    const mari = await star.worker();
    const proceeding = await openProceeding(mari, [star.country.personae.LONE_PENSIONER ?? '']);
    await ask(mari, proceeding);
    await mari('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'SOLVED' });
    expect(await signalOf(mari.worker.userId, 'CLOSED_SAME_DAY')).toMatchObject({ score: 60 });
  });

  it('is not shown to operators: the console and the metrics know no worker', async () => {
    const operator = await star.worker({ username: 'operaator', roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK' });
    expect((await operator('GET', '/api/v1/supervision/signals')).status).toBe(403);
    const metrics = await (await fetch(`${star.gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/^star_supervision_unjudged_lines \d+$/m);
    expect(metrics).not.toMatch(/SELF_LOOKUP|OWN_RELATIVE|COLLEAGUE/);
  });
});

describe('an hour later', () => {
  it('nobody is warned or refused any more', async () => {
    star.clock.advance({ hours: 1 });
    const session = await star.call('POST', '/api/v1/sessions', { username: stopped?.username, password: stopped?.password });
    const mari = callAt(star.gateway.url, { authorization: `Bearer ${session.body.token}` });
    const answer = await ask(mari, await openProceeding(mari, [star.country.personae.EMPLOYED_PARENT ?? '']));
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('warnings');
  });
});
