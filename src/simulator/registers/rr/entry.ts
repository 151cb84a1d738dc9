import type { Person } from '../../person.ts';
import { type Asked, dotted, isAlive, upper } from '../register.ts';
import { custodyOf, relationsOf } from './family.ts';
import { answerOf, NOT_IN_REGISTER, NOT_IN_REGISTER_TEXT } from './subject.ts';

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

/** RR456: all of one person. Everything is a string, and what is absent an empty element. */
export function wholeEntry(asked: Asked): unknown {
  const nothing = { Dokumendid: { Dok: [] }, Suhted: { Suhe: [] }, Hooldusoigused: { Hooldusoigus: [] } };
  return answerOf(
    asked,
    (person) => ({
      Veakood: '0',
      Veatekst: '',
      Isikud: { Isik: [entryOf(person, asked)] },
      Dokumendid: { Dok: [documentOf(person)] },
      Suhted: { Suhe: relationsOf(person).map(([kind, other]) => relationOf(kind, other, person)) },
      Hooldusoigused: { Hooldusoigus: custodyOf(person).map(rightOf) },
    }),
    () => ({
      faultCode: NOT_IN_REGISTER,
      faultString: NOT_IN_REGISTER_TEXT,
      Veakood: NOT_IN_REGISTER,
      Veatekst: NOT_IN_REGISTER_TEXT,
      Isikud: { Isik: [] },
      ...nothing,
    }),
  );
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

function rightOf({ role, kind, other, from, holder }: ReturnType<typeof custodyOf>[number]): Readonly<Record<string, string>> {
  return {
    'Hooldusoigus.hoRoll': role,
    'Hooldusoigus.hoLiik': kind,
    'Hooldusoigus.hoOlek': 'H1',
    'Hooldusoigus.hoSisu': '',
    'Hooldusoigus.hoAlgus': dotted(from),
    'Hooldusoigus.hoLopp': '',
    'Hooldusoigus.hoTeineIK': other.personalCode,
    'Hooldusoigus.hoTeineEesnimi': upper(other.firstName),
    'Hooldusoigus.hoTeinePerenimi': upper(other.lastName),
    'Hooldusoigus.hoAsutusNimi': '',
    'Hooldusoigus.hoAsutusRegNr': '',
    'Hooldusoigus.hoPrimIsik': holder.personalCode,
    'Hooldusoigus.hoLoodi': '',
    'Hooldusoigus.hoMuudeti': '',
  };
}
