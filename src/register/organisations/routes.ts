import type { Clock } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import type { Route } from '../access/index.ts';
import { contractRoutes } from './contract-routes.ts';
import { employeeRoutes } from './employee-routes.ts';
import { institutionRoutes } from './institution-routes.ts';
import { mandateRoutes } from './mandate-routes.ts';
import { providerRoutes } from './provider-routes.ts';

/** Institutions, providers, what they have between them, and their workers. */
export function organisationRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  return [institutionRoutes, providerRoutes, contractRoutes, mandateRoutes, employeeRoutes].flatMap((routesOf) => routesOf(ports));
}
