import { type RawBuilder, sql } from 'kysely';
import type { Place } from './statement.ts';

type Many<One> = readonly One[] | Place<readonly One[]>;

/** One of these ids, for `where('id', '=', anyOf(ids))`: unlike a list of values, one parameter and one prepared statement however many they are. */
export function anyOf(ids: Many<string>): RawBuilder<string> {
  return sql<string>`any(${ids}::uuid[])`;
}

/** None of these words, for `where('registry', '<>', noneOf(words))`. */
export function noneOf(words: Many<string>): RawBuilder<string> {
  return sql<string>`all(${words}::text[])`;
}

/** One of these words, likewise. */
export function anyWord<Word extends string>(words: Many<Word>): RawBuilder<Word> {
  return sql<Word>`any(${words}::text[])`;
}

/** One of these numbers, likewise. */
export function anyNumber(numbers: Many<number>): RawBuilder<number> {
  return sql<number>`any(${numbers}::bigint[])`;
}
