import { Type } from 'typebox';
import { type Clock, fail, failure, ok } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import {
  type AccessRequest,
  CAPACITIES,
  codeShown,
  type FindSignedDocument,
  REQUEST_STATES,
  REQUEST_TYPES,
  requestStateOf,
  SIGNATURE_POLICIES,
} from './access-request.ts';
import type { Actor } from './actor.ts';
import { BY_REQUEST } from './authority.ts';
import type { FindInstitution } from './institution.ts';
import { findRequest, listRequests } from './request-store.ts';
import { ROLES } from './role.ts';
import { type Route, read, write } from './route.ts';
import { decideRequest, reportLeaver, submitRequest, type TellOfRequest } from './submit-request.ts';

/** A page of requests, where the caller does not say. */
const PAGE = 50;
/** A page of requests at most. */
const PAGE_AT_MOST = 200;
/** A request is signed by two people; a few more may have been asked to. */
const SIGNERS_AT_MOST = 10;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Params = Type.Object({ id: Id });
const Text = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Roles = Type.Array(Type.Enum([...ROLES]), { minItems: 1, maxItems: ROLES.length, uniqueItems: true });
const Capacity = Type.Enum([...CAPACITIES]);
const SignatureEntry = Type.Object(
  {
    documentId: Type.String({ format: 'uuid', description: 'As POST /signed-documents has it' }),
    signers: Type.Array(Type.Object({ name: Text, capacity: Capacity }, strict), {
      minItems: 1,
      maxItems: SIGNERS_AT_MOST,
      description: 'As what each has signed, by the name that stands in the signature',
    }),
  },
  strict,
);
const Signature = Type.Object({
  documentId: Id,
  sha256: Type.String(),
  signers: Type.Array(
    Type.Object({
      name: Type.String(),
      capacity: Capacity,
      personalCode: Type.Optional(Type.String({ description: 'Its last four digits not shown' })),
    }),
  ),
});
const Time = Type.String({ format: 'date-time' });

const RequestBody = Type.Object(
  {
    type: Type.Enum([...REQUEST_TYPES]),
    institutionId: Type.Optional(Id),
    policy: Type.Optional(Type.Enum([...SIGNATURE_POLICIES])),
    name: Type.Optional(Text),
    personalCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
    jobTitle: Type.Optional(Text),
    roles: Type.Optional(Roles),
    email: Type.Optional(Type.String({ format: 'email', maxLength: 200 })),
    signature: Type.Optional(SignatureEntry),
    username: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'Of who has left: DEACTIVATION states nothing else' }),
    ),
  },
  strict,
);

const Submitted = Type.Object({ id: Id, type: Type.Enum([...REQUEST_TYPES]), status: Type.Enum([...REQUEST_STATES]) });
const RequestReply = Type.Object({
  ...Submitted.properties,
  policy: Type.Enum([...SIGNATURE_POLICIES]),
  institutionId: Id,
  name: Type.String(),
  personalCode: Type.String(),
  jobTitle: Type.Optional(Type.String()),
  roles: Type.Optional(Roles),
  email: Type.Optional(Type.String()),
  signature: Type.Optional(Signature),
  enteredBy: Id,
  enteredAt: Time,
  decidedBy: Type.Optional(Id),
  decidedAt: Type.Optional(Time),
  reason: Type.Optional(Type.String()),
});

export interface RequestRoutePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly findInstitution: FindInstitution;
  readonly findSignedDocument: FindSignedDocument;
  readonly tellOfRequest: TellOfRequest;
}

