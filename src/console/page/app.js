import { call } from './api.js';
import { set, translate, write } from './element.js';
import { createEntrance } from './entrance/entrance.js';
import { createFindForm } from './find.js';
import { createHealthPage } from './health/health-page.js';
import { createLive } from './live.js';
import { createOverview } from './overview/overview.js';
import { createQueryPage } from './query/query-page.js';
import { createRegisterPage } from './register/register-page.js';
import { followLinks, pageAt } from './router.js';
import { noteServerTime } from './server-time.js';
import { enterAs, mayLook, maySteer } from './session.js';
import { currentLanguage, registerName, setLanguage, text } from './texts.js';
import { createThemeSwitch } from './theme-switch.js';

/** Half an hour without a key or a click ends the session here, as it would on the server if the page did not keep asking. */
const IDLE_MS = 30 * 60_000;
const PAGES = { overview: createOverview, register: createRegisterPage, query: createQueryPage, health: createHealthPage };

const byId = (id) => document.getElementById(id);
const views = { entrance: byId('entrance'), page: byId('page') };
let page;
let latest;
let history;
let usedAt = Date.now();
let connection = 'connecting';
let passwordDays;

const live = createLive({
  onOverview: told,
  onHistory(next, span) {
    history = { next, span };
    page?.onHistory?.(next, span);
  },
  onState: say,
  onProblem: trouble,
  async mayGoOn() {
    if (Date.now() - usedAt <= IDLE_MS) return true;
    await signOut(text('idle'));
    return false;
  },
});
const entrance = createEntrance(views.entrance, {
  onKnown(person) {
    write(byId('who-name'), person.name);
    enterAs(person);
    passwordDays = person.passwordDaysLeft;
    return mayLook();
  },
  onStand(person) {
    show('entrance');
    byId('who').hidden = person === undefined;
  },
  onThrough({ hasStood }) {
    usedAt = Date.now();
    show('page');
    open({ moved: false });
    live.start();
    if (hasStood) byId('main').focus();
  },
  signOut: () => signOut(),
});
/** What every page is made with. */
const context = { live, onSwitch, onTrouble: trouble, announce: (said) => write(byId('said'), said), refresh };

for (const kind of ['pointerdown', 'keydown']) {
  addEventListener(kind, () => {
    usedAt = Date.now();
  });
}
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    setLanguage(button.dataset.language);
    say();
    speak();
  });
}
byId('sign-out').addEventListener('click', () => signOut());
byId('lock').addEventListener('click', lock);
byId('password-change').addEventListener('click', () => entrance.changePassword());
const theme = createThemeSwitch(byId('theme'));
theme.onClick(sayTheme);
createFindForm(byId('find'), context);
followLinks(open);
speak();
entrance.arrive();

function speak() {
  document.documentElement.lang = currentLanguage();
  translate(document);
  for (const button of document.querySelectorAll('[data-language]')) {
    set(button, 'aria-pressed', String(button.dataset.language === currentLanguage()));
  }
  sayTheme();
  say(connection);
  warn();
  page?.translate();
  entrance.translate();
  entitle();
}

/** Of a password that has to be renewed before long. */
function warn() {
  if (passwordDays !== undefined) write(byId('password-ends-text'), text('passwordEnds', { days: passwordDays }));
}

function sayTheme() {
  const key = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' }[theme.chosen()];
  set(byId('theme'), 'aria-label', `${text('theme')}: ${text(key)}`);
  set(byId('theme'), 'title', `${text('theme')}: ${text(key)}`);
}

function entitle() {
  const title = page === undefined ? entrance.title() : page.title();
  document.title = [title, 'STAR', 'X-tee'].filter((part) => part !== '').join(' · ');
}

function show(name) {
  for (const [each, view] of Object.entries(views)) view.hidden = each !== name;
  byId('who').hidden = false;
  byId('read-only').hidden = name !== 'page' || maySteer();
  for (const each of document.querySelectorAll('.inside-only')) each.hidden = name !== 'page';
  byId('password-ends').hidden = name !== 'page' || passwordDays === undefined;
  warn();
  if (name !== 'page') {
    live.stop();
    page?.leave?.();
    page = undefined;
    views.page.replaceChildren();
    byId('ask').close();
  }
  entitle();
}

/** Shows the page that the address means. */
function open({ moved }) {
  if (views.page.hidden) return;
  const wanted = pageAt(location.pathname);
  page?.leave?.();
  page = PAGES[wanted.name](context, wanted.id);
  views.page.replaceChildren(page.element);
  translate(page.element);
  for (const link of document.querySelectorAll('nav [href]')) {
    if (link.dataset.page === wanted.name) set(link, 'aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (latest !== undefined) page.onOverview?.(latest);
  if (history !== undefined) page.onHistory?.(history.next, history.span);
  entitle();
  if (!moved) return;
  scrollTo(0, 0);
  // Whoever listens hears where they have come to.
  page.element.querySelector('h1').focus();
}

async function signOut(message = '') {
  await call('DELETE', '/api/v1/sessions/current').catch(() => undefined);
  latest = undefined;
  history = undefined;
  await entrance.toDoor(message);
}

/** For somebody who leaves their desk. */
async function lock() {
  try {
    await call('POST', '/api/v1/sessions/current/lock');
  } catch (problem) {
    return trouble(problem);
  }
  await entrance.enter();
}

function trouble(problem) {
  // Of several that come at once the first has led to the entrance, where somebody may be typing by now.
  if (views.page.hidden) return undefined;
  if (entrance.stopsBy(problem)) return entrance.enter();
  if (problem.status === 401) return entrance.toDoor(text('sessionEnded'));
  if (problem.status === 403) return entrance.toNoRight();
  say('offline');
}

function say(state = connection) {
  connection = state;
  byId('live').dataset.state = state;
  write(byId('live-text'), text(state));
}

function told(overview) {
  noteServerTime(overview.at);
  latest = overview;
  page?.onOverview?.(overview);
}

/** Asks how the registers stand at once, after something was done. */
async function refresh() {
  told(await call('GET', '/console/api/registries'));
}

async function onSwitch(registry, pause) {
  byId('page-message').hidden = true;
  try {
    told(await call('POST', `/console/api/registries/${registry}/${pause ? 'pause' : 'resume'}`));
    const status = latest.items.find((one) => one.registry === registry);
    context.announce(text(pause ? 'pausedDone' : 'resumedDone', { register: registerName(status) }));
  } catch (problem) {
    if (problem.status === 401 || problem.status === 403) return trouble(problem);
    write(byId('page-message'), problem.message || text('offline'));
    byId('page-message').hidden = false;
  }
}
