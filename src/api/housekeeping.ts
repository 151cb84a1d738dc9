import type { FastifyInstance } from 'fastify';
import type { Clock, Log } from '../platform/index.ts';
import { forgetCitizenSessions, forgetEndedSessions, forgetTara } from '../register/access/index.ts';
import type { Database } from '../storage/index.ts';
import { forgetOldKeys } from './idempotency.ts';

/** How often what has run out is thrown away: 10 min. Nothing depends on it; what has run out is refused whether or not its row is there. */
const EVERY_MS = 600_000;

/** Throws away ended sessions, sign-ins that were never finished and forgotten idempotency keys, as long as the door is open. */
export function keepHouse(app: FastifyInstance, { database, clock, log }: { database: Database; clock: Clock; log: Log }): void {
  const round = async () => {
    await forgetEndedSessions(database.db, clock);
    await forgetCitizenSessions(database.db, clock);
    await forgetTara(database.db, clock.now());
    await forgetOldKeys(database.db, clock);
  };
  const timer = setInterval(() => {
    round().catch((error: unknown) => log.warn({ err: error }, 'sessions and keys that ran out not thrown away'));
  }, EVERY_MS).unref();
  app.addHook('onClose', async () => clearInterval(timer));
}
