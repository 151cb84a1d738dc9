import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './db.ts';

/** The place of a value in a statement that is made before the value is known. */
export class Place<Value> {
  readonly name: PropertyKey;
  readonly #written: (value: Value) => unknown;

  constructor(name: PropertyKey, written: (value: Value) => unknown = (value) => value) {
    this.name = name;
    this.#written = written;
  }

  /** The same place, whose value goes to the database in another form. */
  as(written: (value: Value) => unknown): Place<Value> {
    return new Place(this.name, written);
  }

  fill(value: Value): unknown {
    return this.#written(value);
  }
}

/** A place for each value, by its name. */
export type Places<Values> = { readonly [Name in keyof Values]-?: Place<Values[Name]> };

/**
 * A statement that is made once, with places where its values go, for those that every call needs: to build a statement and write it out costs
 * several times what filling it in does. It is made when it is first used; its text is the same on every connection.
 */
export function statement<Values extends object, Row>(
  make: (db: Db, places: Places<Values>) => Compilable<Row>,
): (db: Db, values: Values) => Promise<readonly Row[]> {
  const places = new Proxy({} as Places<Values>, { get: (_target, name) => new Place(name) });
  let made: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    made ??= make(db, places).compile();
    const parameters = made.parameters.map((value) => (value instanceof Place ? value.fill(Reflect.get(values, value.name)) : value));
    return (await db.executeQuery<Row>({ ...made, parameters })).rows;
  };
}
