import { element, said } from './element.js';

let made = 0;

/** A part of a page under a heading of its own. */
export function panel(heading, attributes, ...children) {
  made += 1;
  const id = `panel-${made}`;
  return element(
    'section',
    { ...attributes, class: `panel ${attributes.class ?? ''}`.trim(), 'aria-labelledby': id },
    said('h2', heading, { id }),
    ...children,
  );
}

/** A list of facts, written again and again: `[key, text]`, and where nothing is known nothing. */
export function createFacts(keys) {
  const values = Object.fromEntries(keys.map((key) => [key, element('dd')]));
  const root = element('dl', { class: 'facts' }, ...keys.map((key) => element('div', {}, said('dt', key), values[key])));
  return {
    element: root,
    values,
    write(facts) {
      for (const key of keys) {
        const fact = facts[key];
        values[key].parentNode.hidden = fact === undefined || fact === null;
        if (typeof fact === 'string' && values[key].textContent !== fact) values[key].textContent = fact;
      }
    },
  };
}
