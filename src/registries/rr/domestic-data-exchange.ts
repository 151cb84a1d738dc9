import { type TSchema, Type } from 'typebox';
import { orNull } from '../../platform/index.ts';
import type { RestQuestion } from '../query-type.ts';

/**
 * The register's REST service `domesticDataExchange`, POST /v1/isikud (registries 3.1). Its description is not public: what stands here is what
 * its consumers have published, and nothing else is asked. So the groups `kodakondsused`, `isikuAadressid`, `isikuKontaktid`, `dokumendid`,
 * `suhted` and `muudPerenimedDetail` stay empty, and of the register's questions only those of custody have a twin.
 */
export const SERVICE = { code: 'domesticDataExchange' } as const;

/** The members that may be asked for: asking for one without a right to it is refused, so that this mask is the permit. */
interface Mask {
  readonly isikuandmed: readonly ('Isikukood' | 'Eesnimi' | 'Perekonnanimi' | 'SynniKuupaev' | 'IsikuStaatus' | 'PohiKodakondsus')[];
  readonly hooldusoigused: readonly (
    | 'Liik'
    | 'Staatus'
    | 'HooldusoigusAlgus'
    | 'TeineIsikIsikukood'
    | 'TeineIsikOlek'
    | 'TeineIsikEesnimi'
    | 'TeineIsikPerenimi'
  )[];
}

const NOTHING = { kodakondsused: [], isikuAadressid: [], isikuKontaktid: [], dokumendid: [], suhted: [], muudPerenimedDetail: [] };

/** Asks about one person, for a public task: `avalik` of the two reasons that the service takes, the other being `oigustatud`. */
export function personRequest(personalCode: string, mask: Mask): RestQuestion {
  return {
    method: 'POST',
    path: '/v1/isikud',
    headers: { 'RR-Request-Reason': 'avalik' },
    body: JSON.stringify({ isikukoodid: [personalCode], andmevaljad: { ...mask, ...NOTHING } }),
  };
}

/** What is absent is left out or null. */
const orNothing = <const T extends TSchema>(schema: T) => Type.Optional(orNull(schema));
/** A value of a code list. Its list's name and its own Estonian name come with it, and are not needed. */
const Classifier = Type.Object({ elemendiKood: orNothing(Type.String()) });
/** A day, or midnight of it. A time or a zone would make another day of it, so there must be none. */
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}(?:T00:00:00)?$' });

/** A right of custody (hooldusõigus) between the person and another. The service does not say which of the two has it. */
const CustodyRight = Type.Object({
  liik: orNothing(Classifier),
  staatus: orNothing(Classifier),
  hooldusoigusAlgus: orNothing(Day),
  teineIsikIsikukood: orNothing(Type.String()),
  teineIsikEesnimi: orNothing(Type.String()),
  teineIsikPerenimi: orNothing(Type.String()),
});

/** The answer: the persons asked about that the register has; none of them, an empty list. */
export const Persons = Type.Array(
  Type.Object({ isikukood: Type.String({ minLength: 1 }), hooldusoigused: orNothing(Type.Array(CustodyRight)) }),
);
