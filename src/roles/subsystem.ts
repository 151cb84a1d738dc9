import { type ClientId, parseClientId } from '../xroad/index.ts';

/** A subsystem as the configuration names it: `EE/GOV/70009770/star`. */
export function subsystem(text: string): ClientId {
  const id = parseClientId(text);
  if (id === undefined) throw new Error('the configuration holds an identifier that is none');
  return id;
}
