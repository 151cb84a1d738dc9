import type { ReadinessCheck } from '../api/index.ts';
import type { Database, JobQueue } from '../storage/index.ts';

/** How long a security server may take to say anything at all, ms. */
const ANSWERS_WITHIN = 2_000;

export function needsDatabase(database: Database): ReadinessCheck {
  return { name: 'database', check: () => database.ping() };
}

export function needsQueue(queue: JobQueue): ReadinessCheck {
  return { name: 'queue', check: () => queue.ping() };
}

/** Whether some security server takes connections; what it says is not asked, since a question would need a purpose. */
export function needsSecurityServer(urls: readonly string[]): ReadinessCheck {
  const answers = async (url: string): Promise<true> => {
    await fetch(new URL('/listClients', url), { signal: AbortSignal.timeout(ANSWERS_WITHIN), redirect: 'error' });
    return true;
  };
  return { name: 'securityServer', check: () => Promise.any(urls.map(answers)).catch(() => false) };
}
