import type { Temporal } from '../../../platform/index.ts';
import type { Client } from '../client.ts';
import type { Entry } from './entry.ts';
import { eachStandingOn, entriesOf, standingOn } from './standing.ts';

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
  return standingOn(entries, 'HOUSEHOLD', day)?.content.memberIds.map((id) => personOf(id, files)) ?? [];
}

/** Whose files the entries name. */
export function namedIn(entries: readonly Entry[]): readonly string[] {
  return [
    ...new Set(
      entries.flatMap(({ content }) => {
        if (content.kind === 'HOUSEHOLD') return content.memberIds;
        return content.kind === 'NETWORK_MEMBER' && 'clientId' in content.member ? [content.member.clientId] : [];
      }),
    ),
  ];
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
