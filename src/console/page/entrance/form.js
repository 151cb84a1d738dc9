import { sentenceOf } from '../api.js';
import { element, said, set } from '../element.js';
import { text } from '../texts.js';

/**
 * A field with its label, a hint, and a place for what is wrong with it.
 *
 * @param pointer where the gateway says that it is refused, as a JSON pointer; `wrong` says then how it should be
 */
export function createField({ name, label, hint, wrong, pointer = `/${name}`, input = element('input', {}), attributes = {} }) {
  const id = `field-${name}`;
  const hinted = hint === undefined ? undefined : said('p', hint, { class: 'hint', id: `${id}-hint` });
  const refusal = element('p', { class: 'refusal', id: `${id}-wrong`, hidden: true });
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), `${id}-wrong`].join(' ');
  for (const [key, value] of Object.entries({ id, name, required: true, 'aria-describedby': described, ...attributes }))
    set(input, key, value === true ? '' : value);
  return {
    name,
    input,
    pointer,
    element: element('div', { class: 'field' }, said('label', label, { for: id }), hinted, input, refusal),
    refuse(key = wrong) {
      set(refusal, 'data-text', key);
      refusal.textContent = text(key);
      refusal.hidden = false;
      set(input, 'aria-invalid', 'true');
    },
    accept() {
      refusal.hidden = true;
      input.removeAttribute('aria-invalid');
    },
  };
}

/**
 * A form that loses nothing: what is refused stays, with the reason beside it.
 *
 * @param check fields that are wrong before anybody is asked, by name: the key of what to say
 * @param perform called with the values; what it throws is a refusal
 * @param say says in words what was refused
 */
export function createForm({ fields, doing, check = () => ({}), perform, say, onRefused = () => undefined }, ...more) {
  const button = said('button', doing, { type: 'submit', class: 'primary' });
  const refuse = (wrong) => {
    for (const [field, key] of wrong) field.refuse(key);
    wrong[0]?.[0].input.focus();
    return wrong.length > 0;
  };

  async function submit(event) {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') === 'true') return;
    say('');
    for (const field of fields) field.accept();
    const values = Object.fromEntries(fields.map(({ name, input }) => [name, input.value]));
    const checked = check(values);
    const wrong = fields.flatMap((field) => {
      const key = field.input.value === '' ? 'fieldNeeded' : checked[field.name];
      return key === undefined ? [] : [[field, key]];
    });
    if (refuse(wrong)) return;
    set(button, 'aria-disabled', 'true');
    try {
      await perform(values);
    } catch (problem) {
      say(sentenceOf(problem));
      refuse(fields.filter(({ pointer }) => problem.pointers?.includes(pointer)).map((field) => [field]));
      onRefused(problem);
    } finally {
      button.removeAttribute('aria-disabled');
    }
  }

  return element('form', { novalidate: true, onsubmit: submit }, ...fields.map((field) => field.element), ...more, button);
}
