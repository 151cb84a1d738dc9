import { newId } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { Department } from './department.ts';

type DepartmentTable = { id: string; institution_id: string; name: string; closed: boolean; version: number };
type Tables = { department: DepartmentTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function findDepartment(db: Db, id: string): Promise<Department | undefined> {
  const row = await tables(db).selectFrom('department').selectAll().where('id', '=', id).executeTakeFirst();
  return row && departmentOf(row);
}

/** Reads a department to change it. */
export async function lockDepartment(tx: Tx, id: string): Promise<Department | undefined> {
  const row = await tables(tx).selectFrom('department').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && departmentOf(row);
}

/** An institution's departments by name, closed ones too: people have worked there. */
export async function listDepartments(db: Db, institutionId: string): Promise<readonly Department[]> {
  const rows = await tables(db).selectFrom('department').selectAll().where('institution_id', '=', institutionId).orderBy('name').execute();
  return rows.map(departmentOf);
}

/** Undefined: the institution has one of that name. */
export async function insertDepartment(tx: Tx, institutionId: string, name: string): Promise<string | undefined> {
  const row = await tables(tx)
    .insertInto('department')
    .values({ id: newId(), institution_id: institutionId, name, closed: false, version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** False: another one of the institution has that name. */
export async function saveDepartment(tx: Tx, { id, institutionId, name, closed, version }: Department): Promise<boolean> {
  const other = await tables(tx)
    .selectFrom('department')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', eb.fn<string>('lower', [eb.val(name)])))
    .where('id', '<>', id)
    .executeTakeFirst();
  if (other !== undefined) return false;
  await tables(tx).updateTable('department').set({ name, closed, version }).where('id', '=', id).execute();
  return true;
}

function departmentOf(row: DepartmentTable): Department {
  return { id: row.id, institutionId: row.institution_id, name: row.name, closed: row.closed, version: row.version };
}
