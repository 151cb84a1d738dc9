import { Type } from 'typebox';
import { orNull } from '../../platform/index.ts';
import { Instant, Label } from '../replies.ts';

export const DeclarationReply = Type.Object({
  id: Type.String({ format: 'uuid' }),
  registry: Type.String(),
  month: Type.String(),
  state: Type.String({ description: 'ORDERED, SENT, UNCLEAR, HELD, ACCEPTED, REJECTED, FAILED, CANCELLED' }),
  orderedAt: Instant,
  settledAt: orNull(Instant),
  confirmedBy: orNull(Type.String({ description: 'REGISTER: its answer. READ_BACK: a look at it. OPERATOR: who has asked there' })),
  keepUntil: orNull(Type.String({ format: 'date-time', description: 'Until when the file can be read here' })),
  nextAt: orNull(Instant),
  code: orNull(Type.String()),
  detail: orNull(Type.String({ description: 'The tax board’s own codes, where it has answered' })),
  trouble: orNull(Type.String({ description: 'STAR-XT-...: what to tell user support' })),
  advice: orNull(Label),
  xRoadId: orNull(Type.String({ description: 'Of the last message that carried the file' })),
});

export const FileReply = Type.Object({ file: Type.String({ description: 'base64' }) });
