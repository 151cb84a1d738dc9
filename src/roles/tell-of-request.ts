import type { Configuration } from '../configuration.ts';
import type { Clock } from '../platform/index.ts';
import type { TellOfRequest } from '../register/access/index.ts';
import { tell } from '../register/mail/index.ts';
import { findEmails } from '../register/organisations/index.ts';

/** What has become of a request for access is told by letter, where there is a mail server. */
export function tellOfRequest({ mail }: Configuration, clock: Clock): TellOfRequest {
  if (mail.smtpUrl === undefined) return async () => undefined;
  return (tx, { requestId, event, userIds, emails }) =>
    tell({ clock, emailsOf: findEmails }, tx, { about: `ACCESS_REQUEST_${event}` }, requestId, { userIds, emails });
}
