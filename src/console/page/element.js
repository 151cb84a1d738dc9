const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes and children; a child that is a string is text, never markup. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') made.addEventListener('click', value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** Writes a text only where it differs, so that a screen reader is not told the same twice and a selection stays. */
export function write(where, text) {
  if (where.textContent !== text) where.textContent = text;
}
