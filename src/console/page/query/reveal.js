import { call } from '../api.js';
import { ask } from '../ask.js';
import { element, said } from '../element.js';
import { createFacts, panel } from '../panel.js';
import { text } from '../texts.js';

/** Whom a query is about and what came: shown to supervision for a reason, and only as long as the page is open. */
export function createReveal(id) {
  const facts = createFacts(['person', 'legalBasis', 'justification', 'parameters']);
  const answer = element('pre', { class: 'answer', tabindex: '0', 'data-name': 'answer' });
  const shown = element('div', { hidden: true }, facts.element, said('h3', 'answer'), answer);
  const show = said('button', 'revealDo', { type: 'button', onclick: reveal });
  const hide = said('button', 'hide', { type: 'button', class: 'quiet', hidden: true, onclick: conceal });

  async function reveal() {
    const revealed = await ask({
      title: text('revealTitle'),
      lead: text('revealLead'),
      about: id,
      doing: text('revealConfirm'),
      perform: ({ reason }) => call('POST', `/console/api/queries/${id}/reveal`, { reason }),
    });
    if (revealed === undefined) return;
    const { subject, parameters, legalBasis, justification } = revealed;
    facts.write({
      person: subject === null ? text('none') : `${subject.firstName} ${subject.lastName}, ${subject.personalCode ?? text('none')}`,
      legalBasis,
      justification: justification ?? undefined,
      parameters: Object.keys(parameters).length === 0 ? undefined : JSON.stringify(parameters),
    });
    answer.textContent = revealed.answer === null ? text('noAnswerKept') : JSON.stringify(revealed.answer, null, 2);
    shown.hidden = false;
    hide.hidden = false;
    hide.focus();
  }

  function conceal() {
    facts.write({ person: '', legalBasis: '', justification: '', parameters: '' });
    answer.textContent = '';
    shown.hidden = true;
    hide.hidden = true;
    if (show.isConnected) show.focus();
  }

  return {
    element: panel(
      'reveal',
      { class: 'reveal' },
      said('p', 'revealLead', { class: 'soft' }),
      element('div', { class: 'buttons start' }, show, hide),
      shown,
    ),
    hide: conceal,
  };
}
