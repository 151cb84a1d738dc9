import type { Configuration } from '../configuration.ts';

/** RIA's name for the real X-Road of Estonia; those for tests are called otherwise. */
const REAL_INSTANCE = 'EE';

/** What documents bear that come from an installation which is not the real one (REQ-057). */
export function markOf({ mode, xroad }: Pick<Configuration, 'mode' | 'xroad'>): string | undefined {
  return mode === 'production' && xroad.client.startsWith(`${REAL_INSTANCE}/`) ? undefined : 'TEST';
}
