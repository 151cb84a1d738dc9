import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, clientFile, openProceeding, securityServer, send, step, type Tour } from './door.ts';

/** 60 s: what was entered is told after a quarter of a minute, and looked up. */
const NOTICE_WITHIN_MS = 60_000;

/** Somebody moves, the population register tells of it, and the worker whose proceeding it concerns finds a notice. */
export async function seeChange({ mari, personae }: Tour, operator: Call): Promise<void> {
  const client = await clientFile(mari, personae.LONE_PENSIONER ?? '');
  await openProceeding(mari, 'SIMPLE', [client]);
  const moved = await send(`${securityServer}/simulator/life`, 'POST', {}, { persona: 'LONE_PENSIONER', happening: 'MOVE' });
  step('somebody moves, in the simulated country', moved.status === 200, moved.body);
  const until = Date.now() + NOTICE_WITHIN_MS;
  let notices: readonly { readonly kind: string; readonly client: { readonly id: string } }[] = [];
  while (Date.now() < until && notices.length === 0) {
    await operator('POST', '/console/api/feeds/RR.CHANGE_NOTICES/read');
    await sleep(3_000);
    const { body } = await mari('GET', '/api/v1/me/notices?source=RR');
    notices = (body.items as typeof notices).filter((notice) => notice.client.id === client);
  }
  step(
    'the population register tells of it, and the worker is told what has changed',
    notices.some(({ kind }) => kind === 'RESIDENCE'),
    notices,
  );
}
