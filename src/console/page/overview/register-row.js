import { createExchangeChart, createLatencyChart } from '../chart.js';
import { exchangesInWords, latencyInWords } from '../chart-names.js';
import { element, said, set, translate, write } from '../element.js';
import { duration, number, roughAge } from '../format.js';
import { BAD, minutesOf, totalsOf } from '../history.js';
import { addressOf } from '../router.js';
import { maySteer } from '../session.js';
import { createStanding, stateOf } from '../standing.js';
import { registerName, text } from '../texts.js';

/** One register on a line. Made once and then only written to, so that focus, reading position and everything below stay where they are. */
export function createRegisterRow(registry, { onSwitch }) {
  const exchanges = createExchangeChart();
  const latency = createLatencyChart();
  const standing = createStanding();
  const name = element('a', { class: 'name', href: addressOf.register(registry) });
  const broken = element('span', { class: 'broken' });
  const rate = element('span', { class: 'figure' });
  const [p50, p95] = [element('span', { class: 'figure' }), element('span', { class: 'figure soft' })];
  const bad = element('span', { class: 'figure' });
  const classes = Object.fromEntries(BAD.map((each) => [each, element('span', { class: `count count-${each}` })]));
  const waiting = element('span', { class: 'figure' });
  const oldest = element('span', { class: 'soft oldest' });
  const running = element('span', { class: 'soft' });
  const meter = element('span', { class: 'meter', 'aria-hidden': 'true' }, element('i'));
  const failed = element('a', { class: 'badge bad', href: addressOf.register(registry) });
  const held = element('a', { class: 'badge warn', href: addressOf.register(registry) });
  const button = element('button', { type: 'button', class: 'small switch', onclick: press });
  button.hidden = !maySteer();
  const cell = (className, key, ...children) =>
    element('div', { class: `cell ${className}` }, said('span', key, { class: 'label' }), ...children);
  const row = element(
    'li',
    { class: 'register-row', 'data-registry': registry },
    element('div', { class: 'cell named' }, element('h2', {}, name), element('p', { class: 'state' }, ...standing.elements, broken)),
    cell('exchanges', 'exchanges', exchanges.element, rate),
    cell('latency', 'latency', latency.element, element('span', { class: 'figures' }, p50, p95)),
    cell('failures', 'failures', bad, element('span', { class: 'counts' }, ...Object.values(classes))),
    cell('queue', 'queue', element('span', { class: 'counted' }, waiting, oldest), element('span', { class: 'slots' }, meter, running)),
    cell('to-do', 'toDo', failed, held),
    element('div', { class: 'cell do' }, button),
  );
  let status;
  let drawn;

  async function press() {
    if (status === undefined || button.getAttribute('aria-disabled') === 'true') return;
    // Disabled in words only: a button that really is loses the keyboard's focus.
    button.setAttribute('aria-disabled', 'true');
    await onSwitch(registry, !status.paused);
    button.removeAttribute('aria-disabled');
  }

  function drawHistory(history, frame, span) {
    drawn = { history, frame, span };
    const totals = totalsOf(history);
    const register = status === undefined ? registry : registerName(status);
    exchanges.draw(history, frame.steps);
    latency.draw(history, frame.steps);
    row.classList.toggle('quiet', totals.all === 0);
    write(rate, totals.all === 0 ? text('none') : text('perMinute', { count: number(totals.all / minutesOf(frame), 1) }));
    write(p50, totals.all === 0 ? text('none') : text('p50', { ms: duration(history.overall.p50) }));
    write(p95, totals.all === 0 ? '' : text('p95', { ms: duration(history.overall.p95) }));
    write(bad, number(totals.bad));
    bad.classList.toggle('zero', totals.bad === 0);
    for (const each of BAD) {
      write(classes[each], totals[each] === 0 ? '' : `${number(totals[each])} ${text(each)}`);
      classes[each].hidden = totals[each] === 0;
    }
    exchanges.name(exchangesInWords(register, span, totals));
    latency.name(latencyInWords(register, history.overall));
  }

  return {
    element: row,
    drawHistory,
    update(next, at, brokenTypes) {
      status = next;
      const register = registerName(next);
      write(name, register);
      standing.update(next, at);
      write(broken, brokenTypes.length === 0 ? '' : text('contractBroken', { types: brokenTypes.join(', ') }));
      row.dataset.state = next.failed + next.held + brokenTypes.length > 0 && stateOf(next) === 'working' ? 'failing' : stateOf(next);
      const queued = next.waiting + next.retrying;
      write(waiting, number(queued));
      waiting.classList.toggle('zero', queued === 0);
      write(oldest, next.oldestWaitingSince === null ? '' : text('oldestAge', { age: roughAge(at - Date.parse(next.oldestWaitingSince)) }));
      write(running, text('slots', { running: next.running, slots: next.effectiveConcurrency }));
      meter.firstChild.style.width = `${next.running === 0 ? 0 : Math.min(100, (next.running / next.effectiveConcurrency) * 100)}%`;
      write(failed, next.failed === 0 ? '' : text('failedCount', { count: `${number(next.failed)}${next.failuresAreMore ? '+' : ''}` }));
      write(held, next.held === 0 ? '' : text('heldCount', { count: number(next.held) }));
      failed.hidden = next.failed === 0;
      held.hidden = next.held === 0;
      write(button, text(next.paused ? 'resume' : 'pause'));
      set(button, 'aria-label', text(next.paused ? 'resumeOf' : 'pauseOf', { register }));
      button.classList.toggle('primary', next.paused);
    },
    translate() {
      translate(row);
      if (drawn !== undefined) drawHistory(drawn.history, drawn.frame, drawn.span);
    },
  };
}
