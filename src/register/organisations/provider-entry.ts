import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { type Failure, type FieldFailure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Role } from '../access/index.ts';
import { type NewInstitution, readInstitution } from './institution.ts';
import type { Contacts } from './profile.ts';
import { type Address, type AddressEntry, readAddress } from './service-place.ts';

/** What a provider's request says of it (REQ-011, REQ-012). */
export interface ProviderEntry {
  readonly registryCode: string;
  readonly name: string;
  readonly serviceAddress: AddressEntry;
  readonly services: readonly string[];
  /** The request itself, digitally signed by a member of the board or by the head. */
  readonly requestDocumentId: string;
  readonly initialUsers: readonly InitialUser[];
}

/** Somebody who gets access with their provider. */
export interface InitialUser {
  readonly username: string;
  /** To begin with: changed at the first sign-in. Who has an account already goes on with their own. */
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly personalCode: string;
  readonly contacts: Contacts;
  readonly roles: readonly Role[];
}

export type NewWorker = Pick<InitialUser, 'username' | 'password' | 'contacts' | 'roles'> & {
  readonly name: string;
  readonly personalCode: PersonalCode;
};

export interface NewProvider {
  readonly institution: NewInstitution;
  readonly address: Address;
  readonly workers: readonly NewWorker[];
}

export type EntryRefusal = Failure<'REGISTRY_CODE_INVALID' | 'MUNICIPALITY_INVALID' | 'INITIAL_USER_REQUIRED' | 'PERSONAL_CODE_INVALID'>;

/** Reads a request: where the provider serves, and at least one person who works in it. */
export function readProvider(entry: ProviderEntry): Result<NewProvider, EntryRefusal> {
  const institution = readInstitution({ registryCode: entry.registryCode, name: entry.name, kind: 'PROVIDER' });
  if (!institution.ok) return institution;
  const address = readAddress(entry.serviceAddress, '/serviceAddress');
  if (!address.ok) return address;
  if (entry.initialUsers.length === 0) return fail(failure('INITIAL_USER_REQUIRED'));
  const workers: NewWorker[] = [];
  const fields: FieldFailure[] = [];
  for (const [index, { firstName, lastName, ...user }] of entry.initialUsers.entries()) {
    const personalCode = parsePersonalCode(user.personalCode);
    if (personalCode === undefined) fields.push({ pointer: `/initialUsers/${index}/personalCode`, code: 'INVALID' });
    else workers.push({ ...user, name: `${firstName.trim()} ${lastName.trim()}`, personalCode });
  }
  if (fields.length > 0) return fail(failure('PERSONAL_CODE_INVALID', { fields }));
  return ok({ institution: institution.value, address: address.value, workers });
}
