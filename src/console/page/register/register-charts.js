import { createExchangeChart, createLatencyChart, framed, heightOf, LATENCY_MARKS_MS } from '../chart.js';
import { exchangesInWords, latencyInWords } from '../chart-names.js';
import { element, said, write } from '../element.js';
import { clockTime, duration, number } from '../format.js';
import { CLASSES, minutesOf, totalsOf } from '../history.js';
import { createLegend } from '../legend.js';
import { panel } from '../panel.js';
import { text } from '../texts.js';

/** How many times stand below a chart. */
const TICKS = 5;

/** A register's two charts with their scales, and their numbers as a table for whoever wants to read them. */
export function createRegisterCharts() {
  const exchanges = createExchangeChart();
  const latency = createLatencyChart();
  const below = framed(exchanges.element);
  const beside = framed(latency.element, { marks: LATENCY_MARKS_MS.map((ms) => ({ at: heightOf(ms), label: duration(ms) })) });
  const rate = element('p', { class: 'figure' });
  const times = element('p', { class: 'figure' });
  const body = element('tbody');
  const columns = ['time', ...CLASSES, 'p50', 'p95'];
  const numbers = element(
    'details',
    { class: 'numbers' },
    said('summary', 'numbers'),
    element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'data-name': 'numbers' },
      element(
        'table',
        { class: 'plain' },
        element(
          'thead',
          {},
          element('tr', {}, ...columns.map((key) => said('th', key === 'p50' || key === 'p95' ? `${key}Key` : key, { scope: 'col' }))),
        ),
        body,
      ),
    ),
  );

  return {
    element: element(
      'div',
      { class: 'charts' },
      panel('exchanges', { class: 'chart-panel' }, rate, below.element),
      panel('latency', { class: 'chart-panel' }, times, beside.element),
      createLegend(),
      numbers,
    ),
    draw(history, frame, span, register) {
      const totals = totalsOf(history);
      exchanges.draw(history, frame.steps);
      latency.draw(history, frame.steps);
      write(rate, totals.all === 0 ? text('quiet') : text('perMinute', { count: number(totals.all / minutesOf(frame), 1) }));
      write(
        times,
        history.overall.p50 === null
          ? text('quiet')
          : `${text('p50', { ms: duration(history.overall.p50) })} · ${text('p95', { ms: duration(history.overall.p95) })}`,
      );
      exchanges.name(exchangesInWords(register, span, totals));
      latency.name(latencyInWords(register, history.overall));
      for (const { ticks } of [below, beside]) drawTicks(ticks, frame);
      if (numbers.open) drawNumbers(history, frame);
      numbers.ontoggle = () => numbers.open && drawNumbers(history, frame);
    },
  };

  function drawTicks(ticks, { from, steps, stepSeconds }) {
    const at = (part) => clockTime(Date.parse(from) + part * steps * stepSeconds * 1000);
    const labels = Array.from({ length: TICKS }, (_none, n) => at(n / (TICKS - 1)));
    if (ticks.childElementCount !== TICKS) ticks.replaceChildren(...labels.map((label) => element('span', {}, label)));
    labels.forEach((label, n) => {
      write(ticks.children[n], label);
    });
  }

  /** The steps in which something happened, the latest first. */
  function drawNumbers(history, { from, steps, stepSeconds }) {
    const busy = Array.from({ length: steps }, (_none, n) => steps - 1 - n).filter((step) =>
      CLASSES.some((each) => history[each][step] > 0),
    );
    body.replaceChildren(
      ...busy.map((step) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, clockTime(Date.parse(from) + step * stepSeconds * 1000)),
          ...CLASSES.map((each) => element('td', {}, number(history[each][step]))),
          element('td', {}, duration(history.p50[step])),
          element('td', {}, duration(history.p95[step])),
        ),
      ),
    );
  }
}
