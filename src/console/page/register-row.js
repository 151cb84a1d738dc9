import { element, write } from './element.js';
import { createQueryList } from './query-list.js';
import { createSparkline } from './sparkline.js';
import { age, registerName, text } from './texts.js';

/** What stands a register in the way, if anything: the first that is so. */
export function stateOf(status) {
  if (status.paused) return 'paused';
  if (status.breaker === 'OPEN') return 'open';
  if (status.breaker === 'HALF_OPEN') return 'probing';
  return 'working';
}

/**
 * One register's row and, below it, its list of queries. Made once and then only written to, so that focus and reading position stay where they are.
 */
export function createRegisterRow(registry, { onSwitch, onOperate, onTrouble }) {
  const spark = createSparkline();
  const list = createQueryList(registry, { onOperate, onTrouble });
  const name = element('span', { class: 'name' });
  const code = element('span', { class: 'mono code' }, registry);
  const proposed = element('span', { class: 'proposed', hidden: true });
  const pill = element('span', { class: 'pill' });
  const until = element('span', { class: 'until' });
  const cells = Object.fromEntries(
    ['waiting', 'running', 'retrying', 'failed', 'oldest', 'lastSuccess'].map((key) => [key, element('td', { class: `number ${key}` })]),
  );
  const minutes = element('td', { class: 'chart' }, spark.chart);
  const panelId = `queries-${registry}`;
  const toggle = element('button', {
    type: 'button',
    class: 'quiet toggle',
    'aria-expanded': 'false',
    'aria-controls': panelId,
    onclick: () => open(panel.hidden),
  });
  const button = element('button', { type: 'button', class: 'switch', onclick: () => press() });
  const state = element('td', { class: 'state' }, pill, until);
  const actions = element('td', { class: 'ends' }, toggle, button);
  const row = element(
    'tr',
    { class: 'row', 'data-registry': registry },
    element('th', { scope: 'row', class: 'register' }, name, code, proposed),
    state,
    ...Object.values(cells),
    minutes,
    actions,
  );
  const panel = element('tr', { class: 'panel', id: panelId, hidden: true }, element('td', { colspan: '10' }, list.element));
  let status;

  async function press() {
    if (status === undefined || button.getAttribute('aria-disabled') === 'true') return;
    // Disabled in words only: a button that really is loses the keyboard's focus.
    button.setAttribute('aria-disabled', 'true');
    await onSwitch(registry, !status.paused);
    button.removeAttribute('aria-disabled');
  }

  function open(wanted) {
    panel.hidden = !wanted;
    row.classList.toggle('expanded', wanted);
    toggle.setAttribute('aria-expanded', String(wanted));
    if (wanted) list.open(status);
    else list.close();
  }

  return {
    elements: [row, panel],
    update(next, at) {
      status = next;
      const most = spark.add(at, next);
      write(name, registerName(next));
      proposed.hidden = next.proposed.length === 0;
      write(proposed, text('proposed', { types: next.proposed.join(', ') }));
      for (const key of ['waiting', 'running', 'retrying', 'failed']) {
        write(cells[key], String(next[key]));
        cells[key].classList.toggle('zero', next[key] === 0);
        cells[key].dataset.label = text(key);
      }
      const since = (instant) => at - Date.parse(instant);
      write(cells.oldest, next.oldestWaitingSince === null ? text('none') : age(since(next.oldestWaitingSince)));
      cells.oldest.classList.toggle('zero', next.oldestWaitingSince === null);
      write(cells.lastSuccess, next.lastSuccessAt === null ? text('never') : text('ago', { age: age(since(next.lastSuccessAt)) }));
      cells.lastSuccess.classList.toggle('zero', next.lastSuccessAt === null);
      cells.oldest.dataset.label = text('oldest');
      cells.lastSuccess.dataset.label = text('lastSuccess');
      minutes.dataset.label = text('minutes');

      const standing = stateOf(next);
      pill.dataset.state = standing;
      row.dataset.state = next.failed + next.held > 0 && standing === 'working' ? 'failing' : standing;
      const wait = next.breakerUntil === null ? 0 : Date.parse(next.breakerUntil) - at;
      write(pill, text(standing));
      write(until, standing === 'open' && wait > 0 ? text('nextTry', { age: age(wait) }) : '');
      until.hidden = until.textContent === '';
      const register = registerName(next);
      write(button, text(next.paused ? 'resume' : 'pause'));
      button.setAttribute('aria-label', text(next.paused ? 'resumeOf' : 'pauseOf', { register }));
      button.classList.toggle('primary', next.paused);
      write(toggle, text('queries'));
      toggle.setAttribute('aria-label', text('queriesOf', { register }));
      spark.chart.setAttribute('aria-label', text('sparkline', { register, ...next, most }));
      if (!panel.hidden) list.update(next);
    },
  };
}
