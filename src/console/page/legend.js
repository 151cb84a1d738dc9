import { element, said } from './element.js';
import { CLASSES } from './history.js';

/** What the colours of the charts mean. */
export function createLegend({ latency = true } = {}) {
  const key = (mark, words) =>
    element('span', { class: 'key' }, element('i', { class: `mark mark-${mark}`, 'aria-hidden': 'true' }), said('span', words));
  return element(
    'p',
    { class: 'legend' },
    ...CLASSES.map((each) => key(each, each)),
    ...(latency ? [key('p50', 'p50Key'), key('p95', 'p95Key'), said('span', 'latencyScale', { class: 'key' })] : []),
  );
}
