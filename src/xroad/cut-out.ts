import type { ScannedElement } from './scanned.ts';
import { declarationsOf } from './scope.ts';

/** The element alone, cut out of its document: the very characters that were sent, with the namespaces in scope declared on it. */
export function cutOut(text: string, element: ScannedElement): string {
  const declarations = declarationsOf(element.outerScope, element.innerScope);
  if (declarations === '') return text.slice(element.start, element.end);
  return `${text.slice(element.start, element.nameEnd)}${declarations}${text.slice(element.nameEnd, element.end)}`;
}
