import { type Clock, type Failure, fail, failure, ok, type Result, type Text } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { appendAudit, appendAuditLines } from '../../register/audit/index.ts';
import { findProceedings, mayHandle } from '../../register/proceedings/index.ts';
import { findBatchType, type Reading } from '../../registries/index.ts';
import type { Database, DataKeys } from '../../storage/index.ts';
import { ADVICE } from '../advice.ts';
import type { Batch, PersonOutcome } from './batch.ts';
import type { BatchErrorCode } from './errors.ts';
import { pageOfPeople } from './person-store.ts';
import { pageOfResidents } from './resident-store.ts';
import { openSeals, unsealResident } from './sealed-reading.ts';

export interface ViewPeoplePorts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly clock: Clock;
}

type AnswerView = Reading<unknown> & { readonly advice?: Text };

/** One person of a batch, as a worker reads them. */
export interface PersonView {
  readonly position: number;
  readonly proceedingId: string;
  readonly subjectId: string;
  readonly outcome: PersonOutcome | null;
  readonly code: string | null;
  /** Null where nothing was answered, or the purpose has ended. */
  readonly answer: AnswerView | null;
}

/** One resident of whom something was answered. */
export interface ResidentView {
  readonly position: number;
  readonly personalCode: string;
  readonly outcome: PersonOutcome;
  readonly answer: AnswerView;
}

/** A page of a batch's people, behind a position. */
export async function readPeople(
  ports: ViewPeoplePorts,
  actor: Actor,
  batch: Batch,
  after: number,
  limit: number,
): Promise<Result<readonly (PersonView | ResidentView)[], Failure<BatchErrorCode>>> {
  if (batch.state === 'CLOSED') return fail(failure('BATCH_CLOSED'));
  if (batch.state !== 'FETCHED') return fail(failure('BATCH_NOT_FETCHED'));
  const page = findBatchType(batch.typeCode)?.about === 'RESIDENTS' ? readResidents : readNamed;
  return ok(await page(ports, actor, batch, after, limit));
}

/** Each is shown while their proceeding is open, and each that is shown is a line in the log. */
async function readNamed(ports: ViewPeoplePorts, actor: Actor, batch: Batch, after: number, limit: number): Promise<readonly PersonView[]> {
  const people = await pageOfPeople(ports.database.db, batch.id, after, limit);
  const proceedingIds = [...new Set(people.map(({ proceedingId }) => proceedingId))];
  const [proceedings, seals] = await ports.database.reading((db) =>
    Promise.all([findProceedings(db, proceedingIds), openSeals(ports.keys, db, batch.id, proceedingIds)]),
  );
  const views = people.map(({ sealed, ...person }): PersonView => {
    const { position, proceedingId, clientId: subjectId, outcome, code } = person;
    const proceeding = proceedings.get(proceedingId);
    const isOpen = proceeding?.state === 'OPENED' && mayHandle(actor, proceeding);
    const reading = isOpen && sealed !== null ? seals.unseal(person, sealed) : undefined;
    const answer = reading === undefined ? null : advised(reading);
    return { position, proceedingId, subjectId, outcome, code: isOpen ? code : (code ?? 'PROCEEDING_NOT_OPEN'), answer };
  });
  await appendAuditLines(
    ports.database.db,
    views
      .filter(({ answer }) => answer !== null)
      .map(({ proceedingId, subjectId }) => ({
        action: 'ANSWER_READ',
        at: ports.clock.now(),
        actor,
        object: { type: 'batch', id: batch.id },
        clientId: subjectId,
        proceedingId,
        outcome: 'DONE' as const,
        details: { type: batch.typeCode },
      })),
  );
  return views;
}

/** Residents have no file that a line could name: the log says which page of the order was read, and of how many. */
async function readResidents(
  ports: ViewPeoplePorts,
  actor: Actor,
  batch: Batch,
  after: number,
  limit: number,
): Promise<readonly ResidentView[]> {
  const [residents, key] = await ports.database.reading((db) =>
    Promise.all([pageOfResidents(db, batch.id, after, limit), ports.keys.open(db, batch.id)]),
  );
  const views = residents.flatMap(({ position, outcome, sealed }): ResidentView[] => {
    const resident = key && unsealResident(key, batch.id, position, sealed);
    return resident === undefined ? [] : [{ position, personalCode: resident.personalCode, outcome, answer: advised(resident.reading) }];
  });
  await appendAudit(ports.database.db, {
    action: 'BATCH_PAGE_READ',
    at: ports.clock.now(),
    actor,
    object: { type: 'batch', id: batch.id },
    outcome: 'DONE',
    details: { type: batch.typeCode, after, people: views.length },
  });
  return views;
}

function advised(reading: Reading<unknown>): AnswerView {
  return reading.state === 'FOUND' ? reading : { ...reading, advice: ADVICE[reading.state] };
}
