import { sql } from 'kysely';
import { type PersonalCode, parsePersonalCode } from '../estonia/index.ts';
import { newId, plainDateOf } from '../platform/index.ts';
import { anyWord, type Db, rowsOf, type Tx } from '../storage/index.ts';
import type { CareFacts, CareKind, Carer } from './care-facts.ts';
import type { Period } from './period.ts';

type Tables = {
  carer_duty: {
    id: string;
    carer_code: string;
    cared_for_code: string;
    begins: string;
    ends: string | null;
    kind: CareKind;
    first_name: string;
    last_name: string;
  };
  carer_benefit: { id: string; carer_code: string; reference: string; municipality: string; begins: string; ends: string | null };
};

const tables = (db: Db) => db.withTables<Tables>();

/** The people as one value: a statement of as many values as there are people would be another one for each number of them. */
const among = (people: readonly PersonalCode[]) => sql<boolean>`carer_code = ${anyWord(people)}`;

/** A statement behind {@link careFacts}; apart, so that its plan can be read. */
export function selectDuties(db: Db, people: readonly PersonalCode[], { begins, ends }: Period) {
  return tables(db)
    .selectFrom('carer_duty')
    .selectAll()
    .where(among(people))
    .where('begins', '<=', ends.toString())
    .where((eb) => eb.or([eb('ends', 'is', null), eb('ends', '>=', begins.toString())]))
    .orderBy('begins')
    .orderBy('cared_for_code');
}

/** As {@link selectDuties}, of benefits. */
export function selectBenefits(db: Db, people: readonly PersonalCode[], { begins, ends }: Period) {
  return tables(db)
    .selectFrom('carer_benefit')
    .selectAll()
    .where(among(people))
    .where('begins', '<=', ends.toString())
    .where((eb) => eb.or([eb('ends', 'is', null), eb('ends', '>=', begins.toString())]))
    .orderBy('begins')
    .orderBy('reference');
}

/** The facts as they lie in our own tables. */
export function careFacts(db: Db): CareFacts {
  return {
    async carersAmong(people, period) {
      const [duties, benefits] = await Promise.all([
        selectDuties(db, people, period).execute(),
        selectBenefits(db, people, period).execute(),
      ]);
      const dutiesOf = Map.groupBy(duties, (row) => row.carer_code);
      const benefitsOf = Map.groupBy(benefits, (row) => row.carer_code);
      return new Map(
        [...dutiesOf].map(([code, rows]): [PersonalCode, Carer] => {
          const personalCode = codeOf(code);
          // The names of the latest: people marry.
          const named = rows.at(-1);
          return [
            personalCode,
            {
              personalCode,
              firstName: named?.first_name ?? '',
              lastName: named?.last_name ?? '',
              duties: rows.map(({ cared_for_code, kind, ...row }) => ({ caredFor: codeOf(cared_for_code), kind, ...daysOf(row) })),
              benefits: (benefitsOf.get(code) ?? []).map(({ reference, municipality, ...row }) => ({
                reference,
                municipality,
                ...daysOf(row),
              })),
            },
          ];
        }),
      );
    },
  };
}

function codeOf(text: string): PersonalCode {
  const code = parsePersonalCode(text);
  if (code === undefined) throw new Error('the table holds a personal code that is none');
  return code;
}

function daysOf({ begins, ends }: { begins: string; ends: string | null }) {
  return { begins: plainDateOf(begins), ends: ends === null ? undefined : plainDateOf(ends) };
}

/** Enters carers; a duty or benefit that is there already stays, with the end that it has now. */
export async function enterCarers(tx: Tx, carers: readonly Carer[]): Promise<void> {
  const duties = carers.flatMap(({ personalCode, firstName, lastName, duties: own }) =>
    own.map(({ caredFor, kind, begins, ends }) => ({
      id: newId(),
      carer_code: personalCode,
      cared_for_code: caredFor,
      begins: begins.toString(),
      ends: ends?.toString() ?? null,
      kind,
      first_name: firstName,
      last_name: lastName,
    })),
  );
  const benefits = carers.flatMap(({ personalCode, benefits: own }) =>
    own.map(({ reference, municipality, begins, ends }) => ({
      id: newId(),
      carer_code: personalCode,
      reference,
      municipality,
      begins: begins.toString(),
      ends: ends?.toString() ?? null,
    })),
  );
  if (duties.length > 0)
    await tables(tx)
      .insertInto('carer_duty')
      .expression(rowsOf('carer_duty', duties))
      .onConflict((conflict) =>
        conflict.columns(['carer_code', 'cared_for_code', 'begins']).doUpdateSet((eb) => ({ ends: eb.ref('excluded.ends') })),
      )
      .execute();
  if (benefits.length > 0)
    await tables(tx)
      .insertInto('carer_benefit')
      .expression(rowsOf('carer_benefit', benefits))
      .onConflict((conflict) => conflict.columns(['carer_code', 'reference']).doUpdateSet((eb) => ({ ends: eb.ref('excluded.ends') })))
      .execute();
}
