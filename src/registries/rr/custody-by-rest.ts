import { birthDateOf, type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { ok, Temporal } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import type { RestTwin } from '../query-type.ts';
import { readJson, refusedBy } from '../rest-answer.ts';
import { coded, isoDate, present, said } from '../values.ts';
import type { Custody, CustodyParameters } from './custody.ts';
import { Persons, personRequest, SERVICE } from './domestic-data-exchange.ts';
import { CUSTODY_KIND, CUSTODY_STATE } from './labels.ts';

/** No name for the end of a right is public. */
const LACKS = ['rights[].until'];

/**
 * Hooldusõiguste päring, by `domesticDataExchange`. It tells the rights that a person has and those that others have of them together, and not
 * which is which: of the two the child is the younger. Rights whose other side has no personal code are left out, and the answer says so.
 */
export const custodyByRest: RestTwin<CustodyParameters, Custody> = {
  service: SERVICE,
  lacks: LACKS,
  buildRequest: ({ subject }) =>
    personRequest(subject, {
      isikuandmed: ['Isikukood'],
      hooldusoigused: ['Liik', 'Staatus', 'HooldusoigusAlgus', 'TeineIsikIsikukood', 'TeineIsikEesnimi', 'TeineIsikPerenimi'],
    }),
  readAnswer(answer, question) {
    const refused = refusedBy(answer);
    if (refused !== undefined) return ok(refused);
    const read = readJson(Persons, answer);
    if (!read.ok) return read;
    const [person] = read.value;
    const told = (person?.hooldusoigused ?? []).map((right) => ({
      ...right,
      side: sideOf(question.subject, right.teineIsikIsikukood),
      from: isoDate(right.hooldusoigusAlgus),
    }));
    const believed = credible(question, {
      about: { isikukood: person?.isikukood },
      one: { isikud: read.value },
      many: { hooldusoigused: told },
      past: { hooldusoigusAlgus: told.map(({ from }) => from) },
    });
    if (!believed.ok) return believed;
    const rights = told.filter(({ side }) => side === question.parameters.role);
    const untold = told.some(({ side }) => side === undefined);
    if (rights.length === 0 && !untold) return ok({ state: 'NOT_FOUND' });
    return ok({
      state: 'PARTIAL',
      missing: untold ? ['rights', ...LACKS] : LACKS,
      record: {
        rights: rights.map((right) =>
          present({
            kind: coded(right.liik?.elemendiKood, CUSTODY_KIND),
            state: coded(right.staatus?.elemendiKood, CUSTODY_STATE),
            personalCode: said(right.teineIsikIsikukood),
            firstName: said(right.teineIsikEesnimi),
            lastName: said(right.teineIsikPerenimi),
            from: right.from,
          }),
        ),
      },
    });
  },
};

/** As what the person has part in a right: as a parent, where the other is younger. Undefined where it cannot be told. */
function sideOf(subject: PersonalCode, other: string | null | undefined): CustodyParameters['role'] | undefined {
  const code = parsePersonalCode(said(other) ?? '');
  if (code === undefined) return undefined;
  return Temporal.PlainDate.compare(birthDateOf(code), birthDateOf(subject)) > 0 ? 'VANEM' : 'LAPS';
}
