import { randomBytes } from 'node:crypto';
import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import {
  type Clock,
  type Failure,
  type FieldFailure,
  fail,
  failure,
  newId,
  ok,
  type Result,
  type Temporal,
  today,
} from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type Actor, createUser, type Role } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { checkCodes } from '../classifiers/index.ts';
import { type NewInstitution, readInstitution } from './institution.ts';
import { insertInstitution } from './institution-store.ts';
import type { Contacts } from './profile.ts';
import { insertProfile } from './profile-store.ts';
import { insertPlace, insertProvider } from './provider-store.ts';
import { type Address, type AddressEntry, readAddress, serviceUses } from './service-place.ts';

export interface ProviderEntry {
  readonly registryCode: string;
  readonly name: string;
  readonly serviceAddress: AddressEntry;
  readonly services: readonly string[];
  /** The digitally signed request of a member of the board, or of the head. */
  readonly requestDocumentId: string;
  readonly initialUsers: readonly InitialUser[];
}

export interface InitialUser {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly personalCode: string;
  readonly contacts: Contacts;
  readonly roles: readonly Role[];
}

export interface RegisteredProvider {
  readonly id: string;
  /** Each with the password to begin with: shown this once, kept nowhere. Who has an account already keeps theirs. */
  readonly users: readonly { readonly userId: string; readonly username: string; readonly password?: string }[];
}

type EntryRefusal = Failure<'REGISTRY_CODE_INVALID' | 'MUNICIPALITY_INVALID' | 'INITIAL_USER_REQUIRED' | 'INITIAL_USER_INVALID'>;
type ProviderRefusal = EntryRefusal | Failure<'INSTITUTION_EXISTS' | 'INITIAL_USER_REFUSED' | 'CLASSIFIER_VALUE_UNKNOWN'>;

/** 96 bits: nobody guesses it in the days until it is changed. */
const PASSWORD_BYTES = 12;

/**
 * The registry manager registers a provider, on its signed request: the institution, the place where it serves, and who works in it first (REQ-011,
 * REQ-012). All of it, or nothing.
 */
export async function registerProvider(
  ports: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  entry: ProviderEntry,
): Promise<Result<RegisteredProvider, ProviderRefusal>> {
  const read = readProvider(entry);
  if (!read.ok) return read;
  const { institution, address } = read.value;
  const on = today(ports.clock);
  const offered = await checkCodes(tx, serviceUses(entry.services), { institutionId: actor.institutionId, on });
  if (!offered.ok) return offered;
  const id = await insertInstitution(tx, institution);
  if (id === undefined) return fail(failure('INSTITUTION_EXISTS'));
  const at = ports.clock.now();
  await insertProvider(tx, id, { requestDocument: entry.requestDocumentId, registeredBy: actor.userId, registeredAt: at });
  await insertPlace(tx, { id: newId(), providerId: id, address, services: entry.services, validFrom: on, validTo: undefined, version: 1 });
  const users: RegisteredProvider['users'][number][] = [];
  for (const [index, user] of read.value.users.entries()) {
    const entered = await enterUser(tx, { actor, at }, id, user);
    const pointer = `/initialUsers/${index}`;
    if (!entered.ok) return fail(failure('INITIAL_USER_REFUSED', { fields: [{ pointer, code: entered.error.code }] }));
    users.push(entered.value);
  }
  await appendAudit(tx, {
    action: 'PROVIDER_REGISTERED',
    at,
    actor,
    object: { type: 'institution', id },
    outcome: 'DONE',
    details: { services: entry.services.join(' '), users: users.length },
  });
  return ok({ id, users });
}

interface ReadProvider {
  readonly institution: NewInstitution;
  readonly address: Address;
  readonly users: readonly ReadUser[];
}

type ReadUser = Omit<InitialUser, 'personalCode'> & { readonly personalCode: PersonalCode };

function readProvider(entry: ProviderEntry): Result<ReadProvider, EntryRefusal> {
  const institution = readInstitution({ registryCode: entry.registryCode, name: entry.name, kind: 'PROVIDER' });
  if (!institution.ok) return institution;
  const address = readAddress(entry.serviceAddress, '/serviceAddress');
  if (!address.ok) return address;
  if (entry.initialUsers.length === 0) return fail(failure('INITIAL_USER_REQUIRED'));
  const users: ReadUser[] = [];
  const fields: FieldFailure[] = [];
  for (const [index, user] of entry.initialUsers.entries()) {
    const personalCode = parsePersonalCode(user.personalCode);
    if (personalCode === undefined) fields.push({ pointer: `/initialUsers/${index}/personalCode`, code: 'INVALID' });
    else users.push({ ...user, personalCode });
  }
  if (fields.length > 0) return fail(failure('INITIAL_USER_INVALID', { fields }));
  return ok({ institution: institution.value, address: address.value, users });
}

async function enterUser(
  tx: Tx,
  by: { readonly actor: Actor; readonly at: Temporal.Instant },
  providerId: string,
  { username, firstName, lastName, personalCode, contacts, roles }: ReadUser,
): Promise<Result<RegisteredProvider['users'][number], Failure>> {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const name = `${firstName.trim()} ${lastName.trim()}`;
  const institution = { id: providerId, kind: 'PROVIDER' } as const;
  const rights = { roles, clientWork: undefined };
  const created = await createUser(tx, { username, password, personalCode, name, institution, ...rights, settledSince: undefined });
  if (!created.ok) return created;
  const { userId, isNew } = created.value;
  // Who works elsewhere too has said this of themselves already, and knows better.
  await insertProfile(tx, { userId, version: 1, educationLevel: undefined, contacts, enteredBy: by.actor.userId, enteredAt: by.at });
  await appendAudit(tx, {
    action: 'USER_CREATED',
    at: by.at,
    actor: by.actor,
    object: { type: 'user', id: userId },
    outcome: 'DONE',
    details: { institution: providerId, roles: roles.join(' ') },
  });
  return ok({ userId, username: created.value.username, ...(isNew ? { password } : {}) });
}
