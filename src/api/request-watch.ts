import type { FastifyInstance, FastifyRequest } from 'fastify';
import { defineMetrics, type Metrics } from '../platform/index.ts';

export const requestMetricCatalogue = defineMetrics({
  duration: {
    type: 'histogram',
    name: 'star_http_request_duration_seconds',
    help: 'Calls to the internal API, the console and these metrics, from their arrival to their answer’s end, `?wait=` included; without event streams',
    labels: {
      method: 'of HTTP',
      route: 'templates of our routes, `/api/v1/queries/:id`; `none` where there is no such route',
      status: '`2xx`, `3xx`, `4xx`, `5xx`',
    },
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
  },
});

export type RequestMetrics = ReturnType<typeof requestMetrics>;

export function requestMetrics(metrics: Metrics) {
  return { duration: metrics.histogram(requestMetricCatalogue.duration) };
}

/** Counts every call of a door, and notes it down: at `debug`, or at `warn` where it failed. Its address is never told, only the route's template. */
export function watchRequests(app: FastifyInstance, { duration }: RequestMetrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = routeOf(request);
    const { statusCode, elapsedTime } = reply;
    if (!isStream(reply.getHeader('content-type')))
      duration.observe({ method, route, status: `${Math.floor(statusCode / 100)}xx` }, elapsedTime / 1000);
    request.log[statusCode < 500 ? 'debug' : 'warn']({ method, route, status: statusCode, durationMs: elapsedTime }, 'request');
  });
}

/** The template under which a route was mounted. What was called is not told: a caller may have put a personal code there. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}

/** Whether what was answered goes on as long as somebody listens. */
export function isStream(contentType: unknown): boolean {
  return typeof contentType === 'string' && contentType.startsWith('text/event-stream');
}
