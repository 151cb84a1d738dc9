import { sentenceOf } from '../api.js';
import { element, said, set } from '../element.js';

/**
 * Institutions of which somebody chooses one.
 *
 * @param choose called with the id of the one that is chosen; what it throws is a refusal
 */
export function createInstitutions({ institutions, choose, say, back }) {
  const buttons = institutions.map(({ institutionId, name }) =>
    element('button', { type: 'button', class: 'choice', onclick: () => take(institutionId) }, name),
  );
  let busy = false;

  async function take(institutionId) {
    if (busy) return;
    busy = true;
    for (const button of buttons) set(button, 'aria-disabled', 'true');
    say('');
    await choose(institutionId).catch((problem) => say(sentenceOf(problem)));
    for (const button of buttons) button.removeAttribute('aria-disabled');
    busy = false;
  }

  return element(
    'div',
    { class: 'institutions' },
    element('ul', {}, ...buttons.map((button) => element('li', {}, button))),
    said('button', 'turnBack', { type: 'button', class: 'quiet', onclick: back }),
  );
}
