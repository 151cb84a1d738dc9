import type { Client } from './client.ts';

/** Who a person is, as the internal API shows it. */
export function viewOf(client: Client) {
  return {
    id: client.id,
    ...(client.personalCode === undefined ? {} : { personalCode: client.personalCode }),
    ...(client.internalCode === undefined ? {} : { internalCode: client.internalCode }),
    firstName: client.firstName,
    lastName: client.lastName,
    ...(client.birthDate === undefined ? {} : { birthDate: client.birthDate.toString() }),
    ...(client.sex === undefined ? {} : { sex: client.sex }),
    ...(client.citizenship === undefined ? {} : { citizenship: client.citizenship }),
  };
}
