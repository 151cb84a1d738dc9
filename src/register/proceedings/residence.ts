import type { Db } from '../../storage/index.ts';

/** Where the population register has somebody, as far as it is known here. */
export interface Residence {
  readonly country: string;
  /** The municipality's code (EHAK), of a residence in Estonia. */
  readonly municipalityCode?: string | undefined;
}

/** Where the population register has clients, of those of whom it is known here. */
export type ResidencesOf = (db: Db, clientIds: readonly string[]) => Promise<ReadonlyMap<string, Residence>>;

/**
 * Whether somebody's residence of the population register is known to be elsewhere than in the municipality they turn to, be it abroad: then it must
 * be said where they actually live (REQ-146, INV-07; SHS § 5). Nothing is known of somebody in an institution that is no municipality.
 */
export function livesElsewhere(residence: Residence | undefined, municipality: string | undefined): boolean {
  if (residence === undefined || municipality === undefined) return false;
  if (residence.country !== 'EE') return true;
  return residence.municipalityCode !== undefined && residence.municipalityCode !== municipality;
}

/** Whether somebody's residence of the population register is known to be in the municipality. */
export function livesIn(residence: Residence | undefined, municipality: string): boolean {
  return residence?.country === 'EE' && residence.municipalityCode === municipality;
}
