import { sql } from 'kysely';
import { type PersonalCode, parsePersonalCode } from '../estonia/index.ts';
import { instantOf, type Temporal, ZONE } from '../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, type Tx } from '../storage/index.ts';

type Tables = {
  received_notice: { id: string; content: unknown; received_at: Date };
  subsistence_grant: { id: string; personal_code: string; month: string };
  carer_duty: { id: string; carer_code: string; cared_for_code: string; ends: string | null };
  carer_benefit: { id: string; carer_code: string; ends: string | null };
};

const tables = (db: Db) => db.withTables<Tables>();

const parsed = (codes: readonly string[]): readonly PersonalCode[] => codes.flatMap((code) => parsePersonalCode(code) ?? []);

/** A notice of people in need, as far as it says how long it is kept. */
export interface OldNotice {
  readonly id: string;
  readonly receivedAt: Temporal.Instant;
  /** Of those people of whom it tells one. */
  readonly personalCodes: readonly PersonalCode[];
  readonly tellsAllCodes: boolean;
}

/** Notices of people in need, in the order of their ids. */
export async function findReceivedNotices(db: Db, among: Among): Promise<readonly OldNotice[]> {
  const rows = await tables(db)
    .selectFrom('received_notice')
    .select(['id', 'received_at'])
    .select([
      sql<
        string[]
      >`array(select person->>'isikukood' from jsonb_array_elements(content->'isikud'->'isik') person where person ? 'isikukood')`.as(
        'codes',
      ),
      sql<number>`jsonb_array_length(content->'isikud'->'isik')`.as('people'),
    ])
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
  return rows.map(({ id, received_at, codes, people }) => ({
    id,
    receivedAt: instantOf(received_at),
    personalCodes: parsed(codes),
    tellsAllCodes: codes.length === people,
  }));
}

type Fact = { readonly id: string; readonly personalCodes: readonly PersonalCode[] };

/** Months of granted subsistence benefit that ended before. */
export async function findOldGrants(db: Db, before: Temporal.Instant, among: Among): Promise<readonly Fact[]> {
  const rows = await tables(db)
    .selectFrom('subsistence_grant')
    .select(['id', 'personal_code'])
    .where('month', '<', dayOf(before).toPlainYearMonth().toString())
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
  return rows.map(({ id, personal_code }) => ({ id, personalCodes: parsed([personal_code]) }));
}

/** Cares that ended before. */
export async function findOldDuties(db: Db, before: Temporal.Instant, among: Among): Promise<readonly Fact[]> {
  const rows = await tables(db)
    .selectFrom('carer_duty')
    .select(['id', 'carer_code', 'cared_for_code'])
    .where('ends', '<', dayOf(before).toString())
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
  return rows.map(({ id, carer_code, cared_for_code }) => ({ id, personalCodes: parsed([carer_code, cared_for_code]) }));
}

/** Carers' benefits that ended before. */
export async function findOldBenefits(db: Db, before: Temporal.Instant, among: Among): Promise<readonly Fact[]> {
  const rows = await tables(db)
    .selectFrom('carer_benefit')
    .select(['id', 'carer_code'])
    .where('ends', '<', dayOf(before).toString())
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
  return rows.map(({ id, carer_code }) => ({ id, personalCodes: parsed([carer_code]) }));
}

/** Erases rows of one of these tables. */
export function eraseFrom(table: keyof Tables) {
  return async (tx: Tx, ids: readonly string[]): Promise<void> => {
    await tables(tx).deleteFrom(table).where('id', '=', anyOf(ids)).execute();
  };
}

function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(ZONE).toPlainDate();
}
