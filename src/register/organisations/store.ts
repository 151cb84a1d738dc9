import { parseRegistryCode, type RegistryCode } from '../../estonia/index.ts';
import { newId } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { InstitutionKind } from '../access/index.ts';

/** An institution whose people work in the register: a municipality, the SKA, a service provider, TEHIK. */
export interface Institution {
  readonly id: string;
  readonly registryCode: string;
  readonly name: string;
  readonly kind: InstitutionKind;
  /** The municipality's code (EHAK), for municipalities. */
  readonly ehakCode: string | undefined;
}

type Tables = {
  institution: { id: string; registry_code: string; name: string; kind: InstitutionKind; ehak_code: string | null };
};

const tables = (db: Db) => db.withTables<Tables>();

export async function findInstitution(db: Db, registryCode: RegistryCode): Promise<Institution | undefined> {
  const row = await tables(db).selectFrom('institution').selectAll().where('registry_code', '=', registryCode).executeTakeFirst();
  return row && institutionOf(row);
}

export async function findInstitutionById(db: Db, id: string): Promise<Institution | undefined> {
  const row = await tables(db).selectFrom('institution').selectAll().where('id', '=', id).executeTakeFirst();
  return row && institutionOf(row);
}

function institutionOf(row: Tables['institution']): Institution {
  return { id: row.id, registryCode: row.registry_code, name: row.name, kind: row.kind, ehakCode: row.ehak_code ?? undefined };
}

/** By which code other registers know an institution. */
export async function findRegistryCode(db: Db, institutionId: string): Promise<RegistryCode | undefined> {
  const found = await findInstitutionById(db, institutionId);
  return found && parseRegistryCode(found.registryCode);
}

/** Enters an institution, or gives the one that stands under its registry code. */
export async function enterInstitution(
  tx: Tx,
  institution: { registryCode: RegistryCode; name: string; kind: InstitutionKind; ehakCode?: string },
): Promise<Institution> {
  await tables(tx)
    .insertInto('institution')
    .values({
      id: newId(),
      registry_code: institution.registryCode,
      name: institution.name,
      kind: institution.kind,
      ehak_code: institution.ehakCode ?? null,
    })
    .onConflict((conflict) => conflict.column('registry_code').doNothing())
    .execute();
  const found = await findInstitution(tx, institution.registryCode);
  if (found === undefined) throw new Error('an institution was entered and is not there');
  return found;
}
