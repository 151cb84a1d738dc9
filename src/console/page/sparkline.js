import { svg } from './element.js';

/** How far back the little charts look: 15 minutes of the page's own watching. */
export const WINDOW_MS = 15 * 60_000;
const WIDTH = 132;
const HEIGHT = 28;

/** A small chart of how many queries waited and ran, kept in the page. */
export function createSparkline() {
  const points = [];
  const area = svg('path', { class: 'area' });
  const waiting = svg('path', { class: 'waiting' });
  const running = svg('path', { class: 'running' });
  const base = svg('path', { class: 'base', d: `M0 ${HEIGHT - 0.5}H${WIDTH}` });
  const chart = svg(
    'svg',
    { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', preserveAspectRatio: 'none' },
    base,
    area,
    waiting,
    running,
  );
  return {
    chart,
    /** Gives the largest number that waited within the window. */
    add(at, point) {
      points.push({ at, ...point });
      while (points.length > 0 && points[0].at < at - WINDOW_MS) points.shift();
      const top = Math.max(4, ...points.map((each) => Math.max(each.waiting, each.running)));
      const line = (key) =>
        points
          .map((each, index) => {
            const x = WIDTH - ((at - each.at) / WINDOW_MS) * WIDTH;
            const y = HEIGHT - 2 - (each[key] / top) * (HEIGHT - 5);
            return index === 0 ? `M${x.toFixed(1)} ${y.toFixed(1)}` : `H${x.toFixed(1)}V${y.toFixed(1)}`;
          })
          .join('');
      const drawn = line('waiting');
      const start = WIDTH - ((at - points[0].at) / WINDOW_MS) * WIDTH;
      waiting.setAttribute('d', drawn);
      running.setAttribute('d', line('running'));
      area.setAttribute('d', `${drawn}V${HEIGHT}H${start.toFixed(1)}Z`);
      return Math.max(...points.map((each) => each.waiting));
    },
  };
}
