import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerSentEvent } from '../register/access/index.ts';

/** A comment this often keeps proxies from cutting a silent line, and is when the session behind it is asked for again. */
const KEEP_ALIVE_MS = 15_000;

/**
 * Sends server-sent events until either side ends. A reader that does not read holds the source back instead of filling our memory; a session
 * that ends meanwhile ends the stream.
 */
export function follow(
  request: FastifyRequest,
  reply: FastifyReply,
  events: AsyncIterable<ServerSentEvent>,
  { gone, stillAllowed }: { gone: AbortController; stillAllowed: () => Promise<boolean> },
): FastifyReply {
  const lines = new Readable({ read: () => lines.emit('wanted') });
  lines.push(': \n\n');
  const timer = setInterval(() => {
    lines.push(': \n\n');
    stillAllowed()
      .then((allowed) => allowed || gone.abort())
      .catch((error: unknown) => request.log.warn({ err: error }, 'session behind an event stream not checked'));
  }, KEEP_ALIVE_MS);
  const pump = async () => {
    for await (const event of events) {
      if (!lines.push(textOf(event))) await once(lines, 'wanted', { signal: gone.signal });
    }
  };
  pump()
    .catch((error: unknown) => gone.signal.aborted || request.log.error({ err: error }, 'event stream ended by an error'))
    .finally(() => {
      clearInterval(timer);
      lines.push(null);
    });
  // The line has no second use; kept alive, it would keep the door from closing.
  reply.header('connection', 'close');
  return reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no').type('text/event-stream').send(lines);
}

function textOf({ event, data }: ServerSentEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
