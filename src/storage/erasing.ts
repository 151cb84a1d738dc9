import { sql } from 'kysely';
import type { Tx } from './db.ts';

/**
 * Lets this transaction delete rows that otherwise stay for good: actions, steps, entries of files, permits. For the end of their retention period
 * alone (SHS § 145¹); changing them stays impossible.
 */
export async function allowErasing(tx: Tx): Promise<void> {
  await sql`select set_config('star.erasing', 'on', true)`.execute(tx);
}

/**
 * Whether any row refers to this one by a foreign key of one column: whichever areas there are, none is asked.
 *
 * @param own columns that do not count, as `table.column`: they go with it
 */
export function isReferredTo(table: string, id: string, own: readonly string[]) {
  return sql<boolean>`is_referred_to(${table}::regclass, ${sql.ref(id)}, ${[...own]}::text[])`;
}
