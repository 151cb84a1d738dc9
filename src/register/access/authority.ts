import type { AuditActor } from '../audit/index.ts';

/** By which right somebody acts on other people's access: for which institution. */
export interface Authority {
  readonly actor: AuditActor;
  readonly institutionId: string;
}
