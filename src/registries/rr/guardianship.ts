import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, estonianDate, present } from '../values.ts';
import { ABOUT_ONE } from './asking.ts';
import { rr } from './contract.ts';
import { RR66HMIsikEestk } from './generated/rr.ts';
import { LEGAL_CAPACITY } from './labels.ts';
import { refusal } from './refusal.ts';

/** A person's legal capacity: whether a court has restricted it. */
export interface Guardianship {
  readonly legalCapacity: Coded;
  readonly deathDate?: string;
}

/** Eestkoste andmete päring, by RR66HMIsikEestk. */
export const guardianship: QueryType<Record<never, never>, Guardianship> = {
  ...ABOUT_ONE,
  code: 'RR.GUARDIANSHIP',
  name: { et: 'Eestkoste andmete päring', en: 'Guardianship and legal capacity', ru: 'Запрос об опеке и дееспособности' },
  launch: ['CLIENT_VIEW'],
  allowedKinds: kindsOf('T C J A S'),
  fields: ['legalCapacity', 'deathDate'],
  service: { code: 'RR66HMIsikEestk', version: 'v1' },
  buildRequest: ({ subject }) => rr.write(RR66HMIsikEestk, { request: { Isikukood: subject } }),
  readAnswer(body, question) {
    const answer = rr.read(RR66HMIsikEestk, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal({ ...response, code: response.Veakood, texts: [response.Veatekst] });
    if (refused !== undefined) return ok(refused);
    const deathDate = estonianDate(response.SurmaKuup);
    const believed = credible(question, { about: { Isikukood: response.Isikukood }, past: { SurmaKuup: [deathDate] } });
    if (!believed.ok) return believed;
    const legalCapacity = coded(response.EestkosteOn, LEGAL_CAPACITY);
    if (legalCapacity === undefined) return ok({ state: 'NOT_FOUND' });
    return ok({ state: 'FOUND', record: present<Guardianship>({ legalCapacity, deathDate }) });
  },
};
