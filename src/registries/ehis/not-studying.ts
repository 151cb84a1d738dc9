import { gzipSync } from 'node:zlib';
import { Type } from 'typebox';
import { fail, ok } from '../../platform/index.ts';
import { referenceTo } from '../../xroad/index.ts';
import type { ResidentsBatch } from '../batch-type.ts';
import { peopleInFile } from '../people-in-file.ts';
import type { Reading } from '../query-type.ts';
import { youngResidents } from '../rr/index.ts';
import { present, said } from '../values.ts';
import { ehis } from './contract.ts';
import { neetTeenus } from './generated/ehis.ts';

/** A young resident who does not study: the education they have, in the register's own words. */
export interface NotStudying {
  readonly education?: string;
}

/**
 * What else SHS § 15¹ asks about before somebody may be offered help: work, registered unemployment, ability to work, supported employment, a
 * business, a benefit for a small child, prison, military service. Until those registers have said so nobody is more than perhaps one of them.
 */
const NOT_ASKED = [
  'EMPLOYMENT',
  'UNEMPLOYMENT',
  'WORK_ABILITY',
  'SUPPORTED_EMPLOYMENT',
  'SELF_EMPLOYMENT',
  'CHILD_BENEFIT',
  'IMPRISONMENT',
  'MILITARY_SERVICE',
];
/** `andmed` or `isikud`: data of those who do not study, or their codes alone. */
const WHAT = 'andmed';
const FILE = 'isikukoodid@star';
/** 50,000 people: as many of that age live in Tallinn. */
const PEOPLE_AT_MOST = 50_000;
/** The two exchanges take minutes; 24 h for the registers' nights and maintenance. */
const GIVE_UP_HOURS = 24;
/** Twice in a calendar year (SHS § 15¹; INV-62). */
const PER_YEAR_AT_MOST = 2;

/** Noortegarantii tugisüsteem: who of the municipality's 16 to 26 year olds does not study, by RR470isikukoodid16kuni26a and neetTeenus. */
export const notStudying: ResidentsBatch<NotStudying> = {
  code: 'NGTS.NOT_STUDYING',
  registry: 'ehis',
  name: {
    et: 'Noortegarantii: mitteõppivad noored',
    en: 'Youth guarantee: young residents who do not study',
    ru: 'Молодёжная гарантия: неучащаяся молодёжь',
  },
  // The messages are the registers'; how the file of codes is packed is proposed.
  contract: 'PROPOSED',
  legalBasis: 'SHS § 15¹',
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'DISPLAY_ONLY', confirmed: false },
  justification: 'REQUIRED',
  fields: ['education'],
  parameters: Type.Object({}, { additionalProperties: false }),
  deadlineSeconds: 55,
  about: 'RESIDENTS',
  peopleAtMost: PEOPLE_AT_MOST,
  giveUpHours: GIVE_UP_HOURS,
  perYearAtMost: PER_YEAR_AT_MOST,
  list: youngResidents,
  collect: {
    service: { code: 'neetTeenus', version: 'v1' },
    write(people) {
      const body = ehis.write(neetTeenus, { vaartused: WHAT, contentIn: referenceTo(FILE) });
      if (!body.ok) return body;
      const packed = gzipSync(people.map((code) => `${code}\n`).join('')).toString('base64');
      return ok({
        body: body.value,
        attachments: [{ contentId: FILE, contentType: 'application/octet-stream', content: Buffer.from(packed) }],
      });
    },
    read({ body }, { people }) {
      const answer = ehis.read(neetTeenus, body);
      if (!answer.ok) return answer;
      const { isikukood, andmed } = answer.value;
      // Codes alone are the answer to another question.
      if (isikukood.length > 0) return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'isikukood', rule: 'NOT_ASKED_FOR' }] });
      const found = peopleInFile(andmed, people, (one) => one.isikukood ?? '', 'andmed/isikukood');
      if (!found.ok) return found;
      const readings = new Map(
        [...found.value].map(([code, { haridustase }]): [typeof code, Reading<NotStudying>] => [
          code,
          { state: 'PARTIAL', record: present<NotStudying>({ education: said(haridustase) }), missing: NOT_ASKED },
        ]),
      );
      return ok({ state: 'READY', readings, passedOver: 0 });
    },
  },
};
