import { call, sentenceOf } from '../api.js';
import { translate } from '../element.js';
import { text } from '../texts.js';
import { createDoor } from './door.js';
import { createLocked } from './locked.js';
import { createNewPassword } from './new-password.js';
import { createNoRight } from './no-right.js';
import { createProfile } from './profile.js';
import { createTerms } from './terms.js';
import { offeredWays, takeWord } from './ways.js';

/** What somebody has to do before anything else, as the gateway says it of their session. */
const LIMITS = { LOCKED: createLocked, PASSWORD_CHANGE: createNewPassword, TERMS: createTerms, PROFILE: createProfile };
/** With these codes everything else is refused until it is done. */
const LIMITED = ['SESSION_LOCKED', 'PASSWORD_CHANGE_REQUIRED', 'TERMS_NOT_ACCEPTED', 'PROFILE_INCOMPLETE'];
const CURRENT = '/api/v1/sessions/current';

/**
 * The way in: finds out who is there, and shows what stands between them and the pages.
 *
 * @param onKnown called with whoever is there; says whether they may see the pages
 * @param onStand called when something is shown in the pages' place; with nobody where nobody is signed in
 * @param onThrough called when nothing stands in the way (any more: `hasStood`)
 */
export function createEntrance(root, { onKnown, onStand, onThrough, signOut }) {
  let standing;
  let known;

  async function stand(create, given, person) {
    const ways = await offeredWays();
    let next;
    try {
      next = await create({ message: '', ...given, person, ways, enter, signOut });
    } catch (problem) {
      next = createDoor({ message: sentenceOf(problem), ways, enter });
    }
    standing = next;
    root.replaceChildren(next.element);
    translate(root);
    onStand(person);
    next.focus();
    await next.entered?.();
  }

  const toDoor = (message, shown) => stand(createDoor, { message, shown });
  const toNoRight = () => stand(createNoRight, {}, known);

  /** Finds out who is there. The message is for whoever does not get through. */
  async function enter(message = '') {
    let person;
    try {
      person = await call('GET', CURRENT);
    } catch (problem) {
      return toDoor(problem.status === 401 ? message : sentenceOf(problem));
    }
    known = person;
    const mayCome = onKnown(person);
    if (person.limited !== undefined) return stand(LIMITS[person.limited], { message }, person);
    if (!mayCome) return toNoRight();
    const hasStood = standing !== undefined;
    standing = undefined;
    root.replaceChildren();
    onThrough({ hasStood });
  }

  /** The first time on this page: somebody may have come back from TARA, with its word or without. */
  async function arrive() {
    const word = takeWord();
    if (word === undefined) return enter();
    if (word !== 'IDENTIFIED') return enter(await explained(word));
    const person = await call('GET', CURRENT).catch(() => undefined);
    if (person?.limited !== 'LOCKED') return toDoor('', { method: 'TARA' });
    try {
      await call('POST', `${CURRENT}/unlock`, { method: 'TARA' });
    } catch (problem) {
      return enter(sentenceOf(problem));
    }
    await enter();
  }

  return {
    arrive,
    enter,
    toDoor,
    toNoRight,
    /** Before it has to be. */
    changePassword: () => stand(createNewPassword, { inTime: true }, known),
    /** Whether a refusal means that something has to be done first. */
    stopsBy: ({ code }) => LIMITED.includes(code),
    translate: () => standing?.translate?.(),
    title: () => root.querySelector('h1')?.textContent ?? '',
  };
}

/** The sentence of a code with which TARA's way back has ended. */
async function explained(code) {
  const { detail } = await call('GET', `/api/errors/${encodeURIComponent(code)}`).catch(() => ({}));
  return detail ?? text('broken');
}
