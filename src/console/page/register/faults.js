import { call } from '../api.js';
import { element, keyedList, said, set, withCode, write } from '../element.js';
import { age, number } from '../format.js';
import { panel } from '../panel.js';
import { serverNow } from '../server-time.js';
import { maySteer } from '../session.js';
import { text } from '../texts.js';

/** Why a register's exchanges have failed, by code: how often, what stands failed for it, and what the runbook says to do. */
export function createFaults({ registry, bulk, onShow }) {
  const list = element('ul', { class: 'fault-list' });
  const none = said('p', 'faultsNone', { class: 'soft', hidden: true });
  let items = [];
  const draw = keyedList(
    list,
    ({ code }) => code,
    ({ code }) => createFault(code),
  );

  function createFault(code) {
    const bar = element('i', { class: 'fault-bar', 'aria-hidden': 'true' });
    const [times, last, standing] = [
      element('span'),
      element('span', { class: 'soft' }),
      element('span', { class: 'word', 'data-state': 'bad' }),
    ];
    const meaning = element('p', { class: 'meaning' });
    const steps = element('ol', { class: 'steps' });
    const runbook = element('summary');
    const action = (key, of, onclick) => ({ key, of, button: element('button', { type: 'button', class: 'small quiet', onclick }) });
    let fault;
    const actions = [
      action('faultShow', 'faultShowOf', () => onShow(code)),
      action('retryAll', 'retryAllOf', () => bulk.start('RETRY', { code }, fault.standing)),
      action('discardAll', 'discardAllOf', () => bulk.start('DISCARD', { code }, fault.standing)),
    ];
    return {
      element: element(
        'li',
        { class: 'fault' },
        element('p', { class: 'fault-head' }, element('strong', { class: 'mono' }, code), standing, times, last),
        bar,
        meaning,
        element('details', {}, runbook, steps),
        element('p', { class: 'fault-do' }, ...actions.map(({ button }) => button)),
      ),
      update(next) {
        fault = next;
        const most = Math.max(1, ...items.map(({ exchanges }) => exchanges));
        bar.style.width = `${(next.exchanges / most) * 100}%`;
        write(times, text('faultExchanges', { count: number(next.exchanges) }));
        write(last, next.lastAt === null ? '' : text('faultLast', { age: age(serverNow() - Date.parse(next.lastAt)) }));
        write(standing, next.standing === 0 ? '' : text('faultStanding', { count: number(next.standing) }));
        write(meaning, next.trouble.operator);
        write(runbook, `${text('whatToDo')} · ${next.trouble.code}`);
        if (steps.childElementCount !== next.trouble.steps.length) {
          steps.replaceChildren(...next.trouble.steps.map((step) => element('li', { lang: 'en' }, ...withCode(step))));
        }
        set(meaning, 'lang', 'en');
        for (const { key, of, button } of actions) {
          button.hidden = next.standing === 0 || (key !== 'faultShow' && !maySteer());
          write(button, text(key, { count: number(next.standing) }));
          set(button, 'aria-label', text(of, { code, count: number(next.standing) }));
        }
      },
    };
  }

  const show = () => {
    none.hidden = items.length > 0;
    draw(items);
  };
  return {
    element: panel('faults', { class: 'faults' }, none, list),
    async look() {
      items = (await call('GET', `/console/api/registries/${registry}/faults`)).items;
      show();
    },
    translate: show,
  };
}
