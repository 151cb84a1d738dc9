import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../src/platform/index.ts';
import type { SealedLine } from '../../../src/register/audit/index.ts';
import type { Deed, Pace } from '../../../src/register/supervision/facts.ts';
import {
  closedSameDay,
  colleague,
  emergencyAccess,
  listedPerson,
  manyPeople,
  manyTaken,
  noFollowUp,
  outOfHours,
  overQuota,
  ownCircle,
  ownHousehold,
  repeatedRefusals,
  sameSurname,
  selfLookup,
} from '../../../src/register/supervision/rules/index.ts';
import { sharesSurname } from '../../../src/register/supervision/surname.ts';

const WORKER = '019ab000-0000-7000-8000-000000000001';
const INSTITUTION = '019ab000-0000-7000-8000-000000000002';
const CLIENT = '019ab000-0000-7000-8000-000000000003';
const PROCEEDING = '019ab000-0000-7000-8000-000000000004';

const line = (more: Partial<SealedLine> = {}): SealedLine => ({
  id: '019ab000-0000-7000-8000-0000000000aa',
  at: Temporal.Instant.from('2026-11-23T08:00:00Z'),
  action: 'QUERY_ASKED',
  code: undefined,
  actor: undefined,
  object: undefined,
  clientId: CLIENT,
  proceedingId: PROCEEDING,
  details: {},
  ...more,
});

const deed = (more: Partial<SealedLine> = {}, facts: Partial<Deed> = {}): Deed => ({
  line: line(more),
  worker: { userId: WORKER, institutionId: INSTITUTION, roles: ['SOCIAL_WORKER'] },
  isOwnFile: false,
  isListed: false,
  sharesSurname: false,
  colleagueId: undefined,
  togetherIn: undefined,
  ...facts,
});

const pace = (more: Partial<Pace>): Pace => ({
  workerId: WORKER,
  institutionId: INSTITUTION,
  begins: Temporal.Instant.from('2026-11-23T08:00:00Z'),
  questions: 0,
  persons: 0,
  refusals: 0,
  ...more,
});

describe('an ordinary question', () => {
  it('is no signal', () => {
    for (const rule of [selfLookup, ownCircle, ownHousehold, colleague, outOfHours, emergencyAccess]) expect(rule(deed())).toBe(undefined);
  });
});

describe('a look at oneself', () => {
  it('is a signal when it is refused, and when it is one’s own client file', () => {
    expect(selfLookup(deed({ action: 'QUERY_REFUSED', code: 'SELF_LOOKUP_REFUSED' }))).toMatchObject({ rule: 'SELF_LOOKUP', score: 90 });
    expect(selfLookup(deed({ action: 'CLIENT_READ' }, { isOwnFile: true }))).toMatchObject({ rule: 'SELF_LOOKUP' });
    expect(selfLookup(deed({ action: 'CLIENT_READ' }))).toBe(undefined);
    expect(selfLookup(deed({ action: 'QUERY_REFUSED', code: 'JUSTIFICATION_REQUIRED' }))).toBe(undefined);
  });
});

describe('somebody whom supervision has listed', () => {
  it('is a signal once a day for each worker, however they look (REQ-246)', () => {
    const seen = (action: string) => listedPerson(deed({ action }, { isListed: true }));
    expect(seen('CLIENT_READ')).toMatchObject({ rule: 'LISTED_PERSON', key: `${WORKER} ${CLIENT} 2026-11-23` });
    for (const action of ['QUERY_ASKED', 'CLIENT_FOUND', 'CLIENT_ENTERED', 'CLIENT_FILE_OPENED', 'PRINT', 'EVIDENCE_EXPORTED'])
      expect(seen(action)?.key).toBe(seen('CLIENT_READ')?.key);
    expect(seen('QUERY_REFUSED')).toBe(undefined);
    expect(listedPerson(deed({ action: 'CLIENT_READ' }))).toBe(undefined);
  });
});

