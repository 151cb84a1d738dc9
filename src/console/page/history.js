/** What exchanges come to: those above the line of a chart, and those below it. */
export const GOOD = ['ANSWERED', 'REJECTED'];
export const BAD = ['FAULTED', 'TIMEOUT', 'TECHNICAL'];
export const CLASSES = [...GOOD, ...BAD];

const sum = (list) => list.reduce((total, each) => total + each, 0);

/** What a register's history comes to over the whole span. */
export function totalsOf(history) {
  const counts = Object.fromEntries(CLASSES.map((each) => [each, sum(history[each])]));
  return { ...counts, all: sum(Object.values(counts)), bad: sum(BAD.map((each) => counts[each])) };
}

/** All registers' histories as one: what is counted is added up; times cannot be. */
export function together(items, steps) {
  return Object.fromEntries(
    CLASSES.map((each) => [each, Array.from({ length: steps }, (_none, step) => sum(items.map((one) => one[each][step])))]),
  );
}

/** How many minutes a history covers. */
export function minutesOf({ steps, stepSeconds }) {
  return (steps * stepSeconds) / 60;
}
