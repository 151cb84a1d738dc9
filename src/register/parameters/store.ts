import { type Period, plainDateOf, type Temporal, type Text } from '../../platform/index.ts';
import { anyWord, type Db, type Tx } from '../../storage/index.ts';
import type { Parameter, ParameterGroup, ParameterValue } from './parameter.ts';
import { formatQuantity, readQuantity, type Unit } from './quantity.ts';

type ParameterTable = {
  code: string;
  scope: 'STATE' | 'LOCAL';
  in_group: ParameterGroup;
  unit: Unit;
  words: string[] | null;
  name: Text;
  legal_basis_id: string;
  in_force_from: string;
  in_force_to: string | null;
};

type ValueTable = {
  id: string;
  parameter_code: string;
  institution_id: string | null;
  value: string;
  source_act: string;
  confirmed: boolean;
  valid_from: string;
  valid_to: string | null;
};

type Tables = { parameter: ParameterTable; parameter_value: ValueTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function listParameters(db: Db, group: ParameterGroup): Promise<readonly Parameter[]> {
  const rows = await tables(db).selectFrom('parameter').selectAll().where('in_group', '=', group).orderBy('code').execute();
  return rows.map(parameterOf);
}

export async function findParameters(db: Db, codes: readonly string[]): Promise<readonly Parameter[]> {
  const rows = await tables(db).selectFrom('parameter').selectAll().where('code', '=', anyWord(codes)).orderBy('code').execute();
  return rows.map(parameterOf);
}

/** Nobody else enters or confirms a value of it until the transaction ends. */
export async function lockParameter(tx: Tx, code: string): Promise<Parameter | undefined> {
  const row = await tables(tx).selectFrom('parameter').selectAll().where('code', '=', code).forUpdate().executeTakeFirst();
  return row && parameterOf(row);
}

/** The state's values of these parameters and those of one municipality, in the order of time. */
export async function findValues(db: Db, parameters: readonly Parameter[], institutionId: string): Promise<readonly ParameterValue[]> {
  const rows = await tables(db)
    .selectFrom('parameter_value')
    .selectAll()
    .where('parameter_code', '=', anyWord(parameters.map(({ code }) => code)))
    .where((eb) => eb.or([eb('institution_id', 'is', null), eb('institution_id', '=', institutionId)]))
    .orderBy('parameter_code')
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  const byCode = new Map(parameters.map((parameter) => [parameter.code, parameter]));
  return rows.flatMap((row) => readRow(row, byCode.get(row.parameter_code)) ?? []);
}

export async function insertValue(tx: Tx, value: ParameterValue): Promise<void> {
  await tables(tx)
    .insertInto('parameter_value')
    .values({
      id: value.id,
      parameter_code: value.parameter,
      institution_id: value.institutionId ?? null,
      value: formatQuantity(value.quantity),
      source_act: value.sourceAct,
      confirmed: value.confirmed,
      valid_from: value.validFrom.toString(),
      valid_to: value.validTo?.toString() ?? null,
    })
    .execute();
}

export async function endValue(tx: Tx, id: string, lastDay: Temporal.PlainDate): Promise<void> {
  await tables(tx).updateTable('parameter_value').set({ valid_to: lastDay.toString() }).where('id', '=', id).execute();
}

export async function saveConfirmed(tx: Tx, id: string): Promise<void> {
  await tables(tx).updateTable('parameter_value').set({ confirmed: true }).where('id', '=', id).execute();
}

export async function deleteUnconfirmed(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('parameter_value').where('id', '=', id).where('confirmed', '=', false).execute();
}

function parameterOf(row: ParameterTable): Parameter {
  const { code, scope, unit, words, name } = row;
  return {
    code,
    scope,
    group: row.in_group,
    unit,
    words: words ?? [],
    name,
    legalBasisId: row.legal_basis_id,
    inForce: periodOf(row.in_force_from, row.in_force_to),
  };
}

function readRow(row: ValueTable, parameter: Parameter | undefined): ParameterValue | undefined {
  const quantity = parameter && readQuantity(parameter.unit, row.value, parameter.words);
  if (quantity === undefined) return undefined;
  return {
    id: row.id,
    parameter: row.parameter_code,
    institutionId: row.institution_id ?? undefined,
    quantity,
    sourceAct: row.source_act,
    confirmed: row.confirmed,
    ...periodOf(row.valid_from, row.valid_to),
  };
}

function periodOf(from: string, to: string | null): Period {
  return { validFrom: plainDateOf(from), validTo: to === null ? undefined : plainDateOf(to) };
}
