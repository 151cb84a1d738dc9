import { call } from '../api.js';
import { ask } from '../ask.js';
import { element, keyedList, write } from '../element.js';
import { age, number } from '../format.js';
import { panel } from '../panel.js';
import { serverNow } from '../server-time.js';
import { text } from '../texts.js';

/** An operation that ended so long ago is told of no more. */
const SHOWN_MS = 24 * 3_600_000;
/** While one is under way it is looked at more often than the rest of the page. */
const EVERY_MS = 1000;

/** Retrying or discarding many queries: what asks for it, and how far each has come. */
export function createBulk({ registry, announce, look }) {
  const list = element('ul', { class: 'lines operations' });
  const root = panel('operations', { hidden: true }, list);
  let items = [];
  let soon;
  const draw = keyedList(
    list,
    ({ id }) => id,
    () => {
      const what = element('strong');
      const reason = element('span', { class: 'soft' });
      const came = element('span');
      const bar = element('progress', { 'data-name': 'operations' });
      return {
        element: element('li', {}, element('div', {}, what, reason, bar, came)),
        update({ verb, code, reason: why, total, done, refused, endedAt }) {
          write(what, `${text(`operation${verb}`)}${code === null ? '' : ` · ${code}`}`);
          write(reason, why);
          bar.max = Math.max(1, total);
          bar.value = endedAt === null ? done + refused : bar.max;
          const ended =
            endedAt === null ? text('operationRunning') : text('operationEnded', { age: age(serverNow() - Date.parse(endedAt)) });
          write(came, `${text('operationProgress', { done: number(done), refused: number(refused), total: number(total) })} · ${ended}`);
        },
      };
    },
  );

  async function lookHere() {
    const { items: told } = await call('GET', `/console/api/registries/${registry}/operations`);
    show(told);
  }

  function show(told) {
    const wasUnderWay = items.some(({ endedAt }) => endedAt === null);
    items = told.filter(({ endedAt }) => endedAt === null || serverNow() - Date.parse(endedAt) < SHOWN_MS);
    root.hidden = items.length === 0;
    draw(items);
    clearTimeout(soon);
    const underWay = items.some(({ endedAt }) => endedAt === null);
    if (underWay) soon = setTimeout(() => lookHere().catch(() => undefined), EVERY_MS);
    // What it has moved shows in the lists.
    else if (wasUnderWay) look();
  }

  return {
    element: root,
    look: lookHere,
    translate: () => draw(items),
    /** @param choice `{ ids }`, `{ code }`, or nothing for every failed query */
    async start(verb, choice, count) {
      const lower = verb === 'RETRY' ? 'retry' : 'discard';
      const done = await ask({
        title: text(verb === 'RETRY' ? 'bulkRetryTitle' : 'bulkDiscardTitle'),
        lead: text('bulkLead', { count: number(count) }),
        about: choice.code ?? '',
        doing: text(lower),
        perform: ({ reason }) => call('POST', `/console/api/registries/${registry}/operations`, { verb, reason, ...choice }),
      });
      if (done === undefined) return false;
      announce(text('bulkSaid'));
      show(done.items);
      await look();
      return true;
    },
  };
}
