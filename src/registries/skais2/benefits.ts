import { type Static, Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { DISABILITY_DEGREE } from '../disability-degree.ts';
import { NOTHING_FOUND } from '../nothing-found.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, euros, isoDate, type Money, present, words } from '../values.ts';
import { skais2 } from './contract.ts';
import { TKToovoimPuueHyvitised } from './generated/skais2.ts';

/** What SKA has decided about a person in a period: loss of work ability of before 2016, disabilities, benefits and their payment. */
export interface Benefits {
  readonly workAbilityLoss: readonly { readonly percent: string; readonly from?: string; readonly until?: string }[];
  readonly disabilities: readonly { readonly degree?: Coded; readonly from?: string; readonly until?: string }[];
  readonly benefits: readonly {
    readonly code: string;
    readonly name: string;
    readonly from?: string;
    readonly until?: string;
    readonly suspended: readonly { readonly from?: string; readonly until?: string }[];
    readonly paid: readonly { readonly amount?: Money; readonly paidOn?: string }[];
  }[];
}

/** The status code of a good answer; which others there are is not public, and their words say what they mean. */
const GOOD = '0';

const Parameters = Type.Object(
  { from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) },
  { additionalProperties: false },
);

/** Puuete ja hüvitiste päring, by TKToovoimPuueHyvitised of SKAIS2. */
export const benefits: QueryType<Static<typeof Parameters>, Benefits> = {
  ...COMMON,
  code: 'SKA.BENEFITS',
  registry: 'skais2',
  name: {
    et: 'Puuete ja hüvitiste päring (SKAIS2)',
    en: 'Disabilities and benefits (SKAIS2)',
    ru: 'Запрос об инвалидности и пособиях (SKAIS2)',
  },
  legalBasis: 'SHS § 142 lg 1 p 2; IKÜM art 9 lg 2 p b',
  allowedKinds: kindsOf('T C'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  justification: 'REQUIRED',
  fields: ['workAbilityLoss', 'disabilities', 'benefits'],
  parameters: Parameters,
  service: { code: 'TKToovoimPuueHyvitised', version: 'v1' },
  buildRequest: ({ subject, parameters: { from, to } }) =>
    skais2.write(TKToovoimPuueHyvitised, { isikukood: subject, perioodAlgusKpv: from, perioodLoppKpv: to }),
  readAnswer(body, question) {
    const answer = skais2.read(TKToovoimPuueHyvitised, body);
    if (!answer.ok) return answer;
    const { isik, staatus, toovoimetused, hyvitised, puuded } = answer.value;
    const code = staatus.kood.trim();
    if (code !== GOOD && NOTHING_FOUND.test(staatus.selgitus ?? '')) return ok({ state: 'NOT_FOUND', ...words(staatus.selgitus) });
    if (code !== GOOD) return ok({ state: 'REJECTED', reason: code, ...words(staatus.selgitus) });
    const [losses, granted, disabilities] = [toovoimetused?.toovoimetus ?? [], hyvitised?.hyvitis ?? [], puuded?.puue ?? []];
    const believed = credible(question, {
      about: { 'isik/isikukood': isik.isikukood },
      past: { otsusKpv: [...losses, ...granted, ...disabilities].map(({ otsusKpv }) => isoDate(otsusKpv)) },
      many: { toovoimetused: losses, hyvitised: granted, puuded: disabilities },
    });
    if (!believed.ok) return believed;
    if (losses.length + granted.length + disabilities.length === 0) return ok({ state: 'NOT_FOUND', ...words(staatus.selgitus) });
    return ok({
      state: 'FOUND',
      record: {
        workAbilityLoss: losses.map((loss) => present({ percent: loss.TMVVaartus.trim(), ...period(loss) })),
        disabilities: disabilities.map((one) => present({ degree: coded(one.kood, DISABILITY_DEGREE), ...period(one) })),
        benefits: granted.map((one) =>
          present({
            code: one.hyvitisLiik.trim(),
            name: one.nimetus.trim(),
            ...period(one),
            suspended: (one.peatamised?.peatamine ?? []).map(period),
            paid: (one.rahalisedHyvitised?.rahalineHyvitis ?? []).flatMap((sum) =>
              (sum.valjamaksed?.valjamakse ?? []).map((paid) => present({ amount: euros(paid.summa), paidOn: isoDate(paid.tehingKpv) })),
            ),
          }),
        ),
      },
    });
  },
};

/** From when until when; what ended before its time ended then. */
function period(one: { perioodAlgusKpv: string; perioodLoppKpv?: string; enneTahtaegLoppKpv?: string }): { from?: string; until?: string } {
  return present({ from: isoDate(one.perioodAlgusKpv), until: isoDate(one.enneTahtaegLoppKpv) ?? isoDate(one.perioodLoppKpv) });
}
