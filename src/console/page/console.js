import { call } from './api.js';
import { askAndOperate } from './ask.js';
import { element, write } from './element.js';
import { createRegisterRow, stateOf } from './register-row.js';
import { currentLanguage, registerName, setLanguage, text } from './texts.js';

/** Half an hour without a key or a click ends the session here, as it would on the server if the page did not keep asking. */
const IDLE_MS = 30 * 60_000;
/** After a lost connection. */
const AGAIN_MS = 3000;
const OPERATOR = 'TEHIK_OPS';

const byId = (id) => document.getElementById(id);
const views = { door: byId('door'), 'no-right': byId('no-right'), board: byId('board') };
const rows = new Map();
let source;
let again;
let latest;
let usedAt = Date.now();
let connection = 'connecting';

for (const kind of ['pointerdown', 'keydown']) {
  addEventListener(kind, () => {
    usedAt = Date.now();
  });
}
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    setLanguage(button.dataset.language);
    translate();
  });
}
byId('sign-in').addEventListener('submit', signIn);
byId('sign-out').addEventListener('click', signOut);
byId('other-user').addEventListener('click', signOut);
document.addEventListener('visibilitychange', () => {
  if (views.board.hidden) return;
  if (document.visibilityState === 'visible') watch();
  else rest();
});

translate();
enter('');

function translate() {
  document.documentElement.lang = currentLanguage();
  for (const each of document.querySelectorAll('[data-text]')) write(each, text(each.dataset.text));
  for (const each of document.querySelectorAll('[data-name]')) each.setAttribute('aria-label', text(each.dataset.name));
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === currentLanguage()));
  }
  say(connection);
  if (latest !== undefined) draw(latest);
}

function show(name) {
  for (const [each, view] of Object.entries(views)) view.hidden = each !== name;
  byId('who').hidden = name === 'door';
  byId('live').hidden = name !== 'board';
  if (name !== 'board') rest();
}

/** Finds out who is there, and shows the board, the door, or that this person may not. */
async function enter(message) {
  try {
    const person = await call('GET', '/api/v1/sessions/current');
    write(byId('who-name'), person.name);
    if (!person.roles.includes(OPERATOR)) return show('no-right');
    usedAt = Date.now();
    show('board');
    watch();
  } catch (problem) {
    toDoor(problem.status === 0 ? text('offline') : message);
  }
}

function toDoor(message) {
  write(byId('door-message'), message);
  byId('door-message').hidden = message === '';
  show('door');
  document.querySelector('#sign-in [name=username]').focus();
}

async function signIn(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const { username, password } = form.elements;
  const button = form.querySelector('button');
  button.setAttribute('aria-disabled', 'true');
  try {
    await call('POST', '/api/v1/sessions', { username: username.value.trim(), password: password.value });
    password.value = '';
    byId('door-message').hidden = true;
    await enter('');
    byId('main').focus();
  } catch (problem) {
    password.value = '';
    toDoor(problem.message || text('broken'));
    password.focus();
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

async function signOut() {
  await call('DELETE', '/api/v1/sessions/current').catch(() => undefined);
  toDoor('');
}

function rest() {
  source?.close();
  source = undefined;
  clearTimeout(again);
}

/** Follows the gateway's events; when they break off, asks why by a plain call, which can tell an ended session from a lost connection. */
function watch() {
  rest();
  if (document.visibilityState === 'hidden') return;
  source = new EventSource('/console/api/events/1h');
  source.addEventListener('overview', (event) => {
    draw(JSON.parse(event.data));
    say('live');
  });
  source.addEventListener('error', () => {
    rest();
    look();
  });
}

async function look() {
  if (Date.now() - usedAt > IDLE_MS) {
    await signOut();
    return toDoor(text('idle'));
  }
  try {
    draw(await call('GET', '/console/api/registries'));
    say('live');
    watch();
  } catch (problem) {
    trouble(problem);
  }
}

function trouble(problem) {
  if (problem.status === 401) return toDoor(text('sessionEnded'));
  if (problem.status === 403) return show('no-right');
  say('offline');
  clearTimeout(again);
  again = setTimeout(look, AGAIN_MS);
}

function say(state) {
  connection = state;
  byId('live').dataset.state = state;
  write(byId('live-text'), text(state));
}

function draw(overview) {
  latest = overview;
  const at = Date.parse(overview.at);
  for (const status of overview.items) {
    let row = rows.get(status.registry);
    if (row === undefined) {
      row = createRegisterRow(status.registry, { onSwitch, onOperate, onTrouble: trouble });
      rows.set(status.registry, row);
      byId('registers').append(...row.elements);
    }
    row.update(status, at);
  }
  drawTotals(overview.items);
}

function drawTotals(items) {
  const sum = (key) => items.reduce((total, status) => total + status[key], 0);
  byId('totals').replaceChildren(
    ...['waiting', 'running', 'retrying', 'failed'].map((key) =>
      element(
        'div',
        { class: `total ${key}${sum(key) === 0 ? ' zero' : ''}` },
        element('dt', {}, text(key)),
        element('dd', {}, String(sum(key))),
      ),
    ),
  );
  const wrong = items.filter((status) => stateOf(status) !== 'working' || status.failed + status.held > 0);
  const list = wrong.map(registerName).join(', ');
  write(byId('verdict'), wrong.length === 0 ? text('allWell') : text('attention', { list }));
  byId('verdict').dataset.well = String(wrong.length === 0);
}

async function onSwitch(registry, pause) {
  byId('board-message').hidden = true;
  try {
    const overview = await call('POST', `/console/api/registries/${registry}/${pause ? 'pause' : 'resume'}`);
    draw(overview);
    const status = overview.items.find((one) => one.registry === registry);
    write(byId('said'), text(pause ? 'pausedDone' : 'resumedDone', { register: registerName(status) }));
  } catch (problem) {
    if (problem.status === 401 || problem.status === 403) return trouble(problem);
    write(byId('board-message'), problem.message || text('offline'));
    byId('board-message').hidden = false;
  }
}

async function onOperate(verb, query) {
  const done = await askAndOperate(verb, query);
  if (done) write(byId('said'), text(`${verb}Said`));
  return done;
}
