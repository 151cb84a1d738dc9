import type { EuroCents, Month, PersonalCode, Sex } from '../estonia/index.ts';
import type { Temporal } from '../platform/index.ts';

/** A payment that some register knows of. */
export interface Payment {
  readonly month: Month;
  readonly paidOn: Temporal.PlainDate;
  readonly code: string;
  readonly name: string;
  readonly gross: EuroCents;
  readonly incomeTax: EuroCents;
  /** Who pays: an employer, or Tervisekassa for sickness. */
  readonly payer?: { readonly code: string; readonly name: string };
  /** For which child a benefit is paid. */
  readonly child?: Person;
}

/** What the population register has entered about somebody, and when. */
export interface Entry {
  readonly at: Temporal.PlainDateTime;
  readonly kind: 'DEATH' | 'RESIDENCE' | 'NAME';
}

export interface Person {
  readonly personalCode: PersonalCode;
  readonly firstName: string;
  lastName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly sex: Sex;
  household: Household;
  readonly parents: readonly Person[];
  readonly children: Person[];
  spouse: Person | undefined;
  deathDate: Temporal.PlainDate | undefined;
  disability: { readonly kind: string; readonly degree: string; readonly from: Temporal.PlainDate } | undefined;
  unemployed: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate | undefined }[];
  readonly declared: Payment[];
  readonly fromSka: Payment[];
  readonly fromFund: Payment[];
  /** The oldest first. */
  readonly entered: Entry[];
}

export interface Household {
  readonly address: string;
  readonly municipality: string;
  readonly since: Temporal.PlainDate;
  readonly members: Person[];
}
