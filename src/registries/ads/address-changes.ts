import { fail, ok, type Result, Temporal, type Text, ZONE } from '../../platform/index.ts';
import type { ChangeFeed, FeedReading } from '../change-feed.ts';
import type { AnswerDefect } from '../credible.ts';
import { NOTHING_FOUND } from '../nothing-found.ts';
import { type Coded, coded, faultIn, isoDate, present, said, words } from '../values.ts';
import { ads } from './contract.ts';
import { ADSaadrmuudatused, type ADSaadrmuudatusedResponse_muudatused_muudatus as Muudatus } from './generated/ads.ts';

/** One line of the address system's log: what became of an address, and when. */
export interface AddressChange {
  readonly logId: string;
  /** The instant at which the register wrote it down, ISO. */
  readonly at: string;
  readonly event: Coded;
  /** The address as it is from then on. One that is written anew has a new ADR_ID: its former one is named beside it. */
  readonly adrId: string;
  readonly address: string;
  readonly formerAdrId?: string;
  /** Addresses that this one may have come of, and those that may have come of it. */
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
}

/** The register's letters (syndmus), in our words. P and S come only to who asks for them, which we do not. */
const EVENTS: Readonly<Record<string, string>> = {
  I: 'INSERTED',
  U: 'CHANGED',
  D: 'ENDED',
  R: 'RESTORED',
  P: 'POINT_MOVED',
  S: 'UNLINKED',
};

const EVENT: Readonly<Record<string, Text>> = {
  INSERTED: { et: 'aadress lisati', en: 'address added', ru: 'адрес добавлен' },
  CHANGED: { et: 'aadressi tekst muutus', en: 'address rewritten', ru: 'текст адреса изменён' },
  ENDED: { et: 'aadress tühistati', en: 'address withdrawn', ru: 'адрес аннулирован' },
  RESTORED: { et: 'aadress taastati', en: 'address restored', ru: 'адрес восстановлен' },
  POINT_MOVED: { et: 'esinduspunkt muutus', en: 'its point was moved', ru: 'точка адреса изменена' },
  UNLINKED: { et: 'seosed kadusid', en: 'no object has it any more', ru: 'связи исчезли' },
};

/** 10: as many days as one question may look through. */
const WINDOW_DAYS = 10;
/** 100 changes: as many as the register gives at a time. */
const PAGE = 100;
/** 60 min: addresses change by day, and nobody waits for it. */
const EVERY_MINUTES = 60;

/** Where a reader stands: a day on which the register is looked through from, and the last line of its log that was read. */
interface Place {
  readonly day: Temporal.PlainDate;
  readonly logId?: string;
}

/**
 * Aadressi muudatuste päring, by ADSaadrmuudatused v4: the last version whose contract is public, while the register says that it has a v5.
 *
 * The cursor is a day, and behind it the last log id that was read: `2026-11-14/9829001`. A log id alone would do if the register then looked
 * through its whole log, which is not public; what is, is that an answer covers one day, or up to ten when they are asked for. So a question names
 * both, as a consumer of the real one does: no more than ten days, and of those what stands behind the log id. A window that is read through moves
 * on, to the day before the present one at the most: around midnight a line may come late.
 */
export const addressChanges: ChangeFeed<AddressChange> = {
  code: 'ADS.ADDRESS_CHANGES',
  registry: 'ads',
  name: { et: 'Aadresside muudatused', en: 'Changes of addresses', ru: 'Изменения адресов' },
  contract: 'REAL',
  legalBasis: 'ADS määrus § 4; SHS § 142 lg 1',
  service: { code: 'ADSaadrmuudatused', version: 'v4' },
  everyMinutes: EVERY_MINUTES,
  deadlineSeconds: 30,
  begin: (now) => cursorOf({ day: now.toPlainDate().subtract({ days: WINDOW_DAYS - 1 }) }),
  buildRequest(cursor) {
    const place = placeOf(cursor);
    if (place === undefined) return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'logId', rule: 'NOT_A_CURSOR' }] });
    return ads.write(ADSaadrmuudatused, {
      muudetudAlates: place.day.toString(),
      muudetudPaevad: String(WINDOW_DAYS),
      ...present({ logId: place.logId }),
      maxarv: String(PAGE),
      aadressJarglased: true,
    });
  },
  readAnswer(body, cursor, now) {
    const answer = ads.read(ADSaadrmuudatused, body);
    if (!answer.ok) return answer;
    const place = placeOf(cursor);
    if (place === undefined) return mismatch('logId', 'NOT_A_CURSOR');
    const { muudatused, fault } = answer.value;
    const code = fault && (faultIn(fault) ?? 'FAULT');
    if (code !== undefined && !NOTHING_FOUND.test(fault?.faultString ?? ''))
      return ok({ state: 'REJECTED', reason: code, ...words(fault?.faultString) });
    const lines = muudatused?.muudatus ?? [];
    if (lines.length > PAGE) return fail({ code: 'ANSWER_TOO_LONG', problems: [{ path: 'muudatused/muudatus', rule: `AT_MOST_${PAGE}` }] });
    const changes: AddressChange[] = [];
    for (const line of lines) {
      const change = changeOf(line, changes.at(-1)?.logId ?? place.logId, now.toPlainDate());
      if (!change.ok) return change;
      changes.push(change.value);
    }
    return ok(movedOn(place, changes, now.toPlainDate()));
  },
};

