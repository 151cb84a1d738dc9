/**
 * Makes a round from time to time until the returned function is called, which waits for a round under way. A round that takes longer than the time
 * between two is not joined by another.
 *
 * @param failed told of a round that threw; the next is made all the same
 */
export function startRounds(everyMs: number, round: () => Promise<void>, failed: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= round()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
