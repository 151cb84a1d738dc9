import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD_DAYS, PASSWORD_WARNING_DAYS } from '../../../src/register/access/password-age.ts';
import { remind } from '../../../src/register/mail/index.ts';
import { findEmails } from '../../../src/register/organisations/index.ts';
import { openTestGateway, type TestGateway } from '../../gateway.ts';
import { personalCode } from '../../town.ts';
import { containerSignedBy } from '../documents/containers.ts';
import { form } from '../documents/desk.ts';
import { openMailServer } from './mail-server.ts';

type Worker = Awaited<ReturnType<TestGateway['worker']>>;

let mail: Awaited<ReturnType<typeof openMailServer>>;
let star: TestGateway;
let mari: Worker;
let tiit: Worker;
beforeAll(async () => {
  mail = await openMailServer();
  star = await openTestGateway({ smtpUrl: mail.url, siva: true });
  mari = await reachable(await star.worker(), 'mari@naidisvald.ee');
  tiit = await reachable(await star.worker({ roles: ['SUPPORT'], institution: '70009770', kind: 'TEHIK' }), 'tiit@naidis.ee');
});
afterAll(async () => {
  await star.close();
  await mail.close();
});
beforeEach(() => {
  mail.received.length = 0;
});

async function reachable(worker: Worker, email: string): Promise<Worker> {
  const filled = await worker('PUT', '/api/v1/me/profile', { educationLevel: 'MASTER', contacts: { email, phone: '5550000' } });
  if (filled.status !== 200) throw new Error(JSON.stringify(filled.body));
  return worker;
}

const arrived = () => mail.received.map(({ to, raw }) => `${to.join()} ${/^Subject: (.*)$/m.exec(raw)?.[1]}`).sort();
const told = (...letters: readonly string[]) => expect.poll(arrived, { timeout: 15_000 }).toEqual([...letters].sort());
/** A letter's text, which is sent as quoted-printable (RFC 2045, 6.7). */
const decoded = (raw: string) =>
  Buffer.from(
    raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
    'latin1',
  ).toString();

const letter = containerSignedBy(`JUHT,JUHAN,${personalCode(778)}`);
const brought = async () => ((await (await mari.bring('/api/v1/signed-documents', form(letter, {}))).json()) as { id: string }).id;
const request = async () => ({
  type: 'KOV_WORKER',
  name: 'Anu Avaldaja',
  personalCode: personalCode(777),
  jobTitle: 'Lastekaitsespetsialist',
  roles: ['SETTLEMENT'],
  email: 'anu@naidisvald.ee',
  signature: { documentId: await brought(), signers: [{ name: 'Juhan Juht', capacity: 'HEAD' }] },
});
const ask = async () => String((await mari('POST', '/api/v1/access-requests', await request())).body.id);

describe('a request for access', () => {
  it('that has come is told to whoever may decide, and the decision to who entered it and who is to have the access', async () => {
    const id = await ask();
    await told('tiit@naidis.ee =?UTF-8?Q?STAR=3A_uus_juurdep=C3=A4=C3=A4sutaotlus?=');
    mail.received.length = 0;
    expect((await tiit('POST', `/api/v1/access-requests/${id}/approve`)).status).toBe(200);
    await expect
      .poll(() => mail.received.flatMap(({ to }) => to).sort(), { timeout: 15_000 })
      .toEqual(['anu@naidisvald.ee', 'mari@naidisvald.ee']);
  });

  it('names nobody in a letter, and says nothing of why: the support does', async () => {
    const id = await ask();
    await tiit('POST', `/api/v1/access-requests/${id}/reject`, { reason: 'Anu Avaldaja ei tööta vallas' });
    await expect.poll(() => mail.received.length, { timeout: 15_000 }).toBe(3);
    const all = mail.received.map(({ raw }) => `${raw} ${decoded(raw)}`).join();
    expect(all).toContain('ei rahuldatud. Põhjuse ütleb teenusetugi');
    for (const word of ['Avaldaja', 'tööta vallas', personalCode(777), id]) expect(all).not.toContain(word);
  });

  it('that was refused is told to nobody', async () => {
    expect((await mari('POST', '/api/v1/access-requests', { ...(await request()), email: undefined })).status).toBe(422);
    const { rows } = await sql`select from letter where posted_at = ${star.clock.now().toString()} and state = 'WAITING'`.execute(
      star.gateway.database.db,
    );
    expect(rows).toEqual([]);
  });
});

