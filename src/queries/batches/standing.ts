import type { PersonalCode } from '../../estonia/index.ts';
import { type Actor, findUser } from '../../register/access/index.ts';
import { type Client, findClients } from '../../register/people/index.ts';
import { holdProceedings, type Proceeding } from '../../register/proceedings/index.ts';
import type { TicketBatch } from '../../registries/index.ts';
import type { Tx } from '../../storage/index.ts';
import { admitPerson } from '../admission.ts';
import type { BatchPermit, BatchPerson } from './batch.ts';

type Named = Pick<BatchPerson, 'position' | 'clientId' | 'proceedingId'>;

/** Who of a batch may be asked about, and who may not, with the code that says why. */
export interface Standing {
  readonly admitted: readonly (Named & { readonly subject: PersonalCode })[];
  readonly refused: readonly (Named & { readonly code: string })[];
}

/** Holds each person against the proceeding that is the purpose of asking about them. A proceeding that is not there is not theirs. */
export function standing(
  actor: Pick<Actor, 'roles' | 'personalCode'>,
  type: TicketBatch,
  proceedings: ReadonlyMap<string, Proceeding>,
  clients: ReadonlyMap<string, Client>,
  people: readonly Named[],
): Standing {
  const looked = people.map(({ position, clientId, proceedingId }) => {
    const proceeding = proceedings.get(proceedingId);
    const admission = proceeding && admitPerson(actor, type, proceeding, clients, clientId);
    return { person: { position, clientId, proceedingId }, admission };
  });
  return {
    admitted: looked.flatMap(({ person, admission }) => (admission?.ok === true ? { ...person, subject: admission.value.subject } : [])),
    refused: looked.flatMap(({ person, admission }) =>
      admission?.ok === true ? [] : { ...person, code: admission?.error.code ?? 'NOT_FOUND' },
    ),
  };
}

/**
 * Whether the purpose still holds for these people: the one who ordered still works there in that role, and each proceeding is open with the
 * person in it. The proceedings are held against closing until the transaction ends. (INV-55)
 */
export async function standingNow(
  tx: Tx,
  type: TicketBatch,
  permit: BatchPermit,
  people: readonly Named[],
): Promise<Standing & { readonly asker?: Pick<Actor, 'personalCode'> }> {
  const [asker, proceedings, clients] = await Promise.all([
    findUser(tx, permit.userId, permit.institutionId),
    holdProceedings(tx, [...new Set(people.map(({ proceedingId }) => proceedingId))]),
    findClients(
      tx,
      people.map(({ clientId }) => clientId),
    ),
  ]);
  if (asker === undefined) return { admitted: [], refused: people.map((person) => ({ ...person, code: 'PERMIT_WITHDRAWN' })) };
  return { ...standing(asker, type, proceedings, clients, people), asker };
}