/** Signed requests (juurdepääsutaotlused) to support and the registry manager, for what an institution's administrator cannot do. */
export function requestRoutes(ports: RequestRoutePorts): readonly Route[] {
  const { database, clock } = ports;
  const shown = async (actor: Actor, id: string) => {
    const request = await findRequest(database.db, id);
    if (request === undefined) return fail(failure('ACCESS_REQUEST_NOT_FOUND'));
    const line = { action: 'ACCESS_REQUEST_READ', at: clock.now(), actor, object: { type: 'access-request', id } } as const;
    await appendAudit(database.db, { ...line, outcome: 'DONE' });
    return ok({ body: viewOf(request) });
  };
  return [
    write({
      method: 'POST',
      path: '/access-requests',
      summary:
        'Asks support for what the institution’s own administrator cannot do, by a signed document; tells it of a colleague who has left',
      callers: 'SIGNED_IN',
      body: RequestBody,
      reply: Submitted,
      async perform({ actor, body }, tx) {
        const { institutionId = actor.institutionId, policy = 'SINGLE_SIGNATURE', type, username, ...rest } = body;
        const entered =
          type === 'DEACTIVATION'
            ? username === undefined
              ? fail(failure('ACCESS_REQUEST_INCOMPLETE', { fields: [{ pointer: '/username', code: 'REQUIRED' }] }))
              : await reportLeaver(ports, tx, actor, { institutionId, username })
            : await submitRequest(ports, tx, actor, { institutionId, entry: { type, policy, ...rest } });
        return entered.ok ? ok({ status: 201, id: entered.value, location: `/api/v1/access-requests/${entered.value}` }) : entered;
      },
      async show(_call, id) {
        const request = await findRequest(database.db, id);
        return request === undefined ? fail(failure('ACCESS_REQUEST_NOT_FOUND')) : ok({ body: submittedView(request) });
      },
    }),
    read({
      method: 'GET',
      path: '/access-requests',
      summary: 'Requests about access, the oldest first',
      callers: BY_REQUEST,
      query: Type.Object(
        {
          status: Type.Optional(Type.Enum([...REQUEST_STATES])),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })),
          after: Type.Optional(Id),
        },
        strict,
      ),
      reply: Type.Object({ items: Type.Array(RequestReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const limit = query.limit ?? PAGE;
        const requests = await listRequests(database.db, query.status, { after: query.after, limit });
        await appendAudit(database.db, { action: 'ACCESS_REQUESTS_READ', at: clock.now(), actor, outcome: 'DONE' });
        const last = requests.at(-1);
        return ok({ body: { items: requests.map(viewOf), ...(requests.length === limit && last !== undefined ? { next: last.id } : {}) } });
      },
    }),
    read({
      method: 'GET',
      path: '/access-requests/:id',
      summary: 'A request about access, and what came of it',
      callers: BY_REQUEST,
      params: Params,
      reply: RequestReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'POST',
      path: '/access-requests/:id/approve',
      summary: 'Approves a request: for a time support may do what it asks for, about the person whom it names',
      callers: BY_REQUEST,
      params: Params,
      reply: RequestReply,
      async perform({ actor, params }, tx) {
        const decided = await decideRequest(ports, tx, actor, params.id, { outcome: 'APPROVED' });
        return decided.ok ? ok({ status: 200, id: decided.value }) : decided;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'POST',
      path: '/access-requests/:id/reject',
      summary: 'Rejects a request, and says why',
      callers: BY_REQUEST,
      params: Params,
      body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }, strict),
      reply: RequestReply,
      async perform({ actor, params, body }, tx) {
        const decided = await decideRequest(ports, tx, actor, params.id, { outcome: 'REJECTED', reason: body.reason.trim() });
        return decided.ok ? ok({ status: 200, id: decided.value }) : decided;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}

function submittedView(request: AccessRequest) {
  return { id: request.id, type: request.type, status: requestStateOf(request) };
}

function viewOf(request: AccessRequest) {
  const { policy, institutionId, name, personalCode, jobTitle, roles, email, signature, enteredBy, enteredAt, decision } = request;
  return {
    ...submittedView(request),
    policy,
    institutionId,
    name,
    personalCode,
    ...(jobTitle === undefined ? {} : { jobTitle }),
    ...(roles === undefined ? {} : { roles }),
    ...(email === undefined ? {} : { email }),
    ...(signature === undefined ? {} : { signature: { ...signature, signers: signature.signers.map(codeShown) } }),
    enteredBy,
    enteredAt: enteredAt.toString(),
    ...(decision === undefined ? {} : { decidedBy: decision.by, decidedAt: decision.at.toString() }),
    ...(decision?.outcome === 'REJECTED' ? { reason: decision.reason } : {}),
  };
}
