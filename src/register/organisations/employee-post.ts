import type { Period, Temporal } from '../../platform/index.ts';

/** What an institution has of its employee (töötaja ametikoht), as of one time; a change is a new version (REQ-250). */
export interface EmployeePost extends Period {
  readonly userId: string;
  readonly institutionId: string;
  readonly version: number;
  readonly position: string;
  readonly departmentId: string | undefined;
  readonly enteredBy: string;
  readonly enteredAt: Temporal.Instant;
}
