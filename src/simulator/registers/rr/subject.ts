import type { Person } from '../../person.ts';
import { type Asked, textAt } from '../register.ts';

export const NOT_IN_REGISTER = '10027';
export const NOT_IN_REGISTER_TEXT = 'Isik puudub RRis. (10027)';

/** The answer about the person that is asked about: the request as it came, and what the service says when it knows them, or when not. */
export function answerOf(asked: Asked, known: (person: Person) => unknown, unknown: () => unknown): unknown {
  const { request } = asked.request as { readonly request: unknown };
  const person = asked.country.find(textAt(asked.request, 'request', 'Isikukood'));
  return { request, response: person === undefined ? unknown() : known(person) };
}

/** An object of such members, all empty: how the register says that it has none of them. */
export function empty(prefix: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [`${prefix}${name}`, '']));
}
