import { spawnSync } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { tourQuestions } from '../../bin/tour/questions.ts';
import { openGateway } from '../../src/gateway.ts';
import { createLog } from '../../src/platform/index.ts';
import { type CollectedSpan, startCollector } from '../collector.ts';
import { openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';
const JUSTIFICATION = 'Lapse heaolu hindamine kodukülastuse järel';
const FRONT_END = '0af7651916cd43dd8448eb211c80319c';
const SPAN_OF_FRONT_END = 'b7ad6b7169203331';
const UNSAMPLED = '11112222333344445555666677778888';
const OF_A_REGISTER = 'aaaabbbbccccddddeeeeffff00001111';
const child = (spans: readonly CollectedSpan[], parent: CollectedSpan | undefined, name: string) =>
  spans.filter((span) => span.name === name && span.parentSpanId === parent?.spanId);

/** Which of the secrets a text tells: as a word of it, or anywhere where a secret is more than a word. */
function tellers(text: string, secrets: ReadonlySet<string>): readonly string[] {
  const words = new Set(text.match(/[\p{L}\d]+/gu));
  return [...secrets].filter((secret) => (/^[\p{L}\d]+$/u.test(secret) ? words.has(secret) : text.includes(secret)));
}

describe('a gateway that tells traces, and sends from another process than the one that was asked', () => {
  let spans: readonly CollectedSpan[];
  let bytes: string;
  let lines: string;
  const secrets = new Set<string>();
  const ids: Record<string, string> = {};
  const received = new Map<string, number>();
  const sentHeaders: string[] = [];

  beforeAll(async () => {
    const collector = await startCollector();
    const written: string[] = [];
    const log = createLog('debug', { write: (line: string) => void written.push(line) });
    const star = await openTestGateway({ roles: ['api', 'producer', 'console'], otlpUrl: collector.url, log });
    const worker = await openGateway({ ...star.opening, configuration: { ...star.opening.configuration, roles: ['worker'] } });
    const outgoing = (message: unknown) => {
      const { request } = message as { request: { origin: string; headers: unknown } };
      if (String(request.origin) === star.simulator.url) sentHeaders.push(JSON.stringify(request.headers));
    };
    subscribe('undici:request:create', outgoing);
    const mari = await star.worker();
    const about = async (persona: string) => {
      const proceeding = await openProceeding(mari, [star.country.personae[persona] ?? '']);
      return (traceparent?: string, wait = 10) =>
        mari(
          'POST',
          `/api/v1/proceedings/${proceeding.id}/queries?wait=${wait}`,
          { type: RR, subjectId: proceeding.subjects[0], justification: JUSTIFICATION },
          traceparent === undefined ? {} : { traceparent },
        );
    };

    const parent = await about('EMPLOYED_PARENT');
    ids.asked = String((await parent(`00-${FRONT_END}-${SPAN_OF_FRONT_END}-01`)).body.id);
    await parent();

    star.simulator.knobs('rr').cut = true;
    const lone = await about('LONE_PENSIONER');
    ids.retried = String((await lone(undefined, 1)).body.id);
    const joining = await lone(undefined, 0);
    expect(joining.body.id).toBe(ids.retried);
    star.simulator.knobs('rr').cut = false;
    star.clock.advance({ minutes: 5 });
    while ((await mari('GET', `/api/v1/queries/${ids.retried}`)).body.state !== 'ANSWERED') await sleep(50);

    const child = await about('CHILD');
    await child(`00-${UNSAMPLED}-${SPAN_OF_FRONT_END}-00`);
    await fetch(`${star.gateway.url}/xroad/soap`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', traceparent: `00-${OF_A_REGISTER}-${SPAN_OF_FRONT_END}-01` },
      body: '<no/>',
    });
    for (const path of ['/metrics', '/health/live']) await fetch(`${star.gateway.url}${path}`);
    await mari('GET', `/api/v1/clients/${star.country.personae.CHILD}`);

    await askEverything(star, mari, secrets);
    for (const [id, times] of star.simulator.received()) received.set(id, times);
    await worker.close();
    await star.close();
    unsubscribe('undici:request:create', outgoing);
    spans = collector.spans();
    lines = written.join('');
    bytes = collector.text();
    expect([...collector.paths]).toEqual(['POST /v1/traces']);
    await collector.close();
  }, 120_000);

  it('tells of a question one trace, from the front-end’s call to the register and back', () => {
    const trace = spans.filter(({ traceId }) => traceId === FRONT_END);
    const [call] = trace.filter(({ parentSpanId }) => parentSpanId === SPAN_OF_FRONT_END);
    expect(call).toMatchObject({
      name: 'POST /api/v1/proceedings/:id/queries',
      kind: 2,
      attributes: { 'http.request.method': 'POST', 'http.route': '/api/v1/proceedings/:id/queries', 'http.response.status_code': 200 },
    });
    const [ask] = child(trace, call, 'ask');
    expect(ask).toMatchObject({ kind: 4, attributes: { 'star.questions': 1 } });
    const query = { 'star.query.id': ids.asked, 'star.query.type': RR, 'star.registry': 'rr', 'star.query.attempt': 1 };
    expect(child(trace, ask, 'wait for a turn')).toMatchObject([{ attributes: query }]);
    const attempts = child(trace, ask, 'attempt');
    expect(attempts).toMatchObject([{ kind: 5, failed: false, attributes: { ...query, 'star.query.state': 'FOUND' } }]);
    const exchanges = child(trace, attempts[0], 'X-Road exchange');
    expect(exchanges).toMatchObject([
      {
        kind: 3,
        attributes: {
          'xroad.service': expect.stringMatching(/^EE\/GOV\/70008440\/rr\/\w+\/v\d$/),
          'xroad.protocol': 'SOAP',
          'xroad.outcome': 'answered',
          'star.registry': 'rr',
        },
      },
    ]);
    expect(received.get(String(exchanges[0]?.attributes['xroad.id']))).toBe(1);
    const settles = child(trace, attempts[0], 'settle');
    expect(settles).toHaveLength(1);
    expect(trace).toHaveLength(6);
    expect(exchanges[0]?.from).toBeGreaterThanOrEqual(attempts[0]?.from ?? 0n);
    expect(settles[0]?.from).toBeGreaterThanOrEqual(attempts[0]?.from ?? 0n);
  });

  it('tells of every attempt in the trace of the question, and links who joins it', () => {
    const attempts = spans.filter(({ name, attributes }) => name === 'attempt' && attributes['star.query.id'] === ids.retried);
    expect(attempts.map(({ attributes }) => attributes['star.query.attempt'])).toEqual([...attempts.keys()].map((n) => n + 1));
    expect(attempts.length).toBeGreaterThanOrEqual(2);
    expect(new Set(attempts.map(({ traceId }) => traceId)).size).toBe(1);
    expect(attempts[0]).toMatchObject({
      failed: true,
      attributes: { 'star.query.state': 'RETRY_WAIT', 'error.type': expect.stringMatching(/^STAR-XT-/) },
    });
    expect(attempts.at(-1)).toMatchObject({ failed: false, attributes: { 'star.query.state': 'FOUND' } });
    const exchanges = attempts.map((attempt) => child(spans, attempt, 'X-Road exchange'));
    expect(exchanges[0]).toMatchObject([{ failed: true, attributes: { 'xroad.outcome': 'failed', 'error.type': 'NETWORK' } }]);
    expect(new Set(exchanges.flat().map(({ attributes }) => attributes['xroad.id'])).size).toBe(attempts.length);
    const joins = spans.filter(
      ({ name, links, traceId }) => name === 'ask' && links.includes(attempts[0]?.traceId ?? '') && traceId !== attempts[0]?.traceId,
    );
    expect(joins).toHaveLength(1);
  });

  it('does as the front-end has decided: of what it does not tell, nothing is told', () => {
    expect(spans.filter(({ traceId }) => traceId === UNSAMPLED)).toEqual([]);
    expect(bytes).not.toContain(UNSAMPLED);
  });

  it('goes on with no trace but of its own front-ends, and tells of no look at its health', () => {
    expect(bytes).not.toContain(OF_A_REGISTER);
    const [produced] = spans.filter(({ name }) => name === 'POST /xroad/soap');
    expect(produced).toMatchObject({ kind: 2, parentSpanId: undefined });
    expect(spans.filter(({ name }) => /metrics|health/.test(name))).toEqual([]);
  });

  it('sends registers nothing of it', () => {
    expect(sentHeaders.length).toBeGreaterThan(20);
    for (const headers of sentHeaders) expect(headers).not.toMatch(/trace|baggage|b3/i);
  });

  it('tells nothing of a person: no code, no name, nothing that was asked with or answered', () => {
    expect(secrets.size).toBeGreaterThan(2_000);
    expect(spans.filter(({ name }) => name === 'X-Road exchange').length).toBeGreaterThan(20);
    expect(tellers(bytes.replace(/"(?:\w+Id|\w+UnixNano)":/g, ''), secrets)).toEqual([]);
  });

  it('notes the trace down in the log, beside the call and what was done for it', () => {
    const told = lines.split('\n').filter((line) => line.includes(FRONT_END));
    expect(told.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'request', traceId: FRONT_END, route: '/api/v1/proceedings/:id/queries' },
    ]);
    expect(tellers(lines, secrets)).toEqual([]);
  });
});

