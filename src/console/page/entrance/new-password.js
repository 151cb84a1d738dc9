import { call } from '../api.js';
import { element, said } from '../element.js';
import { createCard } from './card.js';
import { createField, createForm } from './form.js';
import { PASSWORD_LENGTH_AT_LEAST } from './password-length.js';

/** A password of one's own, in the place of one that somebody else has given or that is too old; or, before that day, because one wants to. */
export function createNewPassword({ message, enter, inTime = false }) {
  const field = (name, more) => createField({ name, ...more, attributes: { type: 'password', maxlength: '200', ...more.attributes } });
  const fields = [
    field('current', { label: 'passwordNow', attributes: { autocomplete: 'current-password' } }),
    field('password', {
      label: 'passwordNew',
      hint: 'passwordHint',
      wrong: 'passwordDiffers',
      attributes: { autocomplete: 'new-password' },
    }),
    field('again', { label: 'passwordAgain', attributes: { autocomplete: 'new-password' } }),
  ];
  const seen = element('input', { type: 'checkbox', id: 'passwords-seen', onchange: see });
  const form = createForm(
    {
      fields,
      doing: 'passwordChange',
      say: (said) => card.say(said),
      check: ({ current, password, again }) => ({
        ...([...password].length < PASSWORD_LENGTH_AT_LEAST ? { password: 'passwordShort' } : {}),
        ...(password === current && current !== '' ? { password: 'passwordDiffers' } : {}),
        ...(again === password ? {} : { again: 'passwordOther' }),
      }),
      async perform({ current, password }) {
        await call('POST', '/api/v1/me/password', { current, password });
        await enter();
      },
      onRefused({ code }) {
        if (code === 'SIGN_IN_REFUSED') fields[0].input.focus();
      },
    },
    element('label', { class: 'check', for: 'passwords-seen' }, seen, said('span', 'passwordsSeen')),
  );
  const card = createCard(
    { title: 'passwordTitle', lead: inTime ? 'passwordInTime' : 'passwordLead', message },
    form,
    inTime ? said('button', 'turnBack', { type: 'button', class: 'quiet', onclick: () => enter() }) : undefined,
  );

  function see() {
    for (const { input } of fields) input.type = seen.checked ? 'text' : 'password';
  }

  return { element: card.element, focus: card.focus };
}
