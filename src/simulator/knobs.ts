import { type Static, Type } from 'typebox';
import { Temporal } from '../platform/index.ts';

const Hour = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/** What a register can be made to do wrong. */
export const Knobs = Type.Object(
  {
    latencyMs: Type.Integer({ minimum: 0, maximum: 120_000, description: 'Waits so long before it answers' }),
    fault: Type.Union([Type.Null(), Type.Object({ code: Type.String(), text: Type.String(), times: Type.Integer({ minimum: 0 }) })], {
      description: 'Answers this fault instead, so many times',
    }),
    hang: Type.Boolean({ description: 'Takes the request and never answers' }),
    drip: Type.Boolean({ description: 'Sends its answer a byte a second' }),
    cut: Type.Boolean({ description: 'Cuts the connection in the middle of the answer' }),
    wrongHash: Type.Boolean({ description: 'Says another request hash than the request’s' }),
    html: Type.Boolean({ description: 'Answers a page of HTML, as a load balancer might' }),
    offSchema: Type.Boolean({ description: 'Answers a body with an element that its contract does not have' }),
    publishes: Type.Union([Type.Literal('ITS_CONTRACT'), Type.Literal('MORE'), Type.Literal('ANOTHER')], {
      description: 'Which description it publishes: its contract, one with a member more, or one that breaks it',
    }),
    multipart: Type.Boolean({ description: 'Answers a multipart message of one part, as some registers do without an attachment' }),
    status: Type.Union([Type.Null(), Type.Integer({ minimum: 400, maximum: 599 })], {
      description: 'Its REST service answers with this HTTP status, and nothing else',
    }),
    differs: Type.Boolean({ description: 'Its REST service tells something else than its SOAP service' }),
    ticketMinutes: Type.Integer({ minimum: 0, description: 'Takes so long to make the file of a mass order' }),
    ticketLivesMinutes: Type.Integer({ minimum: 0, description: 'Forgets an order after so long' }),
    fileTells: Type.Union([Type.Literal('WHO_WAS_ORDERED'), Type.Literal('A_STRANGER_TOO'), Type.Literal('EVERYBODY')], {
      description: 'Of whom the file of a mass order tells: who was ordered, one more, or the whole country',
    }),
    maintenance: Type.Union([Type.Null(), Type.Object({ from: Hour, to: Hour, text: Type.String() })], {
      description: 'Hours of the day, Tallinn time, in which it is in maintenance, past midnight too; the text is its administrator’s',
    }),
  },
  { additionalProperties: false },
);
export type Knobs = Static<typeof Knobs>;

/** All off: it answers at once and rightly. */
export function quiet(): Knobs {
  return {
    latencyMs: 0,
    fault: null,
    hang: false,
    drip: false,
    cut: false,
    wrongHash: false,
    html: false,
    offSchema: false,
    publishes: 'ITS_CONTRACT',
    multipart: false,
    status: null,
    differs: false,
    ticketMinutes: 5,
    ticketLivesMinutes: 2880,
    fileTells: 'WHO_WAS_ORDERED',
    maintenance: null,
  };
}

/** Whether the hour lies in the register's maintenance: its beginning does, its end does not. */
export function inMaintenance({ maintenance }: Knobs, time: Temporal.PlainTime): boolean {
  if (maintenance === null) return false;
  const from = Temporal.PlainTime.from(maintenance.from);
  const to = Temporal.PlainTime.from(maintenance.to);
  const begun = Temporal.PlainTime.compare(time, from) >= 0;
  const over = Temporal.PlainTime.compare(time, to) >= 0;
  return Temporal.PlainTime.compare(from, to) < 0 ? begun && !over : begun || !over;
}
