import { fail, ok, type Result, Temporal } from '../platform/index.ts';
import type { Found, QueryType, Reading, RegistryQuestion } from '../registries/index.ts';
import type { LostAttempt, Purpose } from './attempt-store.ts';
import type { Clearance, Cleared } from './clearance.ts';
import { type Message, restMessage, soapMessage } from './message.ts';
import { type Protocols, restOf } from './protocol.ts';
import type { Query, Question } from './query.ts';
import { readBackFrom } from './write-verdict.ts';

/** How long a claim lasts: the longest deadline of an exchange (60 s) and half as much again, so that a living worker always settles first. */
export const LEASE_SECONDS = 90;

/** Why a query may not leave now, but may once somebody has mended it: a release too old or too new, a row changed by hand. */
const MENDABLE: ReadonlySet<string> = new Set(['QUERY_TYPE_UNKNOWN', 'PERMIT_MISMATCH']);

/** A claimed query and the message that is to leave for it. */
export interface Order {
  readonly query: Query;
  readonly type: QueryType;
  readonly question: RegistryQuestion<Question['parameters']>;
  readonly errand: Errand;
  /** Later than this it must not leave: its claim would end before its exchange. */
  readonly leavesBefore: Temporal.Instant;
}

/** What a message is for: to ask the question, or to look whether an earlier attempt at a write was carried out. */
type Errand = { readonly purpose: Purpose } & (
  | { readonly purpose: 'ASK'; readonly message: Message<Reading<unknown>> }
  | { readonly purpose: 'READ_BACK'; readonly message: Message<Found>; readonly lost: LostAttempt }
);

/** What becomes of a claimed query. */
export type Departure = { readonly query: Query } & (
  | { readonly kind: 'LEAVES'; readonly order: Order }
  /** Somebody is just changing its proceeding: its turn comes again in a moment. */
  | { readonly kind: 'GIVEN_BACK' }
  /** An attempt at a write was lost, and it is too early for a look at the register. */
  | { readonly kind: 'LOOKS_LATER'; readonly notBefore: Temporal.Instant }
  | { readonly kind: 'REFUSED'; readonly state: 'CANCELLED' | 'FAULTED' | 'HELD'; readonly code: string }
);

/** What is known of a claimed query when it is to leave. */
export interface DepartureGrounds {
  readonly clearance: Clearance;
  /** Types that are not asked, since their register has broken its contract. */
  readonly blocked: ReadonlySet<string>;
  /** The last attempt at a write that may have been carried out. */
  readonly lost: LostAttempt | undefined;
  readonly protocols: Protocols;
  readonly now: Temporal.Instant;
}

/**
 * Decides whether a claimed query leaves, and makes its message. After an attempt at a write that may have been carried out, that is a look at the
 * register, and waits until it says something. A write that was accepted is not cancelled by itself but `FAULTED`, for an operator to see; one that
 * may have been carried out is `HELD`, since without a purpose it may not even be looked up.
 */
export function departureOf(query: Query, { clearance, blocked, lost, protocols, now }: DepartureGrounds): Departure {
  const refused = (state: 'CANCELLED' | 'FAULTED', code: string): Departure => {
    const orFaulted = query.write ? 'FAULTED' : state;
    return { query, kind: 'REFUSED', state: lost === undefined ? orFaulted : 'HELD', code };
  };
  if (!clearance.ok) {
    const { code } = clearance.error;
    if (code === 'PROCEEDING_BUSY') return { query, kind: 'GIVEN_BACK' };
    return refused(MENDABLE.has(code) ? 'FAULTED' : 'CANCELLED', code);
  }
  const { type, question } = clearance.value;
  if (blocked.has(type.code)) return refused('FAULTED', 'CONTRACT_BROKEN');
  if (lost !== undefined && Temporal.Instant.compare(now, readBackFrom(lost.sentAt)) < 0 && type.write?.readBack !== undefined) {
    return { query, kind: 'LOOKS_LATER', notBefore: readBackFrom(lost.sentAt) };
  }
  const errand = errandOf(protocols, clearance.value, lost);
  if (!errand.ok) return refused('FAULTED', errand.error.code);
  const leavesBefore = now.add({ seconds: LEASE_SECONDS - type.deadlineSeconds });
  return { query, kind: 'LEAVES', order: { query, type, question, errand: errand.value, leavesBefore } };
}

/** Errors: `NO_READ_BACK`, and those of the messages. */
function errandOf(
  protocols: Protocols,
  { type, question, envelope }: Cleared,
  lost: LostAttempt | undefined,
): Result<Errand, { readonly code: string }> {
  if (lost === undefined) {
    const rest = restOf(type, protocols);
    const message = rest === undefined ? soapMessage(type, question, envelope) : restMessage(rest, question, envelope);
    return message.ok ? ok({ purpose: 'ASK', message: message.value }) : message;
  }
  const readBack = type.write?.readBack;
  if (readBack === undefined) return fail({ code: 'NO_READ_BACK' });
  const message = soapMessage(readBack, question, envelope);
  return message.ok ? ok({ purpose: 'READ_BACK', message: message.value, lost }) : message;
}
