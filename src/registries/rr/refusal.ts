import { NOTHING_FOUND } from '../nothing-found.ts';
import type { Reading } from '../query-type.ts';
import { said, words } from '../values.ts';

/** The register's fault code for a person it does not have (registries 3.1). */
const NOT_IN_REGISTER = '10027';

/** What any of the register's services may say instead of an answer. */
export interface Said {
  readonly faultCode?: string;
  readonly faultString?: string;
  /** `0` is no error. */
  readonly code?: string | undefined;
  /** Each in the words of the service. */
  readonly texts?: readonly (string | undefined)[];
}

/** The register's ways of saying no at HTTP 200: a fault code, an error code, or a text alone. Undefined when it says none. */
export function refusal({ faultCode, faultString, code, texts = [] }: Said): Extract<Reading<never>, { state: string }> | undefined {
  const told = [faultString, ...texts].map(said).find((text) => text !== undefined);
  const number = said(faultCode) ?? (said(code) === '0' ? undefined : said(code));
  // A fault without a code is one all the same; a text beside code 0 says that all went well.
  const reason = number ?? (said(faultString) === undefined ? undefined : 'FAULT');
  if (number === NOT_IN_REGISTER || (number === undefined && told !== undefined && NOTHING_FOUND.test(told)))
    return { state: 'NOT_FOUND', ...words(told) };
  return reason === undefined ? undefined : { state: 'REJECTED', reason, ...words(told) };
}
