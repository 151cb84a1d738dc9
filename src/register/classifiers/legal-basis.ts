import type { Temporal } from '../../platform/index.ts';

/** A section of an act in one wording (õiguslik alus): what a parameter, a measure and every decision can be traced to (REQ-053). */
export interface LegalBasis {
  readonly id: string;
  /** Whose act it is; undefined: the state's. */
  readonly institutionId: string | undefined;
  /** The act's short name: `SHS`. */
  readonly act: string;
  readonly title: string;
  /** `§ 131 lg 3`. */
  readonly section: string;
  /** The day from which this wording holds. */
  readonly wordedOn: Temporal.PlainDate;
  /** Where it is published: `RT I, 30.12.2025, 29`. */
  readonly reference: string | undefined;
}
