import { element, set, svg } from './element.js';
import { BAD, CLASSES, GOOD } from './history.js';

/** Charts are drawn in these units and stretched to whatever room they get: lines keep their width, texts stand outside. */
const HEIGHT = 100;
/** Where the line between what was answered and what failed stands. */
const BASE = 68;
/** One failure among a thousand answers is still seen: the least height of a bar. */
const LEAST = 2.5;

/** The times of answers on every chart alike, so that registers can be compared: from 10 ms to 60 s, by powers of ten. */
const FASTEST_MS = 10;
const SLOWEST_MS = 60_000;
export const LATENCY_MARKS_MS = [100, 1000, 10_000];

/** Exchanges step by step: what was answered stands on the line, what failed hangs below it, by one scale. */
export function createExchangeChart(attributes = {}) {
  const bars = Object.fromEntries(CLASSES.map((each) => [each, svg('path', { class: `bar-${each}` })]));
  const base = svg('path', { class: 'base' });
  const chart = frame(attributes, ...Object.values(bars), base);
  return {
    element: chart,
    draw(history, steps) {
      set(chart, 'viewBox', `0 0 ${steps} ${HEIGHT}`);
      set(base, 'd', `M0 ${BASE}H${steps}`);
      const most = (classes) => Math.max(0, ...Array.from({ length: steps }, (_none, step) => total(history, classes, step)));
      // What there is none of takes no room from the scale of the other.
      const scale = Math.min((BASE - 2) / most(GOOD), (HEIGHT - BASE - 2) / most(BAD));
      stack(bars, history, GOOD, steps, (count, from) => ({ y: BASE - from - count, height: count }), scale);
      stack(bars, history, BAD, steps, (count, from) => ({ y: BASE + from, height: count }), scale);
    },
    name: (label) => set(chart, 'aria-label', label),
  };
}

function total(history, classes, step) {
  return classes.reduce((all, each) => all + history[each][step], 0);
}

function stack(bars, history, classes, steps, place, scale) {
  const reached = new Array(steps).fill(0);
  for (const each of classes) {
    let drawn = '';
    for (let step = 0; step < steps; step += 1) {
      if (history[each][step] === 0) continue;
      const height = Math.max(LEAST, history[each][step] * scale);
      const { y } = place(height, reached[step]);
      drawn += `M${(step + 0.12).toFixed(2)} ${y.toFixed(1)}h.76v${height.toFixed(1)}h-.76z`;
      reached[step] += height;
    }
    set(bars[each], 'd', drawn);
  }
}

/** How long answers took step by step: half of them by the strong line, nineteen of twenty by the upper edge. */
export function createLatencyChart(attributes = {}) {
  const band = svg('path', { class: 'band' });
  const p95 = svg('path', { class: 'line p95' });
  const p50 = svg('path', { class: 'line p50' });
  const marks = svg('path', { class: 'marks' });
  const chart = frame(attributes, marks, band, p95, p50);
  return {
    element: chart,
    draw(history, steps) {
      set(chart, 'viewBox', `0 0 ${steps} ${HEIGHT}`);
      set(marks, 'd', LATENCY_MARKS_MS.map((ms) => `M0 ${heightOf(ms).toFixed(1)}H${steps}`).join(''));
      const runs = runsOf(history, steps);
      set(p50, 'd', runs.map((run) => lineOf(run, 'p50')).join(''));
      set(p95, 'd', runs.map((run) => lineOf(run, 'p95')).join(''));
      set(band, 'd', runs.map(bandOf).join(''));
    },
    name: (label) => set(chart, 'aria-label', label),
  };
}

export function heightOf(ms) {
  const part = Math.log(Math.min(SLOWEST_MS, Math.max(FASTEST_MS, ms)) / FASTEST_MS) / Math.log(SLOWEST_MS / FASTEST_MS);
  return HEIGHT - 3 - part * (HEIGHT - 6);
}

/** Steps with answers that follow each other: over a step without one no line is drawn, since nothing is known of it. */
function runsOf(history, steps) {
  const runs = [];
  let run = [];
  for (let step = 0; step < steps; step += 1) {
    const [p50, p95] = [history.p50[step], history.p95[step]];
    if (p50 === null) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push({ step, p50: heightOf(p50), p95: heightOf(p95) });
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** A step that stands alone is a short level line. */
function lineOf(run, which) {
  const [first] = run;
  if (run.length === 1) return `M${first.step} ${first[which].toFixed(1)}h1`;
  return run.map((each, index) => `${index === 0 ? 'M' : 'L'}${each.step + 0.5} ${each[which].toFixed(1)}`).join('');
}

function bandOf(run) {
  if (run.length === 1) return '';
  const up = run.map((each, index) => `${index === 0 ? 'M' : 'L'}${each.step + 0.5} ${each.p95.toFixed(1)}`);
  const down = run.toReversed().map((each) => `L${each.step + 0.5} ${each.p50.toFixed(1)}`);
  return `${up.join('')}${down.join('')}Z`;
}

function frame(attributes, ...children) {
  return svg('svg', { role: 'img', preserveAspectRatio: 'none', viewBox: `0 0 60 ${HEIGHT}`, ...attributes, class: 'chart' }, ...children);
}

/** A chart with its scale around it, for where there is room. */
export function framed(chart, { marks = [] } = {}) {
  const ticks = element('div', { class: 'ticks', 'aria-hidden': 'true' });
  const scale = element(
    'div',
    { class: 'scale', 'aria-hidden': 'true' },
    ...marks.map(({ at, label }) => {
      const mark = element('span', {}, label);
      mark.style.top = `${at}%`;
      return mark;
    }),
  );
  return { element: element('div', { class: 'framed' }, scale, chart, ticks), ticks };
}
