import { element, set, write, writeBreakable } from '../element.js';
import { age } from '../format.js';
import { OPERATIONS, operate } from '../query-operation.js';
import { addressOf } from '../router.js';
import { maySteer } from '../session.js';
import { stateName, text } from '../texts.js';

/** A query without an answer, on a line. */
export function createQueryLine({ id, type }, { onDone, onChoose }) {
  const cell = (className) => element('td', { class: className });
  const box = element('input', { type: 'checkbox', onchange: () => onChoose(id, box.checked) });
  const pick = element('td', { class: 'pick' }, box);
  const isQuery = type !== 'EMTA.DECLARATION';
  const name = isQuery ? element('a', { href: addressOf.query(id) }, type) : element('span', {}, type);
  const cells = {
    state: cell('col-state'),
    code: cell('col-code'),
    attempts: cell('col-attempts'),
    asked: cell('col-asked'),
    due: cell('col-due'),
  };
  const code = element('span', { class: 'mono' });
  const detail = element('span', { class: 'soft mono detail' });
  const trouble = element('span', { class: 'soft detail' });
  cells.code.append(code, detail, trouble);
  const xRoadId = element('span', { class: 'mono soft id' });
  let query;
  const buttons = Object.keys(OPERATIONS).map((verb) => {
    const quiet = verb === 'discard' || verb === 'notDone' ? ' quiet' : '';
    const onclick = async () => {
      const said = await operate(verb, query);
      if (said !== undefined) await onDone(said);
    };
    return { verb, button: element('button', { type: 'button', class: `small${quiet}`, onclick }) };
  });
  return {
    element: element(
      'tr',
      { 'data-query': id },
      pick,
      element('td', { class: 'col-type' }, name, element('span', { class: 'mono soft id' }, id), xRoadId),
      ...Object.values(cells),
      element('td', { class: 'col-do' }, ...buttons.map(({ button }) => button)),
    ),
    update(next) {
      query = next;
      pick.hidden = !next.selectable;
      box.checked = next.chosen;
      set(box, 'aria-label', text('selectOne', { type, id }));
      write(cells.state, stateName(next.state));
      writeBreakable(code, next.code ?? text('none'));
      write(detail, next.detail ?? '');
      // What it means is said once, by its code, above the list.
      write(trouble, next.trouble?.code ?? '');
      write(cells.attempts, String(next.attempts));
      write(cells.asked, text('ago', { age: age(next.now - Date.parse(next.askedAt)) }));
      write(cells.due, next.dueAt === null ? text('none') : text('dueIn', { age: age(Date.parse(next.dueAt) - next.now) }));
      for (const [key, where] of Object.entries(cells)) set(where, 'data-label', text(key));
      cells.due.classList.toggle('nothing', next.dueAt === null);
      write(xRoadId, next.xRoadId ?? '');
      for (const { verb, button } of buttons) {
        write(button, text(verb));
        set(button, 'aria-label', `${text(verb)}: ${next.type}`);
        button.hidden = !OPERATIONS[verb](next.state) || !maySteer();
      }
    },
  };
}
