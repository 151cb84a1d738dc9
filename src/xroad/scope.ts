import { escapeXml } from './xml-text.ts';

/** A namespace declaration and, outside it, those that it stands among. Of two for one prefix the inner one counts (XML Namespaces 6.1). */
export interface Scope {
  /** Empty for the default namespace. */
  readonly prefix: string;
  readonly namespace: string;
  readonly outer: Scope | undefined;
  /** How many declarations stand outside this one. */
  readonly size: number;
}

/** What is declared in every document. */
export const OUTERMOST: Scope = { prefix: 'xml', namespace: 'http://www.w3.org/XML/1998/namespace', outer: undefined, size: 0 };

export function declare(outer: Scope, prefix: string, namespace: string): Scope {
  return { prefix, namespace, outer, size: outer.size + 1 };
}

/** What a prefix stands for; undefined when it is not declared. Without prefix and default namespace it is none, the empty one. */
export function namespaceOf(scope: Scope, prefix: string): string | undefined {
  for (let one: Scope | undefined = scope; one !== undefined; one = one.outer) if (one.prefix === prefix) return one.namespace;
  return prefix === '' ? '' : undefined;
}

/**
 * Declarations that give an element the scope it had in its document, as attributes; less those that it makes itself.
 *
 * @param own the scope inside the element, when it brings its own declarations along
 */
export function declarationsOf(scope: Scope, own: Scope = scope): string {
  const seen = ['xml'];
  for (let one: Scope | undefined = own; one !== undefined && one !== scope; one = one.outer) seen.push(one.prefix);
  let declarations = '';
  for (let one: Scope | undefined = scope; one !== undefined; one = one.outer) {
    if (seen.includes(one.prefix)) continue;
    seen.push(one.prefix);
    const uri = escapeXml(one.namespace);
    if (one.prefix !== '') declarations = ` xmlns:${one.prefix}="${uri}"${declarations}`;
    else if (uri !== '') declarations = ` xmlns="${uri}"${declarations}`;
  }
  return declarations;
}
