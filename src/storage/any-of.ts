import { type RawBuilder, sql } from 'kysely';

/** One of these ids, for `where('id', '=', anyOf(ids))`: unlike a list of values, one parameter and one prepared statement however many they are. */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${ids}::uuid[])`;
}
