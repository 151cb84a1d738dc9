import { text } from './texts.js';

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes and children; a child that is a string is text, never markup. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** An element that says a sentence of the page, in whatever language is chosen: see `translate`. */
export function said(name, key, attributes = {}) {
  return element(name, { ...attributes, 'data-text': key }, text(key));
}

function fill(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Writes a text only where it differs, so that a screen reader is not told the same twice and a selection stays. */
export function write(where, said) {
  if (where.textContent !== said) where.textContent = said;
}

/** Writes a code, which may go on in the next line after a dot or an underscore. */
export function writeBreakable(where, code) {
  if (where.textContent === code) return;
  where.replaceChildren(...code.split(/(?<=[._])/).flatMap((part, index) => (index === 0 ? [part] : [element('wbr'), part])));
}

/** Sets an attribute only where it differs. */
export function set(where, name, value) {
  if (where.getAttribute(name) !== value) where.setAttribute(name, value);
}

/** Says every sentence below an element in the current language. */
export function translate(root) {
  for (const each of root.querySelectorAll('[data-text]')) write(each, text(each.dataset.text));
  for (const each of root.querySelectorAll('[data-name]')) set(each, 'aria-label', text(each.dataset.name));
  for (const each of root.querySelectorAll('[data-title]')) set(each, 'title', text(each.dataset.title));
  for (const each of root.querySelectorAll('[data-hint]')) set(each, 'placeholder', text(each.dataset.hint));
}

/**
 * A list that is written again and again: what is there stays where it is, with its focus; what has gone goes.
 *
 * @param make makes the element of an item: `{ element, update(item) }`
 */
export function keyedList(root, keyOf, make) {
  const made = new Map();
  return (items) => {
    const keys = items.map(keyOf);
    for (const [key, one] of made) {
      if (keys.includes(key)) continue;
      one.element.remove();
      made.delete(key);
    }
    items.forEach((item, index) => {
      const one = made.get(keys[index]) ?? make(item);
      made.set(keys[index], one);
      one.update(item);
      if (root.children[index] !== one.element) root.insertBefore(one.element, root.children[index] ?? null);
    });
  };
}

/** A text of the runbook, where what stands between back ticks is code. */
export function withCode(text) {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : element('code', {}, part)));
}
