import { AsyncLocalStorage } from 'node:async_hooks';
import type { TraceAttributes } from './trace-attributes.ts';

export interface SpanStart {
  /** Default: below the span in whose time it begins; a trace of its own where there is none, or where this is `null`. */
  readonly parent?: string | null;
  readonly kind?: 'SERVER' | 'CLIENT' | 'PRODUCER' | 'CONSUMER' | 'INTERNAL';
  /** Other traces, told as `traceparent`, that this has to do with. */
  readonly links?: readonly string[];
  /** Of what began before it was known to be told, ms since 1970. */
  readonly startedAt?: number;
  readonly attributes?: TraceAttributes;
}

/** A part of a trace that lasts. */
export interface Span {
  /** What whoever goes on with the trace has to know: `traceparent` (W3C Trace Context). Undefined where nothing is traced. */
  readonly traceParent: string | undefined;
  set(attributes: TraceAttributes): void;
  link(traceParent: string): void;
  /** @param failed a code; absent where it went well */
  end(failed?: string): void;
}

/** Tells what happens in which time, and below what, to a collector of traces. */
export interface Tracing {
  /** Whether anything is told: what costs something is not even made ready otherwise. */
  readonly on: boolean;
  begin(name: string, start?: SpanStart): Span;
  /** Runs the work in the span's time. */
  within<T>(span: Span, work: () => T): T;
  /** Tells what is not told yet, and ends. */
  close(): Promise<void>;
}

/** The span in whose time something runs: the process has one clockwork for it, as it has one log. */
export const runningSpan = new AsyncLocalStorage<Span>();

/** The trace in whose time this is asked, for the log. */
export function currentTraceId(): string | undefined {
  return runningSpan.getStore()?.traceParent?.slice('00-'.length, '00-'.length + 32);
}

const NO_SPAN: Span = { traceParent: undefined, set: () => undefined, link: () => undefined, end: () => undefined };

/** Where no collector is configured: nothing is made, kept or carried along. */
export const NO_TRACING: Tracing = { on: false, begin: () => NO_SPAN, within: (_span, work) => work(), close: async () => undefined };
