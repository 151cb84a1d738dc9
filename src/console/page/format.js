import { currentLanguage, timeUnits } from './texts.js';

/** A length of time as its two largest units: `3 min 20 s`. */
export function age(milliseconds) {
  const [s, min, h, d] = timeUnits();
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} ${s}`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} ${min} ${seconds % 60} ${s}`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} ${h} ${Math.floor((seconds % 3600) / 60)} ${min}`;
  return `${Math.floor(seconds / 86_400)} ${d} ${Math.floor((seconds % 86_400) / 3600)} ${h}`;
}

/** A length of time as its largest unit alone, for where there is little room: `3 min`. */
export function roughAge(milliseconds) {
  return age(milliseconds).split(' ').slice(0, 2).join(' ');
}

/** How long something took: `84 ms`, `1.2 s`. A dash where it is not known. */
export function duration(ms) {
  if (ms === null || ms === undefined) return '–';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return `${number(ms / 1000, ms < 10_000 ? 1 : 0)} ${timeUnits()[0]}`;
}

export function number(value, digits = 0) {
  return new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: digits }).format(value);
}

/** Bytes as people count them. */
export function bytes(count) {
  if (count === null || count === undefined) return '–';
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = count < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  const value = count / 1000 ** power;
  return `${number(value, value < 10 && power > 0 ? 1 : 0)} ${units[power]}`;
}

const ZONE = 'Europe/Tallinn';
const shown = (options) => (instant) => new Intl.DateTimeFormat(localeOf(), { timeZone: ZONE, ...options }).format(new Date(instant));

/** English as it is written here: days before months, hours to 24. */
function localeOf() {
  return currentLanguage() === 'en' ? 'en-GB' : currentLanguage();
}

export const clockTime = shown({ hour: '2-digit', minute: '2-digit' });
export const exactTime = shown({ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });
export const dayAndTime = shown({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
export const day = shown({ day: 'numeric', month: 'short', year: 'numeric' });
