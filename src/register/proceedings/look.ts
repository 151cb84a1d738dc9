import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { type Intake, mayHandleIntake } from './intake.ts';
import { findIntake } from './intake-store.ts';
import type { Proceeding } from './proceeding.ts';
import { findProceeding } from './store.ts';

export interface LookPorts {
  readonly database: Database;
  /** Whether the proceeding is there for somebody to look at, be it not theirs. */
  readonly visit: (actor: Actor, proceeding: Proceeding) => Promise<boolean>;
}

/** The proceeding, where it is there for somebody to look at. */
export async function lookAtProceeding(
  { database, visit }: LookPorts,
  actor: Actor,
  id: string,
): Promise<Result<Proceeding, Failure<'NOT_FOUND'>>> {
  const proceeding = await findProceeding(database.db, id);
  return proceeding !== undefined && (await visit(actor, proceeding)) ? ok(proceeding) : fail(failure('NOT_FOUND'));
}

/** The intake, where it is there for somebody to look at: with its proceeding, where it is in one. */
export async function lookAtIntake(
  { database, visit }: LookPorts,
  actor: Actor,
  id: string,
): Promise<Result<Intake, Failure<'INTAKE_NOT_FOUND'>>> {
  const intake = await findIntake(database.db, id);
  if (intake === undefined) return fail(failure('INTAKE_NOT_FOUND'));
  const proceeding = intake.proceedingId === undefined ? undefined : await findProceeding(database.db, intake.proceedingId);
  const isThere = proceeding === undefined ? mayHandleIntake(actor, intake, undefined) : await visit(actor, proceeding);
  return isThere ? ok(intake) : fail(failure('INTAKE_NOT_FOUND'));
}
