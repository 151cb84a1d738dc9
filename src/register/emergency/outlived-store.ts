import { anyOf, type Tx } from '../../storage/index.ts';

type Tables = { emergency_access: { proceeding_id: string } };

/** Erases who was let into these proceedings, and why, together with the proceedings. */
export async function eraseAccesses(tx: Tx, proceedingIds: readonly string[]): Promise<void> {
  await tx.withTables<Tables>().deleteFrom('emergency_access').where('proceeding_id', '=', anyOf(proceedingIds)).execute();
}
