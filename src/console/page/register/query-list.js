import { call } from '../api.js';
import { element, keyedList, said, set, write } from '../element.js';
import { number } from '../format.js';
import { panel } from '../panel.js';
import { maySteer } from '../session.js';
import { text } from '../texts.js';
import { createQueryLine } from './query-line.js';

const LISTS = ['FAILED', 'HELD', 'WAITING'];
const EMPTY = { FAILED: 'emptyFailed', HELD: 'emptyHeld', WAITING: 'emptyWaiting' };
const PAGE = 50;
/** As many as the gateway gives, and as an operation may name, at a time. */
const AT_MOST = 200;

/** A register's queries without an answer: those that failed, those that wait for a decision, or those that wait and run. */
export function createQueryList({ registry, bulk, announce, onTrouble, look: lookAtAll }) {
  let which = 'FAILED';
  let code;
  let turn = 0;
  let latest = { items: [], next: null, at: new Date().toISOString() };
  const chosen = new Set();

  const tabs = LISTS.map((each) =>
    element('button', { type: 'button', class: 'tab', 'aria-pressed': 'false', onclick: () => choose(each) }),
  );
  const filtered = element('button', { type: 'button', class: 'tab filter', hidden: true, onclick: () => filter(undefined) });
  const all = element('input', { type: 'checkbox', 'data-name': 'selectAll', onchange: chooseAll });
  const count = element('span');
  const selection = element(
    'div',
    { class: 'selection', hidden: true },
    count,
    said('button', 'retrySelected', { type: 'button', class: 'small', onclick: () => onSelected('RETRY') }),
    said('button', 'discardSelected', { type: 'button', class: 'small quiet', onclick: () => onSelected('DISCARD') }),
  );
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col', class: 'pick' }, all),
    ...['type', 'state', 'code', 'attempts', 'asked', 'due'].map((key) => said('th', key, { scope: 'col', class: `col-${key}` })),
    element('th', { scope: 'col' }, said('span', 'actions', { class: 'unseen' })),
  );
  const lines = element('tbody');
  const table = element('table', { class: 'queries', 'data-name': 'queries' }, element('thead', {}, head), lines);
  const meanings = element('ul', { class: 'meanings', lang: 'en', hidden: true });
  const empty = element('p', { class: 'soft' });
  const more = said('button', 'more', { type: 'button', class: 'quiet more', hidden: true, onclick: () => load(true).catch(onTrouble) });
  const drawMeanings = keyedList(
    meanings,
    ({ code }) => code,
    ({ code, operator }) => ({ element: element('li', {}, element('code', {}, code), ` ${operator}`), update: () => undefined }),
  );
  const drawLines = keyedList(
    lines,
    ({ id }) => id,
    (query) => createQueryLine(query, { onDone, onChoose: (id, on) => pick(id, on) }),
  );

  function choose(wanted) {
    which = wanted;
    code = undefined;
    chosen.clear();
    latest = { ...latest, items: [], next: null };
    draw();
    load(false).catch(onTrouble);
  }

  /** Shows the failed queries of one code. */
  function filter(wanted) {
    code = wanted;
    which = 'FAILED';
    chosen.clear();
    draw();
    if (wanted === undefined) tabs[0].focus();
    else filtered.focus();
    load(false).catch(onTrouble);
  }

  async function load(further) {
    turn += 1;
    const mine = turn;
    const limit = further ? PAGE : Math.min(AT_MOST, Math.max(PAGE, latest.items.length));
    const parameters = new URLSearchParams({ state: which, limit: String(limit) });
    if (code !== undefined) parameters.set('code', code);
    if (further && latest.next !== null) parameters.set('after', latest.next);
    const page = await call('GET', `/console/api/registries/${registry}/queries?${parameters}`);
    if (mine !== turn) return;
    latest = further ? { ...page, items: [...latest.items, ...page.items] } : page;
    draw();
  }

  function draw() {
    const { items, next } = latest;
    const present = new Set(items.map(({ id }) => id));
    for (const id of chosen) if (!present.has(id)) chosen.delete(id);
    drawLines(
      items.map((query) => ({
        ...query,
        chosen: chosen.has(query.id),
        now: Date.parse(latest.at),
        selectable: selectable(),
      })),
    );
    // Why something failed stands above already, with what to do about it.
    const troubles = which === 'FAILED' ? [] : items.flatMap(({ trouble }) => trouble ?? []);
    drawMeanings([...new Map(troubles.map((trouble) => [trouble.code, trouble])).values()]);
    meanings.hidden = troubles.length === 0;
    set(table, 'data-list', which);
    table.hidden = items.length === 0;
    empty.hidden = items.length > 0;
    write(empty, text(EMPTY[which]));
    more.hidden = next === null;
    all.checked = items.length > 0 && chosen.size === items.length;
    all.parentNode.hidden = !selectable();
    tabs.forEach((tab, index) => {
      set(tab, 'aria-pressed', String(which === LISTS[index]));
    });
    filtered.hidden = code === undefined;
    if (code !== undefined) {
      write(filtered, `${text('filteredBy', { code })} ×`);
      set(filtered, 'aria-label', `${text('filteredBy', { code })}. ${text('filterEnd')}`);
    }
    selection.hidden = chosen.size === 0;
    write(count, text('selected', { count: number(chosen.size) }));
  }

  /** Of declarations there are none that an operator might retry. */
  const selectable = () => which === 'FAILED' && maySteer();

  function pick(id, on) {
    if (on) chosen.add(id);
    else chosen.delete(id);
    draw();
  }

  function chooseAll() {
    for (const { id } of latest.items) if (all.checked) chosen.add(id);
    if (!all.checked) chosen.clear();
    draw();
  }

  async function onSelected(verb) {
    const started = await bulk.start(verb, { ids: [...chosen] }, chosen.size);
    if (!started) return;
    chosen.clear();
    draw();
    tabs[0].focus();
  }

  async function onDone(said) {
    announce(said);
    await lookAtAll();
    // The line with the button is gone: the keyboard goes on from the list's head.
    if (!root.contains(document.activeElement)) tabs[LISTS.indexOf(which)].focus();
  }

  const root = panel(
    'queries',
    { class: 'query-list' },
    element('div', { class: 'tabs' }, ...tabs, filtered),
    selection,
    meanings,
    table,
    empty,
    more,
  );
  draw();

  return {
    element: root,
    look: () => load(false),
    filter,
    /** What waits for a decision waits for nobody else. */
    begin({ held, failed, waiting, running, retrying }) {
      if (held > 0) choose('HELD');
      else if (failed === 0 && waiting + running + retrying > 0) choose('WAITING');
    },
    onStatus({ failed, held, waiting, running, retrying }) {
      write(tabs[0], text('failedList', { count: number(failed) }));
      write(tabs[1], text('heldList', { count: number(held) }));
      tabs[1].hidden = held === 0 && which !== 'HELD';
      write(tabs[2], text('waitingList', { count: number(waiting + running + retrying) }));
    },
    translate: draw,
  };
}
