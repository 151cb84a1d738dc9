import { element, said, set, translate, write } from '../element.js';
import { maySteer } from '../session.js';
import { createSpanSwitch } from '../span-switch.js';
import { createStanding } from '../standing.js';
import { registerName, text } from '../texts.js';
import { createBulk } from './bulk.js';
import { createContracts } from './contracts.js';
import { createFaults } from './faults.js';
import { createFeeds } from './feeds.js';
import { createMaintenance } from './maintenance.js';
import { createQueryList } from './query-list.js';
import { createRegisterCharts } from './register-charts.js';
import { createRegisterNow } from './register-now.js';

/** What does not come by itself is asked for this often, and at once after something was done. */
const EVERY_MS = 5000;

/** One register: how it has done, what stands in its way, why things failed, and its queries. */
export function createRegisterPage(context, registry) {
  const ports = { ...context, registry, look };
  const charts = createRegisterCharts(registry);
  const now = createRegisterNow(ports);
  const bulk = createBulk(ports);
  const queries = createQueryList({ ...ports, bulk });
  const faults = createFaults({ ...ports, bulk, onShow: (code) => queries.filter(code) });
  const asides = [now, createMaintenance(ports), bulk, createContracts(ports), createFeeds(ports)];
  const standing = createStanding();
  const name = element('h1', { id: 'page-title', tabindex: '-1' }, registry);
  const proposed = element('p', { class: 'proposed', hidden: true });
  const button = element('button', { type: 'button', class: 'switch', hidden: !maySteer(), onclick: press });
  const missing = said('p', 'registryNotFound', { class: 'message', role: 'alert', hidden: true });
  const inside = element(
    'div',
    { class: 'columns' },
    element('div', { class: 'column' }, charts.element, faults.element, queries.element),
    element('aside', { class: 'column aside', 'data-name': 'now' }, ...asides.map((one) => one.element)),
  );
  const root = element(
    'section',
    { class: 'page register-page', 'aria-labelledby': 'page-title' },
    element('p', { class: 'crumb' }, said('a', 'back', { href: '/console' })),
    element(
      'div',
      { class: 'head' },
      element('div', {}, name, element('p', { class: 'state' }, element('code', {}, registry), ...standing.elements), proposed),
      element('div', { class: 'tools' }, createSpanSwitch(context.live), button),
    ),
    missing,
    inside,
  );
  let status;
  let at = Date.now();
  let drawn;
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), EVERY_MS);
  look();

  /** Asks for everything that does not come by itself. */
  async function look() {
    try {
      await Promise.all([faults, queries, ...asides].map((one) => one.look?.()));
    } catch (problem) {
      if (problem.code === 'REGISTRY_UNKNOWN') {
        missing.hidden = false;
        inside.hidden = true;
        clearInterval(timer);
      } else context.onTrouble(problem);
    }
  }

  async function press() {
    if (status === undefined || button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    await context.onSwitch(registry, !status.paused);
    button.removeAttribute('aria-disabled');
  }

  function draw() {
    if (status === undefined) return;
    const register = registerName(status);
    write(name, register);
    standing.update(status, at);
    proposed.hidden = status.proposed.length === 0;
    write(proposed, text('proposedTypes', { types: status.proposed.join(', ') }));
    write(button, text(status.paused ? 'resume' : 'pause'));
    set(button, 'aria-label', text(status.paused ? 'resumeOf' : 'pauseOf', { register }));
    button.classList.toggle('primary', status.paused);
    for (const one of [queries, ...asides]) one.onStatus?.(status, at);
  }

  return {
    element: root,
    title: () => (status === undefined ? registry : registerName(status)),
    onOverview(overview) {
      at = Date.parse(overview.at);
      const next = overview.items.find((one) => one.registry === registry);
      if (next === undefined) return;
      const first = status === undefined;
      status = next;
      draw();
      if (!first) return;
      queries.begin(status);
      // What was drawn before the server's time was known.
      for (const one of [faults, ...asides]) one.translate?.();
    },
    onHistory(history, span) {
      const one = history.items.find((item) => item.registry === registry);
      if (one === undefined) return;
      drawn = { one, history, span };
      charts.draw(one, history, span, status === undefined ? registry : registerName(status));
    },
    translate() {
      translate(root);
      draw();
      for (const one of [faults, queries, ...asides]) one.translate?.();
      if (drawn !== undefined) charts.draw(drawn.one, drawn.history, drawn.span, registerName(status));
    },
    leave: () => clearInterval(timer),
  };
}
