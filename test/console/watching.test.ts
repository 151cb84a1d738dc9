import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Static, type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { metricCatalogues } from '../../src/gateway.ts';
import type { MetricDefinition } from '../../src/platform/index.ts';
import { openTestGateway, type TestGateway } from '../gateway.ts';
import { exposition } from './exposition.ts';
import { readPromql } from './promql.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
function as<T extends TSchema>(schema: T, value: unknown): Static<T> {
  if (!Check(schema, value)) throw new TypeError('the file has not the shape that its program reads');
  return value;
}

const Rule = Type.Object(
  {
    alert: Type.String({ pattern: '^Star[A-Za-z]+$' }),
    expr: Type.String(),
    for: Type.String({ pattern: '^\\d+[mh]$' }),
    labels: Type.Object({ severity: Type.Enum(['critical', 'warning', 'info']) }, { additionalProperties: false }),
    annotations: Type.Object({ summary: Type.String({ minLength: 10 }), runbook: Type.String() }, { additionalProperties: false }),
  },
  { additionalProperties: false },
);
const Alerts = Type.Object({
  groups: Type.Array(Type.Object({ name: Type.String(), rules: Type.Array(Rule) }, { additionalProperties: false })),
});
const Datasource = Type.Object({ type: Type.Literal('prometheus'), uid: Type.Literal(`\${datasource}`) });
const Dashboard = Type.Object({
  uid: Type.Literal('star-xtee-gateway'),
  schemaVersion: Type.Integer(),
  templating: Type.Object({ list: Type.Array(Type.Object({ name: Type.String(), type: Type.String() })) }),
  panels: Type.Array(
    Type.Object({
      id: Type.Integer(),
      type: Type.Enum(['row', 'timeseries', 'stat']),
      title: Type.String({ minLength: 3 }),
      gridPos: Type.Object({ x: Type.Integer(), y: Type.Integer(), w: Type.Integer({ minimum: 1 }), h: Type.Integer({ minimum: 1 }) }),
      datasource: Type.Optional(Datasource),
      targets: Type.Optional(
        Type.Array(
          Type.Object({ refId: Type.String(), expr: Type.String({ minLength: 3 }), legendFormat: Type.String(), datasource: Datasource }),
          { minItems: 1 },
        ),
      ),
    }),
  ),
});

const rules = as(Alerts, parse(read('config/prometheus-alerts.yaml'))).groups.flatMap((group) => group.rules);
const dashboard = as(Dashboard, JSON.parse(read('config/grafana-dashboard.json')));
const targets = dashboard.panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr, legendFormat }) => ({ title, expr, legendFormat })),
);
/** Grafana fills these in before Prometheus sees them. */
const filledIn = (expr: string) => expr.replaceAll('$__rate_interval', '5m').replaceAll('$registry', '.*');
const queries = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...targets.map(({ title, expr }) => [`“${title}”`, filledIn(expr)] as const),
];

const ours = new Map<string, MetricDefinition>(
  metricCatalogues.flatMap((catalogue) => Object.values(catalogue).map((one) => [one.name, one] as const)),
);
/** Labels that Prometheus gives to whatever it scrapes. */
const SCRAPED = ['instance', 'job'];
/** Each in backticks, where a label has a list of values and no other. */
const CLOSED = /^(?:`[\w]+`(?:, |; )?)+$/;

