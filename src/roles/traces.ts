import type { Configuration } from '../configuration.ts';
import { traceMetricCatalogue } from '../console/index.ts';
import { type Log, type Metrics, NO_TRACING, openTracing, type Tracing } from '../platform/index.ts';

/** Tells traces to the collector that the configuration names, if it names one; what became of them is counted, and noted down when it changes. */
export async function openTraces({ tracing: { otlpUrl, sampleRatio } }: Configuration, metrics: Metrics, log: Log): Promise<Tracing> {
  const spans = metrics.counter(traceMetricCatalogue.spans);
  if (otlpUrl === undefined) return NO_TRACING;
  let away = false;
  return openTracing({
    otlpUrl,
    sampleRatio,
    exported(outcome, count) {
      spans.inc({ outcome }, count);
      if ((outcome === 'FAILED') === away) return;
      away = !away;
      if (away) log.warn('the collector of traces does not take them');
      else log.info('the collector of traces takes them again');
    },
  });
}
