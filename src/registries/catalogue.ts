import { employerPayments } from './mta/index.ts';
import type { QueryType } from './query-type.ts';
import { relatedPersons, residences } from './rr/index.ts';
import { disability, payments } from './skais/index.ts';
import { insurance } from './tervisekassa/index.ts';
import { fundPayments, unemployment } from './tootukassa/index.ts';

/**
 * Every query type there is. Parameters are checked against the type's own schema before they come to it, which is all that makes calling a
 * member of this list safe: the list cannot say which parameters belong to which type.
 */
export const catalogue: readonly QueryType[] = [
  residences,
  relatedPersons,
  payments,
  disability,
  employerPayments,
  insurance,
  unemployment,
  fundPayments,
];

const byCode = new Map(catalogue.map((type) => [type.code, type]));

export function findQueryType(code: string): QueryType | undefined {
  return byCode.get(code);
}
