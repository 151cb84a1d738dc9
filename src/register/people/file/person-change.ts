import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../../platform/index.ts';
import { type Client, type Person, type PersonEntry, type PersonRefusal, readPerson } from '../client.ts';
import type { Change, Standing } from './change-file.ts';
import { type NewEntry, type Since, since } from './entry.ts';

/**
 * A person's data as they are now. A personal code is entered once, of somebody who had none, and never changed by hand: another code is another
 * file until the two are merged.
 *
 * @param holder whose file the personal code leads to, where it leads to one
 */
export function changePerson(
  { client }: Standing,
  entry: PersonEntry & Since,
  holder: Client | undefined,
  today: Temporal.PlainDate,
): Result<Change, PersonRefusal | Failure<'PERSONAL_CODE_FIXED' | 'CLIENT_EXISTS'>> {
  const read = readPerson({ ...(client.personalCode === undefined ? {} : { personalCode: client.personalCode }), ...entry }, today);
  if (!read.ok) return read;
  const person = read.value;
  if (client.personalCode !== undefined && person.personalCode !== client.personalCode)
    return fail(failure('PERSONAL_CODE_FIXED', { fields: [{ pointer: '/personalCode', code: 'FIXED' }] }));
  if (holder !== undefined && holder.id !== client.id) return fail(failure('CLIENT_EXISTS'));
  const from = since(entry, today);
  const { firstName, lastName, birthDate, sex, citizenship } = person;
  const entries: NewEntry[] = [];
  if (client.personalCode !== person.personalCode) entries.push({ content: { kind: 'PERSONAL_CODE' }, ...from });
  if (firstName !== client.firstName || lastName !== client.lastName)
    entries.push({ content: { kind: 'NAME', firstName, lastName }, ...from });
  if (birthDate?.toString() !== client.birthDate?.toString() || sex !== client.sex || citizenship !== client.citizenship)
    entries.push({ content: personContent(person), ...from });
  return ok({ entries, client: { ...client, ...person } });
}

/** The first entries of a file. */
export function firstEntries(person: Omit<Person, 'personalCode'>, today: Temporal.PlainDate): readonly NewEntry[] {
  const { firstName, lastName } = person;
  const from = since({}, today);
  return [
    { content: { kind: 'NAME', firstName, lastName }, ...from },
    { content: personContent(person), ...from },
  ];
}

function personContent({ birthDate, sex, citizenship }: Pick<Client, 'birthDate' | 'sex' | 'citizenship'>): NewEntry['content'] {
  return {
    kind: 'PERSON',
    ...(birthDate === undefined ? {} : { birthDate: birthDate.toString() }),
    ...(sex === undefined ? {} : { sex }),
    ...(citizenship === undefined ? {} : { citizenship }),
  };
}
