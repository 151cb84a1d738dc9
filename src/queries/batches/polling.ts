import { Temporal } from '../../platform/index.ts';

/** The longest wait before the first look for the file; it doubles with each look: 60 s. */
const FIRST_SECONDS = 60;
/** 30 min: as long as a register that works at night is left alone between two looks. */
const CEILING_SECONDS = 1_800;

/**
 * When the register is asked for the file again; undefined when the deadline has passed. The last look is at the deadline itself.
 *
 * @param looked how often it has been asked for, from 0
 * @param random a number in [0, 1): full jitter, so that orders which were submitted together do not come together
 */
export function nextLook(looked: number, now: Temporal.Instant, giveUpAt: Temporal.Instant, random: number): Temporal.Instant | undefined {
  if (Temporal.Instant.compare(now, giveUpAt) >= 0) return undefined;
  const longest = Math.min(CEILING_SECONDS, FIRST_SECONDS * 2 ** looked);
  const due = now.add({ milliseconds: Math.ceil(longest * 1000 * random) });
  return Temporal.Instant.compare(due, giveUpAt) < 0 ? due : giveUpAt;
}
