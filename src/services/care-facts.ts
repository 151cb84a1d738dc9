import type { PersonalCode } from '../estonia/index.ts';
import type { Temporal } from '../platform/index.ts';
import type { Period } from './period.ts';

/** As what somebody cares, as the contract tells it apart: hooldaja (SHS § 26) and perekonnas hooldaja. */
export type CareKind = 'CARER' | 'FAMILY_CARER';

/** One person whom a carer cares for, and since when. */
export interface CareDuty {
  readonly caredFor: PersonalCode;
  readonly kind: CareKind;
  readonly begins: Temporal.PlainDate;
  /** Undefined while it lasts. */
  readonly ends: Temporal.PlainDate | undefined;
}

/** A carer's benefit as a municipality carries it out (hooldajatoetuse rakendamine). */
export interface CarerBenefit {
  readonly reference: string;
  readonly municipality: string;
  readonly begins: Temporal.PlainDate;
  readonly ends: Temporal.PlainDate | undefined;
}

export interface Carer {
  readonly personalCode: PersonalCode;
  readonly firstName: string;
  readonly lastName: string;
  /** At least one: who cares for nobody is no carer. */
  readonly duties: readonly CareDuty[];
  readonly benefits: readonly CarerBenefit[];
}

/** What the register knows of carers; whoever decides on care gives it. */
export interface CareFacts {
  /** Who of the people cared for somebody on a day of the period, with what touches the period of their duties and benefits. */
  carersAmong(people: readonly PersonalCode[], period: Period): Promise<ReadonlyMap<PersonalCode, Carer>>;
}
