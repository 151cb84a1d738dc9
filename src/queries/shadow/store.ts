import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';

/** SAME and DIFFERENT: the twin answered. FAILED: it did not, or not so that it could be read. */
export type ShadowOutcome = 'SAME' | 'DIFFERENT' | 'FAILED';

type Tables = {
  query_shadow: {
    query_id: string;
    registry: string;
    type_code: string;
    service: string;
    x_road_id: string;
    asked_at: Date;
    ended_at: Date | null;
    request_hash: string | null;
    outcome: ShadowOutcome | null;
    code: string | null;
    differences: string;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

export interface ShadowAsked {
  readonly queryId: string;
  readonly registry: string;
  readonly typeCode: string;
  readonly service: string;
  readonly xRoadId: string;
  readonly at: Temporal.Instant;
}

export interface ShadowEnded {
  readonly at: Temporal.Instant;
  readonly requestHash: string | undefined;
  readonly outcome: ShadowOutcome;
  /** Of a failure: `STAR-XT-...`. */
  readonly code?: string;
  /** Members and kinds; of an answer that cannot be read, members and the rules that they break. */
  readonly differences: readonly string[];
}

/** How one query type's twin has done, and where it told something else. */
export interface ShadowReport {
  readonly typeCode: string;
  readonly registry: string;
  readonly asked: number;
  readonly same: number;
  readonly different: number;
  readonly failed: number;
  /** Asked, and nobody knows what came of it: the process died, or it is under way. */
  readonly unsettled: number;
  readonly lastAskedAt: Temporal.Instant;
  /** Why it failed, and what differed, the most frequent first. */
  readonly failures: readonly Counted[];
  readonly differences: readonly Counted[];
}

export interface Counted {
  readonly what: string;
  readonly queries: number;
}

/** Notes down that the twin is about to be asked; false when it has been, for this query. */
export async function insertShadow(tx: Tx, asked: ShadowAsked): Promise<boolean> {
  const rows = await tables(tx)
    .insertInto('query_shadow')
    .values({
      query_id: asked.queryId,
      registry: asked.registry,
      type_code: asked.typeCode,
      service: asked.service,
      x_road_id: asked.xRoadId,
      asked_at: dateOf(asked.at),
      ended_at: null,
      request_hash: null,
      outcome: null,
      code: null,
      differences: '',
    })
    .onConflict((conflict) => conflict.column('query_id').doNothing())
    .returning('query_id')
    .execute();
  return rows.length === 1;
}

export async function endShadow(tx: Tx, queryId: string, ended: ShadowEnded): Promise<void> {
  await tables(tx)
    .updateTable('query_shadow')
    .set({
      ended_at: dateOf(ended.at),
      request_hash: ended.requestHash ?? null,
      outcome: ended.outcome,
      code: ended.code ?? null,
      differences: ended.differences.join('\n'),
    })
    .where('query_id', '=', queryId)
    .execute();
}

/** How every twin that was asked since then has done. */
export async function findShadowReports(db: Db, since: Temporal.Instant): Promise<readonly ShadowReport[]> {
  const rows = await tables(db)
    .selectFrom('query_shadow')
    .select(['type_code', 'registry', 'outcome', 'code', 'differences', (eb) => eb.fn.countAll<string>().as('queries')])
    .select((eb) => eb.fn.max('asked_at').as('last_asked_at'))
    .where('asked_at', '>=', dateOf(since))
    .groupBy(['type_code', 'registry', 'outcome', 'code', 'differences'])
    .orderBy('type_code')
    .execute();
  const types = new Map(rows.map((row) => [row.type_code, row.registry]));
  return [...types].map(([typeCode, registry]) => {
    const own = rows.filter((row) => row.type_code === typeCode).map((row) => ({ ...row, queries: Number(row.queries) }));
    const count = (outcome: ShadowOutcome | null) => own.reduce((sum, row) => sum + (outcome === row.outcome ? row.queries : 0), 0);
    const last = own.map(({ last_asked_at }) => instantOf(last_asked_at).epochMilliseconds);
    return {
      typeCode,
      registry,
      asked: own.reduce((sum, { queries }) => sum + queries, 0),
      same: count('SAME'),
      different: count('DIFFERENT'),
      failed: count('FAILED'),
      unsettled: count(null),
      lastAskedAt: instantOf(new Date(Math.max(...last))),
      failures: counted(own.flatMap(({ code, queries }) => (code === null ? [] : [{ what: code, queries }]))),
      differences: counted(
        own.flatMap(({ differences, queries }) => differences.split('\n').flatMap((what) => (what === '' ? [] : [{ what, queries }]))),
      ),
    };
  });
}

function counted(all: readonly Counted[]): readonly Counted[] {
  const sums = new Map<string, number>();
  for (const { what, queries } of all) sums.set(what, (sums.get(what) ?? 0) + queries);
  return [...sums].map(([what, queries]) => ({ what, queries })).sort((a, b) => b.queries - a.queries);
}
