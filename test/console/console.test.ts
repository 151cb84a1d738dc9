import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { type Caller, callerWith, signedIn } from '../api/door.ts';
import { type Board, openBoard, REGISTRIES, subject } from './board.ts';

/** A personal code; digits of an id stand among letters and dashes. */
const ELEVEN_DIGITS = /(?<![\da-f-])\d{11}(?![\da-f-])/;

let board: Board;
let anu: Caller;
let mari: Caller;
beforeAll(async () => {
  board = await openBoard();
  anu = await signedIn(board.app, board.operator);
  mari = await signedIn(board.app, board.worker);
});
afterAll(() => board.close());

const lastLine = async () => (await board.audit()).at(-1);

describe('the overview', () => {
  it('tells of every register what waits, runs, failed, since when, and what stands in the way', async () => {
    await board.query('rr', 'QUEUED', { minutesAgo: 3 });
    await board.query('rr', 'RETRY_WAIT', { minutesAgo: 30 });
    await board.query('rr', 'SENT');
    await board.query('rr', 'FAILED', { code: 'DEADLINE' });
    await board.query('rr', 'FAULTED', { code: 'Server.ServerProxy.AccessDenied' });
    await board.query('rr', 'ANSWERED', { minutesAgo: 1 });
    const { status, body } = await anu('GET', '/console/api/registries');
    expect(status).toBe(200);
    expect(body.items?.map(({ registry }) => registry)).toEqual(REGISTRIES);
    expect(body.items?.find(({ registry }) => registry === 'rr')).toEqual({
      registry: 'rr',
      name: { et: 'Rahvastikuregister', en: 'Population Register', ru: 'Регистр населения' },
      waiting: 1,
      running: 1,
      retrying: 1,
      failed: 2,
      failuresAreMore: false,
      held: 0,
      oldestWaitingSince: '2026-11-23T07:30:00Z',
      lastSuccessAt: '2026-11-23T07:59:00Z',
      breaker: 'CLOSED',
      breakerUntil: null,
      paused: false,
      concurrency: 8,
      effectiveConcurrency: 0,
      workers: 0,
      maintenance: [],
      nextMaintenance: null,
      proposed: ['RR.CHANGES'],
    });
  });

  it('counts failures up to a thousand: those of years are not to slow down the page that is looked at all day', async () => {
    await board.query('tootukassa', 'FAILED');
    await sql`
      insert into query select (json_populate_record(q, json_build_object('id', gen_random_uuid()))).*
      from query q, generate_series(1, 1000) where q.registry = 'tootukassa'`.execute(board.database.db);
    const seen = async () => (await anu('GET', '/console/api/registries')).body.items?.find(({ registry }) => registry === 'tootukassa');
    await expect.poll(seen, { timeout: 10_000 }).toMatchObject({ failed: 1000, failuresAreMore: true });
    await sql`update query set state = 'CANCELLED' where registry = 'tootukassa'`.execute(board.database.db);
  });

  it('comes as events too, until the reader goes', async () => {
    await board.app.listen({ port: 0, host: '127.0.0.1' });
    const address = board.app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const session = await callerWith(board.app)('POST', '/api/v1/sessions', board.operator);
    expect(session.status).toBe(422);
    const signed = await callerWith(board.app)('POST', '/api/v1/sessions', {
      username: board.operator.username,
      password: board.operator.password,
    });
    const gone = new AbortController();
    const reply = await fetch(`http://127.0.0.1:${port}/console/api/events/1h`, {
      headers: { authorization: `Bearer ${signed.body.token}` },
      signal: gone.signal,
    });
    expect(reply.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of reply.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (/event: history\n.*\n\n/.test(text)) break;
    }
    gone.abort();
    for (const event of ['overview', 'history']) {
      const data = new RegExp(`event: ${event}\\ndata: (.*)\\n\\n`).exec(text)?.[1];
      expect(JSON.parse(data ?? '{}').items).toHaveLength(REGISTRIES.length);
    }
  });
});

