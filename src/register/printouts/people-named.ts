import type { Db } from '../../storage/index.ts';
import { findNames } from '../access/index.ts';
import { findInstitutions } from '../organisations/index.ts';
import { type Client, findClients } from '../people/index.ts';

/** Who is meant by the ids in what is printed. */
export interface Named {
  readonly worker: (userId: string) => string;
  readonly institution: (institutionId: string) => string;
  readonly client: (clientId: string) => string;
  /** By which code somebody is known. */
  readonly code: (clientId: string) => string;
}

export interface Ids {
  readonly workers?: readonly string[];
  readonly institutions?: readonly string[];
  readonly clients?: readonly string[];
}

/** Looks up who is meant. Whom the register does not know has no name. */
export async function findNamed(db: Db, { workers = [], institutions = [], clients = [] }: Ids): Promise<Named> {
  const [workerNames, institutionsById, files] = [
    await findNames(db, [...new Set(workers)]),
    await findInstitutions(db, [...new Set(institutions)]),
    await findClients(db, [...new Set(clients)]),
  ];
  return {
    worker: (id) => workerNames.get(id) ?? '',
    institution: (id) => institutionsById.get(id)?.name ?? '',
    client: (id) => nameOf(files.get(id)),
    code: (id) => codeOf(files.get(id)),
  };
}

export function nameOf(client: Pick<Client, 'firstName' | 'lastName'> | undefined): string {
  return client === undefined ? '' : `${client.firstName} ${client.lastName}`;
}

export function codeOf(client: Pick<Client, 'personalCode' | 'internalCode'> | undefined): string {
  return client?.personalCode ?? client?.internalCode ?? '';
}
