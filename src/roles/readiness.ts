import type { ReadinessCheck } from '../api/index.ts';
import { checkMasterKeys, type Database, type JobQueue, type MasterKeys } from '../storage/index.ts';

/** How long a security server may take to say anything at all, ms. */
const ANSWERS_WITHIN = 2_000;

export function needsDatabase(database: Database): ReadinessCheck {
  return { name: 'database', check: () => database.ping() };
}

/** A process that was not told of a master key before another began to wrap by it opens nothing new: it has to be restarted. */
export function needsMasterKeys({ db }: Database, keys: MasterKeys): ReadinessCheck {
  return { name: 'masterKeys', check: async () => (await checkMasterKeys(db, keys)).ok };
}

export function needsQueue(queue: JobQueue): ReadinessCheck {
  return { name: 'queue', check: () => queue.ping() };
}

/** Whether some security server takes connections: the first that does is enough, and one that hangs is not waited for. */
export function needsSecurityServer(urls: readonly string[]): ReadinessCheck {
  const there = async (url: string): Promise<true> => {
    if (await reaches(url)) return true;
    throw new Error('a security server does not answer');
  };
  return { name: 'securityServer', check: () => Promise.any(urls.map(there)).catch(() => false) };
}

/** Whether a security server takes connections; what it says is not asked, since a question would need a purpose. */
export function reaches(url: string): Promise<boolean> {
  return fetch(new URL('/listClients', url), { signal: AbortSignal.timeout(ANSWERS_WITHIN), redirect: 'error' }).then(
    () => true,
    () => false,
  );
}
