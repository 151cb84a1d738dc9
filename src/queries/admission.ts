import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { PersonalCode } from '../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import type { Client } from '../register/people/index.ts';
import { mayHandle, type Proceeding } from '../register/proceedings/index.ts';
import { findQueryType, type QueryType } from '../registries/index.ts';
import type { QueryErrorCode } from './errors.ts';
import type { Question } from './query.ts';

/** Shorter than this says nothing: a reason is at least a few words. */
export const JUSTIFICATION_LENGTH_AT_LEAST = 10;

/** A question that may leave: its type, its subject, and that subject's personal code. */
export interface Admitted {
  readonly type: QueryType;
  readonly question: Question;
  readonly client: Client;
  readonly subject: PersonalCode;
}

export type Refusal = Failure<QueryErrorCode | 'PROCEEDING_NOT_OPEN'>;

/**
 * Whether a worker may ask a question inside a proceeding: nothing leaves without a purpose. Asked when the question is posed and again by the
 * worker that sends it (INV-53, INV-54, INV-55, INV-65; SHS § 141; IKS § 6).
 *
 * @param clients the proceeding's subjects, by client id
 */
export function admit(
  actor: Asker & Pick<Actor, 'institutionId'>,
  proceeding: Proceeding,
  clients: ReadonlyMap<string, Client>,
  question: Question,
): Result<Admitted, Refusal> {
  const type = findQueryType(question.type);
  if (type === undefined) return fail(failure('QUERY_TYPE_UNKNOWN', { fields: [{ pointer: '/type', code: 'UNKNOWN' }] }));
  // Who was let in for an hour looks; what is entered at a register stays the business of whose proceeding it is.
  if (type.write !== undefined && !mayHandle(actor, proceeding)) return fail(failure('WRITE_NOT_BY_GUEST'));
  const person = admitPerson(actor, type, proceeding, clients, question.subjectId);
  if (!person.ok) return person;
  const posed = admitPosed(type, question);
  return posed.ok ? ok({ type, question, ...person.value }) : posed;
}

type Asker = Pick<Actor, 'roles' | 'personalCode'>;

/** Whether this worker may ask this about somebody, by a question of their own or with many others. */
export function admitPerson(
  actor: Asker,
  type: Pick<QueryType, 'allowedKinds' | 'roles' | 'subjectRoles'>,
  proceeding: Proceeding,
  clients: ReadonlyMap<string, Client>,
  subjectId: string,
): Result<Pick<Admitted, 'client' | 'subject'>, Refusal> {
  if (proceeding.state !== 'OPENED') return fail(failure('PROCEEDING_NOT_OPEN'));
  if (!type.allowedKinds.includes(proceeding.kind)) return fail(failure('QUERY_NOT_ALLOWED_FOR_PROCEEDING_TYPE'));
  if (!actor.roles.some((role) => type.roles.includes(role))) return fail(failure('QUERY_NOT_ALLOWED_FOR_ROLE'));
  const subject = proceeding.subjects.find(({ clientId }) => clientId === subjectId);
  const client = clients.get(subjectId);
  if (subject === undefined || client === undefined)
    return fail(failure('SUBJECT_NOT_IN_PROCEEDING', { fields: [{ pointer: '/subjectId', code: 'NOT_A_SUBJECT' }] }));
  if (type.subjectRoles?.includes(subject.role) === false)
    return fail(failure('QUERY_NOT_ALLOWED_FOR_SUBJECT', { fields: [{ pointer: '/subjectId', code: 'OTHER_ROLE' }] }));
  if (client.personalCode === undefined) return fail(failure('NO_PERSONAL_CODE'));
  if (client.personalCode === actor.personalCode) return fail(failure('SELF_LOOKUP_REFUSED'));
  return ok({ client, subject: client.personalCode });
}

const validators = new WeakMap<TSchema, Validator>();

function compiled(schema: TSchema): Validator {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  return validator;
}

/** Whether it is asked with a reason, where one is needed, and with parameters that the type knows. */
export function admitPosed(
  type: Pick<QueryType, 'justification' | 'parameters'>,
  posed: Pick<Question, 'parameters' | 'justification'>,
): Result<void, Refusal> {
  if (type.justification === 'REQUIRED' && (posed.justification?.trim().length ?? 0) < JUSTIFICATION_LENGTH_AT_LEAST) {
    return fail(failure('JUSTIFICATION_REQUIRED', { fields: [{ pointer: '/justification', code: 'REQUIRED' }] }));
  }
  const parameters = compiled(type.parameters);
  if (!parameters.Check(posed.parameters)) {
    const fields = [...parameters.Errors(posed.parameters)].map((error) => ({
      pointer: `/parameters${error.instancePath}`,
      code: error.keyword.toUpperCase(),
    }));
    return fail(failure('QUERY_PARAMETERS_INVALID', { fields }));
  }
  return ok(undefined);
}
