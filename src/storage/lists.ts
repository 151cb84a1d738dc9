import { type RawBuilder, sql } from 'kysely';
import type { Place } from './statement.ts';

type Many<One> = readonly One[] | Place<readonly One[]>;

/**
 * A list as one parameter, and so one prepared statement however long it is: for `unnest`.
 *
 * It stands in a query of its own, where planning does not see how long it is. Where it does, a plan for a short list always promises to be cheaper
 * than the one for any list (ten elements, by its reckoning), and PostgreSQL plans a prepared statement anew at every call: several times what
 * carrying it out costs. (Manual, PREPARE, notes: a generic plan is kept when it is not estimated to be much dearer than custom ones.)
 */
export function list<One>(elements: Many<One>, type: 'uuid' | 'text' | 'bigint' | 'bytea'): RawBuilder<readonly One[]> {
  return sql`(select ${elements}::${sql.raw(type)}[])`;
}

/** One of these ids, for `where('id', '=', anyOf(ids))`. */
export function anyOf(ids: Many<string>): RawBuilder<string> {
  return sql<string>`any(${list(ids, 'uuid')}::uuid[])`;
}

/** None of these words, for `where('registry', '<>', noneOf(words))`. */
export function noneOf(words: Many<string>): RawBuilder<string> {
  return sql<string>`all(${list(words, 'text')}::text[])`;
}

/** One of these words, likewise. */
export function anyWord<Word extends string>(words: Many<Word>): RawBuilder<Word> {
  return sql<Word>`any(${list(words, 'text')}::text[])`;
}

/** One of these numbers, likewise. */
export function anyNumber(numbers: Many<number>): RawBuilder<number> {
  return sql<number>`any(${list(numbers, 'bigint')}::bigint[])`;
}

/** One of these values of bytes, likewise. */
export function anyBytes(values: Many<Uint8Array>): RawBuilder<Uint8Array> {
  return sql<Uint8Array>`any(${list(values, 'bytea')}::bytea[])`;
}
