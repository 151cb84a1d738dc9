import type { Actor } from '../access/index.ts';
import type { Institution } from './institution.ts';

/** A part of an institution that its people work in (struktuuriüksus): of the SKA, say, child protection, or victim support. */
export interface Department {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  /** Nobody is entered as working there any more. */
  readonly closed: boolean;
  readonly version: number;
}

/** Whether somebody keeps an institution's own data: its administrator, or the registry manager anybody's (domain 3.8, M02). */
export function keeps(actor: Pick<Actor, 'institutionId' | 'roles'>, { id }: Pick<Institution, 'id'>): boolean {
  return actor.roles.includes('REGISTRY_MANAGER') || (actor.roles.includes('ADMIN') && actor.institutionId === id);
}
