import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What reading anything may take besides the input itself (proof: no memory over 64 MB above the input). */
const ABOVE_INPUT_BYTES = 64 * 1024 * 1024;
/** Garbage is collected this often: left to itself it would be counted as what reading takes. */
const READINGS_BETWEEN_COLLECTIONS = 500;

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
setFlagsFromString('--no-expose-gc');

function collected(): void {
  if (typeof collect === 'function') collect();
}

/**
 * Watches the resident memory of this process while inputs are read. What counts is the kernel's own mark of how high it ever stood (getrusage),
 * so a peak in the middle of a reading is seen although it is gone afterwards, and what is kept from reading to reading adds up. Everything is
 * held against one base, where the process stood before the first reading; what a reading takes below the highest mark so far is not seen, and
 * need not be: that mark was within bounds.
 *
 * Begin it when everything has been read a few times: code, compiled schemas and the pages of WebAssembly are no reading's.
 */
export class MemoryWatch {
  readonly #base: number;
  #mark: number;
  #readings = 0;

  constructor() {
    collected();
    this.#base = process.memoryUsage.rss();
    this.#mark = Math.max(this.#base + ABOVE_INPUT_BYTES, mark());
  }

  /** Bytes that the highest mark stands above the base. */
  get grown(): number {
    return Math.max(0, mark() - this.#base);
  }

  /** After each reading. Gives how far above the base it went when that is too far. What went too far once is not held against the next. */
  tooMuch(inputBytes: number): number | undefined {
    if (++this.#readings % READINGS_BETWEEN_COLLECTIONS === 0) collected();
    const now = mark();
    if (now <= this.#mark + inputBytes) return undefined;
    this.#mark = now;
    return now - this.#base;
  }
}

function mark(): number {
  return process.resourceUsage().maxRSS * 1024;
}
