import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { closedUntil, comingWindows, fallsIntoOpeningHours, nextWindow, type WeeklyMaintenance } from '../../src/queries/index.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Tallinn]`).toInstant();
const window = (from: string, until: string) => ({ from: at(from), until: at(until) });

describe('weekly maintenance', () => {
  // 2026-11-27 is a Friday.
  const nightly: WeeklyMaintenance[] = [{ days: ['FRI', 'SAT'], from: '22:00', to: '06:00' }];

  it.each([
    ['before it begins', '2026-11-27T21:59', undefined],
    ['as it begins', '2026-11-27T22:00', '2026-11-28T06:00'],
    ['past midnight', '2026-11-28T03:00', '2026-11-28T06:00'],
    ['as it ends', '2026-11-28T06:00', undefined],
    ['in the week', '2026-11-25T23:00', undefined],
  ])('%s', (_when, now, until) => {
    expect(closedUntil(comingWindows(nightly, at(now)), at(now))?.toString()).toBe(until && at(until).toString());
  });

  it('tells the next one a week ahead', () => {
    expect(nextWindow(comingWindows(nightly, at('2026-11-29T12:00')), at('2026-11-29T12:00'))).toEqual(
      window('2026-12-04T22:00', '2026-12-05T06:00'),
    );
  });

  it('lasts by the clock on the wall where the clock is changed', () => {
    const windows = comingWindows([{ days: ['SAT'], from: '22:00', to: '06:00' }], at('2026-10-24T12:00'));
    expect(windows[0]?.until.since(windows[0].from).total('hours')).toBe(9);
  });

  it('goes on where one window runs into the next', () => {
    const windows = [window('2026-11-28T05:00', '2026-11-28T07:00'), ...comingWindows(nightly, at('2026-11-27T23:00'))];
    expect(closedUntil(windows, at('2026-11-27T23:00'))).toEqual(at('2026-11-28T07:00'));
  });

  it('never says that it is closed until a moment at which it is closed, or that is past', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((value) => `${String(value).padStart(2, '0')}:30`);
    const weekly = fc.array(
      fc.record({ days: fc.subarray([...(['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const)]), from: hour, to: hour }),
      {
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(weekly, fc.integer({ min: 0, max: 20_000 }), (maintenance, minutes) => {
        const now = at('2026-03-20T00:00').add({ minutes });
        const windows = comingWindows(maintenance, now);
        const until = closedUntil(windows, now);
        if (until === undefined) return;
        expect(Temporal.Instant.compare(now, until)).toBe(-1);
        expect(closedUntil(windows, until)).toBeUndefined();
      }),
    );
  });
});

describe('STAR’s own hours', () => {
  it.each([
    ['an evening', '2026-11-27T19:00', '2026-11-27T23:00', false],
    ['until it opens', '2026-11-27T19:00', '2026-11-30T08:00', false],
    ['a minute too long', '2026-11-27T19:00', '2026-11-30T08:01', true],
    ['a minute too early', '2026-11-27T18:59', '2026-11-27T20:00', true],
    ['a weekend', '2026-11-28T00:00', '2026-11-30T00:00', false],
    ['a whole week', '2026-11-27T20:00', '2026-12-04T06:00', true],
  ])('%s', (_what, from, until, falls) => {
    expect(fallsIntoOpeningHours(window(from, until))).toBe(falls);
  });
});
