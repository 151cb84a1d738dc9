import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, present, said } from '../values.ts';
import { ABOUT_ONE } from './asking.ts';
import { rr } from './contract.ts';
import { RR84IsikuSeosed } from './generated/rr.ts';
import { ENTRY_STATUS, PERSON_STATUS, RELATION } from './labels.ts';
import { refusal } from './refusal.ts';

/** Whom the register knows a person to be related to. */
export interface RelatedPersons {
  readonly related: readonly {
    readonly relation?: Coded;
    readonly personalCode?: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly residence?: string;
    readonly status?: Coded;
    readonly relationStatus?: Coded;
  }[];
}

/** Seotud isikute päring, by RR84IsikuSeosed. */
export const relatedPersons: QueryType<Record<never, never>, RelatedPersons> = {
  ...ABOUT_ONE,
  code: 'RR.RELATED_PERSONS',
  name: { et: 'Seotud isikute päring', en: 'Related persons', ru: 'Запрос о связанных лицах' },
  launch: ['CLIENT_VIEW', 'PROCEEDING', 'AUTOMATIC'],
  allowedKinds: kindsOf('T V C J A S'),
  fields: ['related'],
  names: 'RELATIVES',
  service: { code: 'RR84IsikuSeosed', version: 'v1' },
  buildRequest: ({ subject }) => rr.write(RR84IsikuSeosed, { request: { Isikukood: subject } }),
  readAnswer(body, question) {
    const answer = rr.read(RR84IsikuSeosed, body);
    if (!answer.ok) return answer;
    const { request, response } = answer.value;
    const refused = refusal({ ...response, code: response.Veakood, texts: [response.XTeeVeaTeade, response.Veatekst] });
    if (refused !== undefined) return ok(refused);
    const relations = response.Suhted.Suhe;
    const believed = credible(question, { about: { 'request/Isikukood': request.Isikukood }, many: { Suhted: relations } });
    if (!believed.ok) return believed;
    const related = relations.map((relation) =>
      present({
        relation: coded(relation['Suhe.Suhtetyyp'], RELATION),
        personalCode: said(relation['Suhe.sIsikukood']),
        firstName: said(relation['Suhe.sEesnimi']),
        lastName: said(relation['Suhe.sPerenimi']),
        residence: said(relation['Suhe.sIsikuElukoht']),
        status: coded(relation['Suhe.sIsikuStaatus'], PERSON_STATUS),
        relationStatus: coded(relation['Suhe.SuhStaatus'], ENTRY_STATUS),
      }),
    );
    return ok({ state: 'FOUND', record: { related } });
  },
};
