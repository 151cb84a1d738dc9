import type { RegistryStatus } from '../queries/index.ts';

/** A look at the registers is shared by everybody who looks within this time: ten open consoles cost the database as much as one. */
const SHARED_MS = 1000;

/** Gives the registers' state, asked of the database at most once a second. */
export function sharedStatus(ask: () => Promise<readonly RegistryStatus[]>): () => Promise<readonly RegistryStatus[]> {
  let latest: { readonly since: number; readonly status: Promise<readonly RegistryStatus[]> } | undefined;
  return () => {
    const now = performance.now();
    if (latest === undefined || now - latest.since > SHARED_MS) {
      const status = ask();
      status.catch(() => {
        latest = undefined;
      });
      latest = { since: now, status };
    }
    return latest.status;
  };
}
