/** How many calls are carried out together at most, and how many such rounds run at a time. */
export interface TogetherOptions {
  readonly atMost: number;
  readonly atATime: number;
  /**
   * From so many calls on, rounds take even shares of them. One round that took them all would leave nothing to do while it waits, and answer them
   * all in the same moment, so that the next would take them all again. Default: a round takes what it may.
   */
  readonly sharedFrom?: number;
}

/**
 * Makes a call of a round that carries out many: those that come in one turn of the event loop, or while earlier rounds are under way, go
 * together. A call that comes alone goes at once. A round gives an outcome for each of its calls, in their order; one that throws fails all
 * of them.
 */
export function together<Call, Outcome>(
  carryOut: (calls: readonly Call[]) => Promise<readonly Outcome[]>,
  { atMost, atATime, sharedFrom = atMost }: TogetherOptions,
): (call: Call) => Promise<Outcome> {
  interface Waiting extends PromiseWithResolvers<Outcome> {
    readonly call: Call;
  }
  let waiting: Waiting[] = [];
  let running = 0;
  let carried = 0;
  let woken = false;

  const carry = async (round: readonly Waiting[]) => {
    try {
      const outcomes = await carryOut(round.map(({ call }) => call));
      if (outcomes.length !== round.length) throw new Error('a round has not an outcome for each of its calls');
      outcomes.forEach((outcome, n) => {
        round[n]?.resolve(outcome);
      });
    } catch (error) {
      for (const { reject } of round) reject(error);
    }
    running -= 1;
    carried -= round.length;
    start();
  };
  const start = () => {
    woken = false;
    while (running < atATime && waiting.length > 0) {
      const share = Math.min(atMost, Math.max(sharedFrom, Math.ceil((waiting.length + carried) / atATime)));
      const round = waiting.slice(0, share);
      waiting = waiting.slice(share);
      running += 1;
      carried += round.length;
      void carry(round);
    }
  };
  return (call) => {
    const place: Waiting = { call, ...Promise.withResolvers<Outcome>() };
    waiting.push(place);
    // Behind everything that this turn of the loop still reads from its sockets.
    if (!woken) setImmediate(start);
    woken = true;
    return place.promise;
  };
}
