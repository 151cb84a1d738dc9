import type { FastifyInstance } from 'fastify';

/** Something the gateway cannot work without, and whether it answers now. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<boolean>;
}

/** A part that takes longer than this to say that it is there is not there: 2 s. */
const ANSWERS_WITHIN_MS = 2000;

/** Whether the process lives, and whether it can work: each thing it needs by name. */
export function healthRoutes(app: FastifyInstance, checks: readonly ReadinessCheck[]): void {
  app.get('/health/live', { schema: { summary: 'The process is alive', tags: ['health'] } }, async () => ({ status: 'ok' }));
  app.get(
    '/health/ready',
    { schema: { summary: 'Whether the process can work: each thing that its roles need', tags: ['health'] } },
    async (_request, reply) => {
      const states = await Promise.all(
        checks.map(async ({ name, check }) => [name, (await answers(check)) ? 'ok' : 'unavailable'] as const),
      );
      const ready = states.every(([, state]) => state === 'ok');
      return reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'degraded', checks: Object.fromEntries(states) });
    },
  );
}

async function answers(check: ReadinessCheck['check']): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, ANSWERS_WITHIN_MS, false).unref());
  return Promise.race([check().catch(() => false), late]);
}
