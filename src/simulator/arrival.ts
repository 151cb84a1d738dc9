import type { Temporal } from '../platform/index.ts';

/** A request that has come to the security server, as its header tells of it: what left, when, and for which case of STAR's. */
export interface Arrival {
  readonly at: Temporal.Instant;
  readonly xRoadId: string;
  readonly service: string;
  /** What it was asked for: the proceeding's number, where it was asked in one. */
  readonly issue: string | undefined;
}
