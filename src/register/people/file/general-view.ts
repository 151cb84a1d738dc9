import type { Temporal } from '../../../platform/index.ts';
import type { Client } from '../client.ts';
import type { Entry } from './entry.ts';
import { eachStandingOn, entriesOf, standingOn } from './standing.ts';
import type { Stretch, Told } from './told.ts';

/** A client file as it stands on a day (kliendi üldandmed). */
export function generalView(entries: readonly Entry[], files: ReadonlyMap<string, Client>, day: Temporal.PlainDate) {
  const [contacts, residence, actual] = [
    standingOn(entries, 'CONTACTS', day),
    standingOn(entries, 'RESIDENCE', day),
    standingOn(entries, 'ACTUAL_ADDRESS', day),
  ];
  return {
    names: entriesOf(entries, 'NAME').map((entry) => {
      const { firstName, lastName } = entry.content;
      return { firstName, lastName, ...provenance(entry) };
    }),
    ...(contacts === undefined ? {} : { contacts: { ...bare(contacts.content), ...provenance(contacts) } }),
    ...(residence === undefined ? {} : { residence: { ...residence.content.address, ...provenance(residence) } }),
    ...(actual === undefined ? {} : { actualAddress: { ...actual.content.address, ...provenance(actual) } }),
    bankAccounts: eachStandingOn(entries, 'BANK_ACCOUNT', day).map((entry) => ({
      id: entry.id,
      ...bare(entry.content),
      ...provenance(entry),
    })),
    network: eachStandingOn(entries, 'NETWORK_MEMBER', day).map((entry) => {
      const { relation, role, member } = entry.content;
      return {
        id: entry.id,
        relation,
        ...(role === undefined ? {} : { role }),
        ...('clientId' in member ? personOf(member.clientId, files) : member),
        ...provenance(entry),
      };
    }),
    household: householdOn(entries, files, day),
  };
}

/** Who belonged to the household on a day, besides the person themselves: as the latest statement that had begun by then says. */
export function householdOn(entries: readonly Entry[], files: ReadonlyMap<string, Client>, day: Temporal.PlainDate) {
  const people = standingOn(entries, 'HOUSEHOLD', day)?.content.memberIds.map((id) => personOf(id, files)) ?? [];
  // Two members whose files have become one since are one.
  return [...new Map(people.map((person) => [person.clientId, person])).values()];
}

/** Which part of a file is looked at. */
export type FilePart = 'GENERAL' | 'HOUSEHOLD' | 'FILE' | 'HISTORY';

/** Who else is named, by the ids of their files, where a part of the file is looked at as of a day. */
export function namedIn(entries: readonly Entry[], part: FilePart, day: Temporal.PlainDate): readonly string[] {
  if (part !== 'GENERAL' && part !== 'HOUSEHOLD') return [];
  const household = standingOn(entries, 'HOUSEHOLD', day)?.content.memberIds ?? [];
  if (part === 'HOUSEHOLD') return household;
  const around = eachStandingOn(entries, 'NETWORK_MEMBER', day).flatMap(({ content }) =>
    'clientId' in content.member ? [content.member.clientId] : [],
  );
  return [...new Set([...around, ...household])];
}

/** What the file itself says, line by line, the latest first. Others are named by their ids alone. */
export function tellEntries(entries: readonly Entry[], { before, limit }: Stretch): readonly Told[] {
  return entries
    .filter(({ id }) => before === undefined || id < before)
    .slice(-limit)
    .toReversed()
    .map(({ id, content, validFrom, validTo, source, enteredBy, institutionId, enteredAt }) => ({
      id,
      kind: content.kind,
      enteredBy,
      institutionId,
      enteredAt,
      content: {
        ...bare(content),
        validFrom: validFrom.toString(),
        ...(validTo === undefined ? {} : { validTo: validTo.toString() }),
        source,
      },
    }));
}

function personOf(id: string, files: ReadonlyMap<string, Client>) {
  const file = files.get(id);
  return file === undefined ? { clientId: id } : { clientId: file.id, firstName: file.firstName, lastName: file.lastName };
}

function bare<Content extends { readonly kind: string }>({ kind: _, ...rest }: Content): Omit<Content, 'kind'> {
  return rest;
}

function provenance({ validFrom, validTo, source, enteredBy, enteredAt }: Entry) {
  return {
    validFrom: validFrom.toString(),
    ...(validTo === undefined ? {} : { validTo: validTo.toString() }),
    source,
    enteredBy,
    enteredAt: enteredAt.toString(),
  };
}
