import { catalogue, type QueryType } from '../registries/index.ts';

/** How a register's questions are asked where it takes them by both: by SOAP, by REST, or by SOAP with REST asked beside it to be compared. */
export const PROTOCOLS = ['soap', 'rest', 'shadow'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** By register; SOAP where nothing is said. A query type without a twin is asked by SOAP whatever is said. */
export type Protocols = Readonly<Record<string, Protocol | undefined>>;

/** The REST service that a query type is asked of; undefined: its SOAP service. */
export function restOf(type: QueryType, protocols: Protocols): QueryType['twin'] {
  return protocols[type.registry] === 'rest' ? type.twin : undefined;
}

/** The REST service that is asked beside the one that the worker hears. */
export function shadowOf(type: QueryType, protocols: Protocols): QueryType['twin'] {
  return protocols[type.registry] === 'shadow' ? type.twin : undefined;
}

/** The registers that can be asked by REST at all. */
export function registriesWithTwins(): ReadonlySet<string> {
  return new Set(catalogue.filter(({ twin }) => twin !== undefined).map(({ registry }) => registry));
}
