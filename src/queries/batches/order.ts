import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { appendAudit, appendAuditLines } from '../../register/audit/index.ts';
import { findClients } from '../../register/people/index.ts';
import { holdProceedings, mayHandle, recordActions } from '../../register/proceedings/index.ts';
import { type BatchType, findBatchType } from '../../registries/index.ts';
import type { Database, Tx } from '../../storage/index.ts';
import { admitPosed, type Refusal } from '../admission.ts';
import type { BatchErrorCode } from './errors.ts';
import { insertPeople } from './person-store.ts';
import { standing } from './standing.ts';
import { insertBatch } from './store.ts';

/** An order as a worker poses it: each person with the proceeding that is the purpose of asking about them. */
export interface OrderBatch {
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly justification?: string;
  readonly people: readonly { readonly proceedingId: string; readonly subjectId: string }[];
}

export type BatchRefusal = Refusal | Failure<BatchErrorCode>;

/**
 * Orders a mass service, in the caller's transaction: permit, row, people, an action in every proceeding and the lines of the log stand together.
 * Everybody named may be asked about, or nobody is. Nothing is sent here: the row is due at once.
 */
export async function orderBatch(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  command: OrderBatch,
): Promise<Result<string, BatchRefusal>> {
  const type = findBatchType(command.type);
  if (type === undefined) return fail(failure('BATCH_TYPE_UNKNOWN', { fields: [{ pointer: '/type', code: 'UNKNOWN' }] }));
  if (!mayOrder(actor, type)) return fail(failure('QUERY_NOT_ALLOWED_FOR_ROLE'));
  if (command.people.length > type.peopleAtMost)
    return fail(failure('BATCH_TOO_LARGE', { fields: [{ pointer: '/people', code: 'MAXITEMS' }] }));
  const posed = admitPosed(type, command);
  if (!posed.ok) return posed;
  const people = command.people.map(({ proceedingId, subjectId }, position) => ({ position, proceedingId, clientId: subjectId }));
  const [proceedings, clients] = await Promise.all([
    holdProceedings(tx, [...new Set(people.map(({ proceedingId }) => proceedingId))]),
    findClients(tx, [...new Set(people.map(({ clientId }) => clientId))]),
  ]);
  const own = new Map([...proceedings].filter(([, proceeding]) => mayHandle(actor, proceeding)));
  const { refused } = standing(actor, type, own, clients, people);
  const twice = people.filter(({ clientId, position }) => people.findIndex((one) => one.clientId === clientId) < position);
  if (refused.length + twice.length > 0) {
    const fields = [...refused, ...twice.map(({ position }) => ({ position, code: 'TWICE' }))];
    return fail(
      failure('BATCH_PEOPLE_REFUSED', { fields: fields.map(({ position, code }) => ({ pointer: `/people/${position}`, code })) }),
    );
  }
  const at = clock.now();
  const permit = {
    id: newId(),
    at,
    userId: actor.userId,
    institutionId: actor.institutionId,
    typeCode: type.code,
    parameters: command.parameters,
    legalBasis: type.legalBasis,
    fields: type.fields,
    justification: command.justification?.trim() ?? null,
  };
  if (!(await insertBatch(tx, permit, type.registry, at.add({ hours: type.giveUpHours })))) return fail(failure('BATCH_UNDER_WAY'));
  const object = { type: 'batch', id: permit.id };
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
      {
        action: 'BATCH_ORDERED',
        at,
        actor,
        object,
        outcome: 'DONE',
        details: { type: type.code, people: people.length, legalBasis: type.legalBasis },
      },
      ...people.map(({ clientId, proceedingId }) => ({
        action: 'BATCH_PERSON_ORDERED',
        at,
        actor,
        object,
        clientId,
        proceedingId,
        outcome: 'DONE' as const,
        details: { type: type.code },
      })),
    ]),
  ]);
  return ok(permit.id);
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
