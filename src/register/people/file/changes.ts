import { parseIban, parseRegistryCode } from '../../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result, Temporal } from '../../../platform/index.ts';
import type { Client } from '../client.ts';
import { type AddressEntry, readAddress } from './address.ts';
import type { Change, Standing } from './change-file.ts';
import { type Contacts, readContacts } from './contacts.ts';
import { type Since, since } from './entry.ts';
import type { NetworkMember, NetworkRelation } from './network-member.ts';
import { eachStandingOn } from './standing.ts';

type Decided<Code extends string> = Result<Change, Failure<Code>>;

function refused<Code extends string>(code: Code, pointer: string, why: string): Result<never, Failure<Code>> {
  return fail(failure(code, { fields: [{ pointer, code: why }] }));
}

export function changeContacts(given: Contacts, today: Temporal.PlainDate): Decided<'CONTACTS_INVALID'> {
  const contacts = readContacts(given);
  return contacts.ok ? ok({ entries: [{ content: { kind: 'CONTACTS', ...contacts.value }, ...since({}, today) }] }) : contacts;
}

export function changeAddress(
  kind: 'RESIDENCE' | 'ACTUAL_ADDRESS',
  { validFrom, source, ...given }: AddressEntry & Since,
  today: Temporal.PlainDate,
): Decided<'ADDRESS_INVALID'> {
  const address = readAddress(given);
  if (!address.ok) return address;
  const from = since({ ...(validFrom === undefined ? {} : { validFrom }), ...(source === undefined ? {} : { source }) }, today);
  return ok({ entries: [{ content: { kind, address: address.value }, ...from }] });
}

/** An account to pay to. One that is in the file already is not entered twice. What was decided to be paid stays as it was decided (INV-04). */
export function addBankAccount(
  { entries }: Standing,
  given: { readonly iban: string; readonly owner: string } & Since,
  today: Temporal.PlainDate,
): Decided<'IBAN_INVALID' | 'BANK_ACCOUNT_EXISTS'> {
  const iban = parseIban(given.iban);
  if (iban === undefined) return refused('IBAN_INVALID', '/iban', 'INVALID');
  if (eachStandingOn(entries, 'BANK_ACCOUNT', today).some(({ content }) => content.iban === iban))
    return fail(failure('BANK_ACCOUNT_EXISTS'));
  return ok({ entries: [{ content: { kind: 'BANK_ACCOUNT', iban, owner: given.owner.trim() }, ...since(given, today) }] });
}

export interface NetworkEntry extends Since {
  readonly relation: NetworkRelation;
  readonly role?: string;
  readonly person?: { readonly clientId: string } | { readonly firstName: string; readonly lastName: string };
  readonly organisation?: { readonly name: string; readonly registryCode?: string };
}

/** Somebody around the person: either a person or an organisation, never the person themselves. */
export function addNetworkMember(
  { client }: Standing,
  entry: NetworkEntry,
  files: ReadonlyMap<string, Client>,
  today: Temporal.PlainDate,
): Decided<'NETWORK_MEMBER_INVALID' | 'CLIENT_UNKNOWN'> {
  const member = memberIn(client, entry, files);
  if (!member.ok) return member;
  const { relation, role } = entry;
  const content = { kind: 'NETWORK_MEMBER', relation, ...(role === undefined ? {} : { role }), member: member.value } as const;
  return ok({ entries: [{ content, ...since(entry, today) }] });
}

function memberIn(
  client: Client,
  { person, organisation }: NetworkEntry,
  files: ReadonlyMap<string, Client>,
): Result<NetworkMember['member'], Failure<'NETWORK_MEMBER_INVALID' | 'CLIENT_UNKNOWN'>> {
  if (person !== undefined && organisation === undefined) return personIn(client, person, files);
  if (person === undefined && organisation !== undefined) return organisationIn(organisation);
  return refused('NETWORK_MEMBER_INVALID', '/person', 'PERSON_OR_ORGANISATION');
}

function personIn(client: Client, person: NonNullable<NetworkEntry['person']>, files: ReadonlyMap<string, Client>) {
  if (!('clientId' in person)) return ok({ firstName: person.firstName.trim(), lastName: person.lastName.trim() });
  const file = files.get(person.clientId);
  if (file === undefined) return refused('CLIENT_UNKNOWN', '/person/clientId', 'UNKNOWN');
  return file.id === client.id ? refused('NETWORK_MEMBER_INVALID', '/person/clientId', 'THE_PERSON_THEMSELVES') : ok({ clientId: file.id });
}

function organisationIn({ name, registryCode: given }: NonNullable<NetworkEntry['organisation']>) {
  if (given === undefined) return ok({ organisation: name.trim() });
  const registryCode = parseRegistryCode(given);
  return registryCode === undefined
    ? refused('NETWORK_MEMBER_INVALID', '/organisation/registryCode', 'INVALID')
    : ok({ organisation: name.trim(), registryCode });
}

/** That an account is closed or somebody is not around any more. The entry stays; from the day after it is history. */
export function endEntry(
  { entries }: Standing,
  kind: 'BANK_ACCOUNT' | 'NETWORK_MEMBER',
  { entryId, validTo }: { readonly entryId: string; readonly validTo?: string },
  today: Temporal.PlainDate,
): Decided<'ENTRY_NOT_FOUND' | 'VALIDITY_INVALID'> {
  const entry = eachStandingOn(entries, kind, today).find(({ id }) => id === entryId);
  if (entry === undefined) return fail(failure('ENTRY_NOT_FOUND'));
  const end = validTo === undefined ? today : Temporal.PlainDate.from(validTo);
  if (Temporal.PlainDate.compare(end, entry.validFrom) < 0) return refused('VALIDITY_INVALID', '/validTo', 'BEFORE_IT_BEGAN');
  const { content, validFrom, source } = entry;
  return ok({ entries: [{ content, validFrom, validTo: end, source, continues: entryId }] });
}

/** Who belongs to the person's household from a day on, besides themselves (leibkond). */
export function changeHousehold(
  { client }: Standing,
  entry: { readonly memberIds: readonly string[] } & Since,
  files: ReadonlyMap<string, Client>,
  today: Temporal.PlainDate,
): Decided<'CLIENT_UNKNOWN'> {
  const unknown = entry.memberIds.findIndex((id) => !files.has(id));
  if (unknown >= 0) return refused('CLIENT_UNKNOWN', `/memberIds/${unknown}`, 'UNKNOWN');
  const memberIds = [...new Set([...files.values()].map(({ id }) => id))].filter((id) => id !== client.id);
  return ok({ entries: [{ content: { kind: 'HOUSEHOLD', memberIds }, ...since(entry, today) }] });
}
