import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type { Counter, Gauge, Histogram };

interface Defined<T extends string, L extends string> {
  readonly type: T;
  /** `star_`, what is counted, the unit (seconds, bytes), and `_total` of what only grows: Prometheus' own rules of naming. */
  readonly name: string;
  readonly help: string;
  /** Each label with what bounds its values: never a person, a proceeding or an id. */
  readonly labels: Readonly<Record<L, string>>;
}

export type CounterDefinition<L extends string> = Defined<'counter', L>;
export type GaugeDefinition<L extends string> = Defined<'gauge', L>;
export interface HistogramDefinition<L extends string> extends Defined<'histogram', L> {
  /** Upper bounds in the unit that the name ends with. */
  readonly buckets: readonly number[];
}
export type MetricDefinition = CounterDefinition<string> | GaugeDefinition<string> | HistogramDefinition<string>;
export type MetricCatalogue = Readonly<Record<string, MetricDefinition>>;

/** The metrics of one part of the gateway; docs/metrics.md is made of all of them. */
export function defineMetrics<const C extends MetricCatalogue>(catalogue: C): C {
  return catalogue;
}

/** The process's Prometheus metrics. */
export interface Metrics {
  counter<L extends string>(definition: CounterDefinition<L>): Counter<L>;
  /** @param collect sets it anew at every scrape. While it fails there is no such metric, and the scrape tells the others */
  gauge<L extends string>(definition: GaugeDefinition<L>, collect?: (gauge: Gauge<L>) => Promise<void> | void): Gauge<L>;
  histogram<L extends string>(definition: HistogramDefinition<L>): Histogram<L>;
  /** The exposition text and its content type. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    counter: ({ name, help, labels }) => new Counter({ name, help, labelNames: namesOf(labels), registers }),
    gauge: ({ name, help, labels }, collect) => {
      const gauge: Gauge<keyof typeof labels> = new Gauge({
        name,
        help,
        labelNames: namesOf(labels),
        registers,
        ...(collect === undefined ? {} : { collect: () => renew(gauge, () => collect(gauge)) }),
      });
      return gauge;
    },
    histogram: ({ name, help, labels, buckets }) =>
      new Histogram({ name, help, labelNames: namesOf(labels), buckets: [...buckets], registers }),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

async function renew(gauge: Pick<Gauge, 'reset' | 'remove'>, collect: () => Promise<void> | void): Promise<void> {
  gauge.reset();
  try {
    await collect();
  } catch {
    gauge.reset();
    // One without labels would say 0.
    gauge.remove();
  }
}

function namesOf<L extends string>(labels: Readonly<Record<L, string>>): L[] {
  return Object.keys(labels) as L[];
}
