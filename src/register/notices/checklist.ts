import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { NoticeKind } from './notice.ts';
import type { ObjectType, OpenObject } from './open-object.ts';

/** What is to be looked at or ended for a notice. */
export const ITEM_CODES = [
  'REVIEW_PERIODIC',
  'REVIEW_IMPLEMENTATIONS',
  'CLOSE_PROCEEDINGS',
  'END_CARE',
  'REVIEW_PAYOUT_NAME',
  'REVIEW_PROCEEDINGS',
] as const;
export type ItemCode = (typeof ITEM_CODES)[number];

/** What a worker says of an item. `NOT_APPLICABLE` and `KEEP` leave things as they are, and need a reason. */
export const OUTCOMES = ['DONE', 'NOT_APPLICABLE', 'END', 'KEEP'] as const;
export type Outcome = (typeof OUTCOMES)[number];

interface Rule {
  readonly code: ItemCode;
  /** Of what: without any of these there is no such item. */
  readonly of: readonly ObjectType[];
  /** An optional one is done where the worker finds it needed. */
  readonly mandatory: boolean;
  /** `ENDED`: it is done when nothing of it is open any more, and saying so does not make it so. `SAID`: the worker has looked. */
  readonly done: 'ENDED' | 'SAID';
}

const CLOSE_PROCEEDINGS = { code: 'CLOSE_PROCEEDINGS', of: ['PROCEEDING'], mandatory: true, done: 'ENDED' } as const satisfies Rule;
const END_CARE = { code: 'END_CARE', of: ['CARE_RELATION'], mandatory: true, done: 'ENDED' } as const satisfies Rule;
/** Of these question 30 does not speak: whose proceeding it is looks at what it means there. */
const LOOK = [{ code: 'REVIEW_PROCEEDINGS', of: ['PROCEEDING'], mandatory: true, done: 'SAID' }] as const satisfies readonly Rule[];

/** Source 003, question 30, line by line. */
const RULES: Readonly<Record<NoticeKind, readonly Rule[]>> = {
  DEATH: [{ code: 'REVIEW_PERIODIC', of: ['PERIODIC_IMPLEMENTATION'], mandatory: true, done: 'ENDED' }, CLOSE_PROCEEDINGS, END_CARE],
  RESIDENCE: [
    { code: 'REVIEW_IMPLEMENTATIONS', of: ['PERIODIC_IMPLEMENTATION', 'IMPLEMENTATION'], mandatory: true, done: 'ENDED' },
    { ...CLOSE_PROCEEDINGS, mandatory: false },
    END_CARE,
  ],
  NAME: [{ code: 'REVIEW_PAYOUT_NAME', of: ['PAYOUT_TO_NAME'], mandatory: true, done: 'SAID' }],
  PERSONAL_CODE: LOOK,
  CUSTODY: LOOK,
  GUARDIANSHIP: LOOK,
  OTHER: LOOK,
};

/** The words of an item: that it is done, and that it is left as it is. On implementations a decision is made (REQ-185). */
function wordsOf(code: ItemCode): { readonly done: Outcome; readonly left: Outcome } {
  return code === 'REVIEW_IMPLEMENTATIONS' ? { done: 'END', left: 'KEEP' } : { done: 'DONE', left: 'NOT_APPLICABLE' };
}

/** What an item is about, and whether that is still open. */
export interface ItemObject {
  readonly type: ObjectType;
  readonly id: string;
  readonly no: string;
  readonly open: boolean;
}

export interface Answer {
  readonly outcome: Outcome;
  readonly reason: string | undefined;
  readonly by: string;
  readonly at: Temporal.Instant;
}

export interface ChecklistItem {
  readonly code: ItemCode;
  readonly mandatory: boolean;
  readonly done: Rule['done'];
  readonly objects: readonly ItemObject[];
  readonly state: 'OPEN' | 'DONE' | 'EXPLAINED';
  /** What was said of it last, and of which objects: one that is open since then has not been looked at. */
  readonly answer: (Answer & { readonly covers: readonly string[] }) | undefined;
}

/**
 * The checklist of a notice by what is open now (INV-60) and what has been said before. What has been listed stays listed, with its end; an item
 * whose every object has ended is done, whoever ended them.
 */
export function checklist(kind: NoticeKind, before: readonly ChecklistItem[], open: readonly OpenObject[]): readonly ChecklistItem[] {
  return RULES[kind].flatMap((rule) => {
    const known = before.find(({ code }) => code === rule.code);
    const now = open.filter(({ type }) => rule.of.includes(type));
    const ended = known?.objects.filter(({ id }) => !now.some((object) => object.id === id)) ?? [];
    if (now.length + ended.length === 0) return [];
    const objects = [
      ...ended.map((object) => ({ ...object, open: false })),
      ...now.map(({ type, id, no }) => ({ type, id, no, open: true })),
    ].sort((one, other) => (one.id < other.id ? -1 : 1));
    const { code, mandatory, done } = rule;
    return [withState({ code, mandatory, done, objects, answer: known?.answer })];
  });
}

function withState(item: Omit<ChecklistItem, 'state'>): ChecklistItem {
  const { answer, objects, code } = item;
  const unanswered = objects.some(({ id, open }) => open && answer?.covers.includes(id) !== true);
  if (unanswered) return { ...item, state: 'OPEN' };
  return { ...item, state: answer?.outcome === wordsOf(code).left ? 'EXPLAINED' : 'DONE' };
}

/** Says of an item that it is done, or why not. */
export function settle(
  items: readonly ChecklistItem[],
  code: string,
  answer: Answer,
): Result<
  readonly ChecklistItem[],
  Failure<'NOTICE_ITEM_NOT_FOUND' | 'NOTICE_OUTCOME_NOT_OF_ITEM' | 'NOTICE_REASON_REQUIRED' | 'NOTICE_OBJECTS_OPEN'>
> {
  const item = items.find((one) => one.code === code);
  if (item === undefined) return fail(failure('NOTICE_ITEM_NOT_FOUND'));
  const { done, left } = wordsOf(item.code);
  if (answer.outcome !== done && answer.outcome !== left)
    return fail(failure('NOTICE_OUTCOME_NOT_OF_ITEM', { fields: [{ pointer: '/outcome', code: 'NOT_OF_ITEM' }] }));
  if (answer.outcome === left && answer.reason === undefined)
    return fail(failure('NOTICE_REASON_REQUIRED', { fields: [{ pointer: '/reason', code: 'REQUIRED' }] }));
  const open = item.objects.filter((object) => object.open).map(({ id }) => id);
  if (answer.outcome === done && item.done === 'ENDED' && open.length > 0) return fail(failure('NOTICE_OBJECTS_OPEN'));
  const settled = withState({ ...item, answer: { ...answer, covers: open } });
  return ok(items.map((one) => (one === item ? settled : one)));
}

/** What still keeps a notice from being resolved. */
export function openMandatory(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return items.filter(({ mandatory, state }) => mandatory && state === 'OPEN');
}
