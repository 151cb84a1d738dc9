import { ok } from '../platform/index.ts';
import { type Route, read } from '../register/access/index.ts';
import { READERS } from './callers.ts';
import { lookAtHealth } from './health.ts';
import { HealthView } from './health-view.ts';
import type { ConsolePorts } from './ports.ts';
import { sharedLook } from './shared-look.ts';

/** How the parts are that the gateway stands on. */
export function healthRoutes({ database, clock, parts }: ConsolePorts): readonly Route[] {
  const look = sharedLook(() => lookAtHealth(database, clock, parts));
  return [
    read({
      method: 'GET',
      path: '/health',
      summary: 'How database, Redis, security servers, disk, clock, certificates and backup are, and which versions run',
      callers: READERS,
      reply: HealthView,
      show: async () => ok({ body: await look() }),
    }),
  ];
}
