import { call } from '../api.js';
import { element, said, translate, write } from '../element.js';
import { number } from '../format.js';
import { createLegend } from '../legend.js';
import { addressOf } from '../router.js';
import { createSpanSwitch } from '../span-switch.js';
import { stateOf } from '../standing.js';
import { registerName, text } from '../texts.js';
import { createRegisterRow } from './register-row.js';

/** Contracts are compared nightly: whether one is broken is asked this rarely. */
const CONTRACTS_EVERY_MS = 60_000;
const TOTALS = ['waiting', 'running', 'retrying', 'failed', 'held'];

/** Every register on a line: what it is asked and answers, how fast, what fails, what waits, and what waits for an operator. */
export function createOverview({ live, onSwitch }) {
  const rows = new Map();
  const broken = new Map();
  let latest;
  const totals = Object.fromEntries(TOTALS.map((key) => [key, element('dd', {}, '0')]));
  const verdict = element('p', { class: 'verdict' });
  const list = element('ul', { class: 'registers' });
  const root = element(
    'section',
    { class: 'page overview', 'aria-labelledby': 'page-title' },
    element(
      'div',
      { class: 'head' },
      element('div', {}, said('h1', 'overview', { id: 'page-title', tabindex: '-1' }), verdict),
      element(
        'dl',
        { class: 'totals' },
        ...TOTALS.map((key) => element('div', { class: `total ${key}` }, said('dt', key === 'held' ? 'toDecide' : key), totals[key])),
      ),
    ),
    element('div', { class: 'toolbar' }, createLegend(), createSpanSwitch(live)),
    element(
      'div',
      { class: 'register-head', 'aria-hidden': 'true' },
      ...['register', 'exchanges', 'latency', 'failures', 'queue', 'toDo'].map((key) => said('span', key)),
    ),
    list,
    said('p', 'privacy', { class: 'note' }),
  );

  async function askContracts() {
    const { items } = await call('GET', '/console/api/contracts').catch(() => ({ items: [] }));
    broken.clear();
    for (const { registry, type, blocked } of items) if (blocked) broken.set(registry, [...(broken.get(registry) ?? []), type]);
    if (latest !== undefined) draw();
  }
  askContracts();
  const timer = setInterval(askContracts, CONTRACTS_EVERY_MS);

  function draw() {
    const at = Date.parse(latest.at);
    for (const status of latest.items) {
      let row = rows.get(status.registry);
      if (row === undefined) {
        row = createRegisterRow(status.registry, { onSwitch });
        rows.set(status.registry, row);
        list.append(row.element);
      }
      row.update(status, at, broken.get(status.registry) ?? []);
    }
    for (const key of TOTALS) {
      const sum = latest.items.reduce((total, status) => total + status[key], 0);
      write(totals[key], number(sum));
      totals[key].parentNode.classList.toggle('zero', sum === 0);
    }
    const wrong = latest.items.filter(needsALook);
    verdict.dataset.well = String(wrong.length === 0);
    if (wrong.length === 0) return write(verdict, text('allWell'));
    const names = wrong.map(registerName).join(', ');
    if (verdict.dataset.names === `${names} ${verdict.dataset.well}`) return;
    verdict.dataset.names = `${names} ${verdict.dataset.well}`;
    const [before, after] = text('attention', { list: '\u0000' }).split('\u0000');
    const links = wrong.flatMap((status, index) => [
      ...(index === 0 ? [] : [', ']),
      element('a', { href: addressOf.register(status.registry) }, registerName(status)),
    ]);
    verdict.replaceChildren(before, ...links, after);
  }

  const needsALook = (status) => stateOf(status) !== 'working' || status.failed + status.held > 0 || broken.has(status.registry);

  return {
    element: root,
    title: () => text('overview'),
    onOverview(overview) {
      latest = overview;
      draw();
    },
    onHistory(history, span) {
      for (const one of history.items) rows.get(one.registry)?.drawHistory(one, history, span);
    },
    translate() {
      translate(root);
      delete verdict.dataset.names;
      if (latest !== undefined) draw();
      for (const row of rows.values()) row.translate();
    },
    leave: () => clearInterval(timer),
  };
}
