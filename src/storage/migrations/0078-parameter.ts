import { type Kysely, sql } from 'kysely';
import { newId, Temporal } from '../../platform/index.ts';
import { PARAMETERS } from './seed/parameters.ts';

/** What rules count with, and how much housing costs may be. Owner: src/register/parameters. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table parameter (
      code text primary key,
      scope text not null check (scope in ('STATE', 'LOCAL')),
      in_group text not null,
      unit text not null,
      -- What a parameter of words may say.
      words text[],
      name jsonb not null,
      legal_basis_id uuid not null references legal_basis,
      in_force_from date not null,
      in_force_to date,
      check ((unit = 'WORD') = (words is not null))
    )`.execute(db);
  await sql`
    create table parameter_value (
      id uuid primary key,
      parameter_code text not null references parameter,
      -- Null: the state's; of a local parameter what holds where a municipality has said nothing.
      institution_id uuid references institution,
      value text not null,
      source_act text not null,
      confirmed boolean not null,
      valid_from date not null,
      valid_to date check (valid_to >= valid_from),
      exclude using gist (
        parameter_code with =,
        coalesce(institution_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
        daterange(valid_from, valid_to, '[]') with &&
      ) where (confirmed)
    )`.execute(db);
  await sql`create index parameter_value_by_code on parameter_value (parameter_code, valid_from)`.execute(db);
  await sql`
    create table housing_cost_cap (
      id uuid primary key,
      institution_id uuid not null references institution,
      cost_kind text not null,
      rules jsonb not null,
      legal_basis_id uuid not null references legal_basis,
      valid_from date not null,
      valid_to date check (valid_to >= valid_from),
      exclude using gist (institution_id with =, cost_kind with =, daterange(valid_from, valid_to, '[]') with &&)
    )`.execute(db);

  const { rows: bases } = await sql<{ id: string; act: string; section: string }>`
    select id, act, section from legal_basis where institution_id is null`.execute(db);
  const parameters = PARAMETERS.map((parameter) => ({
    code: parameter.code,
    scope: parameter.scope,
    in_group: parameter.group,
    unit: parameter.unit,
    words: parameter.words ?? null,
    name: { et: parameter.name[0], en: parameter.name[1], ru: parameter.name[2] },
    legal_basis_id: bases.find(({ act, section }) => act === parameter.basis[0] && section === parameter.basis[1])?.id ?? null,
    in_force_from: parameter.values[0]?.[0] ?? null,
    in_force_to: parameter.inForceTo ?? null,
  }));
  const values = PARAMETERS.flatMap(({ code, values, inForceTo, knownTo }) =>
    values.map(([from, value, sourceAct, confirmed], index) => ({
      id: newId(),
      parameter_code: code,
      institution_id: null,
      value,
      source_act: sourceAct,
      confirmed: confirmed ?? true,
      valid_from: from,
      valid_to: dayBefore(values[index + 1]?.[0]) ?? knownTo ?? inForceTo ?? null,
    })),
  );
  await sql`insert into parameter select * from json_populate_recordset(null::parameter, ${JSON.stringify(parameters)})`.execute(db);
  await sql`insert into parameter_value select * from json_populate_recordset(null::parameter_value, ${JSON.stringify(values)})`.execute(
    db,
  );
}

function dayBefore(day: string | undefined): string | undefined {
  return day === undefined ? undefined : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
