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
  const json = rows instanceof Place ? rows.as(jsonOf) : jsonOf(rows);
  return sql<Row>`select * from json_populate_recordset(null::${sql.table(table)}, ${json})`;
}

/** With instants in writing already: a single object that has a form of its own in JSON takes from `JSON.stringify` its quick way for all the others. */
function jsonOf(rows: readonly Readonly<Record<string, InJson>>[]): string {
  // What is written together has mostly come to be at the same moment.
  let last: { readonly at: number; readonly text: string } | undefined;
  const inWriting = (date: Date): string => {
    if (last?.at !== date.getTime()) last = { at: date.getTime(), text: date.toISOString() };
    return last.text;
  };
  return JSON.stringify(
    rows.map((row) => {
      const written: Record<string, InJson> = { ...row };
      for (const name of Object.keys(row)) {
        const value = written[name];
        if (value instanceof Date) written[name] = inWriting(value);
      }
      return written;
    }),
  );
}
