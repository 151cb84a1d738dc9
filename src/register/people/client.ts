import { birthDateOf, type PersonalCode, parsePersonalCode, type Sex, sexOf } from '../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result, Temporal } from '../../platform/index.ts';

/**
 * A person with a client file (klienditoimik). Known by personal code, or not in the population register and known by a code of STAR's own, which
 * stays theirs when they get a personal code.
 */
export interface Client {
  readonly id: string;
  readonly personalCode: PersonalCode | undefined;
  readonly internalCode: string | undefined;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: Temporal.PlainDate | undefined;
  readonly sex: Sex | undefined;
  /** ISO 3166-1, two letters; `XX` for somebody without any. */
  readonly citizenship: string | undefined;
  /** The institution that has entered the person, and who there. */
  readonly registeredBy: string;
  readonly enteredBy: string;
  readonly version: number;
}

/** What a worker enters of a person. */
export interface PersonEntry {
  readonly personalCode?: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly sex?: Sex;
  readonly citizenship?: string;
}

export type Person = Pick<Client, 'personalCode' | 'firstName' | 'lastName' | 'birthDate' | 'sex' | 'citizenship'>;

export type PersonRefusal = Failure<'PERSONAL_CODE_INVALID' | 'PERSONAL_CODE_REQUIRED' | 'BIRTH_DATE_INVALID'>;

/**
 * Reads who is entered: by a valid personal code, or by the worker's word that the person is not in the population register. Neither is a word
 * forgotten, both a contradiction (INV-01, INV-02).
 */
export function readNewcomer(
  entry: PersonEntry & { readonly notInPopulationRegister?: boolean },
  on: Temporal.PlainDate,
): Result<Person, PersonRefusal> {
  if (entry.personalCode !== undefined && entry.notInPopulationRegister === true) return codeInvalid('/personalCode', 'INVALID');
  if (entry.personalCode === undefined && entry.notInPopulationRegister !== true)
    return fail(failure('PERSONAL_CODE_REQUIRED', { fields: [{ pointer: '/personalCode', code: 'REQUIRED' }] }));
  return readPerson(entry, on);
}

/** Reads a person's data. Birth date and sex follow from a personal code and are never asked again: said all the same, they must be its own. */
export function readPerson(entry: PersonEntry, on: Temporal.PlainDate): Result<Person, PersonRefusal> {
  const { citizenship, sex } = entry;
  const names = { firstName: entry.firstName.trim(), lastName: entry.lastName.trim() };
  const birthDate = entry.birthDate === undefined ? undefined : Temporal.PlainDate.from(entry.birthDate);
  if (entry.personalCode === undefined) {
    if (birthDate !== undefined && Temporal.PlainDate.compare(birthDate, on) > 0)
      return fail(failure('BIRTH_DATE_INVALID', { fields: [{ pointer: '/birthDate', code: 'IN_THE_FUTURE' }] }));
    return ok({ personalCode: undefined, ...names, birthDate, sex, citizenship });
  }
  const personalCode = parsePersonalCode(entry.personalCode);
  if (personalCode === undefined) return codeInvalid('/personalCode', 'INVALID');
  if (birthDate !== undefined && !birthDate.equals(birthDateOf(personalCode))) return codeInvalid('/birthDate', 'NOT_OF_THIS_CODE');
  if (sex !== undefined && sex !== sexOf(personalCode)) return codeInvalid('/sex', 'NOT_OF_THIS_CODE');
  return ok({ personalCode, ...names, birthDate: birthDateOf(personalCode), sex: sexOf(personalCode), citizenship });
}

function codeInvalid(pointer: string, code: string): Result<never, Failure<'PERSONAL_CODE_INVALID'>> {
  return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer, code }] }));
}
