import type { FastifyInstance } from 'fastify';

/** Something the gateway cannot work without, and whether it answers now. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<boolean>;
}

/** Whether the process lives, and whether it can work: each thing it needs by name. */
export function healthRoutes(app: FastifyInstance, checks: readonly ReadinessCheck[]): void {
  app.get('/health/live', { schema: { summary: 'The process is alive' } }, async () => ({ status: 'ok' }));
  app.get(
    '/health/ready',
    { schema: { summary: 'Whether the gateway can work: database, queue, security server' } },
    async (_request, reply) => {
      const states = await Promise.all(
        checks.map(async ({ name, check }) => [name, (await check().catch(() => false)) ? 'ok' : 'unavailable'] as const),
      );
      const ready = states.every(([, state]) => state === 'ok');
      return reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'degraded', checks: Object.fromEntries(states) });
    },
  );
}
