import { call, sentenceOf } from '../api.js';
import { element, said, set } from '../element.js';
import { currentLanguage } from '../texts.js';

/** Where somebody was before they went to TARA. */
const PLACE = 'star-console-place';
const NAMES = { signIn: { tara: 'byTara', card: 'byCard' }, unlock: { tara: 'unlockByTara', card: 'unlockByCard' } };
let asked;

/** By what one may sign in here; where that cannot be asked, by the password. */
export function offeredWays() {
  asked ??= call('GET', '/api/v1/sessions/methods?for=CONSOLE').then(
    ({ items }) => items,
    () => {
      asked = undefined;
      return ['PASSWORD'];
    },
  );
  return asked;
}

/**
 * The ways in which the state says who somebody is: TARA, where one goes and comes back from, and the card itself.
 *
 * @param doing what one does by them: `signIn` or `unlock`
 * @param withCard called when somebody wants to be known by their card; what it throws is a refusal
 */
export function createWays({ ways, doing, withCard, say, alone = false }) {
  const tara = element(
    'a',
    { class: 'button', href: '/api/v1/sessions/tara', onclick: leave },
    said('span', NAMES[doing].tara),
    said('small', 'byTaraMeans'),
  );
  const card = element('button', { type: 'button', onclick: show }, said('span', NAMES[doing].card), said('small', 'byCardMeans'));

  function leave() {
    sessionStorage.setItem(PLACE, location.pathname);
    set(tara, 'href', `/api/v1/sessions/tara?for=CONSOLE&locale=${currentLanguage()}`);
  }

  async function show() {
    if (card.getAttribute('aria-disabled') === 'true') return;
    set(card, 'aria-disabled', 'true');
    say('');
    await withCard().catch((problem) => say(sentenceOf(problem)));
    card.removeAttribute('aria-disabled');
  }

  const offered = [...(ways.includes('TARA') ? [tara] : []), ...(ways.includes('ID_CARD') ? [card] : [])];
  if (offered.length === 0) return undefined;
  return element('div', { class: 'ways' }, alone ? undefined : said('p', 'or', { class: 'or' }), ...offered);
}

/** What TARA's way back says of somebody who comes by it: IDENTIFIED, or the code of what was wrong. They stand again where they were. */
export function takeWord() {
  const word = new URLSearchParams(location.search).get('signIn');
  if (word === null) return undefined;
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  history.replaceState(null, '', place?.startsWith('/console') ? place : '/console');
  return word;
}
