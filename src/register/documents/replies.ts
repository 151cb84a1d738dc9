import { Type } from 'typebox';
import { DOCUMENT_KINDS, type Document } from './document.ts';
import { Signature, type SignatureCheck } from './signature.ts';

export const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });

export const DocumentReply = Type.Object({
  id: Id,
  proceedingId: Id,
  kind: Type.Enum([...DOCUMENT_KINDS]),
  title: Type.String(),
  fileName: Type.String(),
  mediaType: Type.String({ description: 'By its bytes, whatever its sender calls it' }),
  bytes: Type.Integer(),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  uploadedBy: Id,
  uploadedAt: Time,
  scanned: Type.Boolean({ description: 'Whether a virus scanner has looked at it' }),
  signatureCheck: Type.Optional(
    Type.Union(
      [
        Type.Object({ state: Type.Literal('WAITING') }),
        Type.Object({ state: Type.Literal('UNREADABLE'), checkedAt: Time }),
        Type.Object({ state: Type.Literal('CHECKED'), checkedAt: Time, count: Type.Integer(), valid: Type.Integer() }),
      ],
      { description: 'Of a signed container: whether SiVa has looked at its signatures, how many there are, and how many have passed' },
    ),
  ),
  withdrawal: Type.Optional(Type.Object({ by: Id, at: Time, reason: Type.String() })),
  decidedAt: Type.Optional(
    Type.String({ format: 'date-time', description: 'Since when a decision stands on it: it is withdrawn no more' }),
  ),
});

/** With who has signed it, and how good that is. */
export const DocumentWholeReply = Type.Object({ ...DocumentReply.properties, signatures: Type.Optional(Type.Array(Signature)) });

export function documentView({ withdrawal, decidedAt, signatureCheck, uploadedAt, version: _, ...document }: Document) {
  return {
    ...document,
    uploadedAt: uploadedAt.toString(),
    ...(signatureCheck === undefined ? {} : { signatureCheck: checkView(signatureCheck) }),
    ...(withdrawal === undefined ? {} : { withdrawal: { ...withdrawal, at: withdrawal.at.toString() } }),
    ...(decidedAt === undefined ? {} : { decidedAt: decidedAt.toString() }),
  };
}

function checkView(check: SignatureCheck) {
  return check.state === 'WAITING' ? check : { ...check, checkedAt: check.checkedAt.toString() };
}
