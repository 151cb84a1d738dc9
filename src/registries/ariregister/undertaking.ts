import type { RegistryCode } from '../../estonia/index.ts';
import { fail, ok, type Result } from '../../platform/index.ts';
import type { BodyElement, SchemaMismatch } from '../../xroad/index.ts';
import type { AnswerDefect } from '../credible.ts';
import { ariregister } from './contract.ts';
import { detailandmed_v2 } from './generated/ariregister.ts';

/** An undertaking as Äriregister has it. */
interface Undertaking {
  readonly name: string;
  /** Äriregister's own: R entered, L in liquidation, N bankrupt, K deleted. */
  readonly status: string | undefined;
}

/** Whether a service provider is what it says it is, asked when it is entered. Of the people in it nothing is asked. */
export const undertaking = {
  code: 'BUSINESS.UNDERTAKING',
  registry: 'ariregister',
  legalBasis: 'SHS § 142 lg 1 p 2; ÄRS § 28',
  service: { code: 'detailandmed_v2', version: 'v1' },
  /** 30 s, as for the queries. */
  deadlineSeconds: 30,
  buildRequest: (registryCode: RegistryCode): Result<string, SchemaMismatch> =>
    ariregister.write(detailandmed_v2, {
      keha: {
        ariregistri_kood: registryCode,
        fyysilise_isiku_roll_jada: [],
        jurisik_roll_jada: [],
        yandmed: true,
        iandmed: false,
        kandmed: false,
        dandmed: false,
        maarused: false,
        ainult_kehtivad: true,
        staatused: [],
        keel: 'est',
        evarv: '1',
      },
    }),
  /** Undefined: Äriregister knows nobody by that code. */
  readAnswer(body: BodyElement, registryCode: RegistryCode): Result<Undertaking | undefined, AnswerDefect> {
    const answer = ariregister.read(detailandmed_v2, body);
    if (!answer.ok) return answer;
    const [item, ...more] = answer.value.keha.ettevotjad?.item ?? [];
    if (item === undefined) return ok(undefined);
    if (more.length > 0) return fail({ code: 'ANSWER_TOO_LONG', problems: [{ path: 'ettevotjad', rule: 'AT_MOST_1' }] });
    if (item.ariregistri_kood.trim() !== registryCode)
      return fail({ code: 'ANSWER_ABOUT_ANOTHER', problems: [{ path: 'ariregistri_kood', rule: 'IS_THE_ONE_ASKED' }] });
    return ok({ name: item.nimi.trim(), status: item.yldandmed?.staatus?.trim() });
  },
} as const;
