import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, estonianDate, present, said } from '../values.ts';
import { ABOUT_ONE } from './asking.ts';
import { rr } from './contract.ts';
import { RR86LapseVanemad } from './generated/rr.ts';
import { PERSON_STATUS, RELATION } from './labels.ts';
import { refusal } from './refusal.ts';

/** A child's parents and guardians. */
export interface Parents {
  readonly parents: readonly {
    readonly relation?: Coded;
    readonly personalCode?: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly status?: Coded;
    readonly legalCapacity?: string;
    readonly since?: string;
  }[];
}

/** Lapse vanemate päring, by RR86LapseVanemad. */
export const parents: QueryType<Record<never, never>, Parents> = {
  ...ABOUT_ONE,
  code: 'RR.PARENTS',
  name: { et: 'Lapse vanemate päring', en: 'Parents of a child', ru: 'Запрос о родителях ребёнка' },
  launch: ['CLIENT_VIEW'],
  allowedKinds: kindsOf('J A'),
  fields: ['parents'],
  names: 'RELATIVES',
  service: { code: 'RR86LapseVanemad', version: 'v1' },
  buildRequest: ({ subject }) => rr.write(RR86LapseVanemad, { request: { Isikukood: subject } }),
  readAnswer(body, question) {
    const answer = rr.read(RR86LapseVanemad, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal({ ...response, code: response.Veakood, texts: [response.Veatekst] });
    if (refused !== undefined) return ok(refused);
    const relations = response.Suhted.Suhe;
    const since = relations.map((relation) => estonianDate(relation['Suhe.Alguskp']));
    const believed = credible(question, {
      about: { IsikuIsikukood: response.IsikuIsikukood },
      many: { Suhted: relations },
      past: { 'Suhe.Alguskp': since },
    });
    if (!believed.ok) return believed;
    if (relations.length === 0) return ok({ state: 'NOT_FOUND' });
    return ok({
      state: 'FOUND',
      record: {
        parents: relations.map((relation, n) =>
          present({
            relation: coded(relation['Suhe.Suhtetyyp'], RELATION),
            personalCode: said(relation['Suhe.Isikukood']),
            firstName: said(relation['Suhe.Eesnimi']),
            lastName: said(relation['Suhe.Perenimi']),
            status: coded(relation['Suhe.IsikuStaatus'], PERSON_STATUS),
            legalCapacity: said(relation['Suhe.IsikuTeovoime']),
            since: since[n],
          }),
        ),
      },
    });
  },
};
