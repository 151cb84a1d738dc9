import { type Static, Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import type { QueryType } from '../query-type.ts';
import { type Coded, coded, present, said } from '../values.ts';
import { CodeBeginning, FOUND_AT_MOST, NameBeginning, SEARCH } from './asking.ts';
import { rr } from './contract.ts';
import { RR41isikPohiandmed } from './generated/rr.ts';
import { PERSON_STATUS } from './labels.ts';
import { refusal } from './refusal.ts';

/** People who may be the one that is looked for. */
export interface FoundPeople {
  readonly people: readonly {
    readonly personalCode: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly address?: string;
    readonly status?: Coded;
  }[];
}

const Parameters = Type.Object(
  { lastName: NameBeginning, firstName: Type.Optional(NameBeginning), codeBeginning: Type.Optional(CodeBeginning) },
  { additionalProperties: false },
);

/** Isiku otsing nime või isikukoodi osa järgi, by RR41isikPohiandmed. */
export const personSearch: QueryType<Static<typeof Parameters>, FoundPeople> = {
  ...SEARCH,
  code: 'RR.PERSON_SEARCH',
  name: { et: 'Isiku otsing nime ja isikukoodi osa järgi', en: 'Search for a person', ru: 'Поиск лица по имени и части кода' },
  fields: ['people'],
  parameters: Parameters,
  service: { code: 'RR41isikPohiandmed', version: 'v1' },
  buildRequest: ({ parameters: { lastName, firstName, codeBeginning } }) =>
    rr.write(RR41isikPohiandmed, {
      request: present({ isikuperenimi: lastName, isikueesnimi: firstName, isikukood: codeBeginning, mitu: String(FOUND_AT_MOST) }),
    }),
  readAnswer(body, question) {
    const answer = rr.read(RR41isikPohiandmed, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal({ ...response, code: response.veakood, texts: [response.veatekst] });
    if (refused !== undefined) return ok(refused);
    const found = response.isikud.isik;
    const believed = credible(question, { many: { isikud: found } });
    if (!believed.ok) return believed;
    if (found.length === 0) return ok({ state: 'NOT_FOUND' });
    const people = found.slice(0, FOUND_AT_MOST).map((person) =>
      present({
        personalCode: person['isik.Isikukood'].trim(),
        firstName: said(person['isik.Eesnimi']),
        lastName: said(person['isik.Perenimi']),
        address: said(person['isik.Eesti_aadress']),
        status: coded(person['isik.Staatus'], PERSON_STATUS),
      }),
    );
    return ok(
      found.length < FOUND_AT_MOST ? { state: 'FOUND', record: { people } } : { state: 'PARTIAL', record: { people }, missing: ['people'] },
    );
  },
};
