import { call } from '../api.js';
import { element, said, set, translate, withCode, write } from '../element.js';
import { dayAndTime, exactTime } from '../format.js';
import { createFacts, panel } from '../panel.js';
import { OPERATIONS, operate } from '../query-operation.js';
import { addressOf } from '../router.js';
import { mayReveal, maySteer } from '../session.js';
import { answerName, registerName, stateName, text } from '../texts.js';
import { createEvidence } from './evidence.js';
import { createReveal } from './reveal.js';
import { createTimeline } from './timeline.js';

/** A query moves by itself: looked at again this often. */
const EVERY_MS = 2000;
/** How a state is coloured. */
const TONES = { ANSWERED: 'good', FAILED: 'bad', FAULTED: 'bad', HELD: 'warn', RETRY_WAIT: 'warn' };

/** One query: how it stands, every attempt at it, and the evidence of its exchange. Whom it is about is for supervision alone. */
export function createQueryPage({ onTrouble, announce }, id) {
  const state = element('span', { class: 'word' });
  const answer = element('span', { class: 'soft' });
  const name = element('h1', { id: 'page-title', tabindex: '-1' }, text('queryTitle'));
  const registerLink = element('a', { href: '/console' });
  const trouble = element('p', { class: 'meaning', lang: 'en' });
  const steps = element('ol', { class: 'steps', lang: 'en' });
  const means = panel('code', { class: 'why' }, element('p', {}, element('strong', { class: 'mono' })), trouble, steps);
  const facts = createFacts(['askedAt', 'answeredAt', 'dueAt', 'deadline', 'write', 'class', 'queryId']);
  const timeline = createTimeline();
  const evidence = createEvidence();
  const reveal = mayReveal() ? createReveal(id) : undefined;
  const buttons = Object.keys(OPERATIONS).map((verb) => ({
    verb,
    button: element('button', {
      type: 'button',
      class: verb === 'discard' || verb === 'notDone' ? 'quiet' : '',
      hidden: true,
      onclick: () => press(verb),
    }),
  }));
  const missing = said('p', 'queryNotFound', { class: 'message', role: 'alert', hidden: true });
  const inside = element(
    'div',
    { class: 'columns' },
    element('div', { class: 'column' }, means, timeline.element, ...(reveal === undefined ? [] : [reveal.element])),
    element('aside', { class: 'column aside', 'data-name': 'evidence' }, panel('now', {}, facts.element), evidence.element),
  );
  const root = element(
    'section',
    { class: 'page query-page', 'aria-labelledby': 'page-title' },
    element(
      'p',
      { class: 'crumb' },
      said('a', 'back', { href: '/console' }),
      element('span', { 'aria-hidden': 'true' }, ' / '),
      registerLink,
    ),
    element(
      'div',
      { class: 'head' },
      element('div', {}, name, element('p', { class: 'state' }, state, answer, element('code', {}, id))),
      element('div', { class: 'tools' }, ...buttons.map(({ button }) => button)),
    ),
    missing,
    inside,
  );
  let query;
  let registers = [];
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), EVERY_MS);
  look();

  async function look() {
    try {
      query = await call('GET', `/console/api/queries/${id}`);
      draw();
    } catch (problem) {
      if (problem.code !== 'QUERY_NOT_FOUND') return onTrouble(problem);
      clearInterval(timer);
      missing.hidden = false;
      inside.hidden = true;
    }
  }

  async function press(verb) {
    const done = await operate(verb, query);
    if (done === undefined) return;
    announce(done);
    await look();
    name.focus();
  }

  function draw() {
    if (query === undefined) return;
    write(name, query.type);
    set(state, 'data-state', TONES[query.state] ?? 'still');
    write(state, stateName(query.state));
    write(answer, query.answerState === null ? '' : answerName(query.answerState));
    const register = registers.find(({ registry }) => registry === query.registry);
    write(registerLink, register === undefined ? query.registry : registerName(register));
    set(registerLink, 'href', addressOf.register(query.registry));
    means.hidden = query.trouble === null;
    write(means.querySelector('strong'), query.trouble === null ? '' : `${query.code} · ${query.trouble.code}`);
    write(trouble, query.trouble?.operator ?? '');
    if (steps.childElementCount !== (query.trouble?.steps.length ?? 0))
      steps.replaceChildren(...(query.trouble?.steps ?? []).map((step) => element('li', {}, ...withCode(step))));
    const moment = (instant) => (instant === null ? undefined : `${dayAndTime(instant)} (${exactTime(instant)})`);
    facts.write({
      askedAt: moment(query.askedAt),
      answeredAt: moment(query.answeredAt),
      dueAt: moment(query.dueAt),
      deadline: query.deadlineSeconds === null ? undefined : `${query.deadlineSeconds} s`,
      write: text(query.write ? 'writeYes' : 'writeNo'),
      class: text(`class${query.class}`),
      queryId: query.id,
    });
    timeline.draw(query);
    evidence.draw(query);
    for (const { verb, button } of buttons) {
      button.hidden = !OPERATIONS[verb](query.state) || !maySteer();
      write(button, text(verb));
    }
  }

  return {
    element: root,
    title: () => query?.type ?? text('queryTitle'),
    onOverview({ items }) {
      registers = items;
      draw();
    },
    translate() {
      translate(root);
      draw();
    },
    leave() {
      clearInterval(timer);
      // What was shown is gone with the page.
      reveal?.hide();
    },
  };
}
