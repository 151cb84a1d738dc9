import type { ScannedElement, Scope } from './scan.ts';

const NOTHING: Scope = Object.freeze(Object.create(null));

/** The element alone, cut out of its document: the very characters that were sent, with the namespaces in scope declared on it. */
export function cutOut(text: string, element: ScannedElement): string {
  const declarations = declarationsOf(element.outerScope, element.ownScope);
  if (declarations === '') return text.slice(element.start, element.end);
  return `${text.slice(element.start, element.nameEnd)}${declarations}${text.slice(element.nameEnd, element.end)}`;
}

/** Namespace declarations of a scope, less those that an element declares itself. */
export function declarationsOf(scope: Scope, less: Scope = NOTHING): string {
  let declarations = '';
  for (const prefix in scope) {
    if (prefix in less || prefix === 'xml') continue;
    const uri = (scope[prefix] ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    if (prefix === '') declarations += uri === '' ? '' : ` xmlns="${uri}"`;
    else declarations += ` xmlns:${prefix}="${uri}"`;
  }
  return declarations;
}
