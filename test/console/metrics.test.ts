import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricCatalogues } from '../../src/gateway.ts';
import { createMetrics, VERSION } from '../../src/platform/index.ts';
import { REGISTRIES } from '../../src/registries/index.ts';
import { openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';
import { exposition, type Sample } from './exposition.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';
const definitions = metricCatalogues.flatMap((catalogue) => Object.values(catalogue));

describe('every metric', () => {
  it.each(definitions.map((definition) => [definition.name, definition] as const))(
    '%s is named after Prometheus’ own rules',
    (name, { type, labels, help }) => {
      expect(name).toMatch(/^star_[a-z]+(_[a-z]+)*$/);
      expect(name.endsWith('_total')).toBe(type === 'counter');
      if (type === 'histogram') expect(name).toMatch(/_(seconds|bytes)$/);
      expect(name).not.toMatch(/_(ms|milliseconds|minutes|kb|count|sum|bucket)(_|$)/);
      for (const [label, values] of Object.entries(labels)) {
        expect(label).toMatch(/^[a-z_]+$/);
        expect(label).not.toMatch(/(^|_)id$|user|client|person|proceeding|^le$/);
        expect(values).not.toBe('');
      }
      expect(help).not.toMatch(/\n|\.$/);
    },
  );

  it('has a name of its own', () => expect(new Set(definitions.map(({ name }) => name)).size).toBe(definitions.length));
});

describe('/metrics of a gateway that has done one of everything', () => {
  let star: TestGateway;
  let text: string;
  let samples: readonly Sample[];
  const value = (name: string, labels: Readonly<Record<string, string>> = {}) =>
    samples.find((sample) => sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
      ?.value;

  beforeAll(async () => {
    star = await openTestGateway();
    const mari = await star.worker();
    const code = star.country.personae.EMPLOYED_PARENT ?? '';
    const proceeding = await openProceeding(mari, [code]);
    const ask = (wait: number) =>
      mari('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=${wait}`, { type: RR, subjectId: proceeding.subjects[0] });
    await ask(10);
    await ask(10);
    const other = await openProceeding(mari, [star.country.personae.LONE_PENSIONER ?? '']);
    star.simulator.knobs('rr').cut = true;
    for (let times = 0; times < 2; times++)
      await mari('POST', `/api/v1/proceedings/${other.id}/queries?wait=1`, { type: RR, subjectId: other.subjects[0] });
    await star.call('GET', `/api/v1/clients/${code}?personalCode=${code}`);
    await star.call('GET', `/nowhere/${code}`);
    await fetch(`${star.gateway.url}/xroad/soap`, { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<no/>' });
    text = await (await fetch(`${star.gateway.url}/metrics`)).text();
    samples = exposition(text).samples;
  });
  afterAll(() => star.close());

  it('has the metrics of the catalogues, of the type they say, and no other of our own', () => {
    const { types } = exposition(text);
    const own = [...types].filter(([name]) => name.startsWith('star_')).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(own).toEqual(definitions.map(({ name, type }) => [name, type]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
  });

  it('has the labels that the catalogues say, and in none a person, an id or an address', () => {
    const known = new Map(definitions.map(({ name, labels }) => [name, Object.keys(labels).sort()]));
    const own = samples.filter(({ family }) => family.startsWith('star_'));
    expect(new Set(own.map(({ family }) => family)).size).toBeGreaterThan(15);
    for (const { family, labels } of own) {
      const { le: _, ...rest } = labels;
      expect([family, Object.keys(rest).sort()]).toEqual([family, known.get(family)]);
      for (const value of Object.values(rest)) expect(value).not.toMatch(/\d{6}|[0-9a-f]{8}-[0-9a-f]{4}|\?|^.{100}/);
    }
  });

  it('counts what was asked, waited for, sent, failed, and called', () => {
    const rr = { registry: 'rr' };
    expect(value('star_query_questions_total', { ...rr, outcome: 'QUEUED' })).toBe(2);
    expect(value('star_query_questions_total', { ...rr, outcome: 'FROM_CACHE' })).toBe(1);
    expect(value('star_query_questions_total', { ...rr, outcome: 'JOINED' })).toBe(1);
    expect(value('star_query_wait_seconds_count', { ...rr, class: 'INTERACTIVE' })).toBe(2);
    expect(value('star_exchange_duration_seconds_count', rr)).toBeGreaterThanOrEqual(2);
    expect(value('star_exchange_failures_total', { ...rr, class: 'NETWORK' })).toBeGreaterThanOrEqual(1);
    expect(value('star_query_attempts_total', { ...rr, state: 'ANSWERED' })).toBe(1);
    expect(value('star_query_attempts_total', { ...rr, state: 'RETRY_WAIT' })).toBeGreaterThanOrEqual(1);
    const asked = { method: 'POST', route: '/api/v1/proceedings/:id/queries' };
    expect(value('star_http_request_duration_seconds_count', { ...asked, status: '2xx' })).toBe(4);
    expect(value('star_http_request_duration_seconds_count', { method: 'GET', route: 'none', status: '4xx' })).toBe(1);
    expect(value('star_producer_requests_total', { service: 'none' })).toBe(1);
    expect(value('star_producer_request_duration_seconds_count', { service: 'none' })).toBe(1);
  });

  it('tells how the parts stand', () => {
    expect(value('star_build_info', { version: VERSION })).toBe(1);
    expect(value('star_security_server_up', { server: new URL(star.simulator.url).host })).toBe(1);
    expect(value('star_database_connections_max')).toBe(20);
    expect(value('star_queue_outbox_jobs')).toBe(0);
    expect(value('star_audit_unsealed_oldest_seconds')).toBeGreaterThanOrEqual(0);
    expect(samples.filter(({ name }) => name === 'star_breaker_open').map(({ labels }) => labels.registry)).toEqual([...REGISTRIES].sort());
    expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });
});

it('says nothing of a part that is away, and goes on telling of the others', async () => {
  const metrics = createMetrics();
  const away = async () => Promise.reject(new Error('away'));
  metrics.gauge({ type: 'gauge', name: 'star_away', help: 'Never there', labels: {} }, away);
  metrics.gauge({ type: 'gauge', name: 'star_there', help: 'Always there', labels: {} }, (gauge) => gauge.set(3));
  const { samples } = exposition((await metrics.render()).text);
  expect(samples.filter(({ name }) => name.startsWith('star_'))).toEqual([
    { family: 'star_there', name: 'star_there', labels: {}, value: 3 },
  ]);
});
