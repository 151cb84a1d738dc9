import { Type } from 'typebox';
import { fail, failure, ok, type Result, type Text, ZONE } from '../../platform/index.ts';
import { type AnswerDefect, credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType, type Reading, type RegistryQuestion } from '../query-type.ts';
import { type Coded, named, present, said, words } from '../values.ts';
import { type Asking, type ConfirmedBy, codeOn, type Fixed } from '../write.ts';
import { basisReadBack } from './basis-read-back.ts';
import { tervisekassa } from './contract.ts';
import { type KindlustusalusResponseType, kindlustusalus } from './generated/tervisekassa.ts';

/** What a worker says of an entry, ISO dates: which decision orders it, and which basis it is about. A basis is known by its first day. */
export type EntryParameters = {
  readonly decisionNo: string;
  readonly since: string;
  readonly from?: string;
  readonly until?: string;
};

/** The rest of the register's idempotency key (isik, liik, kindlustaja, aluse_algus, tyyp, kande_aeg; registries 3.4). */
export interface EntryKey {
  readonly insuranceKind: string;
  readonly kindConfirmed: boolean;
  readonly insurer: string;
  readonly enteredAt: string;
}

/** What became of an entry. The register ignores an entry that changes nothing, and says why in its notices. */
export interface InsuranceEntry {
  readonly outcome: 'ENTERED' | 'IGNORED';
  readonly confirmedBy: ConfirmedBy;
  readonly insuranceKind: { readonly code: string; readonly confirmed: boolean };
  readonly notices?: readonly Coded[];
}

type EntryType = QueryType<EntryParameters, InsuranceEntry, EntryKey>;
type Question = RegistryQuestion<EntryParameters & EntryKey>;
export type EntryKind = 'K' | 'P' | 'L' | 'I' | 'T';

const day = Type.String({ format: 'date' });
const everyEntry = {
  /** Of the decision on care; never eleven digits in a row, which would be a personal code. */
  decisionNo: Type.String({ pattern: '^(?!.*\\d{11})[\\dA-Za-z](?:[\\dA-Za-z./-]{0,28}[\\dA-Za-z])?$' }),
  since: Type.String({ format: 'date', description: 'The first day of the insurance basis, by which the register knows it' }),
};
const strict = { additionalProperties: false };

/** Kindlustusaluse loomine: a carer for whom the municipality pays social tax is insured from a day. REQ-038. */
export const carerInsuranceStart = entryType(
  'HK.CARER_INSURANCE.START',
  'K',
  { et: 'Hooldaja kindlustusaluse loomine', en: 'Start of a carer’s insurance basis', ru: 'Создание основания страхования опекуна' },
  Type.Object({ ...everyEntry, until: Type.Optional(day) }, strict),
);

/** Kindlustusaluse peatamine, from a day and, where that is known, until another. */
export const carerInsurancePause = entryType(
  'HK.CARER_INSURANCE.PAUSE',
  'P',
  {
    et: 'Hooldaja kindlustusaluse peatamine',
    en: 'Pause of a carer’s insurance basis',
    ru: 'Приостановление основания страхования опекуна',
  },
  Type.Object({ ...everyEntry, from: day, until: Type.Optional(day) }, strict),
);

/** Kindlustusaluse lõpetamine: its last day. */
export const carerInsuranceEnd = entryType(
  'HK.CARER_INSURANCE.END',
  'L',
  { et: 'Hooldaja kindlustusaluse lõpetamine', en: 'End of a carer’s insurance basis', ru: 'Прекращение основания страхования опекуна' },
  Type.Object({ ...everyEntry, until: day }, strict),
);

/**
 * Kindlustusaluse erakorraline lõpetamine: a last day, like an end, by an entry of its own. Public is no more than its letter and its name (registries
 * 3.4, kirst.wsdl): neither when it is due in place of an end, nor what it does beyond one, nor whether it may bring forward an end that stands. So
 * it is never sent by itself or in place of an end: a worker asks for it by name, and what the register says to it is taken as it comes.
 */
export const carerInsuranceExtraordinaryEnd = entryType(
  'HK.CARER_INSURANCE.EXTRAORDINARY_END',
  'T',
  {
    et: 'Hooldaja kindlustusaluse erakorraline lõpetamine',
    en: 'Extraordinary end of a carer’s insurance basis',
    ru: 'Внеочередное прекращение основания страхования опекуна',
  },
  Type.Object({ ...everyEntry, until: day }, strict),
);

/** Kindlustusaluse pikendamine: from the day after its present end until a later one. */
export const carerInsuranceExtension = entryType(
  'HK.CARER_INSURANCE.EXTENSION',
  'I',
  {
    et: 'Hooldaja kindlustusaluse pikendamine',
    en: 'Extension of a carer’s insurance basis',
    ru: 'Продление основания страхования опекуна',
  },
  Type.Object({ ...everyEntry, from: day, until: day }, strict),
);

