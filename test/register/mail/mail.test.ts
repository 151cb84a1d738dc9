import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/platform/index.ts';
import { eraseLetters, openMailer, startMail } from '../../../src/register/mail/index.ts';
import { openProceeding, openTestGateway, type TestGateway } from '../../gateway.ts';
import { openMailServer } from './mail-server.ts';

type Worker = Awaited<ReturnType<TestGateway['worker']>>;

let mail: Awaited<ReturnType<typeof openMailServer>>;
let star: TestGateway;
let mari: Worker;
beforeAll(async () => {
  mail = await openMailServer();
  star = await openTestGateway({ smtpUrl: mail.url });
  mari = await star.worker({ name: 'Mari Maasikas' });
});
afterAll(async () => {
  await star.close();
  await mail.close();
});
beforeEach(() => {
  mail.manner.now = 'TAKE';
  mail.received.length = 0;
});

let met = 0;
const person = () => star.country.people[met++]?.personalCode ?? '';
const letter = { to: 'kati@example.ee', subject: 'Kohtumine neljapäeval', text: 'Tere!\n\nOotame teid kell 10.' };

async function proceeding() {
  const { id } = await openProceeding(mari, [person()]);
  const path = `/api/v1/proceedings/${id}/letters`;
  const state = async () =>
    ((await mari('GET', path)).body.items as { state: string; code?: string }[]).map(({ state, code }) => [state, code]);
  return { id, path, state };
}

