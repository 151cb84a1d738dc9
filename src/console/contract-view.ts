import { type Static, Type } from 'typebox';
import type { Finding } from '../queries/index.ts';

const Instant = Type.String({ format: 'date-time' });

/** What the contract watch has found, by query type and mass service. A broken one that nobody has accepted is blocked: it is the operator's to look at. */
export const ContractList = Type.Object({
  items: Type.Array(
    Type.Object({
      type: Type.String(),
      registry: Type.String(),
      state: Type.Union([Type.Literal('SAME'), Type.Literal('CHANGED'), Type.Literal('BROKEN')]),
      blocked: Type.Boolean(),
      differences: Type.Array(Type.String({ description: 'Members and rules' })),
      since: Instant,
      checkedAt: Instant,
    }),
  ),
});

export function viewContracts(findings: readonly Finding[]): Static<typeof ContractList> {
  return {
    items: findings.map(({ typeCode, registry, state, accepted, differences, since, checkedAt }) => ({
      type: typeCode,
      registry,
      state,
      blocked: state === 'BROKEN' && !accepted,
      differences: [...differences],
      since: since.toString(),
      checkedAt: checkedAt.toString(),
    })),
  };
}
