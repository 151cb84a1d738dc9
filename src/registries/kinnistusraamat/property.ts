import { type Static, Type } from 'typebox';
import { fail, ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { present, said } from '../values.ts';
import { kinnistusraamat } from './contract.ts';
import { Kinnistu_Detailandmed } from './generated/kinnistusraamat.ts';
import { codesOf, fraction, type Parcel, parcelsOf } from './ownership.ts';
import { plainText } from './plain-text.ts';
import { refusal } from './refusal.ts';

/** One property: what it is, the person's share of it, and what lies upon it. */
export interface Property {
  readonly registerPart: string;
  readonly kind?: string;
  readonly parcels: readonly Parcel[];
  readonly shares: readonly string[];
  /** Divisions III and IV, in words. */
  readonly encumbrances: readonly Entry[];
  readonly mortgages: readonly Entry[];
}

interface Entry {
  readonly kind?: string;
  readonly text?: string;
}

/** Composition, owners, encumbrances, mortgages. */
const DIVISIONS = '1,2,3,4';

const Parameters = Type.Object(
  { registerPart: Type.String({ pattern: '^[0-9]{1,10}$', description: 'Registriosa number, of a property of the person' }) },
  { additionalProperties: false },
);

/** Kinnistu detailandmete päring, by Kinnistu_Detailandmed. Entries come as XHTML and are kept as text. */
export const property: QueryType<Static<typeof Parameters>, Property> = {
  ...COMMON,
  code: 'LAND.PROPERTY',
  registry: 'kinnistusraamat',
  name: { et: 'Kinnistu andmete päring', en: 'One property', ru: 'Запрос об объекте недвижимости' },
  legalBasis: 'SHS § 132 lg 6¹; SHS § 142 lg 1 p 2',
  allowedKinds: kindsOf('T A'),
  roles: ['SOCIAL_WORKER', 'SKA_ADOPTION'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 168,
  fields: ['registerPart', 'kind', 'parcels', 'shares', 'encumbrances', 'mortgages'],
  parameters: Parameters,
  service: { code: 'Kinnistu_Detailandmed' },
  buildRequest: ({ parameters }) =>
    kinnistusraamat.write(Kinnistu_Detailandmed, {
      request: { jao_nr: DIVISIONS, kande_kehtivus: '1', registriosa_nr: parameters.registerPart },
    }),
  readAnswer(body, question) {
    const answer = kinnistusraamat.read(Kinnistu_Detailandmed, body);
    if (!answer.ok) return answer;
    const { detailandmed, jagu1, jagu2, jagu3, jagu4, kood, teade } = answer.value;
    const refused = refusal(kood, teade, detailandmed == null ? 0 : 1);
    if (refused !== undefined) return ok(refused);
    const registerPart = said(detailandmed?.registriosa_nr) ?? '';
    if (registerPart !== question.parameters.registerPart)
      return fail({ code: 'ANSWER_ABOUT_ANOTHER', problems: [{ path: 'detailandmed/registriosa_nr', rule: 'IS_THE_ONE_ASKED' }] });
    const [composition, ownership] = [jagu1?.Jagu1 ?? [], jagu2?.Jagu2 ?? []];
    const [burdens, mortgages] = [jagu3?.Jagu3 ?? [], jagu4?.Jagu4 ?? []];
    const believed = credible(question, { many: { jagu1: composition, jagu2: ownership, jagu3: burdens, jagu4: mortgages } });
    if (!believed.ok) return believed;
    const shares = ownership
      .flatMap((entry) => entry?.omandiosad?.['Jagu2.Omandiosa'] ?? [])
      .filter((share) => share !== null && codesOf(share.isikud).includes(question.subject))
      .flatMap((share) => fraction(share?.omandiosa_lugeja, share?.omandiosa_nimetaja) ?? []);
    // Whose property the person has no share of is another's: nothing of it is kept.
    if (shares.length === 0) return ok({ state: 'REJECTED', reason: 'NO_SHARE_OF_THE_SUBJECT' });
    return ok({
      state: 'FOUND',
      record: present<Property>({
        registerPart,
        kind: said(detailandmed?.kinnistu_liik_tekst),
        parcels: composition.flatMap((entry) => parcelsOf(entry?.katastriyksused)),
        shares,
        encumbrances: burdens.map((entry) => inWords(entry?.oiguse_liik_tekst ?? entry?.kande_liik_tekst, entry?.kande_tekst)),
        mortgages: mortgages.map((entry) => inWords(entry?.kande_liik_tekst, entry?.kande_tekst)),
      }),
    });
  },
};

function inWords(kind: string | null | undefined, text: string | null | undefined): Entry {
  return present<Entry>({ kind: said(kind), text: said(plainText(text ?? '')) });
}
