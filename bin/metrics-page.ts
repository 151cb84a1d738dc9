import type { MetricCatalogue, MetricDefinition } from '../src/platform/index.ts';

const HEAD = `# Metrics

What \`GET /metrics\` tells Prometheus, besides what Node tells of itself (\`process_*\`, \`nodejs_*\`: memory, CPU, event loop, garbage). Units are in the
names. A process tells its own; what stands in the database is told by those with the role \`console\` alone, what goes out by those with \`worker\`. A label takes only values of the list beside it: never a person, a proceeding or an id. A histogram has \`_bucket\` (with \`le\`), \`_sum\` and \`_count\`.
What to alert on: [operations.md](operations.md#watching); a dashboard and rules are in \`config/\`.

| metric | type | labels | what |
|---|---|---|---|
`;

/** `docs/metrics.md`: every metric of our own, by name. */
export function renderMetricsPage(catalogues: readonly MetricCatalogue[]): string {
  const metrics = catalogues.flatMap((catalogue) => Object.values(catalogue)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${HEAD}${metrics.map(row).join('')}`;
}

function row({ name, type, labels, help }: MetricDefinition): string {
  const described = Object.entries(labels).map(([label, values]) => `\`${label}\`: ${values}`);
  return `| \`${name}\` | ${type} | ${described.join('<br>')} | ${help} |\n`;
}
