import { call } from '../api.js';
import { element, said } from '../element.js';
import { createCard } from './card.js';
import { createField, createForm } from './form.js';
import { createWays } from './ways.js';

/** A locked screen: whoever has left it goes on once they have shown again who they are, by what the session was begun or by what is surer. */
export function createLocked({ message, ways, enter, signOut, person }) {
  const say = (told) => card.say(told);
  const byPassword = person.authMethod === 'PASSWORD';
  const password = createField({
    name: 'password',
    label: 'password',
    attributes: { type: 'password', autocomplete: 'current-password', maxlength: '200' },
  });
  const unlock = async (shown) => {
    await call('POST', '/api/v1/sessions/current/unlock', shown);
    await enter();
  };
  const form = createForm({
    fields: [password],
    doing: 'unlock',
    say,
    perform: (values) => unlock({ password: values.password }),
    onRefused() {
      password.input.value = '';
      password.input.focus();
    },
  });
  const others = createWays({
    ways,
    doing: 'unlock',
    alone: !byPassword,
    say,
    withCard: () => unlock({ method: 'ID_CARD' }),
  });
  const card = createCard(
    { title: 'lockedTitle', lead: byPassword ? 'lockedLead' : 'lockedSurely', message },
    element('p', { class: 'whose' }, person.name),
    ...(byPassword ? [form] : []),
    others,
    said('button', 'signOut', { type: 'button', class: 'quiet', onclick: () => signOut() }),
  );
  return { element: card.element, focus: byPassword ? () => password.input.focus() : card.focus };
}
