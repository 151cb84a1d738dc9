import { en } from './texts/en.js';
import { et } from './texts/et.js';
import { ru } from './texts/ru.js';

/** Every sentence of the page in the three languages of its users. */
const texts = { et, en, ru };
const REMEMBERED = 'star-console-language';
let language = startLanguage();

function startLanguage() {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered !== null && remembered in texts) return remembered;
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in texts);
  return preferred ?? 'et';
}

export function currentLanguage() {
  return language;
}

export function setLanguage(chosen) {
  if (!(chosen in texts)) return;
  language = chosen;
  localStorage.setItem(REMEMBERED, chosen);
}

/** A sentence of the current language, its places filled. */
export function text(key, places = {}) {
  const sentence = texts[language][key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (_whole, place) => String(places[place] ?? ''));
}

export function registerName({ name }) {
  return name[language];
}

export function stateName(state) {
  return texts[language].states[state] ?? state;
}

export function answerName(state) {
  return texts[language].answers[state] ?? state;
}

/** What a line of the log says. */
export function loggedName(action) {
  return texts[language].logged[action] ?? action;
}

/** The units of time, the shortest first. */
export function timeUnits() {
  return texts[language].units;
}
