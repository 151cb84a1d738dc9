import { type Static, Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, estonianDate, present, said } from '../values.ts';
import { CodeBeginning, FOUND_AT_MOST, NameBeginning, SEARCH } from './asking.ts';
import { rr } from './contract.ts';
import { RR96IsikDokElukSuhe } from './generated/rr.ts';
import { PERSON_STATUS, RELATION } from './labels.ts';
import { refusal } from './refusal.ts';

/** People who may be the one that is looked for, with what tells them apart: where they have lived and whom they belong to. */
export interface PeopleInFull {
  readonly people: readonly {
    readonly personalCode: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly birthDate?: string;
    readonly status?: Coded;
    readonly residences: readonly { readonly address?: string; readonly from?: string; readonly until?: string }[];
    readonly relations: readonly { readonly kind?: Coded; readonly firstName?: string; readonly lastName?: string }[];
  }[];
}

const Parameters = Type.Object(
  { codeBeginning: CodeBeginning, lastName: NameBeginning, firstName: NameBeginning },
  { additionalProperties: false },
);

/** Isiku elukohtade ja seoste otsing, by RR96IsikDokElukSuhe: its groups stand side by side and are joined by personal code. */
export const peopleInFull: QueryType<Static<typeof Parameters>, PeopleInFull> = {
  ...SEARCH,
  code: 'RR.PEOPLE_IN_FULL',
  name: {
    et: 'Isiku otsing elukohtade ja seostega',
    en: 'Search for a person with residences and relations',
    ru: 'Поиск лица с местами жительства и связями',
  },
  allowedKinds: kindsOf('J A'),
  fields: ['people'],
  parameters: Parameters,
  service: { code: 'RR96IsikDokElukSuhe', version: 'v1' },
  buildRequest: ({ parameters: { codeBeginning, lastName, firstName } }) =>
    rr.write(RR96IsikDokElukSuhe, {
      request: {
        Isikukood: codeBeginning,
        Isikueesnimi: `${firstName}*`,
        Isikuperenimi: `${lastName}*`,
        VastusteArv: String(FOUND_AT_MOST),
      },
    }),
  readAnswer(body, question) {
    const answer = rr.read(RR96IsikDokElukSuhe, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal({ ...response, code: response.Veakood, texts: [response.Veatekst] });
    if (refused !== undefined) return ok(refused);
    const [found, homes, relations] = [response.Isikud.Isikuandmed, response.Elukohad.Elukohaandmed, response.Suhted.Suhe];
    const believed = credible(question, { many: { Isikud: found, Elukohad: homes, Suhted: relations } });
    if (!believed.ok) return believed;
    if (found.length === 0) return ok({ state: 'NOT_FOUND' });
    const people = found.slice(0, FOUND_AT_MOST).map((person) => {
      const personalCode = person['Isikuandmed.Isikukood'].trim();
      return present({
        personalCode,
        firstName: said(person['Isikuandmed.Eesnimi']),
        lastName: said(person['Isikuandmed.Perenimi']),
        birthDate: estonianDate(person['Isikuandmed.Synniaeg']),
        status: coded(person['Isikuandmed.IsikuStaatus'], PERSON_STATUS),
        residences: homes
          .filter((home) => home['Elukohaandmed.IsikuIsikukood'].trim() === personalCode)
          .map((home) =>
            present({
              address: said(home['Elukohaandmed.AadressTekstina']),
              from: estonianDate(home['Elukohaandmed.Algusekuup']),
              until: estonianDate(home['Elukohaandmed.Lopukuup']),
            }),
          ),
        relations: relations
          .filter((relation) => relation['Suhe.IsikuIsikukood'].trim() === personalCode)
          .map((relation) =>
            present({
              kind: coded(relation['Suhe.Suhtetyyp'], RELATION),
              firstName: said(relation['Suhe.Eesnimi']),
              lastName: said(relation['Suhe.Perenimi']),
            }),
          ),
      });
    });
    return ok(
      found.length < FOUND_AT_MOST ? { state: 'FOUND', record: { people } } : { state: 'PARTIAL', record: { people }, missing: ['people'] },
    );
  },
};
