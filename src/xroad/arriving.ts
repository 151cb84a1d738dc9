import { refuse } from './answer.ts';
import type { Failure } from './failure.ts';
import { BrokenMessage } from './mime/index.ts';
import type { Result } from './result.ts';
import { type HttpStream, TransferFailed } from './transport.ts';

/** A body on its way through: how much of it there was, and what stopped it. */
export interface Arriving {
  readonly body: AsyncIterable<Uint8Array>;
  bytes(): number;
}

export function counted(body: AsyncIterable<Uint8Array>): Arriving {
  let bytes = 0;
  return {
    body: (async function* () {
      for await (const piece of body) {
        bytes += piece.length;
        yield piece;
      }
    })(),
    bytes: () => bytes,
  };
}

/**
 * Runs something that reads an answer while it arrives. That the answer breaks off, or turns out not to be one, is an outcome; anything else
 * that is thrown is the reader's own. What is left unread is let go: nobody will come for it.
 */
export async function readThrough<T>(
  answer: Pick<HttpStream, 'letGo'>,
  read: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TransferFailed) return { ok: false, error: error.failure };
    if (error instanceof BrokenMessage) return refuse('INVALID_SOAP', `${error.defect.code}: ${error.defect.text}`);
    throw error;
  } finally {
    answer.letGo();
  }
}
