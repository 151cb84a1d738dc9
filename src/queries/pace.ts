/** A register that takes more than twice its usual time is crowded, by us or by others. */
const SLOW_FACTOR = 2;
/** Below this more, ms, nobody has noticed: a register that answers in 5 ms may as well take 100. */
const SLOW_MS_AT_LEAST = 100;
/** Down by a quarter, as long as it is slow or fails: quicker than the way up, by one exchange a round. */
const DOWN = 0.75;
/** Weight of one answer in what is recent: about the last ten. */
const RECENT = 0.1;
/** Weight of one answer in what is usual: about the last two thousand, quicker down than up, so that an hour's crowd does not become the rule. */
const USUAL_UP = 0.0005;
const USUAL_DOWN = 0.05;

/**
 * How many exchanges with one register this process keeps under way: as many as it may while the register answers as usual, fewer when it takes longer
 * or fails, and back again one by one (additive increase, multiplicative decrease, as TCP does it). A register that is slow because too many ask
 * is not helped by being asked as much as ever.
 */
export class Pace {
  #ceiling: number;
  #limit: number;
  #usual: number | undefined;
  #recent = 0;
  /** Reports until the limit may fall again: what is under way was sent at the old pace. */
  #settling = 0;

  constructor(ceiling: number) {
    this.#ceiling = ceiling;
    this.#limit = ceiling;
  }

  /** Exchanges at a time, at least one. */
  get limit(): number {
    return Math.max(1, Math.floor(this.#limit));
  }

  /** What it may be at the most, as configured or set by an operator. */
  setCeiling(ceiling: number): void {
    const raised = ceiling > this.#ceiling && this.#limit >= this.#ceiling;
    this.#ceiling = ceiling;
    this.#limit = raised ? ceiling : Math.min(this.#limit, ceiling);
  }

  /** An exchange has ended after so many milliseconds: with an answer, or with a technical failure. */
  report(outcome: 'ANSWERED' | 'TECHNICAL_FAILURE', milliseconds: number): void {
    this.#settling = Math.max(0, this.#settling - 1);
    if (outcome === 'ANSWERED') this.#learn(milliseconds);
    if (outcome === 'ANSWERED' && !this.#isSlow()) {
      this.#limit = Math.min(this.#ceiling, this.#limit + 1 / this.#limit);
    } else if (this.#settling === 0) {
      this.#settling = this.limit;
      this.#limit = Math.max(1, this.#limit * DOWN);
    }
  }

  #learn(milliseconds: number): void {
    if (this.#usual === undefined) {
      this.#usual = milliseconds;
      this.#recent = milliseconds;
      return;
    }
    this.#recent += (milliseconds - this.#recent) * RECENT;
    this.#usual += (milliseconds - this.#usual) * (milliseconds < this.#usual ? USUAL_DOWN : USUAL_UP);
  }

  #isSlow(): boolean {
    const usual = this.#usual ?? 0;
    return this.#recent > Math.max(usual * SLOW_FACTOR, usual + SLOW_MS_AT_LEAST);
  }
}
