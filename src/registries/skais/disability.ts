import type { Static } from 'typebox';
import { ok, type Text } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { DISABILITY_DEGREE } from '../disability-degree.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, isoDate, present, words } from '../values.ts';
import { skais } from './contract.ts';
import { STAR2_PUE_PTV } from './generated/skais.ts';
import { AsOf } from './parameters.ts';

/** A person's disability and loss of work ability as of a day. */
export interface Disability {
  readonly disability?: {
    readonly kind: Coded;
    readonly combined: readonly Coded[];
    readonly degree?: Coded;
    readonly from?: string;
    readonly until?: string;
  };
  /** Only of cases before the work ability reform of 2016; current data are Töötukassa's. */
  readonly workAbilityLoss?: { readonly percent: string; readonly from?: string; readonly until?: string };
}

/** Puude liik (registries 3.2). */
const KIND_LABELS: Readonly<Record<string, Text>> = {
  1: { et: 'psüühikahäire', en: 'mental disorder', ru: 'психическое расстройство' },
  2: { et: 'keele- ja kõnepuue', en: 'language and speech disability', ru: 'нарушение языка и речи' },
  3: { et: 'kuulmispuue', en: 'hearing disability', ru: 'нарушение слуха' },
  4: { et: 'nägemispuue', en: 'visual disability', ru: 'нарушение зрения' },
  5: { et: 'liikumispuue', en: 'mobility disability', ru: 'нарушение движения' },
  6: { et: 'muu puue', en: 'other disability', ru: 'иная инвалидность' },
  7: { et: 'liitpuue', en: 'combined disability', ru: 'сочетанная инвалидность' },
  8: { et: 'vaimupuue', en: 'intellectual disability', ru: 'умственная инвалидность' },
};

/** Puude ja töövõimekaotuse kehtivate andmete päring, by STAR2_PUE_PTV. */
export const disability: QueryType<Static<typeof AsOf>, Disability> = {
  ...COMMON,
  code: 'SKA.DISABILITY_VALID',
  registry: 'skais',
  launch: ['CLIENT_VIEW'],
  name: {
    et: 'Puude ja töövõimekaotuse kehtivate andmete päring',
    en: 'Valid disability and loss of work ability',
    ru: 'Запрос о действующей инвалидности',
  },
  legalBasis: 'SHS § 142 lg 1 p 2; IKÜM art 9 lg 2 p b',
  allowedKinds: kindsOf('T C J S A'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  justification: 'REQUIRED',
  fields: ['disability', 'workAbilityLoss'],
  parameters: AsOf,
  service: { code: 'STAR2_PUE_PTV', version: 'v1' },
  buildRequest: ({ subject, parameters, today }) =>
    skais.write(STAR2_PUE_PTV, { keha: { isikukood: subject, seisu_kuup: parameters.asOf ?? today.toString() } }),
  readAnswer(body, question) {
    const answer = skais.read(STAR2_PUE_PTV, body);
    if (!answer.ok) return answer;
    const { keha, paring } = answer.value;
    const { PUE_vastus: found, PTV_vastus: loss, teade } = keha;
    const believed = credible(question, { about: { 'paring/isikukood': paring.isikukood } });
    if (!believed.ok) return believed;
    const kind = found && coded(found.pue_liik, KIND_LABELS);
    if (kind === undefined && loss === undefined) return ok({ state: 'NOT_FOUND', ...words(teade) });
    return ok({
      state: 'FOUND',
      record: present<Disability>({
        disability:
          found === undefined || kind === undefined
            ? undefined
            : present({
                kind,
                combined: (found.Liitpue_jada?.item ?? []).flatMap((code) => coded(code, KIND_LABELS) ?? []),
                degree: coded(found.pue_raskusaste, DISABILITY_DEGREE),
                from: isoDate(found.pue_algus),
                until: isoDate(found.pue_lopp),
              }),
        workAbilityLoss:
          loss === undefined
            ? undefined
            : present({ percent: loss.tvm_protsent.trim(), from: isoDate(loss.tvm_algus), until: isoDate(loss.tvm_lopp) }),
      }),
    });
  },
};
