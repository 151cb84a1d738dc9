import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { TakenFile } from '../register/access/index.ts';

/**
 * Sends a file while it is read. It is to be kept, not shown: a page of somebody else's that a browser opened in our name could act in it. Who has
 * gone away has its reading ended.
 */
export function sendFile(reply: FastifyReply, { mediaType, name, content }: TakenFile): FastifyReply {
  return (
    reply
      // About people: nothing between us and the worker keeps it (REQ-133).
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encoded(name)}`)
      .type(mediaType)
      .send(Readable.from(content, { objectMode: false }))
  );
}

/** RFC 8187, 3.2.1: what `encodeURIComponent` leaves and an extended value may not hold. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
