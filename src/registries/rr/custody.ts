import { type Static, Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, estonianDate, present, said } from '../values.ts';
import { ABOUT_ONE } from './asking.ts';
import { rr } from './contract.ts';
import { custodyByRest } from './custody-by-rest.ts';
import { RR465isikuHooldusoigused } from './generated/rr.ts';
import { CUSTODY_KIND, CUSTODY_STATE } from './labels.ts';
import { refusal } from './refusal.ts';

/** Whose custody a person has, or who has it of them. */
export interface Custody {
  readonly rights: readonly {
    readonly kind?: Coded;
    readonly state?: Coded;
    readonly personalCode?: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly from?: string;
    readonly until?: string;
  }[];
}

/** 4: a public task (IKS20), of the reasons that the register takes. */
const PUBLIC_TASK = '4';

const Parameters = Type.Object(
  { role: Type.Union([Type.Literal('VANEM'), Type.Literal('LAPS')], { description: 'As what the person is asked about' }) },
  { additionalProperties: false },
);

export type CustodyParameters = Static<typeof Parameters>;

/** Hooldusõiguste päring, by RR465isikuHooldusoigused. Which words the register takes for a role is not public: these are inferred. */
export const custody: QueryType<CustodyParameters, Custody> = {
  ...ABOUT_ONE,
  code: 'RR.CUSTODY',
  name: { et: 'Hooldusõiguste päring', en: 'Custody', ru: 'Запрос о праве опеки' },
  launch: ['CLIENT_VIEW'],
  allowedKinds: kindsOf('J A'),
  fields: ['rights'],
  names: 'RELATIVES',
  parameters: Parameters,
  service: { code: 'RR465isikuHooldusoigused', version: 'v1' },
  buildRequest: ({ subject, parameters }) =>
    rr.write(RR465isikuHooldusoigused, { request: { Isikukood: subject, Roll: parameters.role, pohjus: PUBLIC_TASK } }),
  readAnswer(body, question) {
    const answer = rr.read(RR465isikuHooldusoigused, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const { Hooldusoigus: rights } = response.Hooldusoigused;
    // This service has no error code of its own: a text and no rights is its refusal (registries 3.1).
    const refused = refusal({ ...response, texts: [response.veatekst] });
    if (refused !== undefined) return ok(refused);
    if (rights.length === 0 && said(response.veatekst) !== undefined)
      return ok({ state: 'REJECTED', reason: 'VEATEKST', text: said(response.veatekst) ?? '' });
    const from = rights.map((right) => estonianDate(right['Hooldusoigused.Algus']));
    const believed = credible(question, {
      about: { 'request/Isikukood': answer.value.request.Isikukood },
      many: { Hooldusoigused: rights },
      past: { 'Hooldusoigused.Algus': from },
    });
    if (!believed.ok) return believed;
    if (rights.length === 0) return ok({ state: 'NOT_FOUND' });
    return ok({
      state: 'FOUND',
      record: {
        rights: rights.map((right, n) =>
          present({
            kind: coded(right['Hooldusoigused.Liik'], CUSTODY_KIND),
            state: coded(right['Hooldusoigused.Olek'], CUSTODY_STATE),
            personalCode: said(right['Hooldusoigused.Teineisikukood']),
            firstName: said(right['Hooldusoigused.TeineEesnimi']),
            lastName: said(right['Hooldusoigused.TeinePerenimi']),
            from: from[n],
            until: estonianDate(right['Hooldusoigused.Lopp']),
          }),
        ),
      },
    });
  },
  twin: custodyByRest,
};
