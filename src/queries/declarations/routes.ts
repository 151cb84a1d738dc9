import { Type } from 'typebox';
import { fail, failure, ok } from '../../platform/index.ts';
import { type Route, read, write } from '../../register/access/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import { openContent } from './content-store.ts';
import { auditRefusedDeclaration, type OrderDeclarationPorts, orderDeclaration } from './order.ts';
import { DeclarationReply, FileReply } from './replies.ts';
import { findDeclaration, listDeclarations } from './store.ts';
import { findOwnDeclaration, viewDeclarations } from './view.ts';

const Id = Type.String({ format: 'uuid' });
/** Who settles what an institution has paid. */
const OFFICERS = ['SETTLEMENT'] as const;
/** Declarations on a page, unless the caller asks for fewer. */
const PAGE = 100;
/** 6 MiB of body: the largest file, 4 MiB, a third more for base64, and room for the service to say itself that one is too large. */
const BODY_AT_MOST = 6 * 1024 * 1024;

/** The declarations' part of the internal API. */
export function declarationRoutes(ports: OrderDeclarationPorts): readonly Route[] {
  const { database, keys, clock } = ports;
  return [
    write({
      method: 'POST',
      path: '/declarations',
      summary:
        'Declares the institution’s payments of a month at the tax board, as a file; the same file for the same month is declared once',
      callers: OFFICERS,
      bodyAtMost: BODY_AT_MOST,
      body: Type.Object(
        {
          month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
          file: Type.String({ minLength: 4, maxLength: BODY_AT_MOST, description: 'base64, at most 4 MiB of it' }),
        },
        { additionalProperties: false },
      ),
      reply: DeclarationReply,
      async perform({ actor, body }, tx) {
        const ordered = await orderDeclaration(ports, tx, actor, body);
        if (!ordered.ok) return ordered;
        const { id, isNew } = ordered.value;
        return ok({ status: isNew ? 202 : 200, id, location: `/api/v1/declarations/${id}` });
      },
      refused: ({ actor }, refusal) => auditRefusedDeclaration(ports, actor, refusal),
      async show(_call, id) {
        const declaration = await findDeclaration(database.db, id);
        if (declaration === undefined) return fail(failure('DECLARATION_NOT_FOUND'));
        return ok({ body: (await viewDeclarations(database.db, [declaration]))[0] });
      },
    }),
    read({
      method: 'GET',
      path: '/declarations',
      summary: 'The institution’s declarations',
      callers: OFFICERS,
      query: Type.Object(
        { after: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE })) },
        { additionalProperties: false },
      ),
      reply: Type.Object({ items: Type.Array(DeclarationReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const most = query.limit ?? PAGE;
        const found = await listDeclarations(database.db, { institutionId: actor.institutionId, after: query.after, limit: most });
        const last = found.at(most - 1)?.id;
        return ok({ body: { items: await viewDeclarations(database.db, found), ...(last === undefined ? {} : { next: last }) } });
      },
    }),
    read({
      method: 'GET',
      path: '/declarations/:id',
      summary: 'A declaration: whether the tax board has accepted it',
      callers: OFFICERS,
      background: true,
      params: Type.Object({ id: Id }),
      reply: DeclarationReply,
      async show({ actor, params }) {
        const declaration = await findOwnDeclaration(database.db, actor, params.id);
        return declaration.ok ? ok({ body: (await viewDeclarations(database.db, [declaration.value]))[0] }) : declaration;
      },
    }),
    read({
      method: 'GET',
      path: '/declarations/:id/file',
      summary: 'The file of a declaration, while it is kept',
      callers: OFFICERS,
      params: Type.Object({ id: Id }),
      reply: FileReply,
      async show({ actor, params }) {
        const declaration = await findOwnDeclaration(database.db, actor, params.id);
        if (!declaration.ok) return declaration;
        const content = await openContent(keys, database.db, params.id);
        if (content === undefined) return fail(failure('DECLARATION_FILE_FORGOTTEN'));
        await appendAudit(database.db, {
          action: 'DECLARATION_FILE_READ',
          at: clock.now(),
          actor,
          object: { type: 'declaration', id: params.id },
          outcome: 'DONE',
        });
        return ok({ body: { file: Buffer.from(content).toString('base64') } });
      },
    }),
  ];
}
