import { call } from './api.js';
import { write } from './element.js';
import { text } from './texts.js';

const dialog = document.getElementById('ask');
const form = document.getElementById('ask-form');
const message = document.getElementById('ask-message');
/** What an operator may have found out of a held write; anything else is an operation of its own name. */
const RESOLUTIONS = { done: 'DONE', sendAgain: 'SEND_AGAIN', notDone: 'NOT_DONE' };
/** What is declared, and not asked. */
const DECLARATION = 'EMTA.DECLARATION';
let finish = () => undefined;
let doing;

/**
 * Asks the operator for a reason and does what was asked for. Resolves to true when it was done, false when the operator thought better of it;
 * what the gateway refuses is said in the dialog, which stays open.
 */
export function askAndOperate(verb, query) {
  doing = { verb, query };
  write(document.getElementById('ask-title'), text(`${verb}Title`));
  write(document.getElementById('ask-lead'), text(`${verb}Lead`));
  write(document.getElementById('ask-query'), `${query.type} · ${query.id}`);
  write(document.getElementById('ask-do'), text(verb));
  form.reset();
  message.hidden = true;
  dialog.showModal();
  form.elements.reason.focus();
  return new Promise((resolve) => {
    finish = resolve;
  });
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { verb, query } = doing;
  const button = document.getElementById('ask-do');
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    const resolution = RESOLUTIONS[verb];
    const reason = form.elements.reason.value;
    const what = query.type === DECLARATION ? 'declarations' : 'queries';
    if (resolution === undefined) await call('POST', `/console/api/queries/${query.id}/${verb}`, { reason });
    else await call('POST', `/console/api/${what}/${query.id}/resolve`, { reason, resolution });
    dialog.close('done');
  } catch (problem) {
    write(message, problem.message || text('broken'));
    message.hidden = false;
  } finally {
    button.removeAttribute('aria-disabled');
  }
});
document.getElementById('ask-cancel').addEventListener('click', () => dialog.close('cancelled'));
dialog.addEventListener('close', () => {
  const done = dialog.returnValue === 'done';
  dialog.returnValue = '';
  finish(done);
});
