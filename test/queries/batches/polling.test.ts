import { expect, it } from 'vitest';
import { Temporal } from '../../../src/platform/index.ts';
import { BATCH_TRANSITIONS, nextLook } from '../../../src/queries/batches/index.ts';

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const secondsUntil = (looked: number, random: number, giveUpAt = now.add({ hours: 24 })) =>
  nextLook(looked, now, giveUpAt, random)?.since(now).total('seconds');

it('waits up to a minute, twice as long each time, never above half an hour; anywhere in between', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 60].map((looked) => secondsUntil(looked, 0.999_999_9))).toEqual(
    [60, 120, 240, 480, 960, 1800, 1800, 1800].map((most) => expect.closeTo(most, 1)),
  );
  expect(secondsUntil(3, 0)).toBe(0);
  expect(secondsUntil(3, 0.25)).toBe(120);
});

it('looks one last time at the deadline, and never after it', () => {
  const deadline = now.add({ seconds: 30 });
  expect(secondsUntil(5, 0.9, deadline)).toBe(30);
  expect(nextLook(0, deadline, deadline, 0.5)).toBeUndefined();
  expect(nextLook(0, deadline.subtract({ milliseconds: 1 }), deadline, 0.5)).toEqual(deadline);
});

it('has no way out of an end', () => {
  const ends = Object.entries(BATCH_TRANSITIONS).filter(([, next]) => next.length === 0);
  expect(ends.map(([state]) => state).sort()).toEqual(['CANCELLED', 'CLOSED', 'EXPIRED', 'FAILED']);
});
