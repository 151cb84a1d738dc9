import { call } from './api.js';
import { ask } from './ask.js';
import { text } from './texts.js';

/** What an operator may have found out of a held write; anything else is an operation of its own name. */
const RESOLUTIONS = { done: 'DONE', sendAgain: 'SEND_AGAIN', notDone: 'NOT_DONE' };
/** What is declared, and not asked. */
const DECLARATION = 'EMTA.DECLARATION';

/** What may be done with one query or declaration, by its state. */
export const OPERATIONS = {
  retry: (state) => state === 'FAILED' || state === 'FAULTED',
  discard: (state) => ['QUEUED', 'RETRY_WAIT', 'FAILED', 'FAULTED'].includes(state),
  done: (state) => state === 'HELD',
  sendAgain: (state) => state === 'HELD',
  notDone: (state) => state === 'HELD',
};

/** Asks the operator for a reason and does what was asked for. Resolves to what is to be said of it, or undefined when nothing was done. */
export async function operate(verb, query) {
  const resolution = RESOLUTIONS[verb];
  const what = query.type === DECLARATION ? 'declarations' : 'queries';
  const done = await ask({
    title: text(`${verb}Title`),
    lead: text(`${verb}Lead`),
    about: `${query.type} · ${query.id}`,
    doing: text(verb),
    perform: ({ reason }) =>
      resolution === undefined
        ? call('POST', `/console/api/queries/${query.id}/${verb}`, { reason })
        : call('POST', `/console/api/${what}/${query.id}/resolve`, { reason, resolution }),
  });
  return done === undefined ? undefined : text(`${verb}Said`);
}
