import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { fail, ok, Temporal, ZONE } from '../../platform/index.ts';
import type { ChangeFeed } from '../change-feed.ts';
import { said } from '../values.ts';
import { rr } from './contract.ts';
import { RR67_muutus } from './generated/rr.ts';
import { refusal } from './refusal.ts';

/** Somebody of whom the population register has entered something new. What it is, an inquiry about them says (RR456). */
export interface PersonChange {
  readonly personalCode: PersonalCode;
  /** The code by which they go from now on, where that has changed. */
  readonly newPersonalCode?: PersonalCode;
}

/** The register's own sample of an order, whose numbers are not explained anywhere public: whoever has changed in any of these ways is told. */
const KINDS = '1,2,3,4,7,9,10,12,22,23,24,25,26';
/** 15 s are left to the register to enter what came in the last second. */
const LAG_SECONDS = 15;
/** 24 h back at the first time. */
const HOURS_BACK = 24;
/** 6 h in one question: what was missed over a weekend comes in ten, and no answer is larger than can be read. */
const HOURS_AT_ONCE = 6;
/** 30,000 people in one answer: far more than change in the whole country in a day, and no more elements than a message may have. */
const PEOPLE_AT_MOST = 30_000;

/**
 * Isikuandmete muudatused, by RR67_muutus: personal codes of everybody in the country who has changed in a period, and nothing else. The cursor is
 * the moment up to which it has been read. Periods touch: who changed in the second between is told twice, never not at all.
 */
export const changeNotices: ChangeFeed<PersonChange> = {
  code: 'RR.CHANGE_NOTICES',
  registry: 'rr',
  name: {
    et: 'Rahvastikuregistri muudatusteated',
    en: 'Change notices of the population register',
    ru: 'Уведомления регистра народонаселения об изменениях',
  },
  contract: 'REAL',
  legalBasis: 'SHS § 142 lg 1 p 1; SHS § 5 lg 1',
  service: { code: 'RR67_muutus', version: 'v1' },
  everyMinutes: 10,
  deadlineSeconds: 50,
  begin: (now) => now.subtract({ hours: HOURS_BACK }).toInstant().toString(),
  buildRequest(cursor, now) {
    const { from, to } = periodOf(cursor, now);
    return rr.write(RR67_muutus, {
      request: { cAlgKpv: dayOf(from), cAlgKell: timeOf(from), cLoppKpv: dayOf(to), cLoppKell: timeOf(to), cMuutused: KINDS },
    });
  },
  readAnswer(body, cursor, now) {
    const answer = rr.read(RR67_muutus, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal(response);
    if (refused?.state === 'REJECTED') return ok(refused);
    const people = response.ttKood.ttKoodid;
    if (people.length > PEOPLE_AT_MOST)
      return fail({ code: 'ANSWER_TOO_LONG', problems: [{ path: 'ttKood/ttKoodid', rule: `AT_MOST_${PEOPLE_AT_MOST}` }] });
    const { end, more } = periodOf(cursor, now);
    const changes = people.flatMap((person): PersonChange[] => {
      // A code that is none is nobody's whom we could know: old entries have such.
      const personalCode = parsePersonalCode(person['ttKoodid.cIsikukood'].trim());
      const newPersonalCode = parsePersonalCode(said(person['ttKoodid.cUusKood']) ?? '');
      if (personalCode === undefined) return [];
      return [{ personalCode, ...(newPersonalCode === undefined || newPersonalCode === personalCode ? {} : { newPersonalCode }) }];
    });
    return ok({ state: 'READ', changes, cursor: end.toString(), more });
  },
};

/** From the cursor on as far as one question goes, by the clocks of Tallinn. */
function periodOf(cursor: string, now: Temporal.ZonedDateTime) {
  const begin = Temporal.Instant.from(cursor);
  const latest = now.toInstant().subtract({ seconds: LAG_SECONDS }).round('second');
  const whole = begin.add({ hours: HOURS_AT_ONCE });
  const more = Temporal.Instant.compare(whole, latest) < 0;
  const end = more ? whole : Temporal.Instant.compare(latest, begin) > 0 ? latest : begin;
  const to = end.toZonedDateTimeISO(ZONE).toPlainDateTime();
  const from = begin.toZonedDateTimeISO(ZONE).toPlainDateTime();
  // In the hour that comes twice in autumn the clock may show less at the end than at the beginning.
  const before = to.subtract(end.since(begin));
  return { from: Temporal.PlainDateTime.compare(before, from) < 0 ? before : from, to, end, more };
}

function dayOf(moment: Temporal.PlainDateTime): string {
  return moment.toPlainDate().toString().split('-').reverse().join('.');
}

function timeOf(moment: Temporal.PlainDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'second' });
}
