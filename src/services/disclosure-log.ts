import { createHmac } from 'node:crypto';
import type { PersonalCode } from '../estonia/index.ts';
import type { Clock } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { findByPersonalCode } from '../register/people/index.ts';
import type { Database } from '../storage/index.ts';
import { formatClientId, formatServiceId, type ProducerRequest } from '../xroad/index.ts';

/** What became of a request: answered, with or without something to tell, or refused. */
export type Outcome =
  | { readonly outcome: 'DONE'; readonly subject: PersonalCode; readonly found: boolean }
  | { readonly outcome: 'REFUSED'; readonly code: string };

/** Who asked for what, and what became of it, written down before anything leaves (IKS § 36; audit). */
export interface DisclosureLog {
  /** Resolves once the line is durable. */
  record(request: ProducerRequest, outcome: Outcome): Promise<void>;
}

/** Texts of the asker's choosing are kept this long: enough for any id or case number in use. */
const TEXT_AT_MOST = 100;

/** @param key keys the hashes of persons, so that a copy of the log cannot be searched for a personal code by trying all of them */
export function openDisclosureLog({ database, clock, key }: { database: Database; clock: Clock; key: Uint8Array }): DisclosureLog {
  const pseudonym = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    async record({ header }, result) {
      const client = result.outcome === 'DONE' ? await findByPersonalCode(database.db, result.subject) : undefined;
      await appendAudit(database.db, {
        action: result.outcome === 'DONE' ? 'DATA_DISCLOSED' : 'DISCLOSURE_REFUSED',
        at: clock.now(),
        system: 'services',
        object: { type: 'service', id: withoutPersons(formatServiceId(header.service)) },
        ...(client === undefined ? {} : { clientId: client.id }),
        outcome: result.outcome,
        ...(result.outcome === 'DONE' ? {} : { code: result.code }),
        details: {
          asker: withoutPersons(formatClientId(header.client)),
          xRoadId: withoutPersons(header.id),
          ...(header.issue === undefined ? {} : { issue: withoutPersons(header.issue) }),
          ...(header.userId === undefined ? {} : { user: pseudonym(header.userId) }),
          ...(header.representedParty === undefined ? {} : { representedParty: withoutPersons(header.representedParty.partyCode) }),
          ...(result.outcome === 'DONE' ? { found: result.found } : {}),
          ...(result.outcome === 'DONE' && client === undefined ? { subject: pseudonym(result.subject) } : {}),
        },
      });
    },
  };
}

/** The asker chose these texts: whatever looks like a personal code in them does not come into the log. */
function withoutPersons(text: string): string {
  return text.slice(0, TEXT_AT_MOST).replace(/\d{11}/g, '[personal code]');
}
