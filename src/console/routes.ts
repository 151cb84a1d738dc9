import type { Route } from '../register/access/index.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { contractRoutes } from './contract-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { healthRoutes } from './health-routes.ts';
import type { ConsolePorts } from './ports.ts';
import { queryRoutes } from './query-routes.ts';
import { registryRoutes } from './registry-routes.ts';
import { shadowRoutes } from './shadow-routes.ts';
import { steeringRoutes } from './steering-routes.ts';

/** The operators' calls, to be mounted under `/console/api`. They see counts, ids, codes and times: no person, no proceeding. */
export function consoleRoutes(ports: ConsolePorts): readonly Route[] {
  return [
    ...registryRoutes(ports),
    ...steeringRoutes(ports),
    ...queryRoutes(ports),
    ...bulkRoutes(ports),
    ...contractRoutes(ports),
    ...feedRoutes(ports),
    ...shadowRoutes(ports),
    ...healthRoutes(ports),
  ];
}
