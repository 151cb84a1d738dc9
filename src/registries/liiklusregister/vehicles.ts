import { Type } from 'typebox';
import { ok, type Text } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { anyDate, type Coded, coded, present, said, words } from '../values.ts';
import { liiklusregister } from './contract.ts';
import { paring22 } from './generated/liiklusregister.ts';

/** Vehicles that a person owns or uses, as far as means are judged by them. */
export interface Vehicles {
  readonly vehicles: readonly {
    readonly registrationNumber?: string;
    readonly category?: Coded;
    readonly make?: string;
    readonly model?: string;
    readonly year?: string;
    readonly firstRegistered?: string;
    readonly restrictions?: string;
    /** Whether the person is the owner; else somebody else's vehicle that they use. */
    readonly owned: boolean;
  }[];
}

/** Vehicle categories (LS § 68). */
const CATEGORY: Readonly<Record<string, Text>> = {
  M1: { et: 'sõiduauto', en: 'passenger car', ru: 'легковой автомобиль' },
  N1: { et: 'kaubik', en: 'van', ru: 'фургон' },
  L3: { et: 'mootorratas', en: 'motorcycle', ru: 'мотоцикл' },
  O1: { et: 'kerghaagis', en: 'light trailer', ru: 'лёгкий прицеп' },
};

/** Isikuga seotud sõidukite päring, by paring22, which was made for municipalities. A person without a vehicle has no item. */
export const vehicles: QueryType<Record<never, never>, Vehicles> = {
  ...COMMON,
  code: 'TRAFFIC.VEHICLES',
  registry: 'liiklusregister',
  name: { et: 'Sõidukite päring', en: 'Vehicles', ru: 'Запрос о транспортных средствах' },
  launch: ['PROCEEDING', 'AUTOMATIC'],
  legalBasis: 'SHS § 132 lg 6¹',
  allowedKinds: kindsOf('T'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 168,
  fields: ['vehicles'],
  parameters: Type.Object({}, { additionalProperties: false }),
  service: { code: 'paring22', version: 'v1' },
  buildRequest: ({ subject }) => liiklusregister.write(paring22, { oma_kood: subject }),
  readAnswer(body, question) {
    const answer = liiklusregister.read(paring22, body);
    if (!answer.ok) return answer;
    const { item } = answer.value;
    const registered = item.map(({ regtulek }) => anyDate(regtulek));
    const believed = credible(question, { past: { regtulek: registered }, many: { item } });
    if (!believed.ok) return believed;
    if (item.length === 0) return ok({ state: 'NOT_FOUND' });
    return ok({
      state: 'FOUND',
      record: {
        vehicles: item.map((vehicle, n) =>
          present({
            registrationNumber: said(vehicle.regmrk),
            category: coded(vehicle.soiduki_andmed.kateg, CATEGORY),
            make: said(vehicle.soiduki_andmed.marknm),
            model: said(vehicle.soiduki_andmed.mudel_mod),
            year: said(vehicle.soiduki_andmed.ehitaasta),
            firstRegistered: registered[n],
            restrictions: words(vehicle.piirang).text,
            owned: vehicle.oma_andmed_v.oma_kood.trim() === question.subject,
          }),
        ),
      },
    });
  },
};
