import { said } from '../element.js';
import { createCard } from './card.js';

/** Somebody who is signed in and has no business here. */
export function createNoRight({ signOut }) {
  const card = createCard(
    { title: 'noRightTitle', lead: 'noRight' },
    said('button', 'signOut', { type: 'button', class: 'primary', id: 'other-user', onclick: () => signOut() }),
  );
  return { element: card.element, focus: card.focus };
}
