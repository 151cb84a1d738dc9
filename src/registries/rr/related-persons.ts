import { Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { present, said, words } from '../values.ts';
import { NOT_IN_REGISTER, rr } from './contract.ts';
import { RR84IsikuSeosed } from './generated/rr.ts';

/** Whom the register knows a person to be related to. */
export interface RelatedPersons {
  readonly related: readonly {
    readonly relation: string;
    readonly personalCode?: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly residence?: string;
    readonly status?: string;
    readonly relationStatus?: string;
  }[];
}

/** Seotud isikute päring, by RR84IsikuSeosed. */
export const relatedPersons: QueryType<Record<never, never>, RelatedPersons> = {
  ...COMMON,
  code: 'RR.RELATED_PERSONS',
  registry: 'rr',
  name: { et: 'Seotud isikute päring', en: 'Related persons', ru: 'Запрос о связанных лицах' },
  legalBasis: 'SHS § 142 lg 1 p 2',
  allowedKinds: kindsOf('T V C J A S'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  fields: ['related'],
  parameters: Type.Object({}, { additionalProperties: false }),
  service: { code: 'RR84IsikuSeosed', version: 'v1' },
  buildRequest: ({ subject }) => rr.write(RR84IsikuSeosed, { request: { Isikukood: subject } }),
  readAnswer(body) {
    const answer = rr.read(RR84IsikuSeosed, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const told = said(response.faultString) ?? said(response.XTeeVeaTeade) ?? said(response.Veatekst);
    const code = said(response.faultCode) ?? (response.Veakood.trim() === '0' ? undefined : response.Veakood.trim());
    if (code === NOT_IN_REGISTER) return ok({ state: 'NOT_FOUND', ...words(told) });
    if (code !== undefined) return ok({ state: 'REJECTED', reason: code, ...words(told) });
    const related = response.Suhted.Suhe.map((relation) =>
      present({
        relation: relation['Suhe.Suhtetyyp'].trim(),
        personalCode: said(relation['Suhe.sIsikukood']),
        firstName: said(relation['Suhe.sEesnimi']),
        lastName: said(relation['Suhe.sPerenimi']),
        residence: said(relation['Suhe.sIsikuElukoht']),
        status: said(relation['Suhe.sIsikuStaatus']),
        relationStatus: said(relation['Suhe.SuhStaatus']),
      }),
    );
    return ok({ state: 'FOUND', record: { related } });
  },
};