/** Where to go on: a full page has more behind it in the same days; otherwise those days are read through, as far as they have passed. */
function movedOn({ day, logId }: Place, changes: readonly AddressChange[], today: Temporal.PlainDate): FeedReading<AddressChange> {
  const last = present<Pick<Place, 'logId'>>({ logId: changes.at(-1)?.logId ?? logId });
  if (changes.length === PAGE) return { state: 'READ', changes, cursor: cursorOf({ day, ...last }), more: true };
  const [next, yesterday] = [day.add({ days: WINDOW_DAYS }), today.subtract({ days: 1 })];
  const isBehind = Temporal.PlainDate.compare(next, today) <= 0;
  const reached = isBehind ? earlier(next, yesterday) : later(day, yesterday);
  return { state: 'READ', changes, cursor: cursorOf({ day: reached, ...last }), more: isBehind };
}

/** A line that stands behind the one before it, and has been written by now. */
function changeOf(line: Muudatus, before: string | undefined, today: Temporal.PlainDate): Result<AddressChange, AnswerDefect> {
  const { syndmus, vanaAdrId, eellased, jarglased } = line;
  const [logId, adrId] = [idOf(line.logId), idOf(line.adrId)];
  if (logId === undefined) return mismatch('muudatused/muudatus/logId', 'NOT_AN_ID');
  if (before !== undefined && BigInt(logId) <= BigInt(before)) return mismatch('muudatused/muudatus/logId', 'ABOVE_THE_ONE_BEFORE');
  const at = stampOf(line.logStamp);
  if (at === undefined) return mismatch('muudatused/muudatus/logStamp', 'NOT_A_TIME');
  if (Temporal.PlainDate.compare(at.toZonedDateTimeISO(ZONE).toPlainDate(), today) > 0)
    return fail({ code: 'ANSWER_FROM_THE_FUTURE', problems: [{ path: 'muudatused/muudatus/logStamp', rule: 'NOT_AFTER_TODAY' }] });
  const letter = syndmus.trim();
  const event = coded(Object.hasOwn(EVENTS, letter) ? EVENTS[letter] : letter, EVENT);
  const address = said(line.taisAadress);
  if (event === undefined) return mismatch('muudatused/muudatus/syndmus', 'IS_SAID');
  if (adrId === undefined) return mismatch('muudatused/muudatus/adrId', 'NOT_AN_ID');
  if (address === undefined) return mismatch('muudatused/muudatus/taisAadress', 'IS_SAID');
  return ok({
    logId,
    at: at.toString(),
    event,
    adrId,
    address,
    ...present({ formerAdrId: idOf(vanaAdrId) }),
    predecessors: idsIn(eellased),
    successors: idsIn(jarglased),
  });
}

function mismatch(path: string, rule: string): Result<never, AnswerDefect> {
  return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path, rule }] });
}

/** A number that names something: 0 names nothing. */
function idOf(text: string | undefined): string | undefined {
  return /^0*([1-9]\d{0,17})$/.exec(said(text) ?? '')?.[1];
}

/** Ids of a list; what stands between them is not public. */
function idsIn(list: string | undefined): readonly string[] {
  return [...new Set(list?.match(/\d+/g) ?? [])];
}

/** A time of the log. One without a zone is Tallinn's. */
function stampOf(text: string): Temporal.Instant | undefined {
  const [, time, fraction = '', zone] =
    /^(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d{1,9})?\d*(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(text.trim()) ?? [];
  if (time === undefined || isoDate(time) === undefined) return undefined;
  if (zone !== undefined) return Temporal.Instant.from(`${time}${fraction}${zone}`);
  return Temporal.PlainDateTime.from(`${time}${fraction}`).toZonedDateTime(ZONE).toInstant();
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return earlier(a, b) === a ? b : a;
}

function cursorOf({ day, logId }: Place): string {
  return logId === undefined ? day.toString() : `${day.toString()}/${logId}`;
}

function placeOf(cursor: string): Place | undefined {
  const [, day = '', logId] = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{1,18}))?$/.exec(cursor) ?? [];
  return isoDate(day) === undefined ? undefined : present<Place>({ day: Temporal.PlainDate.from(day), logId });
}
