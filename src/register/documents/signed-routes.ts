import { Type } from 'typebox';
import { fail, failure, ok } from '../../platform/index.ts';
import { BY_REQUEST, codeShown, file, type Route, upload } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { SIGNED } from './media-type.ts';
import { type OpenPorts, openSealed } from './open-document.ts';
import { discardFile } from './receive-file.ts';
import { Id } from './replies.ts';
import { keepSigned, receiveSigned, type SignedPorts } from './signed-document.ts';
import { findSignedDocument, findSignedKey } from './signed-store.ts';

const SignedReply = Type.Object({
  id: Id,
  fileName: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  signers: Type.Array(
    Type.Object({ name: Type.String(), personalCode: Type.Optional(Type.String({ description: 'Its last four digits not shown' })) }),
  ),
  scanned: Type.Boolean(),
  broughtAt: Type.String({ format: 'date-time' }),
});

/** Signed containers that requests about access rest on: brought by whoever enters one, taken by whoever decides. */
export function signedDocumentRoutes(ports: SignedPorts & OpenPorts): readonly Route[] {
  const { database, clock } = ports;
  return [
    upload({
      path: '/signed-documents',
      summary: 'Brings the signed document (.asice, .bdoc) that a request about access will rest on; its signatures are checked at once',
      callers: 'SIGNED_IN',
      body: Type.Object({}, { additionalProperties: false }),
      reply: SignedReply,
      admit: async () => ok(undefined),
      async receive(_call, arriving) {
        const received = await receiveSigned(ports, arriving);
        if (!received.ok) return received;
        const { id, sha256, fileName } = received.value.file;
        return ok({
          digest: `${sha256} ${fileName}`,
          keep: async ({ actor }, tx) => ok({ status: 201, id: await keepSigned(ports, tx, actor, received.value) }),
          discard: () => discardFile(ports, id),
        });
      },
      refused: ({ actor }, { code }) =>
        appendAudit(database.db, { action: 'SIGNED_DOCUMENT_REFUSED', at: clock.now(), actor, outcome: 'REFUSED', code }),
      async show(_call, id) {
        const document = await findSignedDocument(database.db, id);
        if (document === undefined) return fail(failure('SIGNED_DOCUMENT_NOT_FOUND'));
        const { fileName, bytes, sha256, signers, scanned, broughtAt } = document;
        return ok({ body: { id, fileName, bytes, sha256, signers: signers.map(codeShown), scanned, broughtAt: broughtAt.toString() } });
      },
    }),
    file({
      path: '/signed-documents/:id/content',
      summary: 'A signed document as it was brought, for whoever decides on the request that rests on it',
      callers: BY_REQUEST,
      params: Type.Object({ id: Id }),
      mediaType: SIGNED,
      async take({ actor, params: { id } }) {
        const document = await findSignedDocument(database.db, id);
        if (document === undefined) return fail(failure('SIGNED_DOCUMENT_NOT_FOUND'));
        const content = await openSealed(ports, id, await findSignedKey(database.db, id));
        if (!content.ok) return content;
        const object = { type: 'signed-document', id };
        await appendAudit(database.db, { action: 'SIGNED_DOCUMENT_DOWNLOADED', at: clock.now(), actor, object, outcome: 'DONE' });
        return ok({ mediaType: SIGNED, name: document.fileName, content: content.value });
      },
    }),
  ];
}
