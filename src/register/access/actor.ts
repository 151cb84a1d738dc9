import type { PersonalCode } from '../../estonia/index.ts';
import type { Role } from './role.ts';

/** Who acts: one person, in one institution, with the roles they have there. */
export interface Actor {
  readonly userId: string;
  readonly personalCode: PersonalCode;
  readonly name: string;
  readonly institutionId: string;
  readonly roles: readonly Role[];
  readonly sessionId: string;
}
