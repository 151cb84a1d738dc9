import { registryName } from '../registries/index.ts';
import type { Db } from '../storage/index.ts';
import { findAttempts } from './attempt-store.ts';
import { findPermits } from './permit-store.ts';
import type { Query } from './query.ts';
import { queryOf, tables } from './query-table.ts';

/** Queries read at a time: bounds the memory. */
const PAGE = 200;

/**
 * The questions asked in a proceeding as evidence, the first ones first: who asked what about whom, by which law, and every message that left for it
 * with what the register and a court can find it by. What was answered is not in it: it ends with the proceeding.
 */
export async function* queryRecords(db: Db, proceedingId: string): AsyncGenerator<object> {
  let last: string | undefined;
  for (;;) {
    const queries = await pageOf(db, proceedingId, last);
    const permits = await findPermits(
      db,
      queries.map(({ permitId }) => permitId),
    );
    for (const query of queries) {
      const permit = permits.get(query.permitId);
      const attempts = await findAttempts(db, query.servedFrom ?? query.id);
      const { id, typeCode, registry, clientId, userId, institutionId, state, answerState, servedFrom, askedAt, answeredAt, code } = query;
      yield {
        ...{ id, type: typeCode, registry, registryName: registryName(registry).et, clientId, userId, institutionId },
        ...{ askedAt: askedAt.toString(), answeredAt: answeredAt?.toString() ?? null, state, answerState, servedFrom, code },
        permit: permit && {
          at: permit.at.toString(),
          legalBasis: permit.legalBasis,
          fields: permit.fields,
          justification: permit.justification,
          parameters: permit.parameters,
        },
        messages: attempts.map(({ attempt, purpose, xRoadId, service, requestHash, sentAt, end }) => ({
          ...{ attempt, purpose, xRoadId, service, requestHash: end?.requestHash ?? requestHash ?? null, sentAt: sentAt.toString() },
          receivedAt: end?.receivedAt.toString() ?? null,
          securityServer: end?.securityServer ?? null,
          outcome: end?.outcome ?? null,
          code: end?.code ?? null,
        })),
      };
    }
    last = queries.at(-1)?.id;
    if (queries.length < PAGE) return;
  }
}

/** Ids are in the order of asking. */
async function pageOf(db: Db, proceedingId: string, after: string | undefined): Promise<readonly Query[]> {
  const rows = await tables(db)
    .selectFrom('query')
    .selectAll()
    .where('proceeding_id', '=', proceedingId)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(PAGE)
    .execute();
  return rows.map(queryOf);
}