/** Asks all that the tour asks in a case, and gathers what of it may be nowhere: every code and name of the country, what was asked with, what was answered. */
async function askEverything(star: TestGateway, mari: Awaited<ReturnType<TestGateway['worker']>>, secrets: Set<string>): Promise<void> {
  for (const { personalCode, firstName, lastName } of star.country.people)
    for (const one of [personalCode, firstName, lastName]) secrets.add(one);
  for (const one of [
    'Mari Maasikas',
    'Näidis',
    'Isik',
    JUSTIFICATION,
    mari.worker.personalCode,
    mari.worker.username,
    mari.worker.password,
  ])
    secrets.add(one);
  const gather = (value: unknown): void => {
    if (typeof value === 'string' && value.length > 5 && !/^[A-Z][A-Z_]+$/.test(value)) secrets.add(value);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) gather(one);
  };
  const records = new Map<string, Record<string, unknown>>();
  const questions = tourQuestions('2026-10').filter(({ kind }) => kind === 'SIMPLE' || kind === 'CASE');
  for (const kind of new Set(questions.map((question) => question.kind))) {
    const asks = questions.filter((question) => question.kind === kind);
    const codeOf = (persona: string) => star.country.personae[persona] ?? '';
    const codes = [...new Set(asks.map(({ persona }) => codeOf(persona)))];
    const proceeding = await openProceeding(mari, codes, kind);
    for (const { type, persona, parameters, from } of asks) {
      const asked = { ...parameters, ...from?.((one) => records.get(one) ?? {}) };
      gather(asked);
      const { body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=10`, {
        ...{ type, parameters: asked, justification: JUSTIFICATION },
        subjectId: proceeding.subjects[codes.indexOf(codeOf(persona))],
      });
      const { record } = body.answer as { record?: Record<string, unknown> };
      gather(record);
      records.set(type, record ?? {});
    }
  }
}

describe('a collector that is away', () => {
  it('is no trouble for anybody: it is counted, noted down once, and not waited for', async () => {
    const collector = await startCollector({ status: 400 });
    const lines: string[] = [];
    const star = await openTestGateway({
      otlpUrl: collector.url,
      log: createLog('info', { write: (line: string) => void lines.push(line) }),
    });
    const mari = await star.worker();
    const counted = async (outcome: string) => {
      const metrics = await (await fetch(`${star.gateway.url}/metrics`)).text();
      return Number(new RegExp(`^star_trace_spans_total\\{outcome="${outcome}"\\} (\\d+)$`, 'm').exec(metrics)?.[1] ?? 0);
    };
    await mari('GET', '/api/v1/query-types');
    await expect.poll(() => counted('FAILED'), { timeout: 15_000 }).toBeGreaterThan(0);
    expect(lines.join('')).toContain('the collector of traces does not take them');
    collector.answers.status = 200;
    await mari('GET', '/api/v1/query-types');
    await expect.poll(() => counted('EXPORTED'), { timeout: 15_000 }).toBeGreaterThan(0);
    expect(lines.join('')).toContain('the collector of traces takes them again');
    await star.close();
    await collector.close();
  });
});

describe('a gateway that tells none', () => {
  it('does not even load what it would tell them with', () => {
    // The API alone is there anyhow: prom-client has it for exemplars.
    const script = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ resolve: (name, context, next) => (loaded.push(name), next(name, context)) });
      const { NO_TRACING } = await import('./src/platform/index.ts');
      await import('./src/gateway.ts');
      console.log(JSON.stringify({ on: NO_TRACING.on, fastify: loaded.includes('fastify'), otel: loaded.filter((name) => /opentelemetry\\/(?!api$)/.test(name)) }));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: resolve(import.meta.dirname, '../..'),
      encoding: 'utf8',
    });
    expect([stdout.trim(), stderr]).toEqual([JSON.stringify({ on: false, fastify: true, otel: [] }), '']);
  });
});
