import { type Static, Type } from 'typebox';
import { orNull } from '../platform/index.ts';
import { BULK_VERBS, type BulkOperation } from '../queries/index.ts';

const Instant = Type.String({ format: 'date-time' });
const Count = Type.Integer({ minimum: 0 });

/** Operations upon many queries of a register: how far each has come. Who asked for one stands in the log. */
export const BulkList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      verb: Type.Enum([...BULK_VERBS]),
      code: orNull(Type.String()),
      reason: Type.String(),
      at: Instant,
      total: Count,
      done: Count,
      refused: Type.Integer({ minimum: 0, description: 'Answered meanwhile, or of no open proceeding' }),
      endedAt: orNull(Instant),
    }),
  ),
});

export function viewBulk(operations: readonly BulkOperation[]): Static<typeof BulkList> {
  return {
    items: operations.map(({ id, verb, choice, reason, at, total, done, refused, endedAt }) => ({
      id,
      verb,
      code: 'ids' in choice ? null : (choice.code ?? null),
      reason,
      at: at.toString(),
      total,
      done,
      refused,
      endedAt: endedAt?.toString() ?? null,
    })),
  };
}
