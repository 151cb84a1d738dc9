import { sql } from 'kysely';
import { parseRegistryCode, type RegistryCode } from '../../../src/estonia/index.ts';
import { classifierRoutes } from '../../../src/register/classifiers/index.ts';
import { organisationRoutes } from '../../../src/register/organisations/index.ts';
import { type Caller, openDoor, signedIn } from '../../api/door.ts';
import { hire, personalCode, type Worker } from '../../town.ts';

let serial = 700;

/** A registry code that nobody has yet. */
export function registryCode(): RegistryCode {
  for (;;) {
    serial += 1;
    for (let digit = 0; digit < 10; digit += 1) {
      const code = parseRegistryCode(`1234${serial}${digit}`);
      if (code !== undefined) return code;
    }
  }
}

/** Somebody whom the registry manager enters with a provider. */
export const initialUser = (more: object = {}) => {
  serial += 1;
  return {
    username: `esindaja-${serial}`,
    password: 'Registrijuhi antud 1',
    firstName: 'Piret',
    lastName: 'Hooldaja',
    personalCode: personalCode(serial, '1979-05-06'),
    contacts: { email: 'piret@hooldekodu.example', phone: '+372 5555 0001' },
    roles: ['ADMIN'],
    ...more,
  };
};

export const provider = (more: object = {}) => ({
  registryCode: registryCode(),
  name: 'Näidishooldekodu OÜ',
  serviceAddress: { municipality: '0567', text: 'Pärnu tn 5, Paide' },
  services: ['GENERAL_CARE', 'SOCIAL_TRANSPORT'],
  requestDocumentId: '7-1/26/44',
  initialUsers: [initialUser()],
  ...more,
});

/** The internal API with the institutions of one county and the SKA in it, and whoever there is to call. */
export async function openOffice() {
  const door = await openDoor({
    rooms: ({ database, clock }) => [
      ...organisationRoutes({ database, clock }),
      ...classifierRoutes({ database, clock, isMunicipality: async () => true }),
    ],
  });
  let hired = 0;
  const work = async (who: Omit<Parameters<typeof hire>[1], 'username' | 'serial'>): Promise<Caller & { worker: Worker }> => {
    hired += 1;
    const worker = await hire(door.database, { ...who, username: `worker-${hired}`, serial: hired });
    return Object.assign(await signedIn(door.app, worker), { worker });
  };
  const paide = { institution: '77000312', municipality: '0567' };
  const ska = { institution: '70001975', kind: 'SKA' } as const;
  const manager = await work({ roles: ['REGISTRY_MANAGER'], ...ska });
  return {
    ...door,
    work,
    paide,
    ska,
    manager,
    admin: await work({ roles: ['ADMIN'], ...paide }),
    worker: await work({ roles: ['SOCIAL_WORKER'], ...paide }),
    neighbour: await work({ roles: ['ADMIN'], institution: '70000740', municipality: '0834' }),
    /** Signs a worker in once more, the clock having gone on. */
    again: async ({ worker }: { worker: Worker }): Promise<Caller> => signedIn(door.app, worker),
    /** Registers a provider; gives its id, and somebody who acts for it. */
    async provider(more: object = {}) {
      const entry = provider(more);
      const { status, body } = await manager('POST', '/api/v1/providers', entry);
      if (status !== 201) throw new Error(`a provider was not registered: ${JSON.stringify(body)}`);
      const its = { institution: entry.registryCode, kind: 'PROVIDER' } as const;
      return {
        id: String(body.id),
        admin: await work({ roles: ['ADMIN'], ...its }),
        representative: await work({ roles: ['PROVIDER_REP'], ...its }),
      };
    },
    async auditOf(action: string): Promise<number> {
      const { rows } = await sql<{ count: number }>`select count(*) as count from audit_event where action = ${action}`.execute(
        door.database.db,
      );
      return Number(rows[0]?.count);
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
