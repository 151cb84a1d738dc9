import { findInstitutionById } from '../../src/register/organisations/index.ts';
import type { Database } from '../../src/storage/index.ts';
import { type Caller, type Door, signedIn } from '../api/door.ts';
import { hire } from '../town.ts';

/** Whether an institution is a municipality, as the gateway itself asks. */
export const isMunicipalityIn = (database: Database) => async (institutionId: string) =>
  (await findInstitutionById(database.db, institutionId))?.kind === 'KOV';

/** Who describes what there is: the registry manager, two municipalities' administrators, and those who may not. */
export interface Describers {
  readonly manager: Caller;
  readonly admin: Caller;
  readonly neighbour: Caller;
  readonly worker: Caller;
  readonly provider: Caller;
  readonly municipality: string;
  readonly neighbouring: string;
}

export async function hireDescribers({ database, app }: Door): Promise<Describers> {
  const ska = { institution: '70001975', kind: 'SKA' } as const;
  const there = { institution: '70008440', kind: 'KOV' } as const;
  const provider = { institution: '70000740', kind: 'PROVIDER' } as const;
  const admin = await hire(database, { username: 'admin', roles: ['ADMIN'], serial: 1 });
  const neighbour = await hire(database, { username: 'naaber', roles: ['ADMIN'], serial: 2, ...there });
  return {
    manager: await signedIn(app, await hire(database, { username: 'juht', roles: ['REGISTRY_MANAGER'], serial: 3, ...ska })),
    admin: await signedIn(app, admin),
    neighbour: await signedIn(app, neighbour),
    worker: await signedIn(app, await hire(database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 4 })),
    provider: await signedIn(app, await hire(database, { username: 'osutaja', roles: ['ADMIN'], serial: 5, ...provider })),
    municipality: admin.institutionId,
    neighbouring: neighbour.institutionId,
  };
}
