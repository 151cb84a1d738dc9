import { type Static, Type } from 'typebox';
import { ok, type Text } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { NOTHING_FOUND } from '../nothing-found.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, faultIn, isoDate, present, said, words } from '../values.ts';
import { tervisekassa } from './contract.ts';
import { kindlustatus } from './generated/tervisekassa.ts';

/** Whether a person is insured, on which grounds, and who their family doctor is. */
export interface Insurance {
  readonly insured: boolean;
  readonly grounds: readonly Coded[];
  readonly until?: string;
  readonly familyDoctor?: { readonly name?: string; readonly phone?: string; readonly since?: string };
}

/** Omadus (registries 3.4). */
const GROUND_LABELS: Readonly<Record<string, Text>> = {
  1: { et: 'töötaja', en: 'employee', ru: 'работник' },
  2: { et: 'vanaduspensionär', en: 'old-age pensioner', ru: 'пенсионер по старости' },
  3: { et: 'töövõimetuspensionär', en: 'incapacity pensioner', ru: 'пенсионер по нетрудоспособности' },
  4: { et: 'E-vorm', en: 'E form', ru: 'форма E' },
  5: { et: 'vajaminev arstiabi', en: 'necessary care', ru: 'необходимая помощь' },
  6: { et: 'Töötukassa kaudu', en: 'through the unemployment fund', ru: 'через Кассу по безработице' },
  8: { et: 'ajutine kaitse', en: 'temporary protection', ru: 'временная защита' },
};

const Parameters = Type.Object({ asOf: Type.Optional(Type.String({ format: 'date' })) }, { additionalProperties: false });

/** Ravikindlustuse olemasolu ja perearsti andmete päring, by kindlustatus. */
export const insurance: QueryType<Static<typeof Parameters>, Insurance> = {
  ...COMMON,
  code: 'HK.INSURANCE_AND_GP',
  registry: 'tervisekassa',
  name: {
    et: 'Ravikindlustuse olemasolu ja perearsti andmete päring',
    en: 'Health insurance and family doctor',
    ru: 'Запрос о медицинском страховании и семейном враче',
  },
  legalBasis: 'SHS § 142 lg 1 p 2; IKÜM art 9 lg 2 p b',
  allowedKinds: kindsOf('C J S'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  justification: 'REQUIRED',
  fields: ['insured', 'grounds', 'until', 'familyDoctor'],
  parameters: Parameters,
  service: { code: 'kindlustatus', version: 'v1' },
  buildRequest: ({ subject, parameters, today }) =>
    tervisekassa.write(kindlustatus, { request: { isikukood: subject, kuupaev: parameters.asOf ?? today.toString() } }),
  readAnswer(body, question) {
    const answer = tervisekassa.read(kindlustatus, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const code = faultIn(response);
    // The register's codes for a person it does not know are not public; its words are.
    if (code !== undefined && NOTHING_FOUND.test(response.faultString ?? ''))
      return ok({ state: 'NOT_FOUND', ...words(response.faultString) });
    if (code !== undefined) return ok({ state: 'REJECTED', reason: code, ...words(response.faultString) });
    const since = isoDate(response.perearsti_info?.pa_alates);
    const believed = credible(question, { about: { 'isik/isikukood': response.isik.isikukood }, past: { pa_alates: [since] } });
    if (!believed.ok) return believed;
    const doctor = response.perearsti_info;
    return ok({
      state: 'FOUND',
      record: present<Insurance>({
        insured: response.kindlustatus,
        grounds: (response.omadused?.omadus ?? []).flatMap((ground) => coded(ground, GROUND_LABELS) ?? []),
        until: isoDate(response.kindlustatud_kuni),
        familyDoctor: doctor === undefined ? undefined : present({ name: said(doctor.perearst.nimi), phone: said(doctor.telefon), since }),
      }),
    });
  },
};
