import { type Static, Type } from 'typebox';
import { orNull } from '../platform/index.ts';
import type { RecentFault } from '../queries/index.ts';
import { masked, TroubleView, viewTrouble } from './trouble-view.ts';

/** Why a register's exchanges have failed in the last day, by code, with what to do about it. */
export const FaultList = Type.Object({
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      exchanges: Type.Integer({ minimum: 0, description: 'In the last 24 hours' }),
      lastAt: orNull(Type.String({ format: 'date-time' })),
      standing: Type.Integer({ minimum: 0, description: 'Queries that stand failed for it now, however old' }),
      trouble: TroubleView,
    }),
  ),
});

export function viewFaults(faults: readonly RecentFault[]): Static<typeof FaultList> {
  return {
    items: faults.map(({ code, exchanges, lastAt, standing }) => ({
      code: masked(code),
      exchanges,
      lastAt: lastAt?.toString() ?? null,
      standing,
      trouble: viewTrouble(code),
    })),
  };
}
