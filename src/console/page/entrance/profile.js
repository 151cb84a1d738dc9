import { call } from '../api.js';
import { element } from '../element.js';
import { currentLanguage } from '../texts.js';
import { createCard } from './card.js';
import { createField, createForm } from './form.js';

/** One's own data (Enda andmed): education and contacts. What is known of before stands there already. */
export async function createProfile({ message, enter }) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Tallinn' }).format(new Date());
  const [{ items: levels }, known] = await Promise.all([
    call('GET', `/api/v1/classifiers/EDUCATION_LEVEL/values?on=${today}`),
    call('GET', '/api/v1/me/profile').catch(({ code }) => (code === 'PROFILE_NOT_FOUND' ? undefined : Promise.reject(code))),
  ]);
  const options = levels.map(({ code, label }) => ({ label, option: element('option', { value: code }) }));
  const none = element('option', { value: '' });
  const level = createField({
    name: 'educationLevel',
    label: 'educationLevel',
    wrong: 'fieldNeeded',
    input: element('select', {}, none, ...options.map(({ option }) => option)),
  });
  const email = createField({
    name: 'email',
    label: 'email',
    wrong: 'emailWrong',
    pointer: '/contacts/email',
    attributes: { type: 'email', autocomplete: 'email', maxlength: '254', spellcheck: 'false' },
  });
  const phone = createField({
    name: 'phone',
    label: 'phone',
    hint: 'phoneHint',
    wrong: 'phoneWrong',
    pointer: '/contacts/phone',
    attributes: { type: 'tel', autocomplete: 'tel', maxlength: '30' },
  });
  const form = createForm({
    fields: [level, email, phone],
    doing: 'profileSave',
    say: (said) => card.say(said),
    async perform(values) {
      const contacts = { email: values.email.trim(), phone: values.phone.trim() };
      await call('PUT', '/api/v1/me/profile', { educationLevel: values.educationLevel, contacts });
      await enter();
    },
  });
  const card = createCard({ title: 'profileTitle', lead: 'profileLead', message }, form);

  function show() {
    for (const { label, option } of options) option.textContent = label[currentLanguage()];
  }

  show();
  level.input.value = known?.educationLevel ?? '';
  email.input.value = known?.contacts.email ?? '';
  phone.input.value = known?.contacts.phone ?? '';
  return { element: card.element, focus: card.focus, translate: show };
}
