import { Type } from 'typebox';
import { Instant, Label, Nullable } from '../replies.ts';

export const DeclarationReply = Type.Object({
  id: Type.String({ format: 'uuid' }),
  registry: Type.String(),
  month: Type.String(),
  state: Type.String({ description: 'ORDERED, SENT, UNCLEAR, HELD, ACCEPTED, REJECTED, FAILED, CANCELLED' }),
  orderedAt: Instant,
  settledAt: Nullable(Instant),
  confirmedBy: Nullable(Type.String({ description: 'REGISTER: its answer. READ_BACK: a look at it. OPERATOR: who has asked there' })),
  keepUntil: Nullable(Type.String({ format: 'date-time', description: 'Until when the file can be read here' })),
  nextAt: Nullable(Instant),
  code: Nullable(Type.String()),
  detail: Nullable(Type.String({ description: 'The tax board’s own codes, where it has answered' })),
  trouble: Nullable(Type.String({ description: 'STAR-XT-...: what to tell user support' })),
  advice: Nullable(Label),
  xRoadId: Nullable(Type.String({ description: 'Of the last message that carried the file' })),
});

export const FileReply = Type.Object({ file: Type.String({ description: 'base64' }) });
