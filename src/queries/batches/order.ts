import { type Clock, type Failure, fail, failure, newId, ok, type Result, startOfDay, type Temporal, ZONE } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { type AuditLine, appendAudit, appendAuditLines } from '../../register/audit/index.ts';
import { findInstitutionById } from '../../register/organisations/index.ts';
import { findClients } from '../../register/people/index.ts';
import { holdProceedings, mayHandle, recordActions } from '../../register/proceedings/index.ts';
import { type BatchType, findBatchType, type ResidentsBatch, type TicketBatch } from '../../registries/index.ts';
import type { Database, Tx } from '../../storage/index.ts';
import { admitPosed, type Refusal } from '../admission.ts';
import { findBlocked } from '../contracts/index.ts';
import type { BatchPermit } from './batch.ts';
import type { BatchErrorCode } from './errors.ts';
import { insertPeople } from './person-store.ts';
import { standing } from './standing.ts';
import { countBatchesSince, insertBatch } from './store.ts';

/** An order as a worker poses it: each person with the proceeding that is the purpose of asking about them; nobody where residents are asked about. */
export interface OrderBatch {
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly justification?: string;
  readonly people: readonly { readonly proceedingId: string; readonly subjectId: string }[];
}

export type BatchRefusal = Refusal | Failure<BatchErrorCode>;

interface OrderPorts {
  readonly clock: Clock;
}

/**
 * Orders a mass service, in the caller's transaction: permit, row, people, an action in every proceeding and the lines of the log stand together.
 * Nothing is sent here: the row is due at once.
 */
export async function orderBatch(ports: OrderPorts, tx: Tx, actor: Actor, command: OrderBatch): Promise<Result<string, BatchRefusal>> {
  const type = findBatchType(command.type);
  if (type === undefined) return fail(failure('BATCH_TYPE_UNKNOWN', { fields: [{ pointer: '/type', code: 'UNKNOWN' }] }));
  if (!mayOrder(actor, type)) return fail(failure('QUERY_NOT_ALLOWED_FOR_ROLE'));
  const posed = admitPosed(type, command);
  if (!posed.ok) return posed;
  if ((await findBlocked(tx)).has(type.code)) return fail(failure('QUERY_TYPE_BLOCKED'));
  return type.about === 'RESIDENTS' ? orderResidents(ports, tx, actor, type, command) : orderNamed(ports, tx, actor, type, command);
}

/** Everybody named may be asked about, or nobody is. */
async function orderNamed(
  { clock }: OrderPorts,
  tx: Tx,
  actor: Actor,
  type: TicketBatch,
  command: OrderBatch,
): Promise<Result<string, BatchRefusal>> {
  if (command.people.length === 0) return fail(failure('BATCH_PEOPLE_REFUSED', { fields: [{ pointer: '/people', code: 'MINITEMS' }] }));
  if (command.people.length > type.peopleAtMost)
    return fail(failure('BATCH_TOO_LARGE', { fields: [{ pointer: '/people', code: 'MAXITEMS' }] }));
  const people = command.people.map(({ proceedingId, subjectId }, position) => ({ position, proceedingId, clientId: subjectId }));
  const [proceedings, clients] = await Promise.all([
    holdProceedings(tx, [...new Set(people.map(({ proceedingId }) => proceedingId))]),
    findClients(tx, [...new Set(people.map(({ clientId }) => clientId))]),
  ]);
  const own = new Map([...proceedings].filter(([, proceeding]) => mayHandle(actor, proceeding)));
  const { refused } = standing(actor, type, own, clients, people);
  const first = new Map(people.toReversed().map(({ clientId, position }) => [clientId, position]));
  const twice = people.filter(({ clientId, position }) => first.get(clientId) !== position);
  if (refused.length + twice.length > 0) {
    const fields = [...refused, ...twice.map(({ position }) => ({ position, code: 'TWICE' }))];
    return fail(
      failure('BATCH_PEOPLE_REFUSED', { fields: fields.map(({ position, code }) => ({ pointer: `/people/${position}`, code })) }),
    );
  }
  const at = clock.now();
  const permit = permitOf(actor, type, command, command.parameters, at);
  if (!(await insertBatch(tx, permit, type.registry, at.add({ hours: type.giveUpHours })))) return fail(failure('BATCH_UNDER_WAY'));
  await Promise.all([
    insertPeople(tx, permit.id, people),
    recordActions(
      tx,
      people.map(({ proceedingId }) => ({
        proceedingId,
        kind: 'QUERY',
        origin: 'AUTOMATIC',
        performedBy: actor.userId,
        text: type.name.et,
        refs: {},
        at,
      })),
    ),
    appendAuditLines(tx, [
      orderedLine(actor, permit, people.length),
      ...people.map(({ clientId, proceedingId }) => ({
        action: 'BATCH_PERSON_ORDERED',
        at,
        actor,
        object: { type: 'batch', id: permit.id },
        clientId,
        proceedingId,
        outcome: 'DONE' as const,
        details: { type: type.code },
      })),
    ]),
  ]);
  return ok(permit.id);
}

