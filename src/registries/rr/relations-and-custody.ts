import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, estonianDate, present, said } from '../values.ts';
import { ABOUT_ONE } from './asking.ts';
import { rr } from './contract.ts';
import { RR414 } from './generated/rr.ts';
import { CUSTODY_KIND, CUSTODY_ROLE, RELATION } from './labels.ts';
import { refusal } from './refusal.ts';

/** Whom a person is related to, and the rights of custody between them. */
export interface RelationsAndCustody {
  readonly relations: readonly {
    readonly kind?: Coded;
    readonly personalCode?: string;
    readonly firstName?: string;
    readonly lastName?: string;
  }[];
  readonly custody: readonly {
    readonly role?: Coded;
    readonly kind?: Coded;
    readonly content?: string;
    readonly personalCode?: string;
    readonly from?: string;
    readonly until?: string;
  }[];
}

/** Suhete ja hooldusõiguste päring, by RR414. */
export const relationsAndCustody: QueryType<Record<never, never>, RelationsAndCustody> = {
  ...ABOUT_ONE,
  code: 'RR.RELATIONS_AND_CUSTODY',
  name: { et: 'Suhete ja hooldusõiguste päring', en: 'Relations and custody', ru: 'Запрос о родстве и праве опеки' },
  launch: ['CLIENT_VIEW'],
  allowedKinds: kindsOf('J A'),
  fields: ['relations', 'custody'],
  names: 'RELATIVES',
  service: { code: 'RR414', version: 'v1' },
  buildRequest: ({ subject }) => rr.write(RR414, { request: { Isikukood: subject } }),
  readAnswer(body, question) {
    const answer = rr.read(RR414, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal({ ...response, code: response.Veakood, texts: [response.XTeeVeaTeade, response.Veatekst] });
    if (refused !== undefined) return ok(refused);
    const [relations, rights] = [response.Suhted.Suhe, response.Hooldusoigus.Hooldusoigused];
    const from = rights.map((right) => estonianDate(right['Hooldusoigused.hoAlgus']));
    const believed = credible(question, {
      about: { 'request/Isikukood': answer.value.request.Isikukood },
      many: { Suhted: relations, Hooldusoigus: rights },
      past: { 'Hooldusoigused.hoAlgus': from },
    });
    if (!believed.ok) return believed;
    return ok({
      state: 'FOUND',
      record: {
        relations: relations.map((relation) =>
          present({
            kind: coded(relation['Suhe.Suhtetyyp'], RELATION),
            personalCode: said(relation['Suhe.sIsikukood']),
            firstName: said(relation['Suhe.sEesnimi']),
            lastName: said(relation['Suhe.sPerenimi']),
          }),
        ),
        custody: rights.map((right, n) =>
          present({
            role: coded(right['Hooldusoigused.hoRoll'], CUSTODY_ROLE),
            kind: coded(right['Hooldusoigused.hoLiik'], CUSTODY_KIND),
            content: said(right['Hooldusoigused.hoSisu']),
            personalCode: said(right['Hooldusoigused.hoTeineIK']),
            from: from[n],
            until: estonianDate(right['Hooldusoigused.hoLopp']),
          }),
        ),
      },
    });
  },
};
