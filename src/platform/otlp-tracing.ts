import type { Context, SpanContext } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import { tellable } from './trace-attributes.ts';
import { runningSpan, type Span, type SpanStart, type Tracing } from './tracing.ts';
import { VERSION } from './version.ts';

export interface TracingSettings {
  /** Where a collector takes OTLP over HTTP: `http://127.0.0.1:4318`. */
  readonly otlpUrl: string;
  /** Which part of the traces that begin here is told, 0 to 1. Of those that began elsewhere, whoever began them has decided. */
  readonly sampleRatio: number;
  /** Told of every batch that the collector took, or did not take. */
  readonly exported: (outcome: 'EXPORTED' | 'FAILED', spans: number) => void;
}

/** A collector that does not answer for so long does not answer: 5 s. */
const EXPORT_WITHIN_MS = 5_000;
/** Spans are told every so often: 2 s. */
const EXPORT_EVERY_MS = 2_000;
/** Spans that wait to be told; further ones are not: 4,096, some MB. */
const WAITING_AT_MOST = 4_096;
/** `traceparent` in version 00, the only one there is. */
const TRACE_PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Opens the way to a collector of traces. OpenTelemetry is loaded here, and nowhere else: a gateway that tells none does without. */
export async function openTracing({ otlpUrl, sampleRatio, exported }: TracingSettings): Promise<Tracing> {
  const [{ isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace }, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const otlp = new OTLPTraceExporter({ url: `${otlpUrl.replace(/\/$/, '')}/v1/traces`, timeoutMillis: EXPORT_WITHIN_MS });
  const exporter: SpanExporter = {
    export: (spans, done) =>
      otlp.export(spans, (result) => {
        exported(result.code === 0 ? 'EXPORTED' : 'FAILED', spans.length);
        done(result);
      }),
    forceFlush: () => otlp.forceFlush(),
    shutdown: () => otlp.shutdown(),
  };
  const provider = new sdk.TracerProvider({
    // Nothing of the machine or its environment.
    resource: resourceFromAttributes({ 'service.name': 'star-xtee-gateway', 'service.version': VERSION }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(sampleRatio) }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter,
        scheduledDelayMillis: EXPORT_EVERY_MS,
        exportTimeoutMillis: EXPORT_WITHIN_MS,
        maxQueueSize: WAITING_AT_MOST,
      }),
    ],
  });
  const tracer = provider.getTracer('star-xtee-gateway', VERSION);

  const contextOf = (traceParent: string | undefined): SpanContext | undefined => {
    const [, traceId, spanId, flags] = TRACE_PARENT.exec(traceParent ?? '') ?? [];
    if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
    const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
    return isSpanContextValid(context) ? context : undefined;
  };
  const below = (parent: SpanStart['parent']): Context => {
    const context = parent === null ? undefined : contextOf(parent ?? runningSpan.getStore()?.traceParent);
    return context === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, context);
  };

  return {
    on: true,
    begin(name, { parent, kind = 'INTERNAL', links = [], startedAt, attributes = {} } = {}) {
      const options = {
        kind: SpanKind[kind],
        attributes: tellable(attributes),
        links: links.flatMap((link) => contextOf(link) ?? []).map((context) => ({ context })),
        ...(startedAt === undefined ? {} : { startTime: startedAt }),
      };
      const span = tracer.startSpan(name, options, below(parent));
      const { traceId, spanId, traceFlags } = span.spanContext();
      const begun: Span = {
        traceParent: `00-${traceId}-${spanId}-0${traceFlags & 1}`,
        set: (more) => {
          span.setAttributes(tellable(more));
        },
        link: (other) => {
          const context = contextOf(other);
          if (context !== undefined) span.addLink({ context });
        },
        end: (failed) => {
          if (failed !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttributes(tellable({ 'error.type': failed }));
          span.end();
        },
      };
      return begun;
    },
    within: (span, work) => runningSpan.run(span, work),
    close: () => provider.shutdown().catch(() => undefined),
  };
}
