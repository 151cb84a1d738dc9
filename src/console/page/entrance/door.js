import { call, sentenceOf } from '../api.js';
import { translate } from '../element.js';
import { createCard } from './card.js';
import { createField, createForm } from './form.js';
import { createInstitutions } from './institutions.js';
import { createWays } from './ways.js';

/**
 * Where people come in: by password, by TARA, by card, whichever is offered; and whoever works in several institutions says in which of them.
 *
 * @param shown what is tried at once: TARA's word, of somebody who has just come back from there
 */
export function createDoor({ message, ways, enter, shown }) {
  const say = (told) => card.say(told);
  const username = createField({
    name: 'username',
    label: 'username',
    attributes: { autocomplete: 'username', maxlength: '100', autocapitalize: 'none', spellcheck: 'false' },
  });
  const password = createField({
    name: 'password',
    label: 'password',
    attributes: { type: 'password', autocomplete: 'current-password', maxlength: '200' },
  });
  const form = createForm({
    fields: [username, password],
    doing: 'signIn',
    say,
    perform: (values) => tryIt({ username: values.username.trim(), password: values.password }),
    onRefused() {
      password.input.value = '';
      password.input.focus();
    },
  });
  const others = createWays({ ways, doing: 'signIn', say, withCard: () => tryIt({ method: 'ID_CARD' }) });
  const card = createCard({ title: 'signInTitle', lead: 'signInLead', message }, form, others);

  /** Signs in by what is shown, in an institution where one is named. */
  async function tryIt(what, institutionId) {
    try {
      await call('POST', '/api/v1/sessions', what, institutionId === undefined ? {} : { 'x-institution': institutionId });
    } catch (problem) {
      if (problem.code !== 'INSTITUTION_REQUIRED') throw problem;
      return letChoose(what, problem.institutions);
    }
    password.input.value = '';
    await enter();
  }

  function letChoose(what, institutions) {
    const choice = createInstitutions({
      institutions,
      say,
      choose: (institutionId) => tryIt(what, institutionId),
      back: () => turnTo('signInTitle', 'signInLead', form, others),
    });
    turnTo('institutionTitle', 'institutionLead', choice);
  }

  function turnTo(title, lead, ...parts) {
    say('');
    card.retitle(title, lead);
    for (const part of card.element.querySelectorAll(':scope > :not(h1, p)')) part.remove();
    card.element.append(...parts.filter((part) => part !== undefined));
    translate(card.element);
    card.focus();
  }

  return {
    element: card.element,
    focus: () => username.input.focus(),
    entered: () => (shown === undefined ? undefined : tryIt(shown).catch((problem) => say(sentenceOf(problem)))),
  };
}
