import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { kindsOf, type QueryType } from '../query-type.ts';
import { type Coded, coded, estonianDate, present, said } from '../values.ts';
import { ABOUT_ONE } from './asking.ts';
import { rr } from './contract.ts';
import { RR456 } from './generated/rr.ts';
import { CUSTODY_KIND, CUSTODY_ROLE, CUSTODY_STATE, DOCUMENT_KIND, ENTRY_STATUS, PERSON_STATUS, RELATION } from './labels.ts';
import { refusal } from './refusal.ts';

/** A person's entry in the population register, as far as a proceeding needs it. */
export interface Residences {
  readonly firstName: string;
  readonly lastName: string;
  readonly status?: Coded;
  readonly birthDate?: string;
  readonly deathDate?: string;
  readonly residence?: { readonly address: string; readonly municipalityCode?: string; readonly adsOid?: string; readonly since?: string };
  readonly documents: readonly {
    readonly kind?: Coded;
    readonly number?: string;
    readonly status?: Coded;
    readonly validUntil?: string;
  }[];
  readonly relations: readonly Relation[];
  readonly custody: readonly {
    readonly role?: Coded;
    readonly kind?: Coded;
    readonly state?: Coded;
    readonly personalCode?: string;
    readonly from?: string;
    readonly until?: string;
  }[];
}

export interface Relation {
  readonly kind?: Coded;
  readonly status?: Coded;
  readonly personalCode?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Elukohtade, dokumentide ja seoste päring: everything of one person, by RR456. */
export const residences: QueryType<Record<never, never>, Residences> = {
  ...ABOUT_ONE,
  code: 'RR.RESIDENCES_DOCS_RELATIONS',
  name: {
    et: 'Elukohtade, dokumentide ja seoste päring',
    en: 'Residences, documents and relations',
    ru: 'Запрос о местах жительства, документах и связях',
  },
  launch: ['PROCEEDING', 'AUTOMATIC'],
  allowedKinds: kindsOf('T V C J A S'),
  fields: ['names', 'status', 'birthDate', 'deathDate', 'residence', 'documents', 'relations', 'custody'],
  names: 'RELATIVES',
  service: { code: 'RR456', version: 'v1' },
  buildRequest: ({ subject }) => rr.write(RR456, { request: { Isikukood: subject } }),
  readAnswer(body, question) {
    const answer = rr.read(RR456, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const refused = refusal({ ...response, code: response.Veakood, texts: [response.Veatekst] });
    if (refused !== undefined) return ok(refused);
    const [person] = response.Isikud.Isik;
    if (person === undefined) return ok({ state: 'NOT_FOUND' });
    const [birthDate, deathDate] = [estonianDate(person['Isik.Synniaeg']), estonianDate(person['Isik.Surmaaeg'])];
    const believed = credible(question, {
      about: { 'Isik.Isikukood': person['Isik.Isikukood'] },
      past: { 'Isik.Synniaeg': [birthDate], 'Isik.Surmaaeg': [deathDate] },
      one: { Isikud: response.Isikud.Isik },
      many: { Dokumendid: response.Dokumendid.Dok, Suhted: response.Suhted.Suhe, Hooldusoigused: response.Hooldusoigused.Hooldusoigus },
    });
    if (!believed.ok) return believed;
    const address = said(person['Isik.Aadress']);
    return ok({
      state: 'FOUND',
      record: present<Residences>({
        firstName: person['Isik.Eesnimi'].trim(),
        lastName: person['Isik.Perenimi'].trim(),
        status: coded(person['Isik.IsikuStaatus'], PERSON_STATUS),
        birthDate,
        deathDate,
        residence:
          address === undefined
            ? undefined
            : present({
                address,
                municipalityCode: said(person['Isik.VallaKd'])?.padStart(4, '0'),
                adsOid: said(person['Isik.ADS_OID']),
                since: estonianDate(person['Isik.SaabKOVi']),
              }),
        documents: response.Dokumendid.Dok.map((document) =>
          present({
            kind: coded(document['Dok.Kood'], DOCUMENT_KIND),
            number: said(`${document['Dok.Seeria'].trim()}${document['Dok.Number'].trim()}`),
            status: coded(document['Dok.Staatus'], ENTRY_STATUS),
            validUntil: estonianDate(document['Dok.KehtivKuni']),
          }),
        ),
        relations: response.Suhted.Suhe.map((relation) =>
          present({
            kind: coded(relation['Suhe.Suhetyyp'], RELATION),
            status: coded(relation['Suhe.Staatus'], ENTRY_STATUS),
            personalCode: said(relation['Suhe.Isikukood']),
            firstName: said(relation['Suhe.Eesnimi']),
            lastName: said(relation['Suhe.Perenimi']),
            from: estonianDate(relation['Suhe.Alguskp']),
            until: estonianDate(relation['Suhe.Lopukp']),
          }),
        ),
        custody: response.Hooldusoigused.Hooldusoigus.map((right) =>
          present({
            role: coded(right['Hooldusoigus.hoRoll'], CUSTODY_ROLE),
            kind: coded(right['Hooldusoigus.hoLiik'], CUSTODY_KIND),
            state: coded(right['Hooldusoigus.hoOlek'], CUSTODY_STATE),
            personalCode: said(right['Hooldusoigus.hoTeineIK']),
            from: estonianDate(right['Hooldusoigus.hoAlgus']),
            until: estonianDate(right['Hooldusoigus.hoLopp']),
          }),
        ),
      }),
    });
  },
};
