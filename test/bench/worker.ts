import { Pool } from 'undici';
import type { Gateway } from '../../src/gateway.ts';
import { hire, personalCode } from '../town.ts';

/** A worker who calls the gateway over kept connections, as a front-end's server does. */
export interface BenchWorker extends AsyncDisposable {
  readonly institutionId: string;
  call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  /** Follows a proceeding's events: resolves once connected, with what resolves when so many different queries are answered. */
  follow(proceedingId: string): Promise<{ answered(count: number): Promise<void> }>;
  /** New proceedings, each on the same persons. */
  openProceedings(count: number, persons: number): Promise<readonly { id: string; subjects: readonly string[] }[]>;
}

export async function signInWorker(gateway: Gateway, username: string): Promise<BenchWorker> {
  const hired = await hire(gateway.database, { username, roles: ['SOCIAL_WORKER'], serial: 700 + username.length });
  const pool = new Pool(gateway.url, { connections: 64 });
  let authorization = '';
  const call: BenchWorker['call'] = async (method, path, body) => {
    const headers = {
      ...(authorization === '' ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const response = await pool.request({ method, path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.statusCode, body: (await response.body.json()) as Record<string, unknown> };
  };
  const session = await call('POST', '/api/v1/sessions', { username, password: hired.password });
  authorization = `Bearer ${session.body.token}`;
  const clients: string[] = [];
  return {
    institutionId: hired.institutionId,
    call,
    async follow(proceedingId) {
      const { body } = await pool.request({
        method: 'GET',
        path: `/api/v1/proceedings/${proceedingId}/events`,
        headers: { authorization },
      });
      const lines = body[Symbol.asyncIterator]();
      await lines.next();
      return {
        async answered(count) {
          const done = new Set<unknown>();
          while (done.size < count) {
            const { value, done: ended } = await lines.next();
            if (ended === true) throw new Error('the events ended');
            for (const [, data = '{}'] of String(value).matchAll(/^data: (.*)$/gm)) {
              const { queryId, state } = JSON.parse(data);
              if (state === 'ANSWERED') done.add(queryId);
              else if (state !== 'QUEUED' && state !== 'SENT') throw new Error(`a query came to ${state}`);
            }
          }
          body.destroy();
        },
      };
    },
    async openProceedings(count, persons) {
      while (clients.length < persons) {
        const { body } = await call('POST', '/api/v1/clients', {
          personalCode: personalCode(clients.length + 1, '1991-07-08'),
          firstName: 'Näidis',
          lastName: 'Isik',
        });
        clients.push(String(body.id));
      }
      const subjects = clients.slice(0, persons);
      return Promise.all(
        Array.from({ length: count }, async () => {
          const { body } = await call('POST', '/api/v1/intakes', {
            kind: 'APPLICATION_BENEFIT',
            channel: 'PHONE',
            problem: 'Toimetulek',
            subjects: subjects.map((clientId, index) => ({ clientId, role: index === 0 ? 'MAIN' : 'FAMILY_MEMBER' })),
            openProceeding: { kind: 'SIMPLE' },
          });
          return { id: (body.proceeding as { id: string }).id, subjects };
        }),
      );
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}
