import { call } from '../api.js';
import { ask, REASON } from '../ask.js';
import { element, keyedList, said, set, write } from '../element.js';
import { panel } from '../panel.js';
import { maySteer } from '../session.js';
import { windowTexts } from '../standing.js';
import { text } from '../texts.js';

/** Windows in which nothing is sent to a register, and what sets them. */
export function createMaintenance({ registry, announce, refresh, onTrouble }) {
  const list = element('ul', { class: 'lines' });
  const none = said('p', 'noMaintenance', { class: 'soft' });
  const add = said('button', 'setMaintenance', { type: 'button', class: 'quiet small', hidden: !maySteer(), onclick: setWindow });
  let windows = [];
  const draw = keyedList(
    list,
    ({ id }) => id,
    ({ id }) => {
      const when = element('span');
      const why = element('span', { class: 'soft' });
      const end = element('button', { type: 'button', class: 'quiet small', hidden: !maySteer(), onclick: () => endWindow(id) });
      return {
        element: element('li', {}, element('div', {}, when, why), end),
        update(one) {
          const texts = windowTexts(one);
          write(when, `${texts.from}–${texts.until}`);
          write(why, one.reason);
          write(end, text('endMaintenance'));
          set(end, 'aria-label', text('endMaintenanceOf', texts));
        },
      };
    },
  );

  async function setWindow() {
    const moment = (name, label) => ({ name, label, type: 'datetime-local', attributes: { required: true } });
    const done = await ask({
      title: text('maintenanceTitle'),
      lead: text('maintenanceLead'),
      about: registry,
      fields: [moment('from', 'from'), moment('until', 'until'), REASON, { name: 'emergency', label: 'emergency', type: 'checkbox' }],
      doing: text('save'),
      perform: ({ from, until, reason, emergency }) =>
        call('POST', `/console/api/registries/${registry}/maintenance`, {
          from: new Date(from).toISOString(),
          until: new Date(until).toISOString(),
          reason,
          ...(emergency ? { emergency } : {}),
        }),
    });
    if (done === undefined) return;
    announce(text('maintenanceSaid'));
    await refresh();
  }

  async function endWindow(id) {
    try {
      await call('DELETE', `/console/api/registries/${registry}/maintenance/${id}`);
      announce(text('maintenanceEnded'));
      add.focus();
      await refresh();
    } catch (problem) {
      onTrouble(problem);
    }
  }

  const show = () => {
    none.hidden = windows.length > 0;
    draw(windows);
  };
  return {
    element: panel('maintenance', {}, none, list, element('div', { class: 'buttons' }, add)),
    onStatus(status) {
      windows = status.maintenance;
      show();
    },
    translate: show,
  };
}