describe('who may', () => {
  const id = newId();
  const READ = [
    ['GET', '/console/api/registries'],
    ['GET', '/console/api/history/1h'],
    ['GET', '/console/api/registries/rr/queries?state=FAILED'],
    ['GET', '/console/api/registries/rr/faults'],
    ['GET', '/console/api/registries/rr/operations'],
    ['GET', '/console/api/contracts'],
    ['GET', '/console/api/feeds'],
    ['GET', '/console/api/shadows'],
    ['GET', '/console/api/health'],
    ['POST', '/console/api/queries/search'],
  ] as const;
  const STEER = [
    ['POST', '/console/api/registries/rr/pause'],
    ['POST', '/console/api/registries/rr/resume'],
    ['POST', '/console/api/registries/rr/operations'],
    ['PUT', '/console/api/registries/rr/concurrency'],
    ['POST', '/console/api/registries/rr/maintenance'],
    ['DELETE', `/console/api/registries/rr/maintenance/${id}`],
    ['POST', '/console/api/contracts/check'],
    ['POST', '/console/api/contracts/RR.CHANGES/accept'],
    ['POST', '/console/api/feeds/RR.DEATHS/read'],
    ['POST', `/console/api/queries/${id}/retry`],
    ['POST', `/console/api/queries/${id}/discard`],
    ['POST', `/console/api/queries/${id}/resolve`],
    ['POST', `/console/api/declarations/${id}/resolve`],
  ] as const;
  const REVEAL = ['POST', `/console/api/queries/${id}/reveal`] as const;

  it.each([...READ, ...STEER, REVEAL, ['GET', '/console/api/events/1h'] as const])('%s %s is for nobody else', async (method, path) => {
    const body = method === 'POST' ? { reason: 'proovin' } : undefined;
    expect((await callerWith(board.app)(method, path, body)).body).toMatchObject({ status: 401, code: 'SESSION_MISSING' });
    expect((await mari(method, path, body)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await lastLine()).toMatchObject({ action: 'CALL_DENIED', outcome: 'REFUSED', code: 'FORBIDDEN', user_id: board.worker.userId });
  });

  it('look on: user support and supervision see what operators see', async () => {
    for (const who of [board.onlooker, board.supervisor]) {
      const call = await signedIn(board.app, who);
      for (const [method, path] of READ)
        expect([path, (await call(method, path, method === 'POST' ? { id } : undefined)).status]).toEqual([path, 200]);
    }
  });

  it('steer: operators alone, and whoever else tries stands in the log', async () => {
    for (const who of [board.onlooker, board.supervisor]) {
      const call = await signedIn(board.app, who);
      for (const [method, path] of STEER) {
        expect((await call(method, path, { reason: 'proovin' })).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
        expect(await lastLine()).toMatchObject({ action: 'CALL_DENIED', code: 'FORBIDDEN', user_id: who.userId });
      }
    }
  });

  it('see whom a query is about: supervision alone, operators not', async () => {
    for (const who of [board.operator, board.onlooker]) {
      const call = await signedIn(board.app, who);
      expect((await call(...REVEAL, { reason: 'proovin' })).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
      expect(await lastLine()).toMatchObject({ action: 'CALL_DENIED', user_id: who.userId });
    }
  });
});

describe('pause and resume', () => {
  it('stop and start the queue itself, and stand in the log', async () => {
    const paused = await anu('POST', '/console/api/registries/mta/pause');
    expect(paused.body.items?.find(({ registry }) => registry === 'mta')).toMatchObject({ paused: true });
    expect((await board.queue.counts('mta')).paused).toBe(true);
    expect((await board.queue.counts('rr')).paused).toBe(false);
    expect(await lastLine()).toMatchObject({
      action: 'REGISTRY_PAUSED',
      outcome: 'DONE',
      user_id: board.operator.userId,
      object_id: 'mta',
    });
    await anu('POST', '/console/api/registries/mta/resume');
    expect((await board.queue.counts('mta')).paused).toBe(false);
    expect(await lastLine()).toMatchObject({ action: 'REGISTRY_RESUMED', object_id: 'mta' });
  });

  it('a repeated call does not undo what came after it', async () => {
    const key = { 'idempotency-key': newId() };
    await anu('POST', '/console/api/registries/skais/pause', undefined, key);
    await anu('POST', '/console/api/registries/skais/resume');
    await anu('POST', '/console/api/registries/skais/pause', undefined, key);
    expect((await board.queue.counts('skais')).paused).toBe(false);
  });

  it('know no register that is not there', async () => {
    expect((await anu('POST', '/console/api/registries/kinnistu/pause')).body).toMatchObject({ status: 404, code: 'REGISTRY_UNKNOWN' });
    expect(await lastLine()).toMatchObject({ action: 'OPERATION_REFUSED', code: 'REGISTRY_UNKNOWN', details: { operation: 'pause' } });
    expect((await anu('POST', '/console/api/registries/RR%2F/pause')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('a register’s queries', () => {
  it('are listed page by page, oldest first, without a person or a proceeding', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await board.query('tervisekassa', 'FAILED', { code: `kood ${subject}`, xRoadId: `x-${n}` }));
    await board.query('tervisekassa', 'QUEUED');
    const first = await anu('GET', '/console/api/registries/tervisekassa/queries?state=FAILED&limit=3');
    const second = await anu('GET', `/console/api/registries/tervisekassa/queries?state=FAILED&limit=3&after=${first.body.next}`);
    const items = [...(first.body.items ?? []), ...(second.body.items ?? [])];
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(second.body.next).toBeNull();
    expect(items[0]).toEqual({
      id: ids[0],
      xRoadId: 'x-0',
      type: 'RR.RESIDENCES',
      state: 'FAILED',
      code: 'kood ***',
      detail: null,
      trouble: {
        code: 'STAR-XT-PROVIDER-FAULT',
        operator: expect.stringContaining('fault of its own'),
        steps: expect.arrayContaining([expect.any(String)]),
        runbook: 'docs/runbook.md#STAR-XT-PROVIDER-FAULT',
      },
      attempts: 3,
      askedAt: '2026-11-23T07:55:00Z',
      dueAt: null,
    });
    const text = JSON.stringify([first.body, second.body]);
    expect(text).not.toMatch(ELEVEN_DIGITS);
    expect(text).not.toContain(board.proceedingId);
    const waiting = await anu('GET', '/console/api/registries/tervisekassa/queries?state=WAITING');
    expect(waiting.body.items).toHaveLength(1);
  });

  it.each([
    ['/console/api/registries/kinnistu/queries?state=FAILED', 'REGISTRY_UNKNOWN'],
    ['/console/api/registries/rr/queries', 'VALIDATION_FAILED'],
    ['/console/api/registries/rr/queries?state=ANSWERED', 'VALIDATION_FAILED'],
    ['/console/api/registries/rr/queries?state=FAILED&limit=201', 'VALIDATION_FAILED'],
    ['/console/api/registries/rr/queries?state=FAILED&after=x', 'VALIDATION_FAILED'],
    ['/console/api/registries/rr/queries?state=FAILED&proceeding=1', 'VALIDATION_FAILED'],
  ])('%s: %s', async (path, code) => {
    expect((await anu('GET', path)).body.code).toBe(code);
  });
});

describe('retry and discard', () => {
  it('send a failed query round again, once', async () => {
    const id = await board.query('tootukassa', 'FAILED');
    const before = (await board.queue.counts('tootukassa')).waiting;
    expect((await anu('POST', `/console/api/queries/${id}/retry`, { reason: ' register töötab jälle ' })).body).toEqual({ id });
    expect(await board.stateOf(id)).toBe('QUEUED');
    expect((await board.queue.counts('tootukassa')).waiting).toBe(before + 1);
    expect(await lastLine()).toMatchObject({
      action: 'QUERY_RETRIED',
      outcome: 'DONE',
      user_id: board.operator.userId,
      object_id: id,
      details: { reason: 'register töötab jälle' },
    });
    expect((await anu('POST', `/console/api/queries/${id}/retry`, { reason: 'veel kord' })).body).toMatchObject({
      status: 409,
      code: 'QUERY_NOT_RETRYABLE',
    });
    expect(await lastLine()).toMatchObject({
      action: 'OPERATION_REFUSED',
      code: 'QUERY_NOT_RETRYABLE',
      object_id: id,
      details: { operation: 'retry' },
    });
  });

  it('do not send what belongs to no open proceeding', async () => {
    const id = await board.query('tootukassa', 'FAILED', { proceedingId: newId() });
    expect((await anu('POST', `/console/api/queries/${id}/retry`, { reason: 'proovin' })).body.code).toBe('QUERY_NOT_RETRYABLE');
    expect(await board.stateOf(id)).toBe('FAILED');
  });

  it('give a query up', async () => {
    const id = await board.query('tootukassa', 'FAULTED');
    expect((await anu('POST', `/console/api/queries/${id}/discard`, { reason: 'ei ole enam vaja' })).status).toBe(200);
    expect(await board.stateOf(id)).toBe('CANCELLED');
    expect(await lastLine()).toMatchObject({ action: 'QUERY_DISCARDED', object_id: id, details: { reason: 'ei ole enam vaja' } });
    expect((await anu('POST', `/console/api/queries/${id}/discard`, { reason: 'veel kord' })).body.code).toBe('QUERY_NOT_RETRYABLE');
    expect((await anu('POST', `/console/api/queries/${newId()}/discard`, { reason: 'veel kord' })).body.code).toBe('QUERY_NOT_FOUND');
  });

  it.each([
    [{}, 'VALIDATION_FAILED'],
    [{ reason: 'ei' }, 'VALIDATION_FAILED'],
    [{ reason: '    ' }, 'VALIDATION_FAILED'],
    [{ reason: 'x'.repeat(501) }, 'VALIDATION_FAILED'],
    [{ reason: 'proovin', force: true }, 'VALIDATION_FAILED'],
    [{ reason: `isik ${subject} palus` }, 'REASON_NAMES_A_PERSON'],
    [{ reason: `isik ${subject.slice(0, 7)} ${subject.slice(7)}` }, 'REASON_NAMES_A_PERSON'],
  ])('want a reason that names nobody: %j', async (body, code) => {
    const id = await board.query('mta', 'FAILED');
    expect((await anu('POST', `/console/api/queries/${id}/retry`, body)).body).toMatchObject({ status: 422, code });
    expect(await board.stateOf(id)).toBe('FAILED');
  });

  it('take a reason that refers to an id, whatever digits are in it', async () => {
    const id = await board.query('tootukassa', 'FAILED');
    const reason = 'sama kui 01930000-1234-7567-8901-234567890123';
    expect((await anu('POST', `/console/api/queries/${id}/retry`, { reason })).status).toBe(200);
  });

  it('leave no personal code in the log', async () => {
    const lines = (await board.audit()).filter(({ user_id }) => user_id === board.operator.userId);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line.text).not.toContain(subject);
  });
});

describe('the page', () => {
  it('lets in only what lies beside it', async () => {
    const page = await board.app.inject({ method: 'GET', url: '/console' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.payload).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=|https?:\/\//);
    const assets = [...page.payload.matchAll(/(?:src|href)="(\/console\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(assets.length).toBeGreaterThanOrEqual(3);
    for (const url of assets) {
      const asset = await board.app.inject({ method: 'GET', url });
      expect([url, asset.statusCode, asset.headers['content-security-policy']]).toEqual([url, 200, policy]);
    }
    expect((await board.app.inject({ method: 'GET', url: '/console/assets/../routes.ts' })).statusCode).toBe(404);
    expect((await board.app.inject({ method: 'GET', url: '/console/assets/%2e%2e/routes.ts' })).statusCode).not.toBe(200);
  });

  it('does not loosen the policy of the doors beside it', async () => {
    const health = await board.app.inject({ method: 'GET', url: '/health/live' });
    expect(health.headers['content-security-policy']).toContain("default-src 'self'");
  });
});

describe('/metrics', () => {
  it('tells Prometheus how every register’s queries stand, and names nobody', async () => {
    const { statusCode, headers, payload } = await board.app.inject({ method: 'GET', url: '/metrics' });
    expect([statusCode, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
    for (const line of [
      'star_queries{registry="rr",state="waiting"} 1',
      'star_queries{registry="rr",state="failed"} 2',
      'star_queue_oldest_seconds{registry="rr"} 1800',
      'star_queue_oldest_seconds{registry="mta"} 0',
      'star_breaker_open{registry="rr"} 0',
      'star_registry_paused{registry="skais"} 0',
    ])
      expect(payload.split('\n')).toContain(line);
    expect(payload).toContain('process_cpu_seconds_total');
    const labels = [...payload.matchAll(/\{([^}]*)\}/g)].map(([, inside]) => inside ?? '');
    for (const inside of labels) expect(inside).not.toMatch(ELEVEN_DIGITS);
  });
});
