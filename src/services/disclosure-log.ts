import { createHmac } from 'node:crypto';
import type { PersonalCode } from '../estonia/index.ts';
import type { Clock } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { findByPersonalCode } from '../register/people/index.ts';
import type { Database } from '../storage/index.ts';
import { formatClientId, formatServiceId, type ProducerOutcome, type ProducerRequest } from '../xroad/index.ts';
import type { NoticeReceived } from './notice.ts';

/** What an answer tells, and of whom. */
export interface Disclosure {
  readonly subject: PersonalCode;
  /** Whether there was anything to tell: an empty answer is a disclosure as well. */
  readonly found: boolean;
}

/** What a service notes of an answer: what it told, or the notice that it took. */
export type Noted = Disclosure | NoticeReceived;

/** Who asked for what, or told what, and what became of it, written down before anything leaves (IKS § 36; audit). */
export interface DisclosureLog {
  /** Resolves once the line is durable. */
  record(request: Pick<ProducerRequest, 'header'>, outcome: ProducerOutcome<Noted>): Promise<void>;
}

/** Texts of the asker's choosing are kept this long: enough for any id or case number in use. */
const TEXT_AT_MOST = 100;

/** @param key keys the hashes of persons, so that a copy of the log cannot be searched for a personal code by trying all of them */
export function openDisclosureLog({ database, clock, key }: { database: Database; clock: Clock; key: Uint8Array }): DisclosureLog {
  const pseudonym = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    async record({ header }, outcome) {
      const note = 'note' in outcome ? outcome.note : undefined;
      const told = note !== undefined && 'subject' in note ? note : undefined;
      const taken = note !== undefined && 'notice' in note ? note.notice : undefined;
      const client = told === undefined ? undefined : await findByPersonalCode(database.db, told.subject);
      await appendAudit(database.db, {
        action: taken !== undefined ? 'NOTICE_RECEIVED' : told === undefined ? 'DISCLOSURE_REFUSED' : 'DATA_DISCLOSED',
        at: clock.now(),
        system: 'services',
        object: { type: 'service', id: withoutPersons(formatServiceId(header.service)) },
        ...(client === undefined ? {} : { clientId: client.id }),
        outcome: note === undefined ? 'REFUSED' : 'DONE',
        ...(note === undefined ? { code: outcome.code } : {}),
        details: {
          asker: withoutPersons(formatClientId(header.client)),
          xRoadId: withoutPersons(header.id),
          ...(header.issue === undefined ? {} : { issue: withoutPersons(header.issue) }),
          ...(header.userId === undefined ? {} : { user: pseudonym(header.userId) }),
          ...(header.representedParty === undefined ? {} : { representedParty: withoutPersons(header.representedParty.partyCode) }),
          ...(told === undefined ? {} : { found: told.found }),
          ...(taken === undefined ? {} : { notice: taken }),
          ...(told !== undefined && client === undefined ? { subject: pseudonym(told.subject) } : {}),
        },
      });
    },
  };
}

/** The asker chose these texts: whatever looks like a personal code in them does not come into the log. */
function withoutPersons(text: string): string {
  return text.slice(0, TEXT_AT_MOST).replace(/\d{11}/g, '[personal code]');
}
