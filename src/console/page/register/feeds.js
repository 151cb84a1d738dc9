import { call } from '../api.js';
import { element, keyedList, set, write } from '../element.js';
import { age } from '../format.js';
import { panel } from '../panel.js';
import { serverNow } from '../server-time.js';
import { maySteer } from '../session.js';
import { text } from '../texts.js';

/** How far a register's feeds of changes have been read; nothing where it has none. */
export function createFeeds({ registry, announce, onTrouble }) {
  const list = element('ul', { class: 'lines' });
  const root = panel('feeds', { hidden: true }, list);
  let items = [];
  const draw = keyedList(
    list,
    ({ feed }) => feed,
    ({ feed }) => {
      const read = element('span', { class: 'soft' });
      const failing = element('span', { class: 'word', 'data-state': 'bad' });
      const cursor = element('span', { class: 'soft mono' });
      const button = element('button', { type: 'button', class: 'quiet small', hidden: !maySteer(), onclick: () => readNow(feed) });
      return {
        element: element('li', {}, element('div', {}, element('span', { class: 'mono' }, feed), read, cursor, failing), button),
        update(one) {
          write(read, one.readAt === null ? text('feedNever') : text('feedRead', { age: age(serverNow() - Date.parse(one.readAt)) }));
          write(cursor, one.cursor);
          write(failing, one.failures === 0 ? '' : text('feedFailing', { count: one.failures, code: one.failure }));
          write(button, text('readNow'));
          set(button, 'aria-label', text('readNowOf', { feed }));
        },
      };
    },
  );

  async function readNow(feed) {
    try {
      await call('POST', `/console/api/feeds/${feed}/read`);
      announce(text('readSaid'));
    } catch (problem) {
      onTrouble(problem);
    }
  }

  return {
    element: root,
    async look() {
      items = (await call('GET', '/console/api/feeds')).items.filter((one) => one.registry === registry);
      root.hidden = items.length === 0;
      draw(items);
    },
    translate: () => draw(items),
  };
}
