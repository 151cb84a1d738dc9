import type { Static } from 'typebox';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { buildRequest, type Decisions, Parameters, readDecisions } from './decision.ts';

/** What both queries share: the one service, shown and never kept. */
const QUERY = {
  ...COMMON,
  registry: 'kohus',
  contract: 'PROPOSED',
  storage: { class: 'DISPLAY_ONLY', confirmed: false },
  freshHours: 12,
  justification: 'REQUIRED',
  fields: ['decisions'],
  parameters: Parameters,
  service: { code: 'LapseeaKohtulahendid', version: 'v1' },
  buildRequest,
} as const;

/** Lapseea kohtulahendite päring; decisions on adoption are not among them. */
export const childhoodDecisions: QueryType<Static<typeof Parameters>, Decisions> = {
  ...QUERY,
  code: 'COURT.CHILDHOOD_DECISIONS',
  name: { et: 'Lapseea kohtulahendite päring', en: 'Court decisions of childhood', ru: 'Запрос о судебных решениях детства' },
  legalBasis: 'SHS § 142 lg 1 p 2; PKS §§ 116–137, 171 jj',
  allowedKinds: kindsOf('J A'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION'],
  readAnswer: (body, question) => readDecisions(body, question, 'OTHERS'),
};

/** Lapsendamislahendite päring, for those who handle adoptions alone (PKS § 164). */
export const adoptionDecisions: QueryType<Static<typeof Parameters>, Decisions> = {
  ...QUERY,
  code: 'COURT.ADOPTION_DECISIONS',
  name: { et: 'Lapsendamislahendite päring', en: 'Court decisions on adoption', ru: 'Запрос о решениях об усыновлении' },
  legalBasis: 'SHS § 142 lg 1 p 2; PKS § 164',
  allowedKinds: ['ADOPTION'],
  roles: ['SKA_ADOPTION'],
  readAnswer: (body, question) => readDecisions(body, question, 'ADOPTION'),
};
