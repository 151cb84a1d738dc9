/** A look at the rows is shared by everybody who looks within this time, where nothing else is said: ten open consoles cost as much as one. 1 s. */
const SHARED_MS = 1000;

/** Gives what was last seen, asked for anew at most once in the given time. */
export function sharedLook<T>(ask: () => Promise<T>, forMs = SHARED_MS): () => Promise<T> {
  let latest: { readonly since: number; readonly seen: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (latest === undefined || now - latest.since > forMs) {
      const seen = ask();
      seen.catch(() => {
        latest = undefined;
      });
      latest = { since: now, seen };
    }
    return latest.seen;
  };
}
