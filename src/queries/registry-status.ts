import type { Temporal } from '../platform/index.ts';
import { declarations } from '../registries/index.ts';
import type { Db } from '../storage/index.ts';
import { declarationStatus, type UnsettledDeclaration, unsettledDeclarations } from './declarations/index.ts';
import { queryStatus, type RegistryStatus } from './registry-control.ts';
import type { AllRegistrySettings } from './registry-settings.ts';
import { type Unsettled, type UnsettledPage, type UnsettledQuery, unsettledQueries } from './unsettled.ts';

/** The state of every registry, from the rows: of what it is asked, and of what is declared there. */
export async function registryStatus(db: Db, settings: AllRegistrySettings, now: Temporal.Instant): Promise<readonly RegistryStatus[]> {
  const statuses = await queryStatus(db, settings, now);
  if (settings[declarations.registry] === undefined) return statuses;
  const declared = await declarationStatus(db);
  // Of that registry nothing is asked: what it does is declare.
  return statuses.map((status) => (status.registry === declarations.registry ? { ...status, ...declared } : status));
}

/** What of a registry's is not settled: queries, or declarations where those go there. Oldest first. */
export function unsettledAt(
  db: Db,
  registry: string,
  which: Unsettled,
  page: UnsettledPage,
): Promise<readonly (UnsettledQuery | UnsettledDeclaration)[]> {
  return registry === declarations.registry
    ? unsettledDeclarations(db, which, page.after, page.atMost)
    : unsettledQueries(db, registry, which, page);
}
