import { address } from './ads/index.ts';
import { company, holdings } from './ariregister/index.ts';
import { studies } from './ehis/index.ts';
import { properties, property } from './kinnistusraamat/index.ts';
import { adoptionDecisions, childhoodDecisions } from './kohus/index.ts';
import { vehicles } from './liiklusregister/index.ts';
import { employerPayments, selfEmployment } from './mta/index.ts';
import type { QueryType } from './query-type.ts';
import {
  addressResidents,
  capacityAndResidences,
  custody,
  guardianship,
  livesAlone,
  parents,
  peopleInFull,
  personSearch,
  relatedPersons,
  relationsAndCustody,
  residences,
} from './rr/index.ts';
import { childBenefit, disability, payments, rehabilitation, specialCare } from './skais/index.ts';
import { benefits } from './skais2/index.ts';
import {
  carerInsuranceEnd,
  carerInsuranceExtension,
  carerInsuranceExtraordinaryEnd,
  carerInsurancePause,
  carerInsuranceStart,
  insurance,
} from './tervisekassa/index.ts';
import { fundPayments, unemployment, workAbility } from './tootukassa/index.ts';
import { employment } from './tor/index.ts';

/**
 * Every query type there is. Parameters are checked against the type's own schema before they come to it, which is all that makes calling a
 * member of this list safe: the list cannot say which parameters belong to which type.
 */
export const catalogue: readonly QueryType[] = [
  residences,
  relatedPersons,
  guardianship,
  capacityAndResidences,
  custody,
  relationsAndCustody,
  parents,
  livesAlone,
  personSearch,
  addressResidents,
  peopleInFull,
  payments,
  disability,
  rehabilitation,
  specialCare,
  childBenefit,
  benefits,
  employerPayments,
  selfEmployment,
  insurance,
  carerInsuranceStart,
  carerInsurancePause,
  carerInsuranceEnd,
  carerInsuranceExtension,
  carerInsuranceExtraordinaryEnd,
  unemployment,
  fundPayments,
  workAbility,
  employment,
  studies,
  vehicles,
  properties,
  property,
  holdings,
  company,
  childhoodDecisions,
  adoptionDecisions,
  address,
];

const byCode = new Map(catalogue.map((type) => [type.code, type]));

export function findQueryType(code: string): QueryType | undefined {
  return byCode.get(code);
}
