import { type Static, Type } from 'typebox';
import { ok, type Text } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, euros, faultIn, isoDate, type Money, present, said, words } from '../values.ts';
import { NOT_IN_FUND, tootukassa } from './contract.ts';
import { STAR_toovoime } from './generated/tootukassa.ts';

/** What was decided about a person's ability to work, what restricts them, and which allowances follow. */
export interface WorkAbility {
  readonly assessments: readonly {
    readonly extent: Coded;
    readonly decidedOn?: string;
    readonly from?: string;
    readonly until?: string;
    readonly restrictions: readonly string[];
    readonly summary?: string;
  }[];
  readonly allowances: readonly {
    readonly from?: string;
    readonly until?: string;
    readonly amount?: Money;
    readonly suspended?: boolean;
  }[];
}

const EXTENT: Readonly<Record<string, Text>> = {
  OSALINE: { et: 'osaline töövõime', en: 'partial ability to work', ru: 'частичная трудоспособность' },
  PUUDUV: { et: 'puuduv töövõime', en: 'no ability to work', ru: 'отсутствие трудоспособности' },
  TAIELIK: { et: 'täielik töövõime', en: 'full ability to work', ru: 'полная трудоспособность' },
};

const Parameters = Type.Object({ asOf: Type.Optional(Type.String({ format: 'date' })) }, { additionalProperties: false });

/** Töövõime hindamise ja töövõimetoetuse päring (TETRIS). Stored: põhimäärus § 13 p 3 as proposed in 2025. */
export const workAbility: QueryType<Static<typeof Parameters>, WorkAbility> = {
  ...COMMON,
  code: 'TTK.WORK_ABILITY',
  registry: 'tootukassa',
  contract: 'PROPOSED',
  name: { et: 'Töövõime ja töövõimetoetuse päring', en: 'Ability to work and allowance', ru: 'Запрос о трудоспособности и пособии' },
  legalBasis: 'SHS § 142 lg 1 p 2; IKÜM art 9 lg 2 p b',
  allowedKinds: kindsOf('T C J S'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION'],
  storage: { class: 'STORABLE', confirmed: true },
  freshHours: 24,
  justification: 'REQUIRED',
  fields: ['assessments', 'allowances'],
  parameters: Parameters,
  service: { code: 'STAR_toovoime', version: 'v1' },
  buildRequest: ({ subject, parameters, today }) =>
    tootukassa.write(STAR_toovoime, { isikukood: subject, seisuga: parameters.asOf ?? today.toString() }),
  readAnswer(body, question) {
    const answer = tootukassa.read(STAR_toovoime, body);
    if (!answer.ok) return answer;
    const { faultString, isikukood, hindamised, toetused } = answer.value;
    const code = faultIn(answer.value);
    if (code === NOT_IN_FUND) return ok({ state: 'NOT_FOUND', ...words(faultString) });
    if (code !== undefined) return ok({ state: 'REJECTED', reason: code, ...words(faultString) });
    const [assessed, allowed] = [hindamised?.hindamine ?? [], toetused?.toetus ?? []];
    const believed = credible(question, {
      about: { isikukood },
      past: { otsuseKpv: assessed.map(({ otsuseKpv }) => isoDate(otsuseKpv)) },
      many: { hindamised: assessed, toetused: allowed },
    });
    if (!believed.ok) return believed;
    const assessments = assessed.flatMap((one) => {
      const extent = coded(one.ulatus, EXTENT);
      if (extent === undefined) return [];
      return present({
        extent,
        decidedOn: isoDate(one.otsuseKpv),
        from: isoDate(one.algus),
        until: isoDate(one.loppTegelik),
        restrictions: one.piirangud.flatMap((text) => said(text) ?? []),
        summary: said(one.eksperdiKokkuvote),
      });
    });
    const allowances = allowed.map((one) =>
      present({ from: isoDate(one.algus), until: isoDate(one.lopp), amount: euros(one.summa), suspended: one.peatatud }),
    );
    if (assessments.length + allowances.length === 0) return ok({ state: 'NOT_FOUND' });
    return ok({ state: 'FOUND', record: { assessments, allowances } });
  },
};
