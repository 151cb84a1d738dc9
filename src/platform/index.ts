export {
  type Clock,
  dateOf,
  instantOf,
  isoOf,
  plainDateOf,
  settableClock,
  startOfDay,
  systemClock,
  Temporal,
  today,
  ZONE,
} from './clock.ts';
export { type ConfigFaults, type EnvironmentSetting, loadConfig } from './config.ts';
export { defineErrors, type ErrorCatalogue, type ErrorDefinition, type Failure, type FieldFailure, failure } from './errors.ts';
export { isId, newId } from './ids.ts';
export { createLog, type Log, type LogLevel } from './log.ts';
export {
  type Counter,
  createMetrics,
  defineMetrics,
  type Gauge,
  type Histogram,
  type MetricCatalogue,
  type MetricDefinition,
  type Metrics,
} from './metrics.ts';
export { OPENING_HOURS } from './opening-hours.ts';
export { openTracing, type TracingSettings } from './otlp-tracing.ts';
export { hasDays, holdsOn, overlaps, type Period, succeed } from './period.ts';
export { fail, ok, type Result } from './result.ts';
export { startRounds } from './rounds.ts';
export { orNull } from './schema.ts';
export { LANGUAGES, type Language, type Text } from './text.ts';
export { type TogetherOptions, together } from './together.ts';
export type { TraceAttributes } from './trace-attributes.ts';
export { NO_TRACING, type Span, type SpanStart, type Tracing } from './tracing.ts';
export { VERSION } from './version.ts';
