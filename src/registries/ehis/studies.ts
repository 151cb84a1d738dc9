import { Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { NOTHING_FOUND } from '../nothing-found.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { anyDate, present, said, words } from '../values.ts';
import { ehis } from './contract.ts';
import { oppuridKovPortaaliV2 } from './generated/ehis.ts';

/** Where a person learns: in the register's own words, whose lists are not public. */
export interface Studies {
  readonly studies: readonly {
    readonly institutionCode?: string;
    readonly institution?: string;
    readonly kind?: string;
    readonly level?: string;
    readonly form?: string;
    readonly load?: string;
    readonly grade?: string;
    readonly since?: string;
  }[];
}

/** Which codes a notice may have is not public; this is the one that other services of the register use (registries, trap 9). */
const NOT_FOUND = 'NOTFOUND';

/** Õppimise andmete päring, by oppuridKovPortaaliV2, which was made for municipalities. Who does not learn is named by a teade. */
export const studies: QueryType<Record<never, never>, Studies> = {
  ...COMMON,
  code: 'EHIS.STUDIES',
  registry: 'ehis',
  name: { et: 'Õppimise andmete päring', en: 'Studies', ru: 'Запрос об учёбе' },
  launch: ['PROCEEDING', 'AUTOMATIC'],
  legalBasis: 'SHS § 131 lg 9; SHS § 142 lg 1 p 2',
  allowedKinds: kindsOf('T V J'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 168,
  fields: ['studies'],
  parameters: Type.Object({}, { additionalProperties: false }),
  service: { code: 'oppuridKovPortaaliV2', version: 'v2' },
  buildRequest: ({ subject }) => ehis.write(oppuridKovPortaaliV2, { isikukood: [subject] }),
  readAnswer(body, question) {
    const answer = ehis.read(oppuridKovPortaaliV2, body);
    if (!answer.ok) return answer;
    const { oppurid, teade } = answer.value;
    const since = oppurid.map(({ oppimaAsumiseKp }) => anyDate(oppimaAsumiseKp));
    const believed = credible(question, {
      about: Object.fromEntries([...oppurid, ...teade].map(({ isikukood }, n) => [`[${n}]/isikukood`, isikukood])),
      past: { oppimaAsumiseKp: since },
      many: { oppurid, teade },
    });
    if (!believed.ok) return believed;
    if (oppurid.length > 0) {
      const record = {
        studies: oppurid.map((one, n) =>
          present({
            institutionCode: said(one.oppeasutusKood),
            institution: said(one.oppeasutusNimetus),
            kind: said(one.haridus),
            level: said(one.oppekavatase),
            form: said(one.oppevorm),
            load: said(one.oppekoormus),
            grade: said(one.klass),
            since: since[n],
          }),
        ),
      };
      return ok({ state: 'FOUND', record });
    }
    // A refusal counts more than a notice of nothing found beside it.
    const refused = teade.find(({ kood, tekst }) => kood.trim() !== NOT_FOUND && !NOTHING_FOUND.test(tekst));
    if (refused === undefined) return ok({ state: 'NOT_FOUND', ...words(teade[0]?.tekst) });
    return ok({ state: 'REJECTED', reason: said(refused.kood) ?? 'TEADE', ...words(refused.tekst) });
  },
};
