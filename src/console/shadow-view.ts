import { type Static, Type } from 'typebox';
import type { ShadowReport } from '../queries/index.ts';

const Count = Type.Integer({ minimum: 0 });
const Counted = (description: string) => Type.Array(Type.Object({ what: Type.String({ description }), queries: Count }));

/** How the REST twins of query types have done beside them. Members of records and kinds: no value, no person. */
export const ShadowList = Type.Object({
  items: Type.Array(
    Type.Object({
      type: Type.String(),
      registry: Type.String(),
      asked: Count,
      same: Count,
      different: Count,
      failed: Count,
      unsettled: Type.Integer({ minimum: 0, description: 'Under way, or taken along by a process that died' }),
      lastAskedAt: Type.String({ format: 'date-time' }),
      failures: Counted('STAR-XT-...: the entry of docs/runbook.md'),
      differences: Counted(
        'Member and kind: MISSING in the twin, EXTRA in it, DIFFERENT; the two states; or the rule that its answer breaks',
      ),
    }),
  ),
});

export function viewShadows(reports: readonly ShadowReport[]): Static<typeof ShadowList> {
  return {
    items: reports.map(({ typeCode, lastAskedAt, failures, differences, ...report }) => ({
      type: typeCode,
      ...report,
      lastAskedAt: lastAskedAt.toString(),
      failures: [...failures],
      differences: [...differences],
    })),
  };
}
