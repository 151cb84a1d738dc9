import { Type } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import { type Actor, file, type Route, read, upload, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import {
  CASE_WORKERS,
  findProceeding,
  findProceedings,
  kindsOf,
  mayHandle,
  type Proceeding,
  proceedingsSeen,
} from '../proceedings/index.ts';
import { addDocument } from './add-document.ts';
import { findSignatures } from './check-signatures.ts';
import { DOCUMENT_KINDS } from './document.ts';
import { type OpenPorts, openDocument } from './open-document.ts';
import { discardFile, type ReceivePorts, receiveFile } from './receive-file.ts';
import { DocumentReply, DocumentWholeReply, documentView, Id } from './replies.ts';
import { documentsSeen } from './seen.ts';
import { findDocument, listDocuments, listUploads } from './store.ts';
import { withdrawDocument } from './withdraw-document.ts';

/** Documents on a page, where the caller does not say. */
const PAGE = 50;
/** Documents on a page at most. */
const PAGE_AT_MOST = 200;
const strict = { additionalProperties: false };
const Params = Type.Object({ id: Id });
const DocumentParams = Type.Object({ id: Id, documentId: Id });
const Paging = Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })), after: Type.Optional(Id) }, strict);
const DocumentPage = Type.Object({ items: Type.Array(DocumentReply), next: Type.Optional(Id) });

export interface DocumentPorts extends ReceivePorts, OpenPorts {
  /** Whether a proceeding is there for somebody who wants to look at it: that a guest has looked is a line in the log. */
  readonly visit: (actor: Actor, proceeding: Proceeding) => Promise<boolean>;
}

/** The documents of proceedings: brought, shown, given out, withdrawn. */
export function documentRoutes(ports: DocumentPorts): readonly Route[] {
  const { database, clock } = ports;
  const there = async (actor: Actor, id: string): Promise<Result<Proceeding, Failure<'NOT_FOUND'>>> => {
    const proceeding = await findProceeding(database.db, id);
    return proceeding !== undefined && (await ports.visit(actor, proceeding)) ? ok(proceeding) : fail(failure('NOT_FOUND'));
  };
  const shown = async (proceedingId: string, id: string) => {
    const document = await findDocument(database.db, proceedingId, id);
    if (document === undefined) return fail(failure('DOCUMENT_NOT_FOUND'));
    const signatures = await findSignatures(ports.keys, database.db, id);
    return ok({
      body: { ...documentView(document), ...(signatures === undefined ? {} : { signatures }) },
      version: String(document.version),
    });
  };
  const pageOf = (documents: Awaited<ReturnType<typeof listDocuments>>, limit: number) => {
    const last = documents.at(limit - 1)?.id;
    return ok({ body: { items: documents.map(documentView), ...(last === undefined ? {} : { next: last }) } });
  };
  return [
    upload({
      path: '/proceedings/:id/documents',
      summary: 'Brings a document to an open proceeding: a form with the file, its title and its kind',
      callers: CASE_WORKERS,
      params: Params,
      body: Type.Object(
        { title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), kind: Type.Enum([...DOCUMENT_KINDS]) },
        strict,
      ),
      reply: DocumentWholeReply,
      // Whoever may not bring anything here need not send it; whether they may is decided when it has come.
      async admit({ actor, params }) {
        const proceeding = await findProceeding(database.db, params.id);
        if (proceeding === undefined || !mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
        return proceeding.state === 'OPENED' ? ok(undefined) : fail(failure('PROCEEDING_NOT_OPEN'));
      },
      async receive(_call, arriving) {
        const received = await receiveFile(ports, arriving);
        if (!received.ok) return received;
        const { id, sha256, fileName } = received.value;
        return ok({
          digest: `${sha256} ${fileName}`,
          async keep({ actor, params: { id: proceedingId }, body }, tx) {
            const added = await addDocument(ports, tx, actor, { proceedingId, ...body, file: received.value });
            if (!added.ok) return added;
            return ok({ status: 201, id, location: `/api/v1/proceedings/${proceedingId}/documents/${id}` });
          },
          discard: () => discardFile(ports, id),
        });
      },
      refused: ({ actor, params }, { code }) =>
        appendAudit(database.db, {
          action: 'DOCUMENT_REFUSED',
          at: clock.now(),
          actor,
          object: { type: 'proceeding', id: params.id },
          outcome: 'REFUSED',
          code,
        }),
      show: ({ params }, id) => shown(params.id, id),
    }),
    read({
      method: 'GET',
      path: '/proceedings/:id/documents',
      summary: 'The documents of a proceeding, those that were withdrawn included',
      callers: CASE_WORKERS,
      params: Params,
      query: Paging,
      reply: DocumentPage,
      async show({ actor, params, query }) {
        const proceeding = await there(actor, params.id);
        if (!proceeding.ok) return proceeding;
        await proceedingsSeen(ports, actor, 'DOCUMENTS_READ', [proceeding.value]);
        const limit = query.limit ?? PAGE;
        return pageOf(await listDocuments(database.db, params.id, { after: query.after, limit }), limit);
      },
    }),
    read({
      method: 'GET',
      path: '/proceedings/:id/documents/:documentId',
      summary: 'What is known of a document',
      callers: CASE_WORKERS,
      params: DocumentParams,
      reply: DocumentWholeReply,
      async show({ actor, params: { id, documentId } }) {
        const proceeding = await there(actor, id);
        if (!proceeding.ok) return proceeding;
        const document = await shown(id, documentId);
        if (document.ok) await documentsSeen(ports, actor, 'DOCUMENT_READ', proceeding.value, [documentId]);
        return document;
      },
    }),
    file({
      path: '/proceedings/:id/documents/:documentId/content',
      summary: 'A document as it was uploaded',
      callers: CASE_WORKERS,
      params: DocumentParams,
      mediaType: '*/*',
      async take({ actor, params: { id, documentId } }) {
        const proceeding = await there(actor, id);
        if (!proceeding.ok) return proceeding;
        const opened = await openDocument(ports, actor, proceeding.value, documentId);
        if (!opened.ok) return opened;
        const { mediaType, fileName: name } = opened.value.document;
        return ok({ mediaType, name, content: opened.value.content });
      },
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/documents/:documentId/withdraw',
      summary: 'Withdraws a document that should not be there; it stays to be seen, and is given out no more',
      callers: CASE_WORKERS,
      versioned: true,
      params: DocumentParams,
      body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) }, strict),
      reply: DocumentWholeReply,
      async perform({ actor, params: { id: proceedingId, documentId }, body, ifMatch }, tx) {
        const withdrawn = await withdrawDocument(ports, tx, actor, { proceedingId, documentId, ...body, ifMatch });
        return withdrawn.ok ? ok({ status: 200, id: documentId }) : withdrawn;
      },
      show: ({ params }, id) => shown(params.id, id),
    }),
    read({
      method: 'GET',
      path: '/me/documents',
      summary: 'What I have brought to the proceedings of my institution',
      callers: CASE_WORKERS,
      query: Paging,
      reply: DocumentPage,
      async show({ actor, query }) {
        const limit = query.limit ?? PAGE;
        const { userId, institutionId, roles } = actor;
        const own = await listUploads(
          database.db,
          { userId, institutionId, kinds: kindsOf(roles) },
          {
            after: query.after,
            limit,
          },
        );
        const proceedings = await findProceedings(database.db, [...new Set(own.map(({ proceedingId }) => proceedingId))]);
        await proceedingsSeen(ports, actor, 'OWN_DOCUMENTS_READ', [...proceedings.values()]);
        return pageOf(own, limit);
      },
    }),
  ];
}
