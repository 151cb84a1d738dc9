import { Type } from 'typebox';
import { fail, ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { present, said } from '../values.ts';
import { kinnistusraamat } from './contract.ts';
import { Kinnistu_Lihtandmed } from './generated/kinnistusraamat.ts';
import { codesOf, fraction, type Parcel, parcelsOf } from './ownership.ts';
import { refusal } from './refusal.ts';

/** Properties of which a person owns a share. */
export interface Properties {
  readonly properties: readonly {
    readonly registerPart: string;
    readonly kind?: string;
    readonly name?: string;
    /** The person's own shares; of other owners nothing is kept. */
    readonly shares: readonly string[];
    readonly parcels: readonly Parcel[];
  }[];
}

/** The register answers in pages; a person with more properties than one page holds is shown the first, and told so. */
const PAGE = 50;

/** Isiku kinnistute päring, by Kinnistu_Lihtandmed. The application's user name and password that the form has room for are never sent. */
export const properties: QueryType<Record<never, never>, Properties> = {
  ...COMMON,
  code: 'LAND.PROPERTIES',
  registry: 'kinnistusraamat',
  name: { et: 'Isiku kinnisasjade päring', en: 'Properties of a person', ru: 'Запрос о недвижимости лица' },
  launch: ['PROCEEDING', 'AUTOMATIC'],
  legalBasis: 'SHS § 132 lg 6¹; SHS § 142 lg 1 p 2',
  allowedKinds: kindsOf('T A'),
  roles: ['SOCIAL_WORKER', 'SKA_ADOPTION'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 168,
  fields: ['properties'],
  parameters: Type.Object({}, { additionalProperties: false }),
  service: { code: 'Kinnistu_Lihtandmed' },
  buildRequest: ({ subject }) =>
    kinnistusraamat.write(Kinnistu_Lihtandmed, {
      // What values the form's other members take is not public.
      request: { kinnistute_arv_lehel: String(PAGE), kood: subject, lehekylje_nr: '1' },
    }),
  readAnswer(body, question) {
    const answer = kinnistusraamat.read(Kinnistu_Lihtandmed, body);
    if (!answer.ok) return answer;
    const { kirjete_arv_kokku: total, kood, registriosad, teade } = answer.value;
    const parts = (registriosad?.KinnistuRegistriosa ?? []).filter((part) => part !== null);
    const counted = Math.max(Number(total ?? 0), parts.length);
    const refused = refusal(kood, teade, counted);
    if (refused !== undefined) return ok(refused);
    const believed = credible(question, { many: { registriosad: parts } });
    if (!believed.ok) return believed;
    const owners = parts.map(({ omandid }) => (omandid?.Omand ?? []).filter((share) => share !== null));
    // A property whose owners are named, and not among them the person, is another's: the answer is to another question.
    const stranger = owners.findIndex((shares) => {
      const codes = shares.flatMap(({ isikud }) => codesOf(isikud));
      return codes.length > 0 && !codes.includes(question.subject);
    });
    if (stranger !== -1)
      return fail({ code: 'ANSWER_ABOUT_ANOTHER', problems: [{ path: `registriosad[${stranger}]/omandid`, rule: 'IS_THE_SUBJECT' }] });
    const record = {
      properties: parts.map((part, n) =>
        present({
          registerPart: said(part.kinnistu_number) ?? '',
          kind: said(part.kinnistu_liik_tekst),
          name: said(part.kinnistu_nimi),
          shares: (owners[n] ?? [])
            .filter(({ isikud }) => codesOf(isikud).includes(question.subject))
            .flatMap(({ lugeja, nimetaja }) => fraction(lugeja, nimetaja) ?? []),
          parcels: parcelsOf(part.katastriyksused),
        }),
      ),
    };
    return ok(counted > parts.length ? { state: 'PARTIAL', record, missing: ['pages'] } : { state: 'FOUND', record });
  },
};
