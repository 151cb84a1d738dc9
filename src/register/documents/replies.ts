import { Type } from 'typebox';
import { DOCUMENT_KINDS, type Document } from './document.ts';

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
  withdrawal: Type.Optional(Type.Object({ by: Id, at: Time, reason: Type.String() })),
  decidedAt: Type.Optional(
    Type.String({ format: 'date-time', description: 'Since when a decision stands on it: it is withdrawn no more' }),
  ),
});

export function documentView({ withdrawal, decidedAt, uploadedAt, version: _, ...document }: Document) {
  return {
    ...document,
    uploadedAt: uploadedAt.toString(),
    ...(withdrawal === undefined ? {} : { withdrawal: { ...withdrawal, at: withdrawal.at.toString() } }),
    ...(decidedAt === undefined ? {} : { decidedAt: decidedAt.toString() }),
  };
}
