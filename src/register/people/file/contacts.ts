import { type Failure, fail, failure, ok, type Result } from '../../../platform/index.ts';

/** How the person is reached. Either may be missing, and a person may have none. */
export interface Contacts {
  /** International form (E.164): `+3725123456`. */
  readonly phone?: string;
  readonly email?: string;
}

/** RFC 5321, 4.5.3.1.3: a path of 256 characters with its brackets. */
const EMAIL_LENGTH_AT_MOST = 254;

/** Reads contacts, with the spaces and hyphens in which people write a number. A number without its country is an Estonian one. */
export function readContacts(given: Contacts): Result<Contacts, Failure<'CONTACTS_INVALID'>> {
  const phone = given.phone === undefined ? undefined : phoneIn(given.phone);
  const email = given.email === undefined ? undefined : emailIn(given.email);
  const wrong = [
    ...(given.phone !== undefined && phone === undefined ? ['/phone'] : []),
    ...(given.email !== undefined && email === undefined ? ['/email'] : []),
  ];
  if (wrong.length > 0) return fail(failure('CONTACTS_INVALID', { fields: wrong.map((pointer) => ({ pointer, code: 'INVALID' })) }));
  return ok({ ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) });
}

function phoneIn(text: string): string | undefined {
  const bare = text.replace(/[\s()-]/g, '').replace(/^00/, '+');
  const number = bare.startsWith('+') ? bare : `+372${bare}`;
  // Of the Estonian numbering plan: seven digits, eight for some mobiles, none beginning with 0, 1 or 2.
  return (number.startsWith('+372') ? /^\+372[3-9]\d{6,7}$/ : /^\+[1-9]\d{6,14}$/).test(number) ? number : undefined;
}

function emailIn(text: string): string | undefined {
  const email = text.trim();
  return email.length <= EMAIL_LENGTH_AT_MOST && /^[^\s@<>]{1,64}@[^\s@.<>]+(\.[^\s@.<>]+)+$/.test(email) ? email : undefined;
}
