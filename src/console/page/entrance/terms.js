import { call } from '../api.js';
import { element, write } from '../element.js';
import { day } from '../format.js';
import { currentLanguage, text } from '../texts.js';
import { createCard } from './card.js';
import { createForm } from './form.js';

/** The terms of use: read, and accepted. */
export async function createTerms({ message, enter }) {
  let terms = await call('GET', '/api/v1/terms');
  const words = element('div', { class: 'terms' });
  const order = element('p', { class: 'soft' });
  const form = createForm({
    fields: [],
    doing: 'termsAccept',
    say: (said) => card.say(said),
    async perform() {
      await call('POST', `/api/v1/me/terms/${terms.version}`);
      await enter();
    },
    async onRefused({ code }) {
      if (code !== 'TERMS_NOT_CURRENT') return;
      terms = await call('GET', '/api/v1/terms');
      show();
      card.focus();
    },
  });
  const card = createCard({ title: 'termsTitle', lead: 'termsLead', message, wide: true }, words, order, form);

  function show() {
    words.lang = currentLanguage();
    write(words, terms.text[currentLanguage()]);
    const { title, number, date } = terms.order;
    write(order, number === null ? text('termsOrder', { title }) : text('termsOrderOf', { title, number, date: day(date) }));
  }

  show();
  return { element: card.element, focus: card.focus, translate: show };
}