describe('a password', () => {
  it('that is to be renewed within two weeks is told of to its owner, once, and what became of it is forgotten (REQ-115)', async () => {
    const { database } = star.gateway;
    const ports = { database, clock: star.clock, emailsOf: findEmails };
    const changed = star.clock.now();
    await sql`update app_user set password_own_since = ${changed.toString()} where id = ${mari.worker.userId}`.execute(database.db);
    await sql`update app_user set password_own_since = null where id <> ${mari.worker.userId}`.execute(database.db);
    star.clock.set(changed.add({ hours: 24 * (PASSWORD_DAYS - PASSWORD_WARNING_DAYS) - 1 }).toString());
    await remind(ports);
    star.clock.advance({ hours: 1 });
    await Promise.all([remind(ports), remind(ports)]);
    star.clock.advance({ hours: 24 });
    await remind(ports);
    await told('mari@naidisvald.ee STAR: parool vajab vahetamist');
    expect(decoded(mail.received[0]?.raw ?? '')).toContain('kehtib veel 14 päeva');
    const notices = async () => (await sql`select state, text from letter where occasion like 'PASSWORD%'`.execute(database.db)).rows;
    await expect.poll(notices, { timeout: 15_000 }).toEqual([{ state: 'SENT', text: null }]);
    star.clock.advance({ hours: 24 * 91 });
    await remind(ports);
    expect(await notices()).toEqual([]);
  });

  it('of somebody who works nowhere any more is told to nobody', async () => {
    const { database } = star.gateway;
    const since = star.clock.now().subtract({ hours: 24 * (PASSWORD_DAYS - 1) });
    await sql`update app_user set password_own_since = ${since.toString()} where id = ${tiit.worker.userId}`.execute(database.db);
    await sql`update membership set active = false, ended_at = ${since.toString()} where user_id = ${tiit.worker.userId}`.execute(
      database.db,
    );
    await remind({ database, clock: star.clock, emailsOf: findEmails });
    expect((await sql`select from letter where occasion like 'PASSWORD%'`.execute(database.db)).rows).toEqual([]);
  });
});

describe('the yearly look through who has access', () => {
  it('that is late is told to the institution’s administrators, once, and not again until it is late again (REQ-105)', async () => {
    const { database } = star.gateway;
    const ports = { database, clock: star.clock, emailsOf: findEmails };
    const admin = await star.worker({ roles: ['ADMIN'], institution: '77000312', municipality: '0567' });
    await reachable(admin, 'juht@paide.ee');
    const colleague = await star.worker({ roles: ['SOCIAL_WORKER'], institution: '77000312' });
    await reachable(colleague, 'tootaja@paide.ee');
    await sql`update app_user set password_own_since = null`.execute(database.db);
    const letters = async () =>
      (
        await sql<{ recipient: string }>`
        select recipient from letter where occasion like 'ACCESS_REVIEW_OVERDUE%'`.execute(database.db)
      ).rows.map((row) => row.recipient);
    const settled = () =>
      expect
        .poll(async () => (await sql`select from letter where state in ('WAITING', 'SENDING')`.execute(database.db)).rows, {
          timeout: 15_000,
        })
        .toEqual([]);
    const { userId, institutionId } = admin.worker;
    const confirmedNow = () =>
      sql`insert into access_review values (gen_random_uuid(), ${institutionId}, ${userId}, ${star.clock.now().toString()}, 2)`.execute(
        database.db,
      );

    // It was never done: it is late at once.
    await Promise.all([remind(ports), remind(ports)]);
    expect(await letters()).toEqual(['juht@paide.ee']);
    await expect
      .poll(() => mail.received.map(({ raw }) => decoded(raw)).join(), { timeout: 15_000 })
      .toContain('õigused tuleb kord aastas üle vaadata');
    await settled();
    await confirmedNow();
    star.clock.advance({ hours: 24 * 364 });
    await remind(ports);
    expect(await letters()).toEqual([]);
    star.clock.advance({ hours: 24 });
    await remind(ports);
    star.clock.advance({ hours: 24 });
    await remind(ports);
    expect(await letters()).toEqual(['juht@paide.ee']);
    await settled();
    star.clock.advance({ hours: 24 * 91 });
    await remind(ports);
    await remind(ports);
    expect(await letters()).toEqual([]);
  });
});
