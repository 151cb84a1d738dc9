import type { ServerResponse } from 'node:http';

/** The calls that wait for something, or are streams: they are to end with whoever called, and with the door. */
export class UnderWay {
  readonly #calls = new Set<AbortController>();
  #closed = false;

  /** Aborted when whoever wants the answer has gone, or the door closes. */
  until(answer: ServerResponse): AbortController {
    const gone = new AbortController();
    if (this.#closed || answer.destroyed) gone.abort();
    this.#calls.add(gone);
    answer.once('close', () => {
      this.#calls.delete(gone);
      // An answer that was given whole ends in a close too, and then nobody has gone.
      if (!answer.writableFinished) gone.abort();
    });
    return gone;
  }

  close(): void {
    this.#closed = true;
    for (const call of this.#calls) call.abort();
  }
}
