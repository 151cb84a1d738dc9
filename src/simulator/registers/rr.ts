import type { Person } from '../country.ts';
import { type Asked, dotted, isAlive, type SimulatedRegister, textAt, upper } from './register.ts';

const NOT_IN_REGISTER = '10027';
const NOT_IN_REGISTER_TEXT = 'Isik puudub RRis. (10027)';

/** Fields of a person that RR always sends and this country has nothing for. */
const EMPTY = [
  'IsikuStaatuseMuutumine',
  'KirjeStaatus',
  'SynniRiigiKd',
  'SynniRiigiNm',
  'IsikKoda',
  'SaabEestisse',
  'LahkusEestist',
  'Elamisluba',
  'ElamisloaTahtaeg',
  'ViimatiPar',
  'RiigiKd',
  'RiigiNm',
  'MaakonnaKd',
  'MaakonnaNm',
  'VallaNm',
  'KylaKd',
  'KylaNm',
  'VaikekohaKd',
  'VaikekohaNm',
  'TanavaKd',
  'TanavaNm',
  'NimiKd',
  'NimiNm',
  'Majanr',
  'Korternr',
  'Postiindeks',
  'ADS_OID',
  'ADS_KOODAADRESS',
  'ElukohtLoodi',
  'ElukohtMuudeti',
  ...[
    'RiigiKd',
    'RiigiNm',
    'MaakonnaKd',
    'MaakonnaNm',
    'VallaKd',
    'VallaNm',
    'KylaKd',
    'KylaNm',
    'VaikekohaKd',
    'VaikekohaNm',
    'TanavaKd',
    'TanavaNm',
    'NimiKd',
    'NimiNm',
    'Majanr',
    'Korternr',
    'Aadress',
    'Postiindeks',
    'ADS_OID',
    'ADS_KOODAADRESS',
  ].map((field) => `Side${field}`),
];
const NOTHING = Object.fromEntries(EMPTY.map((field) => [`Isik.${field}`, '']));

/** The population register: everything a string, absent things empty elements, dates `dd.mm.yyyy`, not found by a code in the body. */
export const rr: SimulatedRegister = {
  name: 'rr',
  subsystem: 'EE/GOV/70008440/rr',
  wsdl: 'rr.wsdl',
  services: {
    RR456(asked) {
      const { request, person } = subjectOf(asked);
      const nothing = { Dokumendid: { Dok: [] }, Suhted: { Suhe: [] }, Hooldusoigused: { Hooldusoigus: [] } };
      if (person === undefined) {
        return {
          request,
          response: {
            faultCode: NOT_IN_REGISTER,
            faultString: NOT_IN_REGISTER_TEXT,
            Veakood: NOT_IN_REGISTER,
            Veatekst: NOT_IN_REGISTER_TEXT,
            Isikud: { Isik: [] },
            ...nothing,
          },
        };
      }
      return {
        request,
        response: {
          Veakood: '0',
          Veatekst: '',
          Isikud: { Isik: [entryOf(person, asked)] },
          Dokumendid: { Dok: [documentOf(person)] },
          Suhted: { Suhe: relationsOf(person).map(([kind, other]) => relationOf(kind, other, person)) },
          Hooldusoigused: { Hooldusoigus: person.children.map((child) => custodyOf(child, person)) },
        },
      };
    },
    RR84IsikuSeosed(asked) {
      const { request, person } = subjectOf(asked);
      const common = {
        IsikuEesnimi: upper(person?.firstName ?? ''),
        IsikuPerenimi: upper(person?.lastName ?? ''),
        IsikuSugu: person === undefined ? '' : person.sex === 'MALE' ? 'M' : 'N',
        IsikuSynniaeg: dotted(person?.birthDate),
        IsikuStaatus: person === undefined ? '' : 'ELUS',
        IsikuElukoht: person?.household.address ?? '',
      };
      if (person === undefined)
        return { request, response: { ...common, Veakood: NOT_IN_REGISTER, Veatekst: NOT_IN_REGISTER_TEXT, Suhted: { Suhe: [] } } };
      const related = relationsOf(person).map(([kind, other]) => ({
        'Suhe.Suhtetyyp': kind,
        'Suhe.sIsikukood': other.personalCode,
        'Suhe.sPerenimi': upper(other.lastName),
        'Suhe.sEesnimi': upper(other.firstName),
        'Suhe.sIsikuElukoht': other.household.address,
        'Suhe.sIsikuStaatus': isAlive(other, asked.today) ? 'ELUS' : 'SURNUD',
        'Suhe.SuhStaatus': 'KEHTIV',
      }));
      return { request, response: { ...common, Veakood: '0', Veatekst: '', Suhted: { Suhe: related } } };
    },
  },
};

