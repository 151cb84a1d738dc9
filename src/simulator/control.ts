import type { ServerResponse } from 'node:http';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { type Clock, Temporal, ZONE } from '../platform/index.ts';
import type { Arrival } from './arrival.ts';
import type { Country } from './country.ts';
import { Knobs, quiet } from './knobs.ts';
import { HAPPENINGS } from './life.ts';

const SomeKnobs = Type.Partial(Knobs, { additionalProperties: false });
const SomeLife = Type.Object({ persona: Type.String(), happening: Type.Enum(HAPPENINGS) }, { additionalProperties: false });
const VirtualDate = Type.Object({ date: Type.Union([Type.Null(), Type.String({ format: 'date' })]) }, { additionalProperties: false });

/** What a demonstration or a test may know of the simulated world, and change in it. */
export interface Controlled {
  readonly country: Country;
  /** How often each X-Road id has arrived. */
  readonly received: ReadonlyMap<string, number>;
  readonly arrivals: readonly Arrival[];
  /** How often each write was carried out, by the register's name and its own idempotency key. */
  readonly executions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By the register's name. */
  readonly knobs: ReadonlyMap<string, Knobs>;
  readonly calendar: Calendar;
}

/** The registers' own calendar: the hour is the clock's, the date may be another. */
export interface Calendar {
  now(): Temporal.ZonedDateTime;
  /** Undefined: the clock's again. */
  setDate(date: Temporal.PlainDate | undefined): void;
}

export function createCalendar(clock: Clock): Calendar {
  let date: Temporal.PlainDate | undefined;
  return {
    now() {
      const now = clock.now().toZonedDateTimeISO(ZONE);
      return date === undefined ? now : now.with({ year: date.year, month: date.month, day: date.day });
    },
    setDate(to) {
      date = to;
    },
  };
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The control surface, by plain HTTP: `GET /simulator/personae`, `GET /simulator/received`, `GET /simulator/arrivals`, `GET /simulator/executions`,
 * `GET /simulator/knobs`, `PUT /simulator/knobs/{register}` (what is not named is off again), `PUT /simulator/date` (`{"date": null}`: today again; what has happened until a date has happened), `POST /simulator/life`.
 */
export function control(world: Controlled, method: string, path: string, bytes: Uint8Array, response: ServerResponse): void {
  const { status, body } = perform(world, method, path, bytes);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function perform(
  { country, received, arrivals, executions, knobs, calendar }: Controlled,
  method: string,
  path: string,
  bytes: Uint8Array,
): Reply {
  const [, , what, register] = path.split('/');
  if (method === 'GET' && register === undefined) {
    if (what === 'personae') return { status: 200, body: country.personae };
    if (what === 'received') return { status: 200, body: Object.fromEntries(received) };
    if (what === 'arrivals') return { status: 200, body: arrivals };
    if (what === 'executions')
      return { status: 200, body: Object.fromEntries([...executions].map(([name, counts]) => [name, Object.fromEntries(counts)])) };
    if (what === 'knobs') return { status: 200, body: Object.fromEntries(knobs) };
  }
  if (method === 'POST' && what === 'life' && register === undefined) {
    const asked = parse(bytes);
    const person = Check(SomeLife, asked) ? country.find(country.personae[asked.persona] ?? '') : undefined;
    if (!Check(SomeLife, asked) || person === undefined)
      return {
        status: 422,
        body: { error: 'somebody and something are wanted', personae: Object.keys(country.personae), happenings: HAPPENINGS },
      };
    const now = calendar.now().toPlainDateTime();
    country.life.liveUntil(now);
    const happened = country.life.happen(person, asked.happening, now);
    return happened ? { status: 200, body: { at: now.toString() } } : { status: 409, body: { error: 'that cannot happen to them' } };
  }
  if (method === 'PUT') {
    const asked = parse(bytes);
    const turned = register === undefined ? undefined : knobs.get(register);
    if (what === 'knobs' && turned !== undefined) {
      if (!Check(SomeKnobs, asked)) return { status: 422, body: { error: 'these are no knobs', knobs: Knobs.properties } };
      return { status: 200, body: Object.assign(turned, quiet(), asked) };
    }
    if (what === 'date' && register === undefined) {
      if (!Check(VirtualDate, asked)) return { status: 422, body: { error: 'a date is wanted: {"date": "2026-11-05"}, or null' } };
      calendar.setDate(asked.date === null ? undefined : Temporal.PlainDate.from(asked.date));
      return { status: 200, body: { date: calendar.now().toPlainDate().toString() } };
    }
  }
  return { status: 404, body: { error: 'no such thing' } };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
