import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Person } from '../../person.ts';
import { isAlive, type RestAsked, type RestReply, upper } from '../register.ts';
import { custodyOf } from './family.ts';

/** The groups of members that there are. Of the first two their consumers have told the members; those of the others nobody has. */
const PERSON = ['Isikukood', 'Eesnimi', 'Perekonnanimi', 'SynniKuupaev', 'IsikuStaatus', 'PohiKodakondsus'];
const CUSTODY = ['Liik', 'Staatus', 'HooldusoigusAlgus', 'TeineIsikIsikukood', 'TeineIsikOlek', 'TeineIsikEesnimi', 'TeineIsikPerenimi'];
const UNTOLD = ['kodakondsused', 'isikuAadressid', 'isikuKontaktid', 'dokumendid', 'suhted', 'muudPerenimedDetail'];
/** STAR has no business with it here, and so no right to it. */
const NOT_FOR_STAR: ReadonlySet<string> = new Set(['PohiKodakondsus']);

const group = (members: readonly string[]) => Type.Array(Type.Enum([...members]));
const Question = Type.Object(
  {
    isikukoodid: Type.Array(Type.String(), { minItems: 1, maxItems: 20 }),
    andmevaljad: Type.Object(
      {
        isikuandmed: group(PERSON),
        hooldusoigused: group(CUSTODY),
        ...Object.fromEntries(UNTOLD.map((name) => [name, Type.Array(Type.Never())])),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

/** POST /v1/isikud: what is asked of each person, and of each right of custody; whom it does not have is left out of the list. */
export function persons(asked: RestAsked): RestReply {
  if (asked.method !== 'POST' || asked.path !== '/v1/isikud') return refusal(404, 'there is no such resource');
  if (asked.header('x-road-userid') === undefined) return refusal(400, 'X-Road-UserId is missing');
  if (!['avalik', 'oigustatud'].includes(asked.header('rr-request-reason') ?? '')) return refusal(400, 'RR-Request-Reason is missing');
  const question = parse(asked.body);
  if (!Check(Question, question)) return refusal(400, 'the request is not valid');
  const { isikuandmed, hooldusoigused } = question.andmevaljad;
  if ([...isikuandmed, ...hooldusoigused].some((member) => NOT_FOR_STAR.has(member))) return refusal(403, 'no right to the field');
  const found = question.isikukoodid.flatMap((code) => asked.country.find(code) ?? []);
  return { status: 200, body: found.map((person) => answerAbout(person, question, asked)) };
}

function answerAbout(person: Person, { andmevaljad }: Static<typeof Question>, asked: RestAsked): unknown {
  const rights = custodyOf(person).map(({ kind, other, from }) => ({
    Liik: KINDS[kind],
    Staatus: { kood: 'HOOLDUS_STAATUS', elemendiKood: 'H1', nimetus: 'kehtiv' },
    HooldusoigusAlgus: `${(asked.differs ? from.add({ days: 1 }) : from).toString()}T00:00:00`,
    TeineIsikIsikukood: other.personalCode,
    TeineIsikOlek: stateOf(other, asked),
    TeineIsikEesnimi: asked.differs ? null : upper(other.firstName),
    TeineIsikPerenimi: upper(other.lastName),
  }));
  return {
    ...only(andmevaljad.isikuandmed, {
      Isikukood: person.personalCode,
      Eesnimi: upper(person.firstName),
      Perekonnanimi: upper(person.lastName),
      SynniKuupaev: person.birthDate.toString(),
      IsikuStaatus: stateOf(person, asked),
    }),
    ...(andmevaljad.hooldusoigused.length === 0 ? {} : { hooldusoigused: rights.map((right) => only(andmevaljad.hooldusoigused, right)) }),
  };
}

const KINDS = {
  H10: { kood: 'HOOLDUSE_LIIK', elemendiKood: 'H10', nimetus: 'täielik isikuhooldusõigus' },
  H20: { kood: 'HOOLDUSE_LIIK', elemendiKood: 'H20', nimetus: 'täielik varahooldusõigus' },
} as const;

function stateOf(person: Person, { today }: RestAsked) {
  const [elemendiKood, nimetus] = isAlive(person, today) ? ['E', 'ELUS'] : ['S', 'SURNUD'];
  return { kood: 'ISIKU_STAATUS', elemendiKood, nimetus };
}

/** The members asked for, by their names in an answer: with a small letter. */
function only(asked: readonly string[], members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(asked.map((name) => [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, members[name]]));
}

/** How the real one words its refusals is not public. */
function refusal(status: number, message: string): RestReply {
  return { status, body: { message } };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
