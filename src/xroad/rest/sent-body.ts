import { createHash } from 'node:crypto';

/** A request body, and what is known of it once it has been sent: the digest that the request hash is over. */
export interface SentBody {
  readonly body?: Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** Of the body as it left last; undefined when there is none. */
  digest(): Buffer | undefined;
  bytes(): number;
}

/** Follows a body on its way out. One that is written while it is sent begins anew each time it is. */
export function followed(content: Uint8Array | (() => AsyncIterable<Uint8Array>) | undefined): SentBody {
  if (content === undefined) return { digest: () => undefined, bytes: () => 0 };
  if (content instanceof Uint8Array) {
    return { body: content, digest: () => createHash('sha512').update(content).digest(), bytes: () => content.length };
  }
  let digest: Buffer | undefined;
  let bytes = 0;
  return {
    async *body() {
      const hash = createHash('sha512');
      bytes = 0;
      for await (const piece of content()) {
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
      digest = hash.digest();
    },
    digest: () => digest,
    bytes: () => bytes,
  };
}
