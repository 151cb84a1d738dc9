import { parsePersonalCode } from '../../estonia/index.ts';
import { dateOf, instantOf } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { AccessRequest, RequestDecision, RequestState, RequestType, SignaturePolicy, SignedDocument } from './access-request.ts';
import type { Role } from './role.ts';

type RequestTable = {
  id: string;
  type: RequestType;
  policy: SignaturePolicy;
  institution_id: string;
  name: string;
  personal_code: string;
  job_title: string | null;
  roles: Role[] | null;
  email: string | null;
  signature: SignedDocument | null;
  entered_by: string;
  entered_at: Date;
  state: RequestState;
  decided_by: string | null;
  decided_at: Date | null;
  reason: string | null;
};

type Tables = { access_request: RequestTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function insertRequest(tx: Tx, request: Omit<AccessRequest, 'decision'>): Promise<void> {
  await tables(tx)
    .insertInto('access_request')
    .values({
      id: request.id,
      type: request.type,
      policy: request.policy,
      institution_id: request.institutionId,
      name: request.name,
      personal_code: request.personalCode,
      job_title: request.jobTitle ?? null,
      roles: request.roles === undefined ? null : [...request.roles],
      email: request.email ?? null,
      signature: request.signature ?? null,
      entered_by: request.enteredBy,
      entered_at: dateOf(request.enteredAt),
      state: 'SUBMITTED',
      decided_by: null,
      decided_at: null,
      reason: null,
    })
    .execute();
}

export async function findRequest(db: Db, id: string): Promise<AccessRequest | undefined> {
  const row = await tables(db).selectFrom('access_request').selectAll().where('id', '=', id).executeTakeFirst();
  return row && requestOf(row);
}

/** Requests in a state, or in any, the oldest first, behind the given id. */
export async function listRequests(
  db: Db,
  state: RequestState | undefined,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly AccessRequest[]> {
  const rows = await tables(db)
    .selectFrom('access_request')
    .selectAll()
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'SUBMITTED'))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => requestOf(row) ?? []);
}

/** Writes a decision down: `SUBMITTED -> APPROVED | REJECTED`. False when somebody else was first. */
export async function saveRequestDecision(tx: Tx, id: string, decision: RequestDecision): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('access_request')
    .set({
      state: decision.outcome,
      decided_by: decision.by,
      decided_at: dateOf(decision.at),
      reason: decision.outcome === 'REJECTED' ? decision.reason : null,
    })
    .where('id', '=', id)
    .where('state', '=', 'SUBMITTED')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function requestOf(row: RequestTable): AccessRequest | undefined {
  const personalCode = parsePersonalCode(row.personal_code);
  return (
    personalCode && {
      id: row.id,
      type: row.type,
      policy: row.policy,
      institutionId: row.institution_id,
      name: row.name,
      personalCode,
      jobTitle: row.job_title ?? undefined,
      roles: row.roles ?? undefined,
      email: row.email ?? undefined,
      signature: row.signature ?? undefined,
      enteredBy: row.entered_by,
      enteredAt: instantOf(row.entered_at),
      decision: decisionOf(row),
    }
  );
}

function decisionOf({ decided_by: by, decided_at: decidedAt, reason }: RequestTable): RequestDecision | undefined {
  if (by === null || decidedAt === null) return undefined;
  const decided = { by, at: instantOf(decidedAt) };
  return reason === null ? { ...decided, outcome: 'APPROVED' } : { ...decided, outcome: 'REJECTED', reason };
}
