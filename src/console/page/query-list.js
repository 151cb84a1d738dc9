import { call } from './api.js';
import { element, write } from './element.js';
import { age, stateName, text } from './texts.js';

/** The open list looks again this often, and at once after an action of the operator. */
const EVERY_MS = 5000;

const LISTS = ['FAILED', 'HELD', 'WAITING'];
const EMPTY = { FAILED: 'emptyFailed', HELD: 'emptyHeld', WAITING: 'emptyWaiting' };

/** A register's queries without an answer: those that failed, those that wait for an operator's decision, or those that wait and run. */
export function createQueryList(registry, { onOperate, onTrouble }) {
  let which = 'FAILED';
  let shown = 0;
  let timer;
  let latest = { items: [], next: null, at: new Date().toISOString() };
  let loading = 0;

  const tabs = LISTS.map((each) =>
    element('button', { type: 'button', class: 'tab', 'aria-pressed': String(each === which), onclick: () => choose(each) }),
  );
  const head = element('tr', { class: 'query heading' });
  const lines = element('tbody');
  const empty = element('p', { class: 'empty' });
  const more = element('button', { type: 'button', class: 'quiet more', hidden: true, onclick: () => load(true) });
  const table = element('table', { class: 'queries' }, element('thead', {}, head), lines);
  const root = element('div', { class: 'inside' }, element('div', { class: 'tabs' }, ...tabs), table, empty, more);
  const rows = new Map();

  function choose(wanted) {
    which = wanted;
    latest = { ...latest, items: [], next: null };
    shown = 0;
    draw();
    load(false);
  }

  async function load(further) {
    loading += 1;
    const turn = loading;
    const limit = 50;
    try {
      if (further && latest.next !== null) {
        const page = await call('GET', path(latest.next, limit));
        if (turn !== loading) return;
        latest = { ...page, items: [...latest.items, ...page.items] };
      } else {
        const page = await call('GET', path(undefined, Math.min(200, Math.max(limit, shown))));
        if (turn !== loading) return;
        latest = page;
      }
      shown = latest.items.length;
      draw();
    } catch (problem) {
      onTrouble(problem);
    }
  }

  function path(after, limit) {
    const from = after === undefined ? '' : `&after=${after}`;
    return `/console/api/registries/${registry}/queries?state=${which}&limit=${limit}${from}`;
  }

  function draw() {
    table.setAttribute('aria-label', text('queriesOf', { register: registry }));
    head.replaceChildren(
      ...['type', 'state', 'code', 'attempts', 'asked', 'due', 'ids', 'actions'].map((key) =>
        element(
          'th',
          { scope: 'col', class: key === 'attempts' ? 'number' : key === 'actions' ? 'ends' : undefined },
          key === 'actions' ? element('span', { class: 'unseen' }, text(key)) : text(key),
        ),
      ),
    );
    const at = Date.parse(latest.at);
    const present = new Set(latest.items.map(({ id }) => id));
    for (const [id, row] of rows) {
      if (present.has(id)) continue;
      row.element.remove();
      rows.delete(id);
    }
    for (const query of latest.items) {
      const row = rows.get(query.id) ?? createLine(query, (verb, of) => operate(verb, of));
      rows.set(query.id, row);
      row.update(query, at);
      if (row.element.parentNode === null) lines.append(row.element);
    }
    const none = latest.items.length === 0;
    table.hidden = none;
    empty.hidden = !none;
    write(empty, text(EMPTY[which]));
    more.hidden = latest.next === null;
    write(more, text('more'));
    tabs.forEach((tab, index) => {
      tab.setAttribute('aria-pressed', String(which === LISTS[index]));
    });
  }

  async function operate(verb, query) {
    const done = await onOperate(verb, query);
    if (!done) return;
    await load(false);
    // The line with the button is gone: the keyboard goes on from the list's head.
    if (!root.contains(document.activeElement)) tabs[0].focus();
  }

  return {
    element: root,
    open(status) {
      // What waits for a decision waits for nobody else.
      if (status?.held > 0) which = 'HELD';
      else if (status?.failed === 0 && status.waiting + status.running + status.retrying > 0) which = 'WAITING';
      tabs[1].hidden = which !== 'HELD';
      draw();
      load(false);
      timer = setInterval(() => document.visibilityState === 'visible' && load(false), EVERY_MS);
    },
    close() {
      clearInterval(timer);
    },
    update(status) {
      write(tabs[0], text('failedList', { count: status.failed }));
      write(tabs[1], text('heldList', { count: status.held }));
      tabs[1].hidden = status.held === 0 && which !== 'HELD';
      write(tabs[2], text('waitingList', { count: status.waiting + status.running + status.retrying }));
      draw();
    },
  };
}

/** What may be done with a query or a declaration, by its state. */
const OPERATIONS = {
  retry: (state) => state === 'FAILED' || state === 'FAULTED',
  discard: (state) => ['QUEUED', 'RETRY_WAIT', 'FAILED', 'FAULTED'].includes(state),
  done: (state) => state === 'HELD',
  sendAgain: (state) => state === 'HELD',
  notDone: (state) => state === 'HELD',
};

function createLine(query, operate) {
  const cell = (className) => element('td', { class: className });
  const cells = {
    type: cell('type'),
    state: cell(),
    code: cell('mono reason'),
    attempts: cell('number'),
    asked: cell(),
    due: cell(),
    ids: cell('mono ids'),
  };
  cells.ids.append(element('span', {}, query.id), element('span', { class: 'xroad' }, query.xRoadId ?? ''));
  const detail = element('span', { class: 'detail' });
  const trouble = element('span', { class: 'detail trouble' });
  cells.code.append(element('span', {}), detail, trouble);
  const buttons = Object.entries(OPERATIONS).map(([verb, mayOn]) => {
    const quiet = verb === 'discard' || verb === 'notDone' ? ' quiet' : '';
    return { verb, mayOn, element: element('button', { type: 'button', class: `small${quiet}`, onclick: () => operate(verb, query) }) };
  });
  const line = element(
    'tr',
    { class: 'query' },
    ...Object.values(cells),
    element('td', { class: 'ends' }, ...buttons.map((one) => one.element)),
  );
  return {
    element: line,
    update(next, at) {
      write(cells.type, next.type);
      write(cells.state, stateName(next.state));
      write(cells.code.firstChild, next.code ?? text('none'));
      write(detail, next.detail ?? '');
      // The runbook's entry of that name says what to do.
      write(trouble, next.trouble === null ? '' : `${next.trouble.code}: ${next.trouble.operator}`);
      write(cells.attempts, String(next.attempts));
      write(cells.asked, text('ago', { age: age(at - Date.parse(next.askedAt)) }));
      write(cells.due, next.dueAt === null ? text('none') : text('dueIn', { age: age(Date.parse(next.dueAt) - at) }));
      for (const key of ['state', 'code', 'attempts', 'asked', 'due']) cells[key].dataset.label = text(key);
      write(cells.ids.lastChild, next.xRoadId ?? '');
      for (const { verb, mayOn, element: button } of buttons) {
        write(button, text(verb));
        button.setAttribute('aria-label', `${text(verb)}: ${next.type}`);
        button.hidden = !mayOn(next.state);
      }
    },
  };
}
