import { ok, type Text } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, faultIn, isoDate, present, said, words } from '../values.ts';
import { NOT_IN_FUND, Period, tootukassa } from './contract.ts';
import { STAR_arvelolek } from './generated/tootukassa.ts';

/** When a person was registered as unemployed or looking for work. */
export interface Unemployment {
  readonly periods: readonly { readonly kind: Coded; readonly from: string; readonly until?: string; readonly endReason?: string }[];
}

const KIND_LABELS: Readonly<Record<string, Text>> = {
  TOOTU: { et: 'töötu', en: 'unemployed', ru: 'безработный' },
  TOOOTSIJA: { et: 'tööotsija', en: 'job seeker', ru: 'ищущий работу' },
};

/** Töötuna arveloleku päring. Display only: põhimäärus § 13 p 3 as proposed in 2025. */
export const unemployment: QueryType<Period, Unemployment> = {
  ...COMMON,
  code: 'TTK.UNEMPLOYED_STATUS',
  registry: 'tootukassa',
  contract: 'PROPOSED',
  name: { et: 'Töötuna arveloleku päring', en: 'Registration as unemployed', ru: 'Запрос о регистрации безработным' },
  legalBasis: 'SHS § 142 lg 1 p 2; TKindlS § 35',
  allowedKinds: kindsOf('T C J S'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION'],
  storage: { class: 'DISPLAY_ONLY', confirmed: true },
  freshHours: 12,
  fields: ['periods'],
  parameters: Period,
  service: { code: 'STAR_arvelolek', version: 'v1' },
  buildRequest: ({ subject, parameters: { from, to } }) => tootukassa.write(STAR_arvelolek, { isikukood: subject, algus: from, lopp: to }),
  readAnswer(body, question) {
    const answer = tootukassa.read(STAR_arvelolek, body);
    if (!answer.ok) return answer;
    const { faultString, isikukood, arvelolekud } = answer.value;
    const code = faultIn(answer.value);
    if (code === NOT_IN_FUND) return ok({ state: 'NOT_FOUND', ...words(faultString) });
    if (code !== undefined) return ok({ state: 'REJECTED', reason: code, ...words(faultString) });
    const registered = arvelolekud?.arvelolek ?? [];
    const believed = credible(question, {
      about: { isikukood },
      past: { algKpv: registered.map(({ algKpv }) => isoDate(algKpv)) },
      many: { arvelolekud: registered },
    });
    if (!believed.ok) return believed;
    const periods = registered.flatMap((period) => {
      const [kind, from] = [coded(period.liik, KIND_LABELS), isoDate(period.algKpv)];
      if (kind === undefined || from === undefined) return [];
      return [present({ kind, from, until: isoDate(period.loppKpv), endReason: said(period.lopuPohjus) })];
    });
    return ok(periods.length === 0 ? { state: 'NOT_FOUND' } : { state: 'FOUND', record: { periods } });
  },
};
