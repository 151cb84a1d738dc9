import { call } from '../api.js';
import { ask } from '../ask.js';
import { element, keyedList, said, set, write } from '../element.js';
import { age, roughAge } from '../format.js';
import { panel } from '../panel.js';
import { serverNow } from '../server-time.js';
import { maySteer } from '../session.js';
import { text } from '../texts.js';

/** What the watch over the contracts has found of one register, by query type. */
export function createContracts({ registry, announce, look, onTrouble }) {
  const list = element('ul', { class: 'lines contracts' });
  const none = said('p', 'contractsNever', { class: 'soft' });
  const same = element('p', { class: 'soft' });
  const check = said('button', 'checkNow', { type: 'button', class: 'quiet small', hidden: !maySteer(), onclick: checkNow });
  let items = [];
  const draw = keyedList(
    list,
    ({ type }) => type,
    ({ type }) => {
      const state = element('span', { class: 'word' });
      const when = element('span', { class: 'soft' });
      const differences = element('ul', { class: 'differences mono' });
      const accept = element('button', { type: 'button', class: 'small', onclick: () => acceptOne(type) });
      return {
        element: element('li', {}, element('div', {}, element('span', { class: 'mono' }, type), state, when, differences), accept),
        update(one) {
          const accepted = one.state === 'BROKEN' && !one.blocked;
          set(state, 'data-state', one.blocked ? 'bad' : 'warn');
          write(state, text(accepted ? 'acceptedState' : one.state));
          write(when, text('ago', { age: age(serverNow() - Date.parse(one.checkedAt)) }));
          const told = one.differences.join('\n');
          if (differences.dataset.told !== told) {
            differences.dataset.told = told;
            differences.replaceChildren(...one.differences.map((each) => element('li', {}, each)));
          }
          accept.hidden = !one.blocked || !maySteer();
          write(accept, text('accept'));
          set(accept, 'aria-label', text('acceptOf', { type }));
        },
      };
    },
  );

  async function acceptOne(type) {
    const done = await ask({
      title: text('acceptTitle'),
      lead: text('acceptLead'),
      about: type,
      doing: text('acceptDo'),
      perform: (values) => call('POST', `/console/api/contracts/${type}/accept`, values),
    });
    if (done === undefined) return;
    announce(text('acceptSaid'));
    await look();
  }

  async function checkNow() {
    try {
      await call('POST', '/console/api/contracts/check');
      announce(text('checkSaid'));
    } catch (problem) {
      onTrouble(problem);
    }
  }

  /** Those that are as they were are counted: what differs is to be seen. */
  const show = () => {
    const alike = items.filter(({ state }) => state === 'SAME');
    none.hidden = items.length > 0;
    same.hidden = alike.length === 0;
    if (alike.length > 0) {
      const looked = Math.max(...alike.map(({ checkedAt }) => Date.parse(checkedAt)));
      write(same, text('contractsSame', { count: alike.length, age: roughAge(serverNow() - looked) }));
    }
    draw(items.filter(({ state }) => state !== 'SAME'));
  };
  return {
    element: panel('contracts', {}, none, same, list, element('div', { class: 'buttons' }, check)),
    async look() {
      items = (await call('GET', '/console/api/contracts')).items.filter((one) => one.registry === registry);
      show();
    },
    translate: show,
  };
}
