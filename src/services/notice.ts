import { parsePersonalCode, parseRegistryCode } from '../estonia/index.ts';
import { type Clock, fail, newId, ok, Temporal } from '../platform/index.ts';
import { contractService, formatClientId, type ProducedService } from '../xroad/index.ts';
import { faultOf } from './errors.ts';
import { EsitaAbivajajaTeade as contracted, type EsitaAbivajajaTeade as Notice } from './generated/star-teated.ts';
import type { OfferedContract } from './offered-contract.ts';

/** Where notices go. */
export interface NoticeBox {
  /** Puts a notice in, once: the number that it has, and whether it was there before; `DIFFERS` when another lies there under its id. */
  put(notice: ReceivedNotice): Promise<{ readonly id: string; readonly isNew: boolean } | 'DIFFERS'>;
}

export interface ReceivedNotice {
  readonly id: string;
  /** Subsystem that sent it. */
  readonly sender: string;
  readonly noticeId: string;
  readonly urgent: boolean;
  readonly ehak: string | undefined;
  readonly content: Notice;
  readonly receivedAt: Temporal.Instant;
}

/** What the log is told of a notice: its number, and nothing of what it says. */
export interface NoticeReceived {
  readonly notice: string;
}

/** An event may be dated so much later than our clock says: 10 min. */
const CLOCKS_DIFFER_MS = 600_000;

/**
 * `EsitaAbivajajaTeade` v1, PROPOSED (registries 4.2): the police and others tell of a child or a person in need, which everybody must who knows
 * of one (LasteKS § 27 lg 1). Taken once, however often it is sent. The answer does not say whether the register knows the people (IKÜM art 5).
 */
export function noticeOfNeed(contract: OfferedContract, box: NoticeBox, clock: Clock): ProducedService<NoticeReceived> {
  return contractService(contracted, contract, async (content, { header }) => {
    const people = content.isikud.isik;
    const codes = [content.edastaja.ametnikIsikukood, ...people.flatMap(({ isikukood }) => isikukood ?? [])];
    if (codes.some((code) => parsePersonalCode(code) === undefined)) return fail(faultOf('Client.InvalidPersonalCode'));
    if (parseRegistryCode(content.edastaja.registrikood) === undefined) return fail(faultOf('Client.InvalidRegistryCode'));
    // Who has no code is told apart by name and date of birth, or not at all.
    const nameless = people.some((one) => one.isikukood === undefined && (one.eesnimi === undefined || one.perekonnanimi === undefined));
    if (nameless) return fail(faultOf('Client.PersonNotTold'));
    const receivedAt = clock.now();
    const happened = readInstant(content.sundmus.aeg);
    if (happened === undefined || happened.epochMilliseconds > receivedAt.epochMilliseconds + CLOCKS_DIFFER_MS)
      return fail(faultOf('Client.InvalidEventTime'));
    const { kohtEhak: ehak } = content.sundmus;
    const put = await box.put({
      id: newId(),
      sender: formatClientId(header.client),
      noticeId: content.teateId,
      urgent: content.kiire,
      ehak,
      content,
      receivedAt,
    });
    if (put === 'DIFFERS') return fail(faultOf('Client.NoticeDiffers'));
    const value = {
      poordumiseNr: put.id,
      staatus: put.isNew ? 'VASTU_VOETUD' : 'JUBA_OLEMAS',
      ...(ehak === undefined ? {} : { kovEhak: ehak }),
    };
    return ok({ value, note: { notice: put.id } });
  });
}

/** An `xsd:dateTime`; one without a zone is the sender's, in Tallinn. */
function readInstant(text: string): Temporal.Instant | undefined {
  try {
    return /(?:Z|[+-]\d{2}:\d{2})$/.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Tallinn').toInstant();
  } catch {
    return undefined;
  }
}
