import type { Static } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { anyDate, present, said, words } from '../values.ts';
import { skais } from './contract.ts';
import { STAR4_HKTEENUS } from './generated/skais.ts';
import { AsOf } from './parameters.ts';

/** Special care services that a person has been referred to. */
export interface SpecialCare {
  readonly services: readonly { readonly kind: string; readonly from?: string; readonly until?: string; readonly provider?: string }[];
}

/** Erihoolekandeteenusel viibimise päring, by STAR4_HKTEENUS. */
export const specialCare: QueryType<Static<typeof AsOf>, SpecialCare> = {
  ...COMMON,
  code: 'SKA.SPECIAL_CARE',
  registry: 'skais',
  name: { et: 'Erihoolekandeteenusel viibimise päring', en: 'Special care services', ru: 'Запрос об особом попечении' },
  legalBasis: 'SHS § 142 lg 1 p 2; IKÜM art 9 lg 2 p b',
  allowedKinds: kindsOf('T S J'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  justification: 'REQUIRED',
  fields: ['services'],
  parameters: AsOf,
  service: { code: 'STAR4_HKTEENUS', version: 'v1' },
  buildRequest: ({ subject, parameters, today }) =>
    skais.write(STAR4_HKTEENUS, { keha: { isikukood: subject, seisu_kuup: parameters.asOf ?? today.toString() } }),
  readAnswer(body, question) {
    const answer = skais.read(STAR4_HKTEENUS, body);
    if (!answer.ok) return answer;
    const { keha, paring } = answer.value;
    const items = keha.hkteenus_jada?.item ?? [];
    const believed = credible(question, { about: { 'paring/isikukood': paring.isikukood }, many: { hkteenus_jada: items } });
    if (!believed.ok) return believed;
    if (items.length === 0) return ok({ state: 'NOT_FOUND', ...words(keha.teade) });
    const services = items.map((item) =>
      present({
        kind: item.hkteenus_liik.trim(),
        from: anyDate(item.hkteenus_kuupa),
        until: anyDate(item.hkteenus_kuupl),
        provider: said(item.hkteenus_osutaja),
      }),
    );
    return ok({ state: 'FOUND', record: { services } });
  },
};
