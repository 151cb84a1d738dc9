import { type Static, Type } from 'typebox';
import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { fail, ok } from '../../platform/index.ts';
import type { TicketBatch } from '../batch-type.ts';
import { kindsOf, type Reading } from '../query-type.ts';
import { faultIn, said, words } from '../values.ts';
import { rr } from './contract.ts';
import { RR71_fail_download, RR447 } from './generated/rr.ts';

/** Which kinds of change the register has entered about a person: its own codes, whose list is not public. What has changed is asked by a query. */
export interface Changes {
  readonly kinds: readonly string[];
}

/**
 * Proposed: a file that is not ready and one that is not known are told in one way, as a file that is not there. So nobody says that it is gone;
 * the deadline does.
 */
const NOT_THERE = /faili? (?:ei leitud|ei leidu|ei ole|puudub)|koostamisel/i;
/** A line of the file, as proposed; what stands behind a second semicolon is not needed. */
const LINE = /^(\d{11});([^;]+)(?:;|$)/;
/** 1,000 people: so many lines one order writes into the log. */
const PEOPLE_AT_MOST = 1_000;
/** 24 h: files are made at night. */
const GIVE_UP_HOURS = 24;

const Parameters = Type.Object(
  { from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) },
  { additionalProperties: false },
);

/**
 * Muudatuste masspäring, by RR447 and RR71_fail_download. The order names a period and nobody: the file tells of everybody in the country who has
 * changed, and of those only who was ordered is read, the rest passed over where it stands.
 */
export const changes: TicketBatch<Static<typeof Parameters>, Changes> = {
  code: 'RR.CHANGES',
  registry: 'rr',
  name: { et: 'Andmete muutuste masspäring', en: 'Whose data have changed', ru: 'Массовый запрос об изменении данных' },
  // The messages are the register's; what the file holds is proposed.
  contract: 'PROPOSED',
  legalBasis: 'SHS § 142 lg 1 p 1; SHS § 5 lg 1',
  allowedKinds: kindsOf('T C S J'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  justification: 'OPTIONAL',
  fields: ['kinds'],
  parameters: Parameters,
  deadlineSeconds: 50,
  about: 'NAMED_PEOPLE',
  peopleAtMost: PEOPLE_AT_MOST,
  giveUpHours: GIVE_UP_HOURS,
  submit: {
    service: { code: 'RR447', version: 'v1' },
    write({ parameters: { from, to } }) {
      const body = rr.write(RR447, { request: { AlgusKP: dotted(from), LoppKP: dotted(to) } });
      return body.ok ? ok({ body: body.value, attachments: [] }) : body;
    },
    read({ body }) {
      const answer = rr.read(RR447, body);
      if (!answer.ok) return answer;
      const { response } = answer.value;
      const fault = faultIn(response);
      const ticket = said(response.cTellimuseNr);
      if (fault === undefined && ticket !== undefined) return ok({ state: 'ACCEPTED', ticket });
      return ok({ state: 'REJECTED', reason: fault ?? 'TELLIMUS', ...words(response.faultString) });
    },
  },
  collect: {
    service: { code: 'RR71_fail_download', version: 'v1' },
    write(ticket) {
      const body = rr.write(RR71_fail_download, { request: { cFailiNimi: ticket } });
      return body.ok ? ok({ body: body.value, attachments: [] }) : body;
    },
    read({ body }, { people }) {
      const answer = rr.read(RR71_fail_download, body);
      if (!answer.ok) return answer;
      const { response } = answer.value;
      const fault = faultIn(response);
      if (fault !== undefined && !NOT_THERE.test(response.faultString ?? ''))
        return ok({ state: 'REJECTED', reason: fault, ...words(response.faultString) });
      const lines = response.ttData.item.map((item) => item['ttData.cData']);
      // Somebody changes in every period: a file without a line is none yet, and must not read as nobody having changed.
      if (fault !== undefined || lines.length === 0) return ok({ state: 'NOT_YET' });
      const kinds = new Map<PersonalCode, Set<string>>(people.map((code) => [code, new Set()]));
      let passedOver = 0;
      for (const line of lines) {
        const [, code = '', kind = ''] = LINE.exec(line.trim()) ?? [];
        // Not a line as we know them: then the file is not what we take it for, and nothing of it is.
        if (kind === '') return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'ttData.cData', rule: 'NOT_A_LINE' }] });
        const subject = parsePersonalCode(code);
        const theirs = subject === undefined ? undefined : kinds.get(subject);
        if (theirs === undefined) passedOver += 1;
        else theirs.add(kind.trim());
      }
      const readings = new Map([...kinds].map(([code, found]) => [code, readingOf(found)]));
      return ok({ state: 'READY', readings, passedOver });
    },
  },
};

function readingOf(kinds: ReadonlySet<string>): Reading<Changes> {
  return kinds.size === 0 ? { state: 'NOT_FOUND' } : { state: 'FOUND', record: { kinds: [...kinds].sort() } };
}

/** As the register writes dates. */
function dotted(date: string): string {
  return date.split('-').reverse().join('.');
}
