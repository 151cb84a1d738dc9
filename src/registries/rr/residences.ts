import { Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { estonianDate, present, said, words } from '../values.ts';
import { NOT_IN_REGISTER, rr } from './contract.ts';
import { RR456 } from './generated/rr.ts';

/** A person's entry in the population register, as far as a proceeding needs it. */
export interface Residences {
  readonly firstName: string;
  readonly lastName: string;
  readonly status?: string;
  readonly birthDate?: string;
  readonly deathDate?: string;
  readonly residence?: { readonly address: string; readonly municipalityCode?: string; readonly adsOid?: string; readonly since?: string };
  readonly documents: readonly {
    readonly kind: string;
    readonly number?: string;
    readonly status?: string;
    readonly validUntil?: string;
  }[];
  readonly relations: readonly Relation[];
  readonly custody: readonly {
    readonly role?: string;
    readonly kind?: string;
    readonly state?: string;
    readonly personalCode?: string;
    readonly from?: string;
    readonly until?: string;
  }[];
}

export interface Relation {
  readonly kind: string;
  readonly status?: string;
  readonly personalCode?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Elukohtade, dokumentide ja seoste päring: everything of one person, by RR456. */
export const residences: QueryType<Record<never, never>, Residences> = {
  ...COMMON,
  code: 'RR.RESIDENCES_DOCS_RELATIONS',
  registry: 'rr',
  name: {
    et: 'Elukohtade, dokumentide ja seoste päring',
    en: 'Residences, documents and relations',
    ru: 'Запрос о местах жительства, документах и связях',
  },
  legalBasis: 'SHS § 142 lg 1 p 1; SHS § 5 lg 1',
  allowedKinds: kindsOf('T V C J A S'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  fields: ['names', 'status', 'birthDate', 'deathDate', 'residence', 'documents', 'relations', 'custody'],
  parameters: Type.Object({}, { additionalProperties: false }),
  service: { code: 'RR456', version: 'v1' },
  buildRequest: ({ subject }) => rr.write(RR456, { request: { Isikukood: subject } }),
  readAnswer(body) {
    const answer = rr.read(RR456, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const code = said(response.faultCode) ?? (response.Veakood.trim() === '0' ? undefined : response.Veakood.trim());
    if (code === NOT_IN_REGISTER) return ok({ state: 'NOT_FOUND', ...words(response.faultString ?? response.Veatekst) });
    if (code !== undefined) return ok({ state: 'REJECTED', reason: code, ...words(response.faultString ?? response.Veatekst) });
    const [person] = response.Isikud.Isik;
    if (person === undefined) return ok({ state: 'NOT_FOUND' });
    const address = said(person['Isik.Aadress']);
    return ok({
      state: 'FOUND',
      record: present<Residences>({
        firstName: person['Isik.Eesnimi'].trim(),
        lastName: person['Isik.Perenimi'].trim(),
        status: said(person['Isik.IsikuStaatus']),
        birthDate: estonianDate(person['Isik.Synniaeg']),
        deathDate: estonianDate(person['Isik.Surmaaeg']),
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
            kind: document['Dok.Kood'].trim(),
            number: said(`${document['Dok.Seeria'].trim()}${document['Dok.Number'].trim()}`),
            status: said(document['Dok.Staatus']),
            validUntil: estonianDate(document['Dok.KehtivKuni']),
          }),
        ),
        relations: response.Suhted.Suhe.map((relation) =>
          present({
            kind: relation['Suhe.Suhetyyp'].trim(),
            status: said(relation['Suhe.Staatus']),
            personalCode: said(relation['Suhe.Isikukood']),
            firstName: said(relation['Suhe.Eesnimi']),
            lastName: said(relation['Suhe.Perenimi']),
            from: estonianDate(relation['Suhe.Alguskp']),
            until: estonianDate(relation['Suhe.Lopukp']),
          }),
        ),
        custody: response.Hooldusoigused.Hooldusoigus.map((right) =>
          present({
            role: said(right['Hooldusoigus.hoRoll']),
            kind: said(right['Hooldusoigus.hoLiik']),
            state: said(right['Hooldusoigus.hoOlek']),
            personalCode: said(right['Hooldusoigus.hoTeineIK']),
            from: estonianDate(right['Hooldusoigus.hoAlgus']),
            until: estonianDate(right['Hooldusoigus.hoLopp']),
          }),
        ),
      }),
    });
  },
};