describe('the dashboard and the alert rules', () => {
  let star: TestGateway;
  let told: ReturnType<typeof exposition>;
  beforeAll(async () => {
    star = await openTestGateway();
    await star.call('GET', '/api/v1/query-types');
    told = exposition(await (await fetch(`${star.gateway.url}/metrics`)).text());
  });
  afterAll(() => star.close());

  /** The metric that a name belongs to, and its labels, as a running gateway has it. */
  function known(name: string): { readonly labels: readonly string[]; readonly definition: MetricDefinition | undefined } {
    const family = told.types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '');
    if (!told.types.has(family)) throw new Error(`a running gateway has no metric ${name}`);
    if (family !== name && told.types.get(family) !== 'histogram') throw new Error(`${family} is no histogram`);
    if (family === name && told.types.get(family) === 'histogram') throw new Error(`${name} is a histogram and has no value of its own`);
    const definition = ours.get(family);
    const labels = definition
      ? Object.keys(definition.labels)
      : told.samples.filter((one) => one.family === family).flatMap((one) => Object.keys(one.labels));
    return { labels: [...labels, ...SCRAPED, ...(name.endsWith('_bucket') ? ['le'] : [])], definition };
  }

  it.each(queries)('%s asks for metrics and labels that there are', (_name, expr) => {
    const { selectors, grouped } = readPromql(expr);
    expect(selectors.length).toBeGreaterThan(0);
    for (const { metric, matchers } of selectors) {
      const { labels, definition } = known(metric);
      for (const { label, op, value } of matchers) {
        expect([metric, labels]).toEqual([metric, expect.arrayContaining([label])]);
        const said = definition?.labels[label] ?? '';
        if (op === '=' && CLOSED.test(said)) expect(said).toContain(`\`${value}\``);
      }
    }
    const all = new Set(selectors.flatMap(({ metric }) => known(metric).labels));
    expect(grouped.filter((label) => !all.has(label))).toEqual([]);
    // A rate of what goes down, or a bare total, says nothing.
    for (const { metric } of selectors) {
      const counts = metric.endsWith('_total') || /_(bucket|sum|count)$/.test(metric);
      expect([metric, new RegExp(`(?:rate|increase)\\(${metric}\\b`).test(expr)]).toEqual([metric, counts]);
    }
  });

  it.each(targets.map((target) => [target.title, target] as const))(
    '%s names its lines by labels that are left',
    (_title, { expr, legendFormat }) => {
      const { grouped, selectors } = readPromql(filledIn(expr));
      const left = grouped.length > 0 ? grouped : selectors.flatMap(({ metric }) => known(metric).labels);
      for (const [, label = ''] of legendFormat.matchAll(/\{\{(\w+)\}\}/g)) expect(left).toContain(label);
    },
  );

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s says what it speaks of and leads to a place that there is',
    (_name, { expr, annotations }) => {
      const { grouped } = readPromql(expr);
      for (const [, label = ''] of annotations.summary.matchAll(/\$labels\.(\w+)/g)) expect(grouped).toContain(label);
      const [page = '', anchor = ''] = annotations.runbook.split('#');
      expect(existsSync(resolve(root, page))).toBe(true);
      expect(anchorsOf(read(page))).toContain(anchor);
    },
  );

  it('are each their own', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    expect(rules.filter(({ labels }) => labels.severity === 'critical').length).toBeGreaterThan(5);
  });
});

it('the dashboard asks whichever Prometheus is chosen, for variables that it has, in panels that do not lie upon each other', () => {
  expect(dashboard.templating.list.map(({ name, type }) => [name, type])).toEqual([
    ['datasource', 'datasource'],
    ['registry', 'query'],
  ]);
  const used = targets.flatMap(({ expr }) => [...expr.matchAll(/\$(\w+)/g)].map(([, name]) => name));
  expect([...new Set(used)].sort()).toEqual(['__rate_interval', 'registry']);
  const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)} ${y + Math.floor(n / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  for (const { type, datasource, targets: asked } of dashboard.panels)
    expect([type, datasource !== undefined && asked !== undefined]).toEqual([type, type !== 'row']);
});

it('every metric of ours is shown or alerted on', () => {
  const asked = queries.flatMap(([, expr]) => readPromql(expr).selectors.map(({ metric }) => metric.replace(/_(bucket|sum|count)$/, '')));
  // By member of a record: for whoever looks at why twins differ, not for a board.
  expect([...ours.keys()].filter((name) => !asked.includes(name))).toEqual(['star_shadow_differences_total']);
});

it('the example for Prometheus loads the rules that lie beside it, and finds every process of the example of an installation', () => {
  const Discovery = Type.Object({ names: Type.Array(Type.String()), type: Type.Literal('A'), port: Type.Integer() });
  const Scrape = Type.Object({ job_name: Type.Literal('star-xtee-gateway'), dns_sd_configs: Type.Array(Discovery, { minItems: 1 }) });
  const Example = Type.Object({ rule_files: Type.Array(Type.String()), scrape_configs: Type.Array(Scrape) });
  const example = as(Example, parse(read('config/prometheus.example.yaml')));
  expect(example.rule_files.map((file) => existsSync(resolve(root, 'config', file)))).toEqual([true]);
  const compose = as(
    Type.Object({
      services: Type.Record(Type.String(), Type.Object({ environment: Type.Optional(Type.Record(Type.String(), Type.Unknown())) })),
    }),
    parse(read('config/compose.example.yaml'), { merge: true }),
  );
  const ours = Object.entries(compose.services).filter(([, { environment }]) => environment?.STAR_OPS_PORT !== undefined);
  const found = example.scrape_configs.flatMap(({ dns_sd_configs }) => dns_sd_configs);
  expect(found.flatMap(({ names, port }) => names.map((name) => [name, String(port)])).sort()).toEqual(
    ours.map(([name, { environment }]) => [name, environment?.STAR_OPS_PORT]).sort(),
  );
});

it('notices a query that is none, and a metric that is none', () => {
  expect(() => readPromql('sum by (registry (star_queries)')).toThrow(SyntaxError);
  expect(readPromql('rate(star_nothing{a="b"}[5m]) > 1').selectors).toEqual([
    { metric: 'star_nothing', matchers: [{ label: 'a', op: '=', value: 'b' }] },
  ]);
});

/** Anchors of a page: of headings as GitHub makes them, and those that are written. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\d\s-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...page.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}
