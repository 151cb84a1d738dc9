import { type RawBuilder, sql } from 'kysely';
import { Place } from './statement.ts';

/** A column's value in JSON. Not for bytes, which JSON has no form for. */
type InJson = string | number | boolean | null | Date | readonly unknown[] | object;

/**
 * The rows of an insert, for `.expression()`, handed over as one parameter: the statement's text is the same for one row and for a thousand, so it
 * stays prepared, and nothing is built for each value. Every column must have its value: defaults are not applied, what is missing is null.
 */
export function rowsOf<Row extends Readonly<Record<string, InJson>>>(
  table: string,
  rows: readonly Row[] | Place<readonly Row[]>,
): RawBuilder<Row> {
  const json = rows instanceof Place ? rows.as(JSON.stringify) : JSON.stringify(rows);
  return sql<Row>`select * from json_populate_recordset(null::${sql.table(table)}, ${json})`;
}