/** Kindlustusalus v2 with one entry: what was refused can then be asked again without what was not. */
function entryType(code: string, tyyp: EntryKind, name: Text, parameters: EntryType['parameters']): EntryType {
  return {
    ...COMMON,
    code,
    registry: 'tervisekassa',
    name,
    legalBasis: 'SMS § 6 lg 1¹; SHS § 26; sotsiaalministri 18.08.2004 määrus nr 101 § 3',
    allowedKinds: kindsOf('C'),
    roles: ['SOCIAL_WORKER'],
    subjectRoles: ['CARER'],
    storage: { class: 'STORABLE', confirmed: false },
    freshHours: 0,
    fields: ['outcome', 'confirmedBy', 'insuranceKind', 'notices'],
    parameters,
    service: { code: 'kindlustusalus', version: 'v2' },
    write: { fix, readBack: basisReadBack(tyyp), recordOf: entered },
    buildRequest: ({ subject, parameters: { since, from, until, insuranceKind, insurer, enteredAt } }) =>
      tervisekassa.write(kindlustusalus, {
        request: {
          kanne_jada: {
            item: [
              {
                isik: { isikukood: subject },
                aluse_algus: since,
                liik: insuranceKind,
                kindlustaja: { kood: insurer },
                tyyp,
                kande_aeg: enteredAt,
                // Which of the two a kind of entry must have is not public: each has the days that it is about.
                ...present({ per_algus: tyyp === 'K' ? since : from, per_lopp: until }),
              },
            ],
          },
        },
      }),
    readAnswer(body, question) {
      const answer = tervisekassa.read(kindlustusalus, body);
      if (!answer.ok) return answer;
      const { request, response } = answer.value;
      const echoed = [...request.kanne_jada.item, ...response.kanne_jada.item.map(({ kanne }) => kanne)];
      for (const { isik } of echoed) {
        const believed = credible(question, { about: { 'kanne_jada/item/isik/isikukood': isik.isikukood } });
        if (!believed.ok) return believed;
      }
      return readEntry(response, question);
    },
  };
}

/** Days in their order, and the kind that is configured for a basis of that first day. The insurer is the institution that asks, whoever says otherwise. */
function fix({ parameters, institution, at, settings }: Asking<EntryParameters>): Fixed<EntryKey> {
  const { since, from, until } = parameters;
  const fields = [
    ...(from !== undefined && from < since ? [{ pointer: '/parameters/from', code: 'BEFORE_THE_BASIS' }] : []),
    ...(until !== undefined && until < (from ?? since) ? [{ pointer: '/parameters/until', code: 'BEFORE_ITS_BEGINNING' }] : []),
  ];
  if (fields.length > 0) return fail(failure('QUERY_PARAMETERS_INVALID', { fields }));
  const kind = codeOn(settings.carerInsuranceKind, since);
  if (kind === undefined) return fail(failure('WRITE_NOT_CONFIGURED', { fields: [{ pointer: '/parameters/since', code: 'NO_CODE' }] }));
  const enteredAt = at.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ fractionalSecondDigits: 3 });
  return ok({ insuranceKind: kind.code, kindConfirmed: kind.confirmed, insurer: institution, enteredAt });
}

function entered({ parameters }: Question, confirmedBy: ConfirmedBy): InsuranceEntry {
  return { outcome: 'ENTERED', confirmedBy, insuranceKind: { code: parameters.insuranceKind, confirmed: parameters.kindConfirmed } };
}

/** The one entry's result. The register counts entries, and tells of those that have errors or warnings why. */
function readEntry(response: KindlustusalusResponseType, question: Question): Result<Reading<InsuranceEntry>, AnswerDefect> {
  const [right, ignored, bad] = [response.ok_kannete_arv, response.info_kannete_arv, response.pahade_kannete_arv].map((count) =>
    Number(count ?? 0),
  );
  const told = response.kanne_jada.item.flatMap(({ viga_jada }) => viga_jada.item);
  const [first] = told;
  const notices = told.flatMap(({ kood, kirjeldus }) => named(kood, words(kirjeldus).text) ?? []);
  const record = { ...entered(question, 'REGISTER'), ...(notices.length === 0 ? {} : { notices }) };
  if (right === 1 && ignored === 0 && bad === 0) return ok({ state: 'FOUND', record });
  if (right === 0 && ignored === 1 && bad === 0)
    return ok({ state: 'PARTIAL', record: { ...record, outcome: 'IGNORED' }, missing: ['entry'] });
  if (right === 0 && ignored === 0 && bad === 1) {
    const why = first === undefined ? response.teade : `${first.element_name}: ${first.kirjeldus}`;
    return ok({ state: 'REJECTED', reason: said(first?.kood) ?? said(response.kood) ?? 'BAD_ENTRY', ...words(why) });
  }
  // One entry was sent: any other count says nothing of it, and it may have been entered.
  return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'response/ok_kannete_arv', rule: 'ONE_ENTRY_IS_COUNTED' }] });
}