describe('a letter', () => {
  it('leaves as it was written, once, and stands in the course', async () => {
    const { id, path, state } = await proceeding();
    const posted = await mari('POST', path, letter, { 'idempotency-key': 'kiri-1' });
    expect([posted.status, posted.body.state]).toEqual([201, 'WAITING']);
    expect((await mari('POST', path, letter, { 'idempotency-key': 'kiri-1' })).body.id).toBe(posted.body.id);
    await expect.poll(state, { timeout: 15_000 }).toEqual([['SENT', undefined]]);
    expect(mail.received).toMatchObject([{ from: 'star@example.ee', to: ['kati@example.ee'] }]);
    expect(mail.received[0]?.raw).toContain(`Message-ID: <${posted.body.id}@example.ee>`);
    expect(mail.received[0]?.raw).toContain('Ootame teid kell 10.');
    const actions = (await mari('GET', `/api/v1/proceedings/${id}/actions`)).body.items;
    expect(actions).toMatchObject([{ kind: 'LETTER', origin: 'AUTOMATIC', text: expect.stringContaining('Ootame teid kell 10.') }]);
    const { rows } = await sql<{ text: string | null }>`select text from letter where id = ${posted.body.id}`.execute(
      star.gateway.database.db,
    );
    expect(rows).toEqual([{ text: null }]);
  });

  it('REQ-123: with a personal code that is not encrypted is refused, and nothing of it is kept or sent', async () => {
    const { id, path, state } = await proceeding();
    const code = person();
    const file = Buffer.from(`Kati Kask ${code}`).toString('base64');
    for (const [pointer, more] of [
      ['/text', { text: `Isik ${code}` }],
      ['/attachments/0', { attachments: [{ name: 'isik.txt', content: file }] }],
    ] as const) {
      const refused = await mari('POST', path, { ...letter, ...more });
      expect([refused.status, refused.body]).toMatchObject([422, { code: 'UNENCRYPTED_PERSONAL_DATA', errors: [{ pointer }] }]);
      expect(JSON.stringify(refused.body)).not.toContain(code);
    }
    expect(await state()).toEqual([]);
    expect((await mari('GET', `/api/v1/proceedings/${id}/actions`)).body.items).toEqual([]);
    const cdoc = Buffer.concat([Buffer.from([0x43, 0x44, 0x4f, 0x43, 0x02]), Buffer.from(code)]).toString('base64');
    expect((await mari('POST', path, { ...letter, attachments: [{ name: 'isik.cdoc2', content: cdoc }] })).status).toBe(201);
    await expect.poll(state, { timeout: 15_000 }).toEqual([['SENT', undefined]]);
    expect(mail.received[0]?.raw).toContain('filename=isik.cdoc2');
  });

  it('waits while the server is busy, and is given up when it says no', async () => {
    const { path, state } = await proceeding();
    mail.manner.now = 'BUSY';
    await mari('POST', path, letter);
    await expect.poll(state, { timeout: 15_000 }).toEqual([['WAITING', 'SMTP_451']]);
    mail.manner.now = 'REFUSE';
    star.clock.advance({ minutes: 2 });
    await expect.poll(state, { timeout: 15_000 }).toEqual([['FAILED', 'SMTP_550']]);
    expect(mail.received).toEqual([]);
  });

  it('whose sender never heard the yes is given again under the same id', async () => {
    const { path, state } = await proceeding();
    mail.manner.now = 'BREAK_OFF';
    await mari('POST', path, letter);
    await expect.poll(async () => (await state())[0]?.[0] === 'WAITING' && mail.received.length, { timeout: 15_000 }).toBe(1);
    mail.manner.now = 'TAKE';
    star.clock.advance({ minutes: 2 });
    await expect.poll(state, { timeout: 15_000 }).toEqual([['SENT', undefined]]);
    const ids = mail.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('whose sender has died is taken up by another, when its time is over', async () => {
    const { path, state } = await proceeding();
    mail.manner.now = 'BUSY';
    const { body } = await mari('POST', path, letter);
    await expect.poll(async () => (await state())[0]?.[1], { timeout: 15_000 }).toBe('SMTP_451');
    const until = star.clock.now().add({ minutes: 10 }).toString();
    await sql`update letter set state = 'SENDING', lease_until = ${until} where id = ${body.id}`.execute(star.gateway.database.db);
    mail.manner.now = 'TAKE';
    star.clock.advance({ minutes: 9 });
    await mari('POST', path, { ...letter, subject: 'Teine' });
    await expect.poll(async () => (await state()).map(([one]) => one), { timeout: 15_000 }).toEqual(['SENDING', 'SENT']);
    star.clock.advance({ minutes: 2 });
    await expect.poll(async () => (await state()).map(([one]) => one), { timeout: 15_000 }).toEqual(['SENT', 'SENT']);
  });

  it('goes with its proceeding, and its files with it', async () => {
    const { id, path, state } = await proceeding();
    mail.manner.now = 'BUSY';
    const content = Buffer.from('Tere').toString('base64');
    await mari('POST', path, { ...letter, attachments: [{ name: 'tere.txt', content }] });
    await expect.poll(async () => (await state())[0]?.[0] === 'WAITING' && (await state())[0]?.[1], { timeout: 15_000 }).toBe('SMTP_451');
    const { database } = star.gateway;
    const files = () => sql`select 1 from letter_attachment join letter on id = letter_id where proceeding_id = ${id}`.execute(database.db);
    expect((await files()).rows).toHaveLength(1);
    await database.transaction((tx) => eraseLetters(tx, [id]));
    expect([(await files()).rows, await state()]).toEqual([[], []]);
  });

  it('is sent by one of several senders', async () => {
    const { path, state } = await proceeding();
    const { database } = star.gateway;
    const ports = {
      database,
      clock: star.clock,
      log: createLog('silent'),
      mailer: openMailer({ smtpUrl: mail.url, from: 'star@example.ee' }),
    };
    const stops = [startMail(ports), startMail(ports), startMail(ports)];
    for (let letters = 0; letters < 10; letters++) await mari('POST', path, { ...letter, subject: `Kiri ${letters}` });
    await expect.poll(async () => (await state()).filter(([one]) => one === 'SENT').length, { timeout: 20_000 }).toBe(10);
    for (const stop of stops) await stop();
    ports.mailer.close();
    const subjects = mail.received.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]);
    expect(subjects.sort()).toEqual(Array.from({ length: 10 }, (_, index) => `Kiri ${index}`));
  });
});

describe('who may write', () => {
  it('whose proceeding it is, while it is open', async () => {
    const { id, path } = await proceeding();
    const stranger = await star.worker({ institution: '70000740' });
    expect((await stranger('POST', path, letter)).status).toBe(404);
    expect((await stranger('GET', path)).status).toBe(404);
    await mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' });
    expect((await mari('POST', path, letter)).body.code).toBe('PROCEEDING_NOT_OPEN');
  });

  it.each([
    ['two addresses', { to: 'a@example.ee, b@example.ee' }],
    ['a name with its address', { to: 'Kati <kati@example.ee>' }],
    ['a subject of two lines', { subject: 'Tere\r\nBcc: b@example.ee' }],
    ['a file with a path', { attachments: [{ name: '../fail.txt', content: 'AAAA' }] }],
  ])('not to %s', async (_what, more) => {
    const { path } = await proceeding();
    expect((await mari('POST', path, { ...letter, ...more })).status).toBe(422);
  });

  it('nobody, where there is no server: what cannot be sent is not taken', async () => {
    const silent = await openTestGateway();
    try {
      const worker = await silent.worker();
      const { id } = await openProceeding(worker, [person()]);
      const refused = await worker('POST', `/api/v1/proceedings/${id}/letters`, letter);
      expect([refused.status, refused.body.code]).toEqual([503, 'MAIL_OFF']);
    } finally {
      await silent.close();
    }
  });
});
