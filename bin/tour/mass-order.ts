import { setTimeout as sleep } from 'node:timers/promises';
import { clientFile, openProceeding, securityServer, send, step, type Tour } from './door.ts';

/** Every 2 s for 3 min: the first look at the register is within 60 s, and a second one, if the first fails, within two minutes. */
const FILE_LOOK_MS = 2_000;
const FILE_LOOKS = 90;

/** A mass order about two people, of a register that has its file at once; what an earlier tour left under way is given up. */
export async function orderMass({ mari, personae, period, justification }: Tour): Promise<string> {
  const type = 'SKA.BENEFITS_MASS';
  await send(`${securityServer}/simulator/knobs/skais2`, 'PUT', {}, { ticketMinutes: 0 });
  const earlier = (await mari('GET', '/api/v1/batches')).body.items as { id: string; type: string; state: string }[];
  for (const { id } of earlier.filter((one) => one.type === type && ['ORDERED', 'SUBMITTED'].includes(one.state)))
    await mari('POST', `/api/v1/batches/${id}/close`);
  const subjects = [await clientFile(mari, personae.DISABLED ?? ''), await clientFile(mari, personae.LONE_PENSIONER ?? '')];
  const proceedingId = await openProceeding(mari, 'SIMPLE', subjects);
  const people = subjects.map((subjectId) => ({ proceedingId, subjectId }));
  const { status, body } = await mari('POST', '/api/v1/batches', { type, parameters: period, justification, people });
  const answer = status === 202 ? { state: body.state, people: people.length } : body;
  step('a mass query is ordered about both of them at once', status === 202 && body.state === 'ORDERED', answer);
  return String(body.id);
}

/** Waits for the file, which is looked for within a minute of the order, and reads it; then the order is closed, and nobody reads it any more. */
export async function readMass({ mari }: Tour, id: string): Promise<void> {
  const look = async () => (await mari('GET', `/api/v1/batches/${id}`)).body;
  let batch = await look();
  for (let looks = 0; looks < FILE_LOOKS && (batch.state === 'ORDERED' || batch.state === 'SUBMITTED'); looks++) {
    await sleep(FILE_LOOK_MS);
    batch = await look();
  }
  await send(`${securityServer}/simulator/knobs/skais2`, 'PUT', {}, {});
  const source = batch.source as { service: string } | null;
  step('its file is there', batch.state === 'FETCHED', { state: batch.state, code: batch.code, service: source?.service });
  const page = await mari('GET', `/api/v1/batches/${id}/people?limit=2`);
  const people = page.body.items as { outcome: string; answer: { state: string } | null }[];
  step(
    'a page of it tells of each',
    people.length === 2 && people.every(({ answer }) => answer?.state === 'FOUND'),
    people.map(({ outcome }) => outcome),
  );
  await mari('POST', `/api/v1/batches/${id}/close`);
  const gone = await mari('GET', `/api/v1/batches/${id}/people`);
  step('once it is closed its answers are gone', gone.status === 410 && gone.body.code === 'BATCH_CLOSED', {
    status: gone.status,
    code: gone.body.code,
  });
}
