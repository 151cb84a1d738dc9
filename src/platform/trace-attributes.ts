import { id, type Loggable, matching, number, type Shape, word } from './log-shapes.ts';

/** An identifier of a service, as `EE/GOV/70008440/rr/RR456/v1`. */
const service = matching(/^[A-Za-z][\w.-]*(?:\/[\w.-]{1,100}){2,5}$/);
/** Host and port. */
const host = matching(/^[\w.:[\]-]{1,100}$/);

/**
 * All that a span may say: each attribute with what its value must look like. As in the log, whatever is not here does not compile, and what does
 * not look like it is left out: a trace leaves the gateway for another system, and no person goes with it.
 */
export const TRACE_ATTRIBUTES = {
  'http.request.method': word,
  'http.route': word,
  'http.response.status_code': number,
  /** Of a call: its caller has it as `x-request-id`. */
  'star.request.id': id,
  'star.questions': number,
  'star.query.id': id,
  'star.query.type': word,
  'star.query.class': word,
  'star.query.attempt': number,
  'star.query.state': word,
  'star.registry': word,
  'xroad.id': id,
  'xroad.service': service,
  'xroad.protocol': word,
  /** How the exchange ended: `answered`, `fault`, `failed`. */
  'xroad.outcome': word,
  'xroad.request.bytes': number,
  'xroad.response.bytes': number,
  /** The security server that was asked. */
  'server.address': host,
  /** A failure class of X-Road, or a code of ours. */
  'error.type': word,
} as const satisfies Readonly<Record<string, Shape>>;

export type TraceAttributes = Readonly<Partial<Record<keyof typeof TRACE_ATTRIBUTES, string | number>>>;

/** The attributes that may be told, as they are told. */
export function tellable(attributes: TraceAttributes): Record<string, string | number> {
  const shapes: Readonly<Record<string, Shape | undefined>> = TRACE_ATTRIBUTES;
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => {
      const told: Loggable | undefined = shapes[key]?.(value);
      return typeof told === 'string' || typeof told === 'number' ? [[key, told] as const] : [];
    }),
  );
}
