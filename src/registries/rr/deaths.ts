import { parsePersonalCode } from '../../estonia/index.ts';
import { fail, ok, Temporal } from '../../platform/index.ts';
import type { ChangeFeed } from '../change-feed.ts';
import type { PersonChange } from './change-notices.ts';
import { rr } from './contract.ts';
import { RR50SurnudIsikuteLeidmine } from './generated/rr.ts';
import { refusal } from './refusal.ts';

/** 7 days back at the first time: payouts of a week can still be held. */
const DAYS_BACK = 7;
/** 1,000 deaths on one day: the country has about forty-five. */
const PEOPLE_AT_MOST = 1_000;

/**
 * Surnud isikud, by RR50SurnudIsikuteLeidmine: whose death was registered on a day. It stands beside the change notices because a death that was
 * missed is paid for. The cursor is the day that is read next; today is read again and again, since its list still grows.
 */
export const deaths: ChangeFeed<PersonChange> = {
  code: 'RR.DEATHS',
  registry: 'rr',
  name: { et: 'Surnud isikute päring', en: 'Deaths registered on a day', ru: 'Запрос об умерших' },
  contract: 'REAL',
  legalBasis: 'SHS § 142 lg 1 p 1; SHS § 5 lg 1',
  service: { code: 'RR50SurnudIsikuteLeidmine', version: 'v1' },
  everyMinutes: 240,
  deadlineSeconds: 50,
  begin: (now) => now.toPlainDate().subtract({ days: DAYS_BACK }).toString(),
  buildRequest: (cursor) => rr.write(RR50SurnudIsikuteLeidmine, { request: { Kuupaev: cursor.split('-').reverse().join('.') } }),
  readAnswer(body, cursor, now) {
    const answer = rr.read(RR50SurnudIsikuteLeidmine, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal(response);
    if (refused?.state === 'REJECTED') return ok(refused);
    const { item } = response.surnu;
    if (item.length > PEOPLE_AT_MOST)
      return fail({ code: 'ANSWER_TOO_LONG', problems: [{ path: 'surnu/item', rule: `AT_MOST_${PEOPLE_AT_MOST}` }] });
    const today = now.toPlainDate();
    const day = Temporal.PlainDate.from(cursor);
    const isOver = Temporal.PlainDate.compare(day, today) < 0;
    return ok({
      state: 'READ',
      changes: item.flatMap((person): PersonChange[] => {
        const personalCode = parsePersonalCode(person['surnu.Isikukood'].trim());
        return personalCode === undefined ? [] : [{ personalCode }];
      }),
      cursor: isOver ? day.add({ days: 1 }).toString() : cursor,
      more: isOver,
    });
  },
};
