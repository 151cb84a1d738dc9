import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, estonianDate, present, said } from '../values.ts';
import { ABOUT_ONE } from './asking.ts';
import { rr } from './contract.ts';
import { RR407HMIsikEestk } from './generated/rr.ts';
import { LEGAL_CAPACITY } from './labels.ts';
import { refusal } from './refusal.ts';

/** A person's legal capacity, where they live, and where they lived before. */
export interface CapacityAndResidences {
  readonly legalCapacity?: Coded;
  readonly residence?: Place;
  readonly formerResidence?: Place & { readonly from?: string; readonly until?: string };
}

interface Place {
  readonly municipalityCode?: string;
  readonly address: string;
}

/** Eestkoste ja elukohtade päring, by RR407HMIsikEestk. */
export const capacityAndResidences: QueryType<Record<never, never>, CapacityAndResidences> = {
  ...ABOUT_ONE,
  code: 'RR.CAPACITY_AND_RESIDENCES',
  name: { et: 'Teovõime ja elukohtade päring', en: 'Legal capacity and residences', ru: 'Запрос о дееспособности и местах жительства' },
  launch: ['CLIENT_VIEW'],
  allowedKinds: kindsOf('C J A S'),
  fields: ['legalCapacity', 'residence', 'formerResidence'],
  service: { code: 'RR407HMIsikEestk', version: 'v1' },
  buildRequest: ({ subject }) => rr.write(RR407HMIsikEestk, { request: { Isikukood: subject } }),
  readAnswer(body, question) {
    const answer = rr.read(RR407HMIsikEestk, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal({ ...response, code: response.Veakood, texts: [response.Veatekst] });
    if (refused !== undefined) return ok(refused);
    const believed = credible(question, { about: { Isikukood: response.Isikukood } });
    if (!believed.ok) return believed;
    const former = place(response.EndineValdKood, [
      response.EndineTanav,
      [response.EndineMaja, response.EndineKorter],
      response.EndineAsula,
      response.EndineVald,
      response.EndineMaakond,
    ]);
    return ok({
      state: 'FOUND',
      record: present<CapacityAndResidences>({
        legalCapacity: coded(response.EestkosteOn, LEGAL_CAPACITY),
        residence: place(response.ValdKood, [
          response.Tanav,
          [response.Maja, response.Korter],
          response.Asula,
          response.Vald,
          response.Maakond,
        ]),
        formerResidence:
          former === undefined
            ? undefined
            : present({ ...former, from: estonianDate(response.EndineElukohtAlgus), until: estonianDate(response.EndineElukohtLopp) }),
      }),
    });
  },
};

/** An address from the parts that are there: street, house and flat, settlement, municipality, county. */
function place(municipality: string, parts: readonly (string | readonly string[])[]): Place | undefined {
  const [street, numbers, ...rest] = parts.map((part) =>
    said(typeof part === 'string' ? part : part.flatMap((one) => said(one) ?? []).join('-')),
  );
  const address = [[street, numbers].filter((one) => one !== undefined).join(' '), ...rest].flatMap((one) => said(one) ?? []).join(', ');
  return address === '' ? undefined : present<Place>({ municipalityCode: said(municipality)?.padStart(4, '0'), address });
}
