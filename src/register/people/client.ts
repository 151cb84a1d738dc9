import { birthDateOf, type PersonalCode, parsePersonalCode, type Sex, sexOf } from '../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result, Temporal } from '../../platform/index.ts';

/** A person with a client file (klienditoimik). Either known by personal code, or not in the population register and known by a code of STAR's own. */
export interface Client {
  readonly id: string;
  readonly personalCode: PersonalCode | undefined;
  readonly internalCode: string | undefined;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: Temporal.PlainDate | undefined;
  readonly sex: Sex | undefined;
  readonly registeredBy: string;
}

/** What a worker enters of a person. */
export interface ClientEntry {
  readonly personalCode?: string;
  readonly notInPopulationRegister?: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
}

export type Person = Pick<Client, 'personalCode' | 'firstName' | 'lastName' | 'birthDate' | 'sex'>;

/**
 * Reads an entry: a valid personal code, from which birth date and sex follow and are never asked again (INV-01), or the worker's word that the
 * person is not in the population register (INV-02).
 */
export function readEntry(entry: ClientEntry): Result<Person, Failure<'PERSONAL_CODE_INVALID' | 'PERSONAL_CODE_REQUIRED'>> {
  const names = { firstName: entry.firstName.trim(), lastName: entry.lastName.trim() };
  if (entry.personalCode !== undefined) {
    const personalCode = parsePersonalCode(entry.personalCode);
    if (personalCode === undefined || entry.notInPopulationRegister === true) {
      return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer: '/personalCode', code: 'INVALID' }] }));
    }
    if (entry.birthDate !== undefined && entry.birthDate !== birthDateOf(personalCode).toString()) {
      return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer: '/birthDate', code: 'NOT_OF_THIS_CODE' }] }));
    }
    return ok({ personalCode, ...names, birthDate: birthDateOf(personalCode), sex: sexOf(personalCode) });
  }
  if (entry.notInPopulationRegister !== true)
    return fail(failure('PERSONAL_CODE_REQUIRED', { fields: [{ pointer: '/personalCode', code: 'REQUIRED' }] }));
  const birthDate = entry.birthDate === undefined ? undefined : Temporal.PlainDate.from(entry.birthDate);
  return ok({ personalCode: undefined, ...names, birthDate, sex: undefined });
}
