import { type Static, Type } from 'typebox';
import { ok, type Result, type Text } from '../../platform/index.ts';
import type { BodyElement } from '../../xroad/index.ts';
import { type AnswerDefect, credible } from '../credible.ts';
import type { Reading, RegistryQuestion } from '../query-type.ts';
import { type Coded, coded, faultIn, isoDate, present, said, words } from '../values.ts';
import { kohus } from './contract.ts';
import { LapseeaKohtulahendid } from './generated/kohus.ts';

/** What courts decided about a person while they were a child. */
export interface Decisions {
  readonly decisions: readonly {
    readonly caseNumber: string;
    readonly court: string;
    readonly kind?: Coded;
    readonly matter?: Coded;
    readonly content: string;
    readonly decidedOn?: string;
    readonly inForceFrom?: string;
    readonly entitled?: string;
    readonly from?: string;
    readonly until?: string;
  }[];
}

/** The secret of adoption (PKS § 164): these decisions are told by a query of their own, to those who handle adoptions. */
const ADOPTION = 'LAPSENDAMINE';

const MATTER: Readonly<Record<string, Text>> = {
  HOOLDUSOIGUS: { et: 'hooldusõigus', en: 'custody', ru: 'право опеки' },
  EESTKOSTE: { et: 'eestkoste', en: 'guardianship', ru: 'опека' },
  [ADOPTION]: { et: 'lapsendamine', en: 'adoption', ru: 'усыновление' },
  ERALDAMINE: { et: 'perekonnast eraldamine', en: 'separation from the family', ru: 'отобрание от семьи' },
  ELATIS: { et: 'elatis', en: 'maintenance', ru: 'алименты' },
};
const KIND: Readonly<Record<string, Text>> = {
  MAARUS: { et: 'määrus', en: 'ruling', ru: 'определение' },
  OTSUS: { et: 'otsus', en: 'judgment', ru: 'решение' },
};

export const Parameters = Type.Object({ asOf: Type.Optional(Type.String({ format: 'date' })) }, { additionalProperties: false });
type Question = RegistryQuestion<Static<typeof Parameters>>;

export function buildRequest({ subject, parameters }: Question) {
  return kohus.write(LapseeaKohtulahendid, present({ isikukood: subject, seisuga: parameters.asOf }));
}

/** Reads either the decisions on adoption or all others: the rest is dropped before anything is kept. */
export function readDecisions(
  body: BodyElement,
  question: Question,
  which: 'ADOPTION' | 'OTHERS',
): Result<Reading<Decisions>, AnswerDefect> {
  const answer = kohus.read(LapseeaKohtulahendid, body);
  if (!answer.ok) return answer;
  const { faultString, isikukood, lahendid } = answer.value;
  // There is a list, be it empty, unless there is a fault.
  if (lahendid === undefined) return ok({ state: 'REJECTED', reason: faultIn(answer.value) ?? 'FAULT', ...words(faultString) });
  const listed = lahendid.lahend;
  const believed = credible(question, {
    about: { isikukood },
    past: { lahendiKpv: listed.map(({ lahendiKpv }) => isoDate(lahendiKpv)) },
    many: { lahendid: listed },
  });
  if (!believed.ok) return believed;
  const told = listed.filter(({ valdkond }) => (valdkond === ADOPTION) === (which === 'ADOPTION'));
  if (told.length === 0) return ok({ state: 'NOT_FOUND' });
  const decisions = told.map((one) =>
    present({
      caseNumber: one.kohtuasjaNr.trim(),
      court: one.kohus.trim(),
      kind: coded(one.lahendiLiik, KIND),
      matter: coded(one.valdkond, MATTER),
      content: one.sisu.trim(),
      decidedOn: isoDate(one.lahendiKpv),
      inForceFrom: isoDate(one.joustumiseKpv),
      entitled: said(one.oigustatu?.nimi),
      from: isoDate(one.algus),
      until: isoDate(one.lopp),
    }),
  );
  return ok({ state: 'FOUND', record: { decisions } });
}
