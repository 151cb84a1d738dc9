import { type Static, Type } from 'typebox';
import { parseRegistryCode } from '../../estonia/index.ts';
import { fail, ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, present, said } from '../values.ts';
import { ariregister } from './contract.ts';
import { detailandmed_v2 } from './generated/ariregister.ts';
import { COMPANY_STATUS, mayRepresent } from './labels.ts';
import { partsIn } from './people.ts';

/** An undertaking, to know a service provider by: whether it is there, and who acts for it. */
export interface Company {
  readonly registryCode: string;
  readonly name: string;
  readonly status?: Coded;
  readonly people: readonly { readonly name: string; readonly role?: Coded }[];
  /** How it is represented where the law's rule does not hold. */
  readonly representation: readonly string[];
}

const Parameters = Type.Object({ registryCode: Type.String({ pattern: '^[1-9][0-9]{7}$' }) }, { additionalProperties: false });

/** Ettevõtja ja esindusõiguse päring, by detailandmed_v2 with a registry code. */
export const company: QueryType<Static<typeof Parameters>, Company> = {
  ...COMMON,
  code: 'BUSINESS.COMPANY',
  registry: 'ariregister',
  name: {
    et: 'Ettevõtja ja esindusõiguse päring',
    en: 'An undertaking and who represents it',
    ru: 'Запрос о предприятии и представителях',
  },
  legalBasis: 'SHS § 142 lg 1 p 2; TsÜS § 34',
  allowedKinds: kindsOf('T S C J A'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 168,
  fields: ['registryCode', 'name', 'status', 'people', 'representation'],
  parameters: Parameters,
  service: { code: 'detailandmed_v2', version: 'v1' },
  buildRequest({ parameters }) {
    if (parseRegistryCode(parameters.registryCode) === undefined)
      return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'registryCode', rule: 'CHECK_DIGIT' }] });
    return ariregister.write(detailandmed_v2, {
      keha: {
        ariregistri_kood: parameters.registryCode,
        fyysilise_isiku_roll_jada: [],
        jurisik_roll_jada: [],
        yandmed: true,
        iandmed: true,
        kandmed: false,
        dandmed: false,
        maarused: false,
        ainult_kehtivad: true,
        staatused: [],
        keel: 'est',
        evarv: '1',
      },
    });
  },
  readAnswer(body, question) {
    const answer = ariregister.read(detailandmed_v2, body);
    if (!answer.ok) return answer;
    const items = answer.value.keha.ettevotjad?.item ?? [];
    const believed = credible(question, { one: { ettevotjad: items } });
    if (!believed.ok) return believed;
    const [item] = items;
    if (item === undefined) return ok({ state: 'NOT_FOUND' });
    const registryCode = item.ariregistri_kood.trim();
    if (registryCode !== question.parameters.registryCode)
      return fail({ code: 'ANSWER_ABOUT_ANOTHER', problems: [{ path: 'ariregistri_kood', rule: 'IS_THE_ONE_ASKED' }] });
    return ok({
      state: 'FOUND',
      record: present<Company>({
        registryCode,
        name: item.nimi.trim(),
        status: coded(item.yldandmed?.staatus, COMPANY_STATUS),
        // Who only owns a share, supervises or founded it is nobody's business here: since 2023 shareholders stand on the card too.
        people: partsIn(item.isikuandmed)
          .filter(({ role }) => role !== undefined && mayRepresent(role))
          .map(({ name, role }) => present<Company['people'][number]>({ name, role })),
        representation: (item.isikuandmed?.esindusoiguse_eritingimused?.item ?? []).flatMap(
          (rule) => said(rule.esinduse_tyyp_tekstina) ?? said(rule.esinduse_sisu) ?? [],
        ),
      }),
    });
  },
};
