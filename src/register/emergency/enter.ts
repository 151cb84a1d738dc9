import type { Clock, Temporal } from '../../platform/index.ts';
import type { Database, Db } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findProceedings, mayHandle, type Proceeding } from '../proceedings/index.ts';
import { isOpenToGuests } from './emergency-access.ts';
import { findOpenAccesses } from './store.ts';

type Comer = Pick<Actor, 'userId' | 'institutionId' | 'roles'>;

/** Whether a proceeding is there for somebody: it is theirs, or they are let in at this moment. Costs a statement only where it is not theirs. */
export async function mayEnter(db: Db, comer: Comer, proceeding: Proceeding, at: Temporal.Instant): Promise<boolean> {
  return mayHandle(comer, proceeding) || (await accessTo(db, comer, proceeding, at)) !== undefined;
}

async function accessTo(db: Db, comer: Comer, proceeding: Proceeding, at: Temporal.Instant): Promise<{ readonly id: string } | undefined> {
  if (!isOpenToGuests(proceeding)) return undefined;
  return (await findOpenAccesses(db, comer, at)).find(({ proceedingId }) => proceedingId === proceeding.id);
}

interface VisitPorts {
  readonly database: Database;
  readonly clock: Clock;
}

/** As {@link mayEnter}, for somebody who looks at the proceeding itself: that a guest has is a line in the log. */
export async function visit({ database, clock }: VisitPorts, visitor: Actor, proceeding: Proceeding): Promise<boolean> {
  if (mayHandle(visitor, proceeding)) return true;
  const at = clock.now();
  const access = await accessTo(database.db, visitor, proceeding, at);
  if (access === undefined) return false;
  await appendAudit(database.db, {
    action: 'EMERGENCY_ACCESS_USED',
    at,
    actor: visitor,
    object: { type: 'emergency-access', id: access.id },
    proceedingId: proceeding.id,
    outcome: 'DONE',
  });
  return true;
}

/** The proceeding into which somebody is let and in which a person is a subject, under any id of their file: by it the file is there for them, too. */
export async function guestIn(
  { clock }: Pick<VisitPorts, 'clock'>,
  db: Db,
  guest: Comer,
  clientIds: readonly string[],
): Promise<string | undefined> {
  const accesses = await findOpenAccesses(db, guest, clock.now());
  const proceedings = await findProceedings(
    db,
    accesses.map(({ proceedingId }) => proceedingId),
  );
  return [...proceedings.values()].find(
    (proceeding) => isOpenToGuests(proceeding) && proceeding.subjects.some(({ clientId }) => clientIds.includes(clientId)),
  )?.id;
}
