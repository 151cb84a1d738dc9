import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { Decision, EmergencyAccess } from './emergency-access.ts';

type AccessTable = {
  id: string;
  proceeding_id: string;
  worker_id: string;
  institution_id: string;
  justification: string;
  asked_at: Date;
  decide_by: Date;
  state: 'REQUESTED' | 'APPROVED' | 'REFUSED';
  decided_by: string | null;
  decided_at: Date | null;
  ends_at: Date | null;
};

type Tables = { emergency_access: AccessTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function insertAccess(tx: Tx, access: Omit<EmergencyAccess, 'decision'>): Promise<void> {
  await tables(tx)
    .insertInto('emergency_access')
    .values({
      id: access.id,
      proceeding_id: access.proceedingId,
      worker_id: access.workerId,
      institution_id: access.institutionId,
      justification: access.justification,
      asked_at: dateOf(access.askedAt),
      decide_by: dateOf(access.decideBy),
      state: 'REQUESTED',
      decided_by: null,
      decided_at: null,
      ends_at: null,
    })
    .execute();
}

export async function findAccess(db: Db, id: string): Promise<EmergencyAccess | undefined> {
  const row = await tables(db).selectFrom('emergency_access').selectAll().where('id', '=', id).executeTakeFirst();
  return row && accessOf(row);
}

/** Requests of a worker, of an institution, or of all, the latest first, before the given id. */
export async function listAccesses(
  db: Db,
  of: { readonly workerId?: string; readonly institutionId?: string },
  { before, limit }: { readonly before: string | undefined; readonly limit: number },
): Promise<readonly EmergencyAccess[]> {
  const { workerId, institutionId } = of;
  const rows = await tables(db)
    .selectFrom('emergency_access')
    .selectAll()
    .$if(workerId !== undefined, (query) => query.where('worker_id', '=', workerId ?? ''))
    .$if(institutionId !== undefined, (query) => query.where('institution_id', '=', institutionId ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(accessOf);
}

/** Writes a decision down: `REQUESTED -> APPROVED | REFUSED`. False when somebody else was first, or it is too late. */
export async function saveDecision(tx: Tx, id: string, decision: Decision): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('emergency_access')
    .set({
      state: decision.outcome,
      decided_by: decision.by,
      decided_at: dateOf(decision.at),
      ends_at: decision.outcome === 'APPROVED' ? dateOf(decision.endsAt) : null,
    })
    .where('id', '=', id)
    .where('state', '=', 'REQUESTED')
    .where('decide_by', '>', dateOf(decision.at))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ends an access that is open, at once. False when it is not. */
export async function endNow(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('emergency_access')
    .set({ ends_at: dateOf(at) })
    .where('id', '=', id)
    .where('state', '=', 'APPROVED')
    .where('ends_at', '>', dateOf(at))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The proceedings that a worker of an institution is let into at the moment, each with what lets them in. */
export async function findOpenAccesses(
  db: Db,
  { userId, institutionId }: { readonly userId: string; readonly institutionId: string },
  at: Temporal.Instant,
): Promise<readonly { readonly id: string; readonly proceedingId: string }[]> {
  return await tables(db)
    .selectFrom('emergency_access')
    .select(['id', 'proceeding_id as proceedingId'])
    .where('worker_id', '=', userId)
    .where('institution_id', '=', institutionId)
    .where('state', '=', 'APPROVED')
    .where('ends_at', '>', dateOf(at))
    .orderBy('id')
    .execute();
}

function accessOf(row: AccessTable): EmergencyAccess {
  return {
    id: row.id,
    proceedingId: row.proceeding_id,
    workerId: row.worker_id,
    institutionId: row.institution_id,
    justification: row.justification,
    askedAt: instantOf(row.asked_at),
    decideBy: instantOf(row.decide_by),
    decision: decisionOf(row),
  };
}

function decisionOf({ decided_by: by, decided_at: decidedAt, ends_at: endsAt }: AccessTable): Decision | undefined {
  if (by === null || decidedAt === null) return undefined;
  const decided = { by, at: instantOf(decidedAt) };
  return endsAt === null ? { ...decided, outcome: 'REFUSED' } : { ...decided, outcome: 'APPROVED', endsAt: instantOf(endsAt) };
}
