import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { kindsOf, type QueryType } from '../query-type.ts';
import { ABOUT_ONE } from './asking.ts';
import { rr } from './contract.ts';
import { RR439isikAadrYksi } from './generated/rr.ts';
import { refusal } from './refusal.ts';

/** Whether nobody else is registered where a person lives. */
export interface LivesAlone {
  readonly alone: boolean;
}

/** The answer is a word. Which words there are is not public: what is neither of these is refused, not guessed at. */
const YES = /^(?:jah|1|true|elab üksi)$/i;
const NO = /^(?:ei|0|false|ei ela üksi)$/i;

/** Üksi elamise päring, by RR439isikAadrYksi. */
export const livesAlone: QueryType<Record<never, never>, LivesAlone> = {
  ...ABOUT_ONE,
  code: 'RR.LIVES_ALONE',
  name: { et: 'Üksi elamise päring', en: 'Whether a person lives alone', ru: 'Запрос о том, живёт ли лицо одно' },
  allowedKinds: kindsOf('T C S'),
  fields: ['alone'],
  service: { code: 'RR439isikAadrYksi', version: 'v1' },
  buildRequest: ({ subject }) => rr.write(RR439isikAadrYksi, { request: { Isikukood: subject } }),
  readAnswer(body, question) {
    const answer = rr.read(RR439isikAadrYksi, body);
    if (!answer.ok) return answer;
    const { request, response } = answer.value;
    const word = response.vastus.trim();
    const alone = YES.test(word);
    const refused = refusal({ ...response, texts: alone || NO.test(word) ? [] : [word] });
    if (refused !== undefined) return ok(refused);
    const believed = credible(question, { about: { 'request/Isikukood': request.Isikukood } });
    if (!believed.ok) return believed;
    return ok(alone || NO.test(word) ? { state: 'FOUND', record: { alone } } : { state: 'REJECTED', reason: 'VASTUS' });
  },
};
