import { ANOTHER, CANARY, SUBJECT } from './body.ts';

/** Answers of a query type's REST twin, as JSON values. Written by hand after what the service's consumers have published. */
export interface RestBodies {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly found: unknown;
  readonly notFound: unknown;
  /** The status by which it refuses. */
  readonly refusal: number;
  /** The answer that was found, about somebody else, from the future, and of more than can be. */
  readonly another: unknown;
  readonly future: unknown;
  readonly tooMany: unknown;
}

const classifier = (kood: string, elemendiKood: string, nimetus: string) => ({ kood, elemendiKood, nimetus });

const RIGHT = {
  liik: classifier('HOOLDUSE_LIIK', 'H20', CANARY),
  staatus: classifier('HOOLDUS_STAATUS', 'H1', CANARY),
  hooldusoigusAlgus: '2000-01-01T00:00:00',
  teineIsikIsikukood: ANOTHER,
  teineIsikOlek: classifier('ISIKU_STAATUS', CANARY, CANARY),
  teineIsikEesnimi: 'JUKU',
  teineIsikPerenimi: 'MAASIKAS',
  sisu: CANARY,
};
const person = (isikukood: string, rights: readonly unknown[]) => [
  { isikukood, eesnimi: CANARY, perekonnanimi: CANARY, hooldusoigused: rights, suhted: [{ isikukood: CANARY }] },
];

/** By query type: every type that has a twin has these. */
export const REST_BODIES: Readonly<Record<string, RestBodies>> = {
  'RR.CUSTODY': {
    parameters: { role: 'VANEM' },
    found: person(SUBJECT, [RIGHT]),
    notFound: [],
    refusal: 403,
    another: person(ANOTHER, [RIGHT]),
    future: person(SUBJECT, [{ ...RIGHT, hooldusoigusAlgus: '2026-11-24' }]),
    tooMany: [...person(SUBJECT, [RIGHT]), ...person(SUBJECT, [RIGHT])],
  },
};

/** One right of custody of the person asked about, changed as told. */
export function custodyAnswer(...changes: readonly Readonly<Record<string, unknown>>[]): unknown {
  return person(
    SUBJECT,
    changes.map((change) => ({ ...RIGHT, ...change })),
  );
}
