import { describe, expect, it } from 'vitest';
import { newId, Temporal } from '../../../src/platform/index.ts';
import { type ChecklistItem, checklist, openMandatory, settle } from '../../../src/register/notices/checklist.ts';
import type { NoticeKind, OpenObject } from '../../../src/register/notices/index.ts';

const [institutionId, clientId, by] = [newId(), newId(), newId()];
const at = Temporal.Instant.from('2026-11-23T08:00:00Z');
const open = (type: OpenObject['type'], no = '1'): OpenObject => ({ type, id: newId(), no, institutionId, clientId, work: 'SIMPLE' });
const EVERYTHING = (['PROCEEDING', 'PERIODIC_IMPLEMENTATION', 'IMPLEMENTATION', 'CARE_RELATION', 'PAYOUT_TO_NAME'] as const).map((type) =>
  open(type),
);
const codes = (kind: NoticeKind, objects: readonly OpenObject[]) => checklist(kind, [], objects).map(({ code }) => code);
const answer = (outcome: 'DONE' | 'NOT_APPLICABLE' | 'END' | 'KEEP', reason?: string) => ({ outcome, reason, by, at });
const settled = (items: readonly ChecklistItem[], code: string, ...given: Parameters<typeof answer>) => {
  const result = settle(items, code, answer(...given));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('a checklist is derived from what is open', () => {
  it('REQ-182: a death asks to review periodic implementations, which is done when they are ended and not before', () => {
    const [periodic, once] = [open('PERIODIC_IMPLEMENTATION'), open('IMPLEMENTATION')];
    const items = checklist('DEATH', [], [periodic, once]);
    expect(items).toMatchObject([{ code: 'REVIEW_PERIODIC', mandatory: true, state: 'OPEN', objects: [{ id: periodic.id, open: true }] }]);
    expect(settle(items, 'REVIEW_PERIODIC', answer('DONE'))).toMatchObject({ ok: false, error: { code: 'NOTICE_OBJECTS_OPEN' } });
    expect(checklist('DEATH', items, [once])).toMatchObject([{ state: 'DONE', objects: [{ id: periodic.id, open: false }] }]);
  });

  it('REQ-183: a death asks to close proceedings, and lists each open one', () => {
    const proceedings = [open('PROCEEDING', '2026/1'), open('PROCEEDING', '2026/2')];
    const [item] = checklist('DEATH', [], proceedings);
    expect(item).toMatchObject({ code: 'CLOSE_PROCEEDINGS', mandatory: true, state: 'OPEN' });
    expect(item?.objects.map(({ no }) => no)).toEqual(['2026/1', '2026/2']);
  });

  it('REQ-184: a death asks to end care, and lists the relations', () => {
    const relations = [open('CARE_RELATION'), open('CARE_RELATION')];
    const [item] = checklist('DEATH', [], relations);
    expect(item).toMatchObject({ code: 'END_CARE', mandatory: true });
    expect(item?.objects.map(({ id }) => id)).toEqual(relations.map(({ id }) => id));
  });

  it('REQ-185: a move asks for a decision on implementations: to end them, or to keep them with a reason', () => {
    const items = checklist('RESIDENCE', [], [open('IMPLEMENTATION'), open('PERIODIC_IMPLEMENTATION')]);
    expect(items).toMatchObject([{ code: 'REVIEW_IMPLEMENTATIONS', mandatory: true }]);
    expect(items[0]?.objects).toHaveLength(2);
    expect(settle(items, 'REVIEW_IMPLEMENTATIONS', answer('DONE'))).toMatchObject({ error: { code: 'NOTICE_OUTCOME_NOT_OF_ITEM' } });
    expect(settle(items, 'REVIEW_IMPLEMENTATIONS', answer('KEEP'))).toMatchObject({ error: { code: 'NOTICE_REASON_REQUIRED' } });
    expect(settle(items, 'REVIEW_IMPLEMENTATIONS', answer('END'))).toMatchObject({ error: { code: 'NOTICE_OBJECTS_OPEN' } });
    expect(settled(items, 'REVIEW_IMPLEMENTATIONS', 'KEEP', 'Teenus jätkub uues elukohas')).toMatchObject([{ state: 'EXPLAINED' }]);
    expect(checklist('RESIDENCE', items, [])).toMatchObject([{ state: 'DONE' }]);
  });

  it('REQ-186: a move asks to close proceedings where that is needed, and to end care where there is any', () => {
    expect(codes('RESIDENCE', [open('PROCEEDING')])).toEqual(['CLOSE_PROCEEDINGS']);
    const items = checklist('RESIDENCE', [], [open('PROCEEDING'), open('CARE_RELATION')]);
    expect(items).toMatchObject([
      { code: 'CLOSE_PROCEEDINGS', mandatory: false },
      { code: 'END_CARE', mandatory: true },
    ]);
    expect(openMandatory(items).map(({ code }) => code)).toEqual(['END_CARE']);
  });

  it('REQ-187: a new name asks to look at the payouts made out to it, and nothing else', () => {
    const [item, ...more] = checklist('NAME', [], EVERYTHING);
    expect(more).toEqual([]);
    expect(item).toMatchObject({ code: 'REVIEW_PAYOUT_NAME', mandatory: true, objects: [{ type: 'PAYOUT_TO_NAME', open: true }] });
    expect(settled(checklist('NAME', [], EVERYTHING), 'REVIEW_PAYOUT_NAME', 'DONE')).toMatchObject([{ state: 'DONE' }]);
    expect(codes('NAME', [open('PROCEEDING')])).toEqual([]);
  });

  it('question 30 of source 003, line by line', () => {
    expect(codes('DEATH', EVERYTHING)).toEqual(['REVIEW_PERIODIC', 'CLOSE_PROCEEDINGS', 'END_CARE']);
    expect(codes('RESIDENCE', EVERYTHING)).toEqual(['REVIEW_IMPLEMENTATIONS', 'CLOSE_PROCEEDINGS', 'END_CARE']);
    for (const kind of ['PERSONAL_CODE', 'CUSTODY', 'GUARDIANSHIP', 'OTHER'] as const)
      expect(codes(kind, EVERYTHING)).toEqual(['REVIEW_PROCEEDINGS']);
    expect(codes('DEATH', [])).toEqual([]);
  });
});

describe('an item', () => {
  it('that was explained is open again when something is opened behind its back', () => {
    const [first, second] = [open('PROCEEDING'), open('PROCEEDING')];
    const items = settled(checklist('DEATH', [], [first]), 'CLOSE_PROCEEDINGS', 'NOT_APPLICABLE', 'Matusetoetus on maksmata');
    expect(checklist('DEATH', items, [first])).toMatchObject([{ state: 'EXPLAINED' }]);
    expect(checklist('DEATH', items, [first, second])).toMatchObject([{ state: 'OPEN' }]);
    expect(checklist('DEATH', items, [])).toMatchObject([{ state: 'EXPLAINED', objects: [{ open: false }] }]);
  });

  it('that is not of the checklist cannot be settled', () => {
    expect(settle(checklist('NAME', [], []), 'CLOSE_PROCEEDINGS', answer('DONE'))).toMatchObject({
      error: { code: 'NOTICE_ITEM_NOT_FOUND' },
    });
  });
});
