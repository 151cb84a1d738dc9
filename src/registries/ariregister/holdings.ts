import { Type } from 'typebox';
import { fail, ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, present } from '../values.ts';
import { ariregister } from './contract.ts';
import { detailandmed_v2 } from './generated/ariregister.ts';
import { COMPANY_STATUS } from './labels.ts';
import { ownPart, partsIn } from './people.ts';

/** Undertakings in which a person has a part. */
export interface Holdings {
  readonly companies: readonly {
    readonly registryCode: string;
    readonly name: string;
    readonly status?: Coded;
    /** The person's own parts; of other people nothing is kept. */
    readonly parts: readonly { readonly role?: Coded; readonly from?: string; readonly until?: string; readonly sharePercent?: string }[];
  }[];
}

/** Undertakings asked for: more than anybody who applies for a benefit has. */
const COMPANIES_AT_MOST = 100;

/** Osaluste päring, by detailandmed_v2 with a person in it. Over X-tee the service takes no password of its own, and none is sent. */
export const holdings: QueryType<Record<never, never>, Holdings> = {
  ...COMMON,
  code: 'BUSINESS.HOLDINGS',
  registry: 'ariregister',
  name: { et: 'Ettevõtlusosaluste päring', en: 'Parts in undertakings', ru: 'Запрос об участии в предприятиях' },
  launch: ['PROCEEDING', 'AUTOMATIC'],
  legalBasis: 'SHS § 132 lg 6¹; SHS § 142 lg 1 p 2',
  allowedKinds: kindsOf('T'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 168,
  fields: ['companies'],
  parameters: Type.Object({}, { additionalProperties: false }),
  service: { code: 'detailandmed_v2', version: 'v1' },
  buildRequest: ({ subject }) =>
    ariregister.write(detailandmed_v2, {
      keha: {
        fyysilise_isiku_kood: subject,
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
        evarv: String(COMPANIES_AT_MOST),
      },
    }),
  readAnswer(body, question) {
    const answer = ariregister.read(detailandmed_v2, body);
    if (!answer.ok) return answer;
    const { keha, paring } = answer.value;
    const items = keha.ettevotjad?.item ?? [];
    const found = Number(keha.leitud_ettevotjate_arv);
    const companies = items.map((item) =>
      present({
        registryCode: item.ariregistri_kood.trim(),
        name: item.nimi.trim(),
        status: coded(item.yldandmed?.staatus, COMPANY_STATUS),
        parts: partsIn(item.isikuandmed)
          .filter(({ personalCode }) => personalCode === question.subject)
          .map(ownPart),
      }),
    );
    const parts = companies.flatMap((one) => one.parts);
    const believed = credible(question, {
      about: { 'paring/fyysilise_isiku_kood': paring.fyysilise_isiku_kood },
      past: { algus_kpv: parts.map(({ from }) => from) },
      many: { ettevotjad: items, isikuandmed: parts },
    });
    if (!believed.ok) return believed;
    if (items.length === 0 && found === 0) return ok({ state: 'NOT_FOUND' });
    const stranger = companies.findIndex(({ parts }) => parts.length === 0);
    if (stranger !== -1)
      return fail({ code: 'ANSWER_ABOUT_ANOTHER', problems: [{ path: `ettevotjad[${stranger}]/isikuandmed`, rule: 'IS_THE_SUBJECT' }] });
    const record = { companies };
    const more = found > items.length;
    return ok(more ? { state: 'PARTIAL', record, missing: ['companies'] } : { state: 'FOUND', record });
  },
};
