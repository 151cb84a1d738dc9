import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { type Client, findClients } from '../people/index.ts';
import type { Subject } from './proceeding.ts';

export type OwnMatter = Failure<'OWN_MATTER'>;

/** Nobody works on a matter in which they are a subject themselves: a colleague does (HMS § 10 lg 1 p 1; INV-65). */
export async function checkNotOwn(
  db: Db,
  actor: Pick<Actor, 'personalCode'>,
  subjects: readonly Pick<Subject, 'clientId'>[],
): Promise<Result<void, OwnMatter>> {
  const clients = await findClients(
    db,
    subjects.map(({ clientId }) => clientId),
  );
  return checkNotAmong(actor, clients.values());
}

/** As {@link checkNotOwn}, of people who are in hand. */
export function checkNotAmong({ personalCode }: Pick<Actor, 'personalCode'>, clients: Iterable<Client>): Result<void, OwnMatter> {
  for (const client of clients) if (client.personalCode === personalCode) return fail(failure('OWN_MATTER'));
  return ok(undefined);
}
