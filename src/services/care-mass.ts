import { type PersonalCode, parsePersonalCode } from '../estonia/index.ts';
import { fail, isId, ok } from '../platform/index.ts';
import { type Answered, contractService, formatClientId, type ProducedService } from '../xroad/index.ts';
import type { CareOrderState, CareOrders } from './care-order.ts';
import { faultOf } from './errors.ts';
import { AsynchronousParingTulem, type AsynchronousParingTulemResponse, HooldajaHooldusedMassParing } from './generated/star.ts';
import type { OfferedContract } from './offered-contract.ts';
import { readPeriod } from './period.ts';

/** What the log is told of an order. */
export type OrderNoted =
  | { readonly ticket: 'IN_WORK' | 'REDEEMED'; readonly order: string; readonly people: number }
  /** `named`: whom it is about, where they are few enough to have a line each. */
  | { readonly ticket: 'TAKEN'; readonly order: string; readonly people: number; readonly named: readonly PersonalCode[] }
  /** Of somebody else's ticket no more is noted than of one that never was: the text is the asker's. */
  | { readonly ticket: 'UNKNOWN' };

/** 5,000 people: at 900 bytes each 6 MiB in base64, of the 10 MiB that a security server logs; at 14 elements each 70,000 for the asker’s reader. */
const PEOPLE_AT_MOST = 5_000;

/** 100 people: longer lists are mass exchanges, which are not logged person by person (Andmejälgija). An order about one is no way round the log. */
const NAMED_AT_MOST = 100;

/** PROPOSED (registries 2): the contract has no sentence for it. */
const IN_WORK = 'Päring on töötlemisel';
/** One sentence for a ticket that is unknown, another's or expired: nobody learns what others have ordered. */
const NOT_THERE = 'Sellist piletit ei ole või on selle tulemus aegunud';

/** `HooldajaHooldusedMassParing` v1: `HooldajaHooldused` about many people at once. Answered with a ticket; all of it is taken, or nothing. */
export function careMassOrder(contract: OfferedContract, orders: CareOrders): ProducedService<OrderNoted> {
  return contractService(HooldajaHooldusedMassParing, contract, async ({ isikukoodid, algus, lopp }, { header }) => {
    const texts = isikukoodid.split(',', PEOPLE_AT_MOST + 1);
    if (texts.length > PEOPLE_AT_MOST) return fail(faultOf('Client.TooManyPeople'));
    const people = texts.flatMap((text) => parsePersonalCode(text) ?? []);
    if (people.length < texts.length) {
      const first = texts.findIndex((text) => parsePersonalCode(text) === undefined);
      return fail({ ...faultOf('Client.InvalidPersonalCode'), detail: `isikukoodid: number ${first + 1}` });
    }
    const period = readPeriod(algus, lopp);
    if (period === undefined) return fail(faultOf('Client.InvalidPeriod'));
    const order = await orders.take({ owner: formatClientId(header.client), people, period });
    return ok({
      value: { pilet: order },
      note: { ticket: 'TAKEN', order, people: people.length, named: people.length > NAMED_AT_MOST ? [] : people },
    });
  });
}

/** `AsynchronousParingTulem` v1: the result of an order, to the subsystem that ordered and as often as it asks, until it expires. */
export function careMassResult(contract: OfferedContract, orders: CareOrders): ProducedService<OrderNoted> {
  return contractService(AsynchronousParingTulem, contract, async ({ pilet }, { header }) =>
    ok(resultOf(pilet, isId(pilet) ? await orders.find(formatClientId(header.client), pilet) : undefined)),
  );
}

function resultOf(order: string, found: CareOrderState | undefined): Answered<AsynchronousParingTulemResponse, OrderNoted> {
  if (found === undefined) return { value: { viga: NOT_THERE }, note: { ticket: 'UNKNOWN' } };
  const { people } = found;
  if (found.state === 'ORDERED') return { value: { viga: IN_WORK }, note: { ticket: 'IN_WORK', order, people } };
  return { value: { base64: Buffer.from(found.result).toString('base64') }, note: { ticket: 'REDEEMED', order, people } };
}
