import { type Kysely, sql } from 'kysely';
import { newId } from '../../platform/index.ts';
import { SEEDED_FROM } from './seed/classifier.ts';
import { CLASSIFIERS_OF_ADMINISTRATION } from './seed/classifiers-of-administration.ts';
import { CLASSIFIERS_OF_CLIENT_WORK } from './seed/classifiers-of-client-work.ts';
import { CLASSIFIERS_OF_SUBSISTENCE } from './seed/classifiers-of-subsistence.ts';
import { ACTS, LEGAL_BASES } from './seed/legal-bases.ts';

/** Classifiers with their values, proposals about them, and what acts can be referred to. Owner: src/register/classifiers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Ids and codes beside periods in one exclusion constraint. Comes with PostgreSQL, and whoever owns the database may switch it on.
  await sql`create extension if not exists btree_gist`.execute(db);
  await sql`
    create table classifier (
      id uuid primary key,
      -- Null: central, the registry manager's.
      institution_id uuid references institution,
      code text not null,
      in_group text not null check (in_group in ('ADMIN', 'CLIENT_WORK', 'TTT', 'SETTLEMENT', 'XTEE')),
      name jsonb not null,
      version integer not null default 1,
      unique nulls not distinct (institution_id, code),
      check ((institution_id is not null) = (code like 'LOCAL\\_%'))
    )`.execute(db);
  await sql`
    create table classifier_value (
      id uuid primary key,
      classifier_id uuid not null references classifier,
      code text not null,
      label jsonb not null,
      valid_from date not null,
      valid_to date check (valid_to >= valid_from),
      exclude using gist (classifier_id with =, code with =, daterange(valid_from, valid_to, '[]') with &&)
    )`.execute(db);
  await sql`
    create table classifier_proposal (
      id uuid primary key,
      classifier_id uuid not null references classifier,
      institution_id uuid not null references institution,
      proposed_by uuid not null references app_user,
      proposed_at timestamptz not null,
      proposal text not null,
      justification text not null,
      state text not null default 'SUBMITTED' check (state in ('SUBMITTED', 'ANALYSED', 'ACCEPTED', 'REJECTED')),
      reason text,
      version integer not null default 1,
      check ((state in ('ACCEPTED', 'REJECTED')) = (reason is not null))
    )`.execute(db);
  await sql`create index classifier_proposal_by_institution on classifier_proposal (institution_id, id)`.execute(db);
  await sql`
    create table legal_basis (
      id uuid primary key,
      -- Null: the state's act; else a municipality's own.
      institution_id uuid references institution,
      act text not null,
      title text not null,
      section text not null,
      worded_on date not null,
      reference text,
      unique nulls not distinct (institution_id, act, section, worded_on)
    )`.execute(db);

  const classifiers = [...CLASSIFIERS_OF_ADMINISTRATION, ...CLASSIFIERS_OF_CLIENT_WORK, ...CLASSIFIERS_OF_SUBSISTENCE].map(
    (classifier) => ({
      id: newId(),
      institution_id: null,
      code: classifier.code,
      in_group: classifier.group,
      name: textOf(classifier.name),
      version: 1,
      values: classifier.values,
    }),
  );
  const values = classifiers.flatMap(({ id, values }) =>
    values.map(([code, et, en, ru, validTo]) => ({
      id: newId(),
      classifier_id: id,
      code,
      label: textOf([et, en, ru]),
      valid_from: SEEDED_FROM,
      valid_to: validTo ?? null,
    })),
  );
  await sql`insert into classifier select * from json_populate_recordset(null::classifier, ${JSON.stringify(classifiers)})`.execute(db);
  await sql`insert into classifier_value select * from json_populate_recordset(null::classifier_value, ${JSON.stringify(values)})`.execute(
    db,
  );
  const bases = LEGAL_BASES.map(([act, section, wordedOn, reference]) => ({
    id: newId(),
    institution_id: null,
    act,
    title: ACTS[act] ?? act,
    section,
    worded_on: wordedOn,
    reference: reference ?? null,
  }));
  await sql`insert into legal_basis select * from json_populate_recordset(null::legal_basis, ${JSON.stringify(bases)})`.execute(db);
}

function textOf([et, en, ru]: readonly [string, string, string]) {
  return { et, en, ru };
}
