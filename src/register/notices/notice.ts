import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { ProceedingKind } from '../proceedings/index.ts';
import { type Answer, type ChecklistItem, openMandatory, settle } from './checklist.ts';

/** What the population register tells of a client (domain 3.5, NOTICE_TYPE). `OTHER`: something else, or something nobody could look up. */
export const NOTICE_KINDS = ['DEATH', 'RESIDENCE', 'NAME', 'PERSONAL_CODE', 'CUSTODY', 'GUARDIANSHIP', 'OTHER'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * The states of a notice and where each may go (domain 3.3): avatud, läbivaatamisel, lahendatud. One that nothing was open for is kept and not
 * shown. A notice moves by what a worker does: time, and what becomes of a measure, resolve nothing.
 */
const TRANSITIONS = {
  OPEN: ['IN_REVIEW', 'RESOLVED'],
  IN_REVIEW: ['IN_REVIEW', 'RESOLVED'],
  RESOLVED: [],
  IRRELEVANT: [],
} as const satisfies Record<string, readonly string[]>;

export type NoticeState = keyof typeof TRANSITIONS;

export const NOTICE_STATES = ['OPEN', 'IN_REVIEW', 'RESOLVED', 'IRRELEVANT'] as const satisfies readonly NoticeState[];

/**
 * Whose desk a notice lies on, in an institution. Files on adoption and on victims are not there for anybody else (INV-66), so what is told of
 * somebody in them is a notice apart.
 */
export type Desk = 'GENERAL' | 'ADOPTION' | 'VICTIM';

export function deskOf(kind: ProceedingKind): Desk {
  return kind === 'ADOPTION' || kind === 'VICTIM' ? kind : 'GENERAL';
}

/** A notice of the population register about a client, as one institution has it (rahvastikuregistri teade). */
export interface RegistryNotice {
  readonly id: string;
  readonly institutionId: string;
  readonly clientId: string;
  readonly kind: NoticeKind;
  readonly desk: Desk;
  /** The kinds of proceeding that what is open belongs to: who works on all of them is shown the notice. */
  readonly work: readonly ProceedingKind[];
  /** Tells one change from another without holding it. */
  readonly fingerprint: string;
  /** The feed that told. */
  readonly feed: string;
  /** The day of the death, of the move: where the register says one. */
  readonly eventDate: Temporal.PlainDate | undefined;
  /** The query whose answer shows what has changed, as long as its proceeding is open. */
  readonly queryId: string | undefined;
  readonly toldAt: Temporal.Instant;
  readonly receivedAt: Temporal.Instant;
  readonly state: NoticeState;
  readonly resolved: { readonly by: string; readonly at: Temporal.Instant } | undefined;
  readonly version: number;
}

/** A notice and what is to be done for it. */
export interface Checked {
  readonly notice: RegistryNotice;
  readonly items: readonly ChecklistItem[];
}

function mayMove({ state }: RegistryNotice, to: NoticeState): boolean {
  return (TRANSITIONS[state] as readonly NoticeState[]).includes(to);
}

/** Writes down what a worker has done of one item, which takes the notice into review. */
export function settleItem(
  { notice, items }: Checked,
  code: string,
  answer: Answer,
): Result<
  Checked,
  Failure<'NOTICE_NOT_OPEN' | 'NOTICE_ITEM_NOT_FOUND' | 'NOTICE_OUTCOME_NOT_OF_ITEM' | 'NOTICE_REASON_REQUIRED' | 'NOTICE_OBJECTS_OPEN'>
> {
  if (!mayMove(notice, 'IN_REVIEW')) return fail(failure('NOTICE_NOT_OPEN'));
  const settled = settle(items, code, answer);
  return settled.ok ? ok({ notice: { ...notice, state: 'IN_REVIEW', version: notice.version + 1 }, items: settled.value }) : settled;
}

/** Marks a notice as resolved (lahendatuks), once every mandatory item is done or explained (source 003, question 30; REQ-188). */
export function resolve(
  { notice, items }: Checked,
  resolved: { readonly by: string; readonly at: Temporal.Instant },
): Result<Checked, Failure<'NOTICE_NOT_OPEN' | 'NOTICE_ITEMS_OPEN'>> {
  if (!mayMove(notice, 'RESOLVED')) return fail(failure('NOTICE_NOT_OPEN'));
  const open = openMandatory(items);
  if (open.length > 0)
    return fail(failure('NOTICE_ITEMS_OPEN', { fields: open.map(({ code }) => ({ pointer: `/items/${code}`, code: 'OPEN' })) }));
  return ok({ notice: { ...notice, state: 'RESOLVED', resolved, version: notice.version + 1 }, items });
}
