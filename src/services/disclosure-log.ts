import type { PersonalCode } from '../estonia/index.ts';
import type { Clock } from '../platform/index.ts';
import { type AuditLine, appendAuditLines, pseudonyms } from '../register/audit/index.ts';
import { type Client, findByPersonalCodes } from '../register/people/index.ts';
import type { Database } from '../storage/index.ts';
import { formatClientId, formatServiceId, type ProducerOutcome, type ProducerRequest } from '../xroad/index.ts';
import type { OrderNoted } from './care-mass.ts';
import type { NoticeReceived } from './notice.ts';

/** What an answer tells, and of whom. */
export interface Disclosure {
  readonly subject: PersonalCode;
  /** Whether there was anything to tell: an empty answer is a disclosure as well. */
  readonly found: boolean;
}

/** That somebody was told how their data were used. */
export interface UsageTold {
  readonly subject: PersonalCode;
  readonly usages: number;
}

/** What a service notes of an answer: what it told, the notice that it took, or how an order about many people stands. */
export type Noted = Disclosure | UsageTold | NoticeReceived | OrderNoted;

/** Who asked for what, or told what, and what became of it, written down before anything leaves (IKS § 36; audit). */
export interface DisclosureLog {
  /** Resolves once the line is durable. */
  record(request: { readonly header: RequestHeader }, outcome: ProducerOutcome<Noted>): Promise<void>;
  /** The name that the log gives a person who has no file here. */
  pseudonymOf(person: PersonalCode): string;
}

/** What a line tells of a request, by whichever protocol it came. */
export type RequestHeader = Pick<ProducerRequest['header'], 'client' | 'service' | 'id' | 'issue' | 'userId' | 'representedParty'>;

/** Texts of the asker's choosing are kept this long: enough for any id or case number in use. */
const TEXT_AT_MOST = 100;

/** @param key keys the names of persons in it */
export function openDisclosureLog({ database, clock, key }: { database: Database; clock: Clock; key: Uint8Array }): DisclosureLog {
  const pseudonym = pseudonyms(key);
  return {
    pseudonymOf: pseudonym,
    async record({ header }, outcome) {
      const note = 'note' in outcome ? outcome.note : undefined;
      const { action, code, details } = note === undefined ? refused(outcome.code) : courseOf(note);
      const line = {
        at: clock.now(),
        system: 'services',
        object: { type: 'service', id: withoutPersons(formatServiceId(header.service)) },
      } as const;
      const asked = {
        asker: withoutPersons(formatClientId(header.client)),
        xRoadId: withoutPersons(header.id),
        ...(header.issue === undefined ? {} : { issue: withoutPersons(header.issue) }),
        ...(header.userId === undefined ? {} : { user: pseudonym(header.userId) }),
        ...(header.representedParty === undefined ? {} : { representedParty: withoutPersons(header.representedParty.partyCode) }),
      };
      /** By their file here, where they have one. */
      const about = (person: PersonalCode, clients: readonly Client[]) => {
        const client = clients.find(({ personalCode }) => personalCode === person);
        return client === undefined ? { details: { subject: pseudonym(person) } } : { clientId: client.id, details: {} };
      };
      const told = note !== undefined && 'subject' in note ? [note.subject] : [];
      const named = note !== undefined && 'named' in note ? note.named : [];
      const clients = await findByPersonalCodes(database.db, [...told, ...named]);
      const [subject] = told.map((person) => about(person, clients));
      await appendAuditLines(database.db, [
        {
          ...line,
          action,
          ...subject,
          outcome: code === undefined ? 'DONE' : 'REFUSED',
          ...(code === undefined ? {} : { code }),
          details: { ...asked, ...details, ...subject?.details },
        },
        ...named.map((person): AuditLine => {
          const whom = about(person, clients);
          return { ...line, action: 'DATA_ORDERED', ...whom, outcome: 'DONE', details: { ...asked, ...details, ...whom.details } };
        }),
      ]);
    },
  };
}

/** What a line says of a course of things, besides who asked. With a code nothing was told. */
interface Course {
  readonly action: string;
  readonly code?: string;
  readonly details: NonNullable<AuditLine['details']>;
}

function refused(code: string): Course {
  return { action: 'DISCLOSURE_REFUSED', code, details: {} };
}

function courseOf(note: Noted): Course {
  if ('usages' in note) return { action: 'USAGE_TOLD', details: { usages: note.usages } };
  if ('subject' in note) return { action: 'DATA_DISCLOSED', details: { found: note.found } };
  if ('notice' in note) return { action: 'NOTICE_RECEIVED', details: { notice: note.notice } };
  if (note.ticket === 'UNKNOWN') return refused('TICKET_UNKNOWN');
  const details = { order: note.order, people: note.people };
  if (note.ticket === 'IN_WORK') return { ...refused('ORDER_IN_WORK'), details };
  return { action: note.ticket === 'TAKEN' ? 'CARE_ORDER_TAKEN' : 'DATA_DISCLOSED', details };
}

/** The asker chose these texts: whatever looks like a personal code in them does not come into the log. */
function withoutPersons(text: string): string {
  return text.slice(0, TEXT_AT_MOST).replace(/\d{11}/g, '[personal code]');
}
