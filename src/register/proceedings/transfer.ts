import type { Temporal } from '../../platform/index.ts';
import type { Actor } from '../access/index.ts';
import { kindsOf, type ProceedingKind } from './proceeding.ts';

export const TRANSFER_STATES = ['OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** That an institution would pass a proceeding on to another (menetluse üleandmine), and what came of it: both have to want it. */
export interface Transfer {
  readonly id: string;
  readonly proceedingId: string;
  readonly proceedingNo: string;
  readonly proceedingKind: ProceedingKind;
  readonly from: string;
  readonly to: string;
  readonly offeredBy: string;
  readonly offeredAt: Temporal.Instant;
  readonly reason: string;
  readonly state: TransferState;
  readonly decidedAt: Temporal.Instant | undefined;
  readonly decisionReason: string | undefined;
}

/** Whether a transfer is there for somebody: for who works on such proceedings in one institution or the other (INV-66). */
export function isPartyTo(
  actor: Pick<Actor, 'institutionId' | 'roles'>,
  transfer: Pick<Transfer, 'from' | 'to' | 'proceedingKind'>,
): boolean {
  return [transfer.from, transfer.to].includes(actor.institutionId) && kindsOf(actor.roles).includes(transfer.proceedingKind);
}