/** The residents of the worker's own municipality, and of no other; so often in a calendar year. */
async function orderResidents(
  { clock }: OrderPorts,
  tx: Tx,
  actor: Actor,
  type: ResidentsBatch,
  command: OrderBatch,
): Promise<Result<string, BatchRefusal>> {
  if (command.people.length > 0) return fail(failure('BATCH_PEOPLE_REFUSED', { fields: [{ pointer: '/people', code: 'NOT_NAMED' }] }));
  const municipality = (await findInstitutionById(tx, actor.institutionId))?.ehakCode;
  if (municipality === undefined) return fail(failure('MUNICIPALITY_UNKNOWN'));
  const at = clock.now();
  const thisYear = startOfDay(at).toZonedDateTimeISO(ZONE).with({ month: 1, day: 1 }).toInstant();
  const permit = permitOf(actor, type, command, { municipality }, at);
  // Inserted first: who orders at the same moment waits here, and is counted by nobody.
  if (!(await insertBatch(tx, permit, type.list.registry, at.add({ hours: type.giveUpHours })))) return fail(failure('BATCH_UNDER_WAY'));
  if ((await countBatchesSince(tx, actor.institutionId, type.code, thisYear)) > type.perYearAtMost) return fail(failure('NGTS_LIMIT'));
  await appendAudit(tx, orderedLine(actor, permit, null));
  return ok(permit.id);
}

function permitOf(
  actor: Actor,
  type: BatchType,
  { justification }: OrderBatch,
  parameters: BatchPermit['parameters'],
  at: Temporal.Instant,
) {
  return {
    id: newId(),
    at,
    userId: actor.userId,
    institutionId: actor.institutionId,
    typeCode: type.code,
    parameters,
    legalBasis: type.legalBasis,
    fields: type.fields,
    justification: justification?.trim() ?? null,
  } satisfies BatchPermit;
}

function orderedLine(actor: Actor, { id, at, typeCode, legalBasis }: BatchPermit, people: number | null): AuditLine {
  const details = { type: typeCode, people, legalBasis };
  return { action: 'BATCH_ORDERED', at, actor, object: { type: 'batch', id }, outcome: 'DONE', details };
}

/** Whether the worker's role gives them the type at all: to order it, and to see that it was ordered. */
export function mayOrder(actor: Pick<Actor, 'roles'>, type: Pick<BatchType, 'roles'>): boolean {
  return actor.roles.some((role) => type.roles.includes(role));
}

/** An order that may not leave is a line in the log, like one that may. */
export async function auditRefusedOrder(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  command: OrderBatch,
  refusal: Failure,
): Promise<void> {
  await appendAudit(database.db, {
    action: 'BATCH_REFUSED',
    at: clock.now(),
    actor,
    object: { type: 'institution', id: actor.institutionId },
    outcome: 'REFUSED',
    code: refusal.code,
    details: { type: findBatchType(command.type)?.code ?? null, people: command.people.length },
  });
}
