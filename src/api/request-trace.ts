import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Span, Tracing } from '../platform/index.ts';
import { isStream, routeOf } from './request-watch.ts';

/** Where front-ends of our own call: who begins a trace there may be believed. Others' `traceparent` is not looked at. */
const INTERNAL = '/api/v1/';
/** What is worth a trace: not the looks of Prometheus and of whatever restarts things, nor the console's files. */
const TRACED = /^\/(?:api\/v1|console\/api|xroad)\//;

/** Tells a trace of every call: one that a front-end has begun, or one of its own. What is done for the call is told below it. */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  if (!tracing.on) return;
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', async (request) => {
    const route = routeOf(request);
    if (!TRACED.test(route)) return;
    const { traceparent } = request.headers;
    const span = tracing.begin(`${request.method} ${route}`, {
      kind: 'SERVER',
      parent: typeof traceparent === 'string' && route.startsWith(INTERNAL) ? traceparent : null,
      attributes: { 'http.request.method': request.method, 'http.route': route, 'star.request.id': request.id },
    });
    spans.set(request, span);
  });
  // With a callback: whatever comes after it runs in the span's time.
  app.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) done();
    else tracing.within(span, done);
  });
  app.addHook('onResponse', async (request, reply) => {
    // One that lasts as long as somebody has a page open is no call.
    if (isStream(reply.getHeader('content-type'))) return;
    const span = spans.get(request);
    span?.set({ 'http.response.status_code': reply.statusCode });
    span?.end(reply.statusCode < 500 ? undefined : 'INTERNAL_ERROR');
  });
}
