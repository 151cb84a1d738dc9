import { element, said, set, write } from '../element.js';

/** What stands between somebody and the pages: a heading, what to do, and what was wrong. */
export function createCard({ title, lead, message = '', wide = false }, ...children) {
  const heading = said('h1', title, { id: 'entrance-title', tabindex: '-1' });
  const wrong = element('p', { class: 'message', role: 'alert', hidden: message === '' }, message);
  const told = said('p', lead, { class: 'lead' });
  return {
    element: element(
      'section',
      { class: wide ? 'door wide' : 'door', 'aria-labelledby': 'entrance-title' },
      heading,
      told,
      wrong,
      ...children,
    ),
    focus: () => heading.focus(),
    /** Says what was wrong; nothing takes it back. */
    say(text) {
      write(wrong, text);
      wrong.hidden = text === '';
    },
    /** The same card about something else. */
    retitle(key, leadKey) {
      for (const [where, text] of [
        [heading, key],
        [told, leadKey],
      ])
        set(where, 'data-text', text);
    },
  };
}
