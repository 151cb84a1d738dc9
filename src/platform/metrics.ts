import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type { Counter, Gauge, Histogram };

/** The process's Prometheus metrics. Labels are registries, services, states and codes; never a person, a proceeding or an id. */
export interface Metrics {
  counter<L extends string>(name: string, help: string, labels: readonly L[]): Counter<L>;
  gauge<L extends string>(name: string, help: string, labels: readonly L[], collect?: (gauge: Gauge<L>) => Promise<void>): Gauge<L>;
  /** Buckets are upper bounds in the unit that the name ends with. */
  histogram<L extends string>(name: string, help: string, labels: readonly L[], buckets: readonly number[]): Histogram<L>;
  /** The exposition text and its content type. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    counter: (name, help, labels) => new Counter({ name, help, labelNames: [...labels], registers }),
    gauge: (name, help, labels, collect) => {
      const gauge: Gauge<(typeof labels)[number]> = new Gauge({
        name,
        help,
        labelNames: [...labels],
        registers,
        ...(collect === undefined ? {} : { collect: () => collect(gauge) }),
      });
      return gauge;
    },
    histogram: (name, help, labels, buckets) => new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers }),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
