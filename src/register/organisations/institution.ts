import { findMunicipality, type MunicipalityCode, parseRegistryCode, type RegistryCode } from '../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Actor, InstitutionKind } from '../access/index.ts';

/** An institution whose people work in the register: a municipality, the SKA, a service provider, TEHIK. */
export interface Institution {
  readonly id: string;
  readonly registryCode: RegistryCode;
  readonly name: string;
  readonly kind: InstitutionKind;
  /** The municipality's code (EHAK), for municipalities. */
  readonly ehakCode: MunicipalityCode | undefined;
  readonly version: number;
}

export interface InstitutionEntry {
  readonly registryCode: string;
  readonly name: string;
  readonly kind: InstitutionKind;
  /** The municipality's code (EHAK). */
  readonly municipality?: string;
}

export type NewInstitution = Pick<Institution, 'registryCode' | 'name' | 'kind' | 'ehakCode'>;

/** Reads an entry: a registry code that can be one, and of a municipality which of the 79 it is. */
export function readInstitution(
  entry: InstitutionEntry,
): Result<NewInstitution, Failure<'REGISTRY_CODE_INVALID' | 'MUNICIPALITY_INVALID'>> {
  const registryCode = parseRegistryCode(entry.registryCode);
  if (registryCode === undefined) {
    return fail(failure('REGISTRY_CODE_INVALID', { fields: [{ pointer: '/registryCode', code: 'INVALID' }] }));
  }
  const municipality = entry.municipality === undefined ? undefined : findMunicipality(entry.municipality);
  const fault = municipalityFault(entry, municipality !== undefined);
  if (fault !== undefined) return fail(failure('MUNICIPALITY_INVALID', { fields: [{ pointer: '/municipality', code: fault }] }));
  return ok({ registryCode, name: entry.name.trim(), kind: entry.kind, ehakCode: municipality?.code });
}

function municipalityFault({ kind, municipality }: InstitutionEntry, known: boolean): string | undefined {
  if (kind !== 'KOV') return municipality === undefined ? undefined : 'ONLY_OF_MUNICIPALITIES';
  if (municipality === undefined) return 'REQUIRED';
  return known ? undefined : 'UNKNOWN';
}

/** Whether somebody keeps an institution's own data: its administrator, or the registry manager anybody's (domain 3.8, M02). */
export function keeps(actor: Pick<Actor, 'institutionId' | 'roles'>, { id }: Pick<Institution, 'id'>): boolean {
  return actor.roles.includes('REGISTRY_MANAGER') || (actor.roles.includes('ADMIN') && actor.institutionId === id);
}
