import type { PersonalCode } from '../../estonia/index.ts';

/** By what somebody shows who they are. */
export const AUTH_METHODS = ['PASSWORD', 'ID_CARD', 'MOBILE_ID', 'SMART_ID'] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];

/** How sure that makes us of it: assurance levels of electronic identification (eIDAS, article 8). What is below is not taken. */
export const AUTH_LEVELS = ['SUBSTANTIAL', 'HIGH'] as const;
export type AuthLevel = (typeof AUTH_LEVELS)[number];

/** By what a session's person has shown who they are, and how sure that is. */
export interface Authentication {
  readonly method: AuthMethod;
  readonly level: AuthLevel;
}

/** A person as the state vouches for them. */
export interface Identity extends Authentication {
  readonly personalCode: PersonalCode;
  readonly firstName: string;
  readonly lastName: string;
}