describe('data that leave on paper or in files', () => {
  const taken = (persons: number, usual?: number, kind: 'PRINT' | 'EXPORT' | 'FOUND' = 'PRINT') =>
    manyTaken({ workerId: WORKER, institutionId: INSTITUTION, hour: line().at, kind, role: 'SOCIAL_WORKER', persons }, usual);

  it('stand out from twenty people in an hour on, and from four times what is usual', () => {
    expect(taken(19)).toBe(undefined);
    expect(taken(20)).toMatchObject({ rule: 'MANY_PRINTS', key: `${WORKER} 2026-11-23T08:00:00Z` });
    expect(taken(20, undefined, 'EXPORT')).toMatchObject({ rule: 'MANY_EXPORTS' });
    expect(taken(23, 6)).toBe(undefined);
    expect(taken(24, 6)).toMatchObject({ rule: 'MANY_PRINTS' });
  });

  it('and people who are found by searching from sixty on (REQ-246)', () => {
    expect(taken(59, undefined, 'FOUND')).toBe(undefined);
    expect(taken(60, 15, 'FOUND')).toMatchObject({ rule: 'MANY_FOUND', score: 40 });
    expect(taken(60, 16, 'FOUND')).toBe(undefined);
  });
});

describe('one’s own circle', () => {
  it('is told of by an answer that names its reader', () => {
    const named = (as: string) => ownCircle(deed({ action: 'ANSWER_NAMED_ITS_READER', details: { as } }));
    expect(named('RELATIVE')).toMatchObject({ rule: 'OWN_RELATIVE', key: `${WORKER} ${CLIENT} 2026-11-23` });
    expect(named('RESIDENT')).toMatchObject({ rule: 'SAME_ADDRESS' });
  });

  it('is known from a proceeding in which both are subjects, and is the same signal on the same day', () => {
    const household = ownHousehold(deed({}, { togetherIn: PROCEEDING }));
    expect(household).toMatchObject({ rule: 'OWN_RELATIVE', evidence: expect.arrayContaining([{ type: 'proceeding', id: PROCEEDING }]) });
    expect(household?.key).toBe(ownCircle(deed({ action: 'ANSWER_NAMED_ITS_READER', details: { as: 'RELATIVE' } }))?.key);
  });

  it('has colleagues in it, but not oneself', () => {
    expect(colleague(deed({}, { colleagueId: CLIENT }))).toMatchObject({ rule: 'COLLEAGUE' });
    expect(colleague(deed({}, { colleagueId: WORKER }))).toBe(undefined);
    expect(colleague(deed({ action: 'QUERY_REFUSED' }, { colleagueId: CLIENT }))).toBe(undefined);
  });
});

describe('a name', () => {
  it('REQ-246: that is the worker’s own too is a weak signal, once a day, of a question or a look at the file', () => {
    for (const action of ['QUERY_ASKED', 'CLIENT_READ'])
      expect(sameSurname(deed({ action }, { sharesSurname: true }))).toMatchObject({ rule: 'SAME_SURNAME', score: 10 });
    expect(sameSurname(deed())).toBe(undefined);
    expect(sameSurname(deed({ action: 'CLIENT_FOUND' }, { sharesSurname: true }))).toBe(undefined);
  });

  it('of somebody who is known to be closer is left to the rules that know it', () => {
    expect(sameSurname(deed({}, { sharesSurname: true, togetherIn: PROCEEDING }))).toBe(undefined);
    expect(sameSurname(deed({ action: 'CLIENT_READ' }, { sharesSurname: true, isOwnFile: true }))).toBe(undefined);
  });

  it.each([
    ['Mari Tamm', 'Tamm', true],
    ['Mari Tamm', 'KASK-TAMM', true],
    ['Mari-Liis Õun-Kask', 'õun', true],
    ['Tamm Kask', 'Tamm', false],
    ['Mari Tamm', 'Tammsaare', false],
    ['', '', false],
  ])('of %s and %s: %s', (worker, client, shared) => expect(sharesSurname(worker, client)).toBe(shared));
});

describe('the hour', () => {
  it.each([
    ['2026-11-23T06:00:00Z', false], // 8:00 in Tallinn
    ['2026-11-23T05:59:59Z', true],
    ['2026-11-23T16:59:59Z', false], // 18:59:59
    ['2026-11-23T17:00:00Z', true],
    ['2026-11-28T10:00:00Z', true], // Saturday
    ['2026-12-24T10:00:00Z', true], // a Thursday, and a holiday
    ['2026-06-25T05:00:00Z', false], // 8:00 in summer time
  ])('of %s is out of hours: %s', (at, is) => {
    expect(outOfHours(deed({ at: Temporal.Instant.from(at) })) !== undefined).toBe(is);
  });
});

