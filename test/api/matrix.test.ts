import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLES, ROLES_OF, type Role } from '../../src/register/access/index.ts';
import { openTestGateway, type TestGateway } from '../gateway.ts';

/** Without a session: to get one, or to change, lock and end it, which these look at by themselves; and what is no secret. */
const OPEN = [
  'DELETE /api/v1/self-service/sessions/current',
  'DELETE /api/v1/sessions/current',
  'GET /api/v1/about/controllers',
  'GET /api/v1/about/processing',
  'GET /api/v1/sessions/methods',
  'GET /api/v1/sessions/tara',
  'GET /api/v1/sessions/tara/callback',
  'GET /health/live',
  'GET /health/ready',
  'POST /api/v1/me/password',
  'POST /api/v1/self-service/sessions',
  'POST /api/v1/sessions',
  'POST /api/v1/sessions/current/lock',
  'POST /api/v1/sessions/current/unlock',
];
/** Other registers', who have no session: their security server and ours say who they are (test/services). */
const XROAD = '/xroad/';
const INSTITUTIONS = { KOV: '70000349', SKA: '70001975', PROVIDER: '70000740', TEHIK: '70009770' } as const;
const NOWHERE = '019ab000-0000-7000-8000-000000000000';

interface Operation {
  readonly method: string;
  readonly path: string;
  /** Undefined: whoever is signed in. */
  readonly roles: readonly string[] | undefined;
  readonly streams: boolean;
  readonly needsSession: boolean;
  /** Whoever comes on their own behalf: no worker, whatever their roles. */
  readonly isForCitizens: boolean;
}

let star: TestGateway;
let operations: readonly Operation[];
beforeAll(async () => {
  star = await openTestGateway({ callsPerMinute: 1_000_000 });
  const { body } = await star.call('GET', '/api/openapi.json');
  operations = Object.entries(body.paths as Record<string, Record<string, Described>>).flatMap(([path, methods]) =>
    path.startsWith(XROAD)
      ? []
      : Object.entries(methods).map(([method, described]) => ({ method: method.toUpperCase(), path, ...callersOf(described) })),
  );
});
afterAll(() => star.close());

interface Described {
  readonly security?: readonly object[];
  readonly description?: string;
  readonly responses: Record<string, { readonly content?: Record<string, unknown> }>;
}

function callersOf({ description, responses, security }: Described): Omit<Operation, 'method' | 'path'> {
  const [, listed] = /^Roles: (.*)$/.exec(description ?? '') ?? [];
  const streams = responses['200']?.content?.['text/event-stream'] !== undefined;
  const isForCitizens = security?.some((one) => 'citizen' in one) === true;
  return { roles: listed?.split(', '), streams, needsSession: security !== undefined, isForCitizens };
}

it('every route says who may call it, and names no role that there is not', () => {
  const open = operations.filter(({ needsSession }) => !needsSession).map(({ method, path }) => `${method} ${path}`);
  expect(open.sort()).toEqual(OPEN);
  for (const { roles = [] } of operations) for (const role of roles) expect(ROLES).toContain(role);
  expect(operations.length).toBeGreaterThan(150);
});

it.each(ROLES)(
  'REQ-244: %s is let in where a route names it, and nowhere else',
  async (role) => {
    const kind = (['KOV', 'SKA', 'PROVIDER', 'TEHIK'] as const).find((one) => (ROLES_OF[one] as readonly Role[]).includes(role)) ?? 'KOV';
    const call = await star.worker({ roles: [role], institution: INSTITUTIONS[kind], kind });
    for (const { method, path, roles, streams, isForCitizens } of operations) {
      // What never ends is left out.
      if (OPEN.includes(`${method} ${path}`) || streams) continue;
      const { status, body } = await call(method, path.replace(/\{[^}]+\}/g, NOWHERE), method === 'GET' ? undefined : {});
      if (isForCitizens) {
        expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 401`);
        continue;
      }
      const named = roles === undefined || roles.includes(role);
      expect(`${method} ${path} ${body?.code === 'FORBIDDEN' ? 'refused' : 'let in'}`).toBe(
        `${method} ${path} ${named ? 'let in' : 'refused'}`,
      );
      expect(`${method} ${path} ${status >= 500}`).toBe(`${method} ${path} false`);
    }
  },
  120_000,
);

it('nobody is let in without a session', async () => {
  for (const { method, path } of operations) {
    if (OPEN.includes(`${method} ${path}`)) continue;
    const { status } = await star.call(method, path.replace(/\{[^}]+\}/g, NOWHERE), method === 'GET' ? undefined : {});
    expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 401`);
  }
}, 120_000);
