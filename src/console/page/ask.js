import { element, write } from './element.js';
import { text } from './texts.js';

const dialog = document.getElementById('ask');
const form = document.getElementById('ask-form');
const fieldsAt = document.getElementById('ask-fields');
const message = document.getElementById('ask-message');
let finish = () => undefined;
let asked;

/** Why something is done: asked beside everything that changes something. */
export const REASON = {
  name: 'reason',
  label: 'reason',
  hint: 'reasonHint',
  rows: 3,
  attributes: { minlength: '3', maxlength: '500', required: true },
};

/**
 * Asks what is needed to do something, and does it. Resolves to what doing it gave, or undefined when the person thought better of it; what the
 * gateway refuses is said in the dialog, which stays open.
 *
 * @param perform called with the form's values; what it throws is a refusal
 */
export function ask({ title, lead, about = '', fields = [REASON], doing, perform }) {
  asked = { perform, given: undefined };
  write(document.getElementById('ask-title'), title);
  write(document.getElementById('ask-lead'), lead);
  write(document.getElementById('ask-about'), about);
  write(document.getElementById('ask-do'), doing);
  fieldsAt.replaceChildren(...fields.map(fieldOf));
  message.hidden = true;
  dialog.showModal();
  fieldsAt.querySelector('input, textarea').focus();
  return new Promise((resolve) => {
    finish = resolve;
  });
}

function fieldOf({ name, label, hint, rows, type = 'text', value, attributes = {} }) {
  const id = `ask-${name}`;
  const described = hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };
  const input =
    rows === undefined
      ? element('input', { id, name, type, ...described, ...attributes })
      : element('textarea', { id, name, rows: String(rows), ...described, ...attributes });
  if (value !== undefined) input.value = value;
  const hinted = hint === undefined ? [] : [element('p', { class: 'hint', id: `${id}-hint` }, text(hint))];
  if (type === 'checkbox') return element('label', { class: 'check', for: id }, input, element('span', {}, text(label)));
  return element('div', { class: 'field' }, element('label', { for: id }, text(label)), input, ...hinted);
}

function valuesOf() {
  return Object.fromEntries(
    [...form.elements].flatMap((field) => {
      if (field.name === '') return [];
      if (field.type === 'checkbox') return [[field.name, field.checked]];
      return [[field.name, field.type === 'number' ? field.valueAsNumber : field.value]];
    }),
  );
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = document.getElementById('ask-do');
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    asked.given = (await asked.perform(valuesOf())) ?? true;
    dialog.close();
  } catch (problem) {
    write(message, problem.message || text('broken'));
    message.hidden = false;
  } finally {
    button.removeAttribute('aria-disabled');
  }
});
document.getElementById('ask-cancel').addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => finish(asked.given));
