import { element, set, write } from './element.js';
import { age, clockTime, dayAndTime } from './format.js';
import { text } from './texts.js';

/** What stands a register in the way, if anything: the first that is so. */
export function stateOf(status) {
  if (status.paused) return 'paused';
  if (status.breaker === 'OPEN') return 'open';
  if (status.breaker === 'HALF_OPEN') return 'probing';
  return 'working';
}

/** Maintenance that is told beside the state: what is on, or comes within a day. */
const SOON_MS = 24 * 3_600_000;

/** A register's state in a word, with what comes next where something does. */
export function createStanding() {
  const word = element('span', { class: 'standing' });
  const next = element('span', { class: 'standing-next' });
  return {
    elements: [word, next],
    update(status, at) {
      const standing = stateOf(status);
      set(word, 'data-state', standing);
      write(word, text(standing));
      write(next, [nextTry(status, at), maintenanceSoon(status, at)].filter((each) => each !== '').join(' · '));
    },
  };
}

function nextTry(status, at) {
  const wait = status.breakerUntil === null ? 0 : Date.parse(status.breakerUntil) - at;
  return stateOf(status) === 'open' && wait > 0 ? text('nextTry', { age: age(wait) }) : '';
}

function maintenanceSoon({ nextMaintenance }, at) {
  if (nextMaintenance === null) return '';
  const from = Date.parse(nextMaintenance.from);
  if (from <= at) return text('maintenanceNow', { until: clockTime(nextMaintenance.until) });
  return from - at < SOON_MS ? text('maintenanceFrom', windowTexts(nextMaintenance)) : '';
}

/** The two ends of a window: the day is said once where it is one. */
export function windowTexts({ from, until }) {
  const sameDay = new Date(from).toDateString() === new Date(until).toDateString();
  return { from: dayAndTime(from), until: sameDay ? clockTime(until) : dayAndTime(until) };
}