describe('a pace', () => {
  it('stands out against what is usual, and never below fifteen people', () => {
    expect(manyPeople(pace({ persons: 14 }), undefined)).toBe(undefined);
    expect(manyPeople(pace({ persons: 15 }), undefined)).toMatchObject({ rule: 'MANY_PEOPLE' });
    expect(manyPeople(pace({ persons: 15 }), 1)).toBeDefined();
    expect(manyPeople(pace({ persons: 19 }), 5)).toBe(undefined);
    expect(manyPeople(pace({ persons: 20 }), 5)).toBeDefined();
  });

  it('of refusals stands out from the fifth on', () => {
    expect(repeatedRefusals(pace({ refusals: 4 }))).toBe(undefined);
    expect(repeatedRefusals(pace({ refusals: 5 }))).toMatchObject({ rule: 'REPEATED_REFUSALS' });
  });

  it('goes over a quota above it, and over the ceiling at so many times it', () => {
    const quota = { hour: { questions: 10, persons: 5 }, day: { questions: 20, persons: 10 } };
    const quotas = { worker: quota, institution: quota, ceilingTimes: 3 };
    const asked = (questions: number, persons = 1, holder: 'WORKER' | 'INSTITUTION' = 'WORKER') =>
      overQuota(
        {
          holder,
          holderId: WORKER,
          institutionId: INSTITUTION,
          span: 'HOUR',
          begins: Temporal.Instant.from('2026-11-23T08:00:00Z'),
          questions,
          persons,
        },
        quotas,
      );
    expect(asked(10)).toEqual([]);
    expect(asked(11)).toMatchObject([{ rule: 'WORKER_QUOTA', score: 40, workerId: WORKER }]);
    expect(asked(29)).toHaveLength(1);
    expect(asked(30)).toMatchObject([{ score: 40 }, { score: 95 }]);
    expect(asked(1, 6)).toMatchObject([{ rule: 'WORKER_QUOTA' }]);
    expect(asked(11, 6, 'INSTITUTION')).toMatchObject([{ rule: 'INSTITUTION_QUOTA', workerId: undefined }, { rule: 'INSTITUTION_QUOTA' }]);
    expect(new Set(asked(30, 15).map(({ key }) => key)).size).toBe(4);
  });
});

describe('a proceeding', () => {
  const shortLived = (openedAt: string) =>
    closedSameDay({
      line: line({ action: 'PROCEEDING_CLOSED' }),
      proceedingId: PROCEEDING,
      openedAt: Temporal.Instant.from(openedAt),
      workerId: WORKER,
      institutionId: INSTITUTION,
    });

  it('that was opened for a question only scores higher than one that has run', () => {
    expect(shortLived('2026-11-23T06:00:00Z').score).toBeGreaterThan(shortLived('2026-11-20T06:00:00Z').score);
  });

  it('in which nothing followed is a signal', () => {
    const pursuit = { workerId: WORKER, institutionId: INSTITUTION, proceedingId: PROCEEDING, askedAt: line().at };
    expect(noFollowUp({ ...pursuit, isFollowedUp: true })).toBe(undefined);
    expect(noFollowUp({ ...pursuit, isFollowedUp: false })).toMatchObject({ rule: 'NO_FOLLOW_UP' });
  });

  it('that somebody asks to be let into is a signal', () => {
    expect(emergencyAccess(deed({ action: 'EMERGENCY_ACCESS_ASKED', object: { type: 'emergency-access', id: CLIENT } }))).toMatchObject({
      rule: 'EMERGENCY_ACCESS',
      key: CLIENT,
    });
  });

  it('REQ-143: that somebody opens a client file by a reason alone is a signal', () => {
    const line = { action: 'CLIENT_FILE_OPENED', object: { type: 'client-opening', id: PROCEEDING }, clientId: CLIENT };
    expect(emergencyAccess(deed(line))).toMatchObject({
      rule: 'EMERGENCY_ACCESS',
      key: PROCEEDING,
      evidence: [{ type: 'audit' }, { type: 'client', id: CLIENT }],
    });
    expect(emergencyAccess(deed({ ...line, action: 'CLIENT_READ' }))).toBeUndefined();
  });
});
