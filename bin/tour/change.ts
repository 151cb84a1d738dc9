import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, clientFile, openProceeding, securityServer, send, step, type Tour } from './door.ts';

/** 60 s: what was entered is told after a quarter of a minute, and looked up. */
const NOTICE_WITHIN_MS = 60_000;

/** Somebody moves, the population register tells of it, and the worker whose proceeding it concerns finds a notice. */
export async function seeChange({ mari, personae }: Tour, operator: Call): Promise<void> {
  const client = await clientFile(mari, personae.LONE_PENSIONER ?? '');
  const opened = await openProceeding(mari, 'SIMPLE', [client]);
  const moved = await send(`${securityServer}/simulator/life`, 'POST', {}, { persona: 'LONE_PENSIONER', happening: 'MOVE' });
  step('somebody moves, in the simulated country', moved.status === 200, moved.body);
  const until = Date.now() + NOTICE_WITHIN_MS;
  let notice: { kinds: string[] | null; queryId: string | null } | undefined;
  while (Date.now() < until && !notice?.kinds) {
    await operator('POST', '/console/api/feeds/RR.CHANGE_NOTICES/read');
    await sleep(3_000);
    const { body } = await mari('GET', '/api/v1/me/notices?source=RR');
    notice = (body.items as { proceedingId: string; kinds: string[] | null; queryId: string | null }[]).find(
      ({ proceedingId }) => proceedingId === opened,
    );
  }
  step(
    'the population register tells of it, and the worker is told what has changed',
    notice?.kinds?.includes('RESIDENCE') === true,
    notice,
  );
}