function subjectOf({ request, country }: Asked): { request: unknown; person: Person | undefined } {
  const Isikukood = textAt(request, 'request', 'Isikukood');
  return { request: { Isikukood }, person: country.find(Isikukood) };
}

function entryOf(person: Person, { today }: Asked): Readonly<Record<string, unknown>> {
  return {
    ...NOTHING,
    'Isik.Isikukood': person.personalCode,
    'Isik.Eesnimi': upper(person.firstName),
    'Isik.Perenimi': upper(person.lastName),
    'Isik.Sugu': person.sex === 'MALE' ? 'M' : 'N',
    'Isik.IsikuStaatus': isAlive(person, today) ? 'ELUS' : 'SURNUD',
    'Isik.Synniaeg': dotted(person.birthDate),
    'Isik.Surmaaeg': isAlive(person, today) ? '' : dotted(person.deathDate),
    'Isik.ValisriigiIsikukoodid': { 'Isik.ValisriigiIsikukood': [] },
    'Isik.SaabKOVi': dotted(person.household.since),
    'Isik.VallaKd': person.household.municipality.replace(/^0/, ''),
    'Isik.Aadress': person.household.address,
    'Isik.ADS_ADR_ID': '1',
    'Isik.ADS_ADOB_ID': '1',
    'Isik.SideADS_ADR_ID': '1',
    'Isik.SideADS_ADOB_ID': '1',
  };
}

function documentOf(person: Person): Readonly<Record<string, string>> {
  return {
    'Dok.IsikIsikukood': person.personalCode,
    'Dok.DokIsikukood': person.personalCode,
    'Dok.DokEesnimi': upper(person.firstName),
    'Dok.DokPerenimi': upper(person.lastName),
    'Dok.DokOsalus': 'OMANIK',
    'Dok.Kood': 'ID-KAART',
    'Dok.Seeria': 'AS',
    'Dok.Number': `0${person.personalCode.slice(4, 10)}`,
    'Dok.Staatus': 'KEHTIV',
    'Dok.KehtivAlates': '01.02.2024',
    'Dok.KehtivKuni': '31.01.2029',
    'Dok.ValjastamisKp': '01.02.2024',
  };
}

function relationsOf(person: Person): readonly (readonly [string, Person])[] {
  return [
    ...(person.spouse === undefined ? [] : [['ABIKAASA', person.spouse] as const]),
    ...person.children.map((child) => ['LAPS', child] as const),
    ...person.parents.map((parent) => [parent.sex === 'MALE' ? 'ISA' : 'EMA', parent] as const),
  ];
}

function relationOf(kind: string, other: Person, person: Person): Readonly<Record<string, string>> {
  return {
    'Suhe.Suhetyyp': kind,
    'Suhe.Staatus': 'KEHTIV',
    'Suhe.Isikukood': other.personalCode,
    'Suhe.Eesnimi': upper(other.firstName),
    'Suhe.Perenimi': upper(other.lastName),
    'Suhe.AsutusNimi': '',
    'Suhe.AsutusRegNumber': '',
    'Suhe.Alguskp': kind === 'LAPS' ? dotted(other.birthDate) : kind === 'ABIKAASA' ? '' : dotted(person.birthDate),
    'Suhe.Lopukp': '',
    'Suhe.IsikuIsikukood': person.personalCode,
    'Suhe.AlusDokKd': '',
    'Suhe.LoppAlusDokKd': '',
    'Suhe.Loodi': '',
    'Suhe.Muudeti': '',
  };
}

function custodyOf(child: Person, parent: Person): Readonly<Record<string, string>> {
  return {
    'Hooldusoigus.hoRoll': 'VANEM',
    'Hooldusoigus.hoLiik': 'H10',
    'Hooldusoigus.hoOlek': 'H1',
    'Hooldusoigus.hoSisu': '',
    'Hooldusoigus.hoAlgus': dotted(child.birthDate),
    'Hooldusoigus.hoLopp': '',
    'Hooldusoigus.hoTeineIK': child.personalCode,
    'Hooldusoigus.hoTeineEesnimi': upper(child.firstName),
    'Hooldusoigus.hoTeinePerenimi': upper(child.lastName),
    'Hooldusoigus.hoAsutusNimi': '',
    'Hooldusoigus.hoAsutusRegNr': '',
    'Hooldusoigus.hoPrimIsik': parent.personalCode,
    'Hooldusoigus.hoLoodi': '',
    'Hooldusoigus.hoMuudeti': '',
  };
}
