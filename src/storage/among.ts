import { type RawBuilder, sql } from 'kysely';
import { anyOf } from './lists.ts';

/** Which rows are looked at: a page of all, in the order of their ids, behind the given one; or those named. */
export type Among = { readonly after: string | undefined; readonly atMost: number } | { readonly ids: readonly string[] };

/** Whether a row is one of those that are looked at, by its id. */
export function isAmong(among: Among, id: string): RawBuilder<boolean> {
  if ('ids' in among) return sql<boolean>`${sql.ref(id)} = ${anyOf(among.ids)}`;
  return among.after === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(id)} > ${among.after}::uuid`;
}

/** How many rows they are at most, for `.limit()`. */
export function countAmong(among: Among): number {
  return 'ids' in among ? among.ids.length : among.atMost;
}
