import { type Static, Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import type { QueryType } from '../query-type.ts';
import { coded, present, said } from '../values.ts';
import { SEARCH } from './asking.ts';
import { rr } from './contract.ts';
import { RR42isikAadressKood } from './generated/rr.ts';
import { PERSON_STATUS } from './labels.ts';
import type { FoundPeople } from './person-search.ts';
import { refusal } from './refusal.ts';

/** A house is the least that must be named: a street is no purpose. */
const Parameters = Type.Object(
  {
    municipality: Type.String({ pattern: '^[0-9]{4}$', description: 'EHAK' }),
    street: Type.String({ minLength: 2, maxLength: 100 }),
    house: Type.String({ pattern: '^[0-9]{1,4}[A-Za-z]?(/[0-9]{1,4})?$' }),
    flat: Type.Optional(Type.String({ pattern: '^[0-9]{1,4}[A-Za-z]?$' })),
  },
  { additionalProperties: false },
);

/** Aadressil elavate isikute päring, by RR42isikAadressKood. */
export const addressResidents: QueryType<Static<typeof Parameters>, FoundPeople> = {
  ...SEARCH,
  code: 'RR.ADDRESS_RESIDENTS',
  name: { et: 'Aadressil elavate isikute päring', en: 'People who live at an address', ru: 'Запрос о проживающих по адресу' },
  fields: ['people'],
  names: 'RESIDENTS',
  parameters: Parameters,
  service: { code: 'RR42isikAadressKood', version: 'v1' },
  buildRequest: ({ parameters: { municipality, street, house, flat } }) =>
    rr.write(RR42isikAadressKood, {
      request: present({
        vald: municipality.replace(/^0+/, ''),
        tanavtalu: street,
        majaNumbrivahemik: house,
        korteriNumbrivahemik: flat,
        staatus: 'E',
      }),
    }),
  readAnswer(body, question) {
    const answer = rr.read(RR42isikAadressKood, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal({ ...response, code: response.veakood, texts: [response.veatekst] });
    if (refused !== undefined) return ok(refused);
    const found = response.isikud.isik;
    const believed = credible(question, { many: { isikud: found } });
    if (!believed.ok) return believed;
    if (found.length === 0) return ok({ state: 'NOT_FOUND' });
    return ok({
      state: 'FOUND',
      record: {
        people: found.map((person) =>
          present({
            personalCode: person['isik.Isikukood'].trim(),
            firstName: said(person['isik.Eesnimi']),
            lastName: said(person['isik.Perekonnanimi']),
            address: said(person['isik.Elukoha_aadress']),
            status: coded(person['isik.Staatus'], PERSON_STATUS),
          }),
        ),
      },
    });
  },
};
