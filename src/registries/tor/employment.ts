import { type Static, Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, faultIn, isoDate, named, present, said, words } from '../values.ts';
import { tor } from './contract.ts';
import { TORIK } from './generated/tor.ts';

/** For whom a person works, since when, and when it was suspended. */
export interface Employment {
  readonly employments: readonly {
    readonly employerCode: string;
    readonly employerName?: string;
    readonly from?: string;
    readonly until?: string;
    readonly kind?: Coded;
    readonly suspensions: readonly { readonly from?: string; readonly until?: string; readonly reason?: Coded }[];
  }[];
}

const Parameters = Type.Object(
  { from: Type.Optional(Type.String({ format: 'date' })), to: Type.Optional(Type.String({ format: 'date' })) },
  { additionalProperties: false },
);

/** Töötamise andmete päring, by TORIK: who works today, or has worked in a period. */
export const employment: QueryType<Static<typeof Parameters>, Employment> = {
  ...COMMON,
  code: 'TOR.EMPLOYMENT',
  registry: 'tor',
  name: { et: 'Töötamise andmete päring', en: 'Employment', ru: 'Запрос о работе' },
  legalBasis: 'SHS § 142 lg 1 p 2; MKS § 25⁵',
  allowedKinds: kindsOf('T C J S'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION'],
  storage: { class: 'DISPLAY_ONLY', confirmed: false },
  freshHours: 12,
  fields: ['employments'],
  parameters: Parameters,
  service: { code: 'TORIK', version: 'v2' },
  buildRequest({ subject, parameters: { from, to }, today }) {
    // P: active in the period, A: active today (registries 3.6).
    const period =
      from === undefined && to === undefined
        ? { paringu_liik: 'A' }
        : { paringu_liik: 'P', toot_algus: from ?? '2014-07-01', toot_lopp: to ?? today.toString() };
    return tor.write(TORIK, { request: { ...period, isikukoodid: subject } });
  },
  readAnswer(body, question) {
    const answer = tor.read(TORIK, body);
    if (!answer.ok) return answer;
    const { faultString, kood, leitud_kannete_arv: found, kannete_jada: rows } = answer.value.response;
    const fault = faultIn(answer.value.response);
    if (fault !== undefined) return ok({ state: 'REJECTED', reason: fault, ...words(faultString) });
    const listed = rows?.kanne ?? [];
    const believed = credible(question, {
      about: Object.fromEntries(listed.map(({ isikukood }, n) => [`kanne[${n}]/isikukood`, isikukood])),
      past: { sisestamise_aeg: listed.map(({ sisestamise_aeg }) => isoDate(sisestamise_aeg)) },
      many: { kannete_jada: listed },
    });
    if (!believed.ok) return believed;
    // The register lists 1,000 rows at the most and says how many there are.
    const cutOff = found !== undefined && Number(found) > listed.length;
    if (listed.length === 0 && !cutOff) {
      // What codes there are is not public: one that is no nought, and no count beside it, does not say that there is nothing.
      const refused = found === undefined && kood !== undefined && Number(kood) !== 0;
      return ok(refused ? { state: 'REJECTED', reason: kood.trim() } : { state: 'NOT_FOUND' });
    }
    const employments = listed.map((row) =>
      present({
        employerCode: row.ta_kood.trim(),
        employerName: said(row.ta_nimi),
        from: isoDate(row.tootamise_algus),
        until: isoDate(row.tootamise_lopp),
        kind: named(row.tootamise_liik_kood, row.tootamise_liik_nimi),
        suspensions: (row.peatamiste_jada?.peatamine ?? []).map((one) =>
          present({ from: isoDate(one.peat_algus), until: isoDate(one.peat_lopp), reason: named(one.peat_alus_kood, one.peat_alus_nimi) }),
        ),
      }),
    );
    return ok(cutOff ? { state: 'PARTIAL', record: { employments }, missing: ['rows'] } : { state: 'FOUND', record: { employments } });
  },
};
