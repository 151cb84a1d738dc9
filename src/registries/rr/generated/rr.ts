// Generated from wsdl/rr.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface RR456 {
  readonly request: RR456RequestType;
}

export interface RR456RequestType {
  readonly Isikukood: string;
}

export interface RR456Response {
  readonly request: RR456RequestType;
  readonly response: RR456ResponseType;
}

export interface RR456ResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly Veakood: string;
  readonly Veatekst: string;
  readonly Isikud: RR456ResponseType_Isikud;
  readonly Dokumendid: RR456ResponseType_Dokumendid;
  readonly Suhted: RR456ResponseType_Suhted;
  readonly Hooldusoigused: RR456ResponseType_Hooldusoigused;
}

export interface RR456ResponseType_Isikud {
  readonly Isik: readonly RR456ResponseType_Isikud_Isik[];
}

export interface RR456ResponseType_Isikud_Isik {
  readonly 'Isik.Isikukood': string;
  readonly 'Isik.Eesnimi': string;
  readonly 'Isik.Perenimi': string;
  readonly 'Isik.MuudEesnimed'?: RR456ResponseType_Isikud_Isik_IsikMuudEesnimed;
  readonly 'Isik.MuudPerenimed'?: RR456ResponseType_Isikud_Isik_IsikMuudPerenimed;
  readonly 'Isik.Sugu': string;
  readonly 'Isik.IsikuStaatus': string;
  readonly 'Isik.IsikuStaatuseMuutumine': string;
  readonly 'Isik.KirjeStaatus': string;
  readonly 'Isik.Synniaeg': string;
  readonly 'Isik.Surmaaeg': string;
  readonly 'Isik.SynniRiigiKd': string;
  readonly 'Isik.SynniRiigiNm': string;
  readonly 'Isik.IsikKoda': string;
  readonly 'Isik.ValisriigiIsikukoodid': RR456ResponseType_Isikud_Isik_IsikValisriigiIsikukoodid;
  readonly 'Isik.SaabEestisse': string;
  readonly 'Isik.LahkusEestist': string;
  readonly 'Isik.SaabKOVi': string;
  readonly 'Isik.Elamisluba': string;
  readonly 'Isik.ElamisloaTahtaeg': string;
  readonly 'Isik.ViimatiPar': string;
  readonly 'Isik.RiigiKd': string;
  readonly 'Isik.RiigiNm': string;
  readonly 'Isik.MaakonnaKd': string;
  readonly 'Isik.MaakonnaNm': string;
  readonly 'Isik.VallaKd': string;
  readonly 'Isik.VallaNm': string;
  readonly 'Isik.KylaKd': string;
  readonly 'Isik.KylaNm': string;
  readonly 'Isik.VaikekohaKd': string;
  readonly 'Isik.VaikekohaNm': string;
  readonly 'Isik.TanavaKd': string;
  readonly 'Isik.TanavaNm': string;
  readonly 'Isik.NimiKd': string;
  readonly 'Isik.NimiNm': string;
  readonly 'Isik.Majanr': string;
  readonly 'Isik.Korternr': string;
  readonly 'Isik.Aadress': string;
  readonly 'Isik.Postiindeks': string;
  readonly 'Isik.ADS_ADR_ID': string;
  readonly 'Isik.ADS_OID': string;
  readonly 'Isik.ADS_KOODAADRESS': string;
  readonly 'Isik.ADS_ADOB_ID': string;
  readonly 'Isik.ElukohtLoodi': string;
  readonly 'Isik.ElukohtMuudeti': string;
  readonly 'Isik.SideRiigiKd': string;
  readonly 'Isik.SideRiigiNm': string;
  readonly 'Isik.SideMaakonnaKd': string;
  readonly 'Isik.SideMaakonnaNm': string;
  readonly 'Isik.SideVallaKd': string;
  readonly 'Isik.SideVallaNm': string;
  readonly 'Isik.SideKylaKd': string;
  readonly 'Isik.SideKylaNm': string;
  readonly 'Isik.SideVaikekohaKd': string;
  readonly 'Isik.SideVaikekohaNm': string;
  readonly 'Isik.SideTanavaKd': string;
  readonly 'Isik.SideTanavaNm': string;
  readonly 'Isik.SideNimiKd': string;
  readonly 'Isik.SideNimiNm': string;
  readonly 'Isik.SideMajanr': string;
  readonly 'Isik.SideKorternr': string;
  readonly 'Isik.SideAadress': string;
  readonly 'Isik.SidePostiindeks': string;
  readonly 'Isik.SideADS_ADR_ID': string;
  readonly 'Isik.SideADS_OID': string;
  readonly 'Isik.SideADS_KOODAADRESS': string;
  readonly 'Isik.SideADS_ADOB_ID': string;
  readonly 'Isik.Kontaktid'?: RR456ResponseType_Isikud_Isik_IsikKontaktid;
}

export interface RR456ResponseType_Isikud_Isik_IsikMuudEesnimed {
  readonly 'Isik.MuudEesnimed.Meesnm': readonly string[];
}

export interface RR456ResponseType_Isikud_Isik_IsikMuudPerenimed {
  readonly 'Isik.MuudPerenimed.Mperenm': readonly string[];
}

export interface RR456ResponseType_Isikud_Isik_IsikValisriigiIsikukoodid {
  readonly 'Isik.ValisriigiIsikukood': readonly RR456ResponseType_Isikud_Isik_IsikValisriigiIsikukoodid_IsikValisriigiIsikukood[];
}

export interface RR456ResponseType_Isikud_Isik_IsikValisriigiIsikukoodid_IsikValisriigiIsikukood {
  readonly 'Isik.ValisriigiIsikukood.VrRiik': string;
  readonly 'Isik.ValisriigiIsikukood.VrIK': string;
}

export interface RR456ResponseType_Isikud_Isik_IsikKontaktid {
  readonly 'Isik.Kontakt': readonly RR456ResponseType_Isikud_Isik_IsikKontaktid_IsikKontakt[];
}

export interface RR456ResponseType_Isikud_Isik_IsikKontaktid_IsikKontakt {
  readonly 'Isik.Kontakt.KontaktiLiik': string;
  readonly 'Isik.Kontakt.KontaktiTekst': string;
}

export interface RR456ResponseType_Dokumendid {
  readonly Dok: readonly RR456ResponseType_Dokumendid_Dok[];
}

export interface RR456ResponseType_Dokumendid_Dok {
  readonly 'Dok.IsikIsikukood': string;
  readonly 'Dok.DokIsikukood': string;
  readonly 'Dok.DokEesnimi': string;
  readonly 'Dok.DokPerenimi': string;
  readonly 'Dok.DokOsalus': string;
  readonly 'Dok.Kood': string;
  readonly 'Dok.Seeria': string;
  readonly 'Dok.Number': string;
  readonly 'Dok.Staatus': string;
  readonly 'Dok.KehtivAlates': string;
  readonly 'Dok.KehtivKuni': string;
  readonly 'Dok.ValjastamisKp': string;
}

export interface RR456ResponseType_Suhted {
  readonly Suhe: readonly RR456ResponseType_Suhted_Suhe[];
}

export interface RR456ResponseType_Suhted_Suhe {
  readonly 'Suhe.Suhetyyp': string;
  readonly 'Suhe.Staatus': string;
  readonly 'Suhe.Isikukood': string;
  readonly 'Suhe.Eesnimi': string;
  readonly 'Suhe.Perenimi': string;
  readonly 'Suhe.AsutusNimi': string;
  readonly 'Suhe.AsutusRegNumber': string;
  readonly 'Suhe.Alguskp': string;
  readonly 'Suhe.Lopukp': string;
  readonly 'Suhe.IsikuIsikukood': string;
  readonly 'Suhe.AlusDokKd': string;
  readonly 'Suhe.LoppAlusDokKd': string;
  readonly 'Suhe.Loodi': string;
  readonly 'Suhe.Muudeti': string;
}

export interface RR456ResponseType_Hooldusoigused {
  readonly Hooldusoigus: readonly RR456ResponseType_Hooldusoigused_Hooldusoigus[];
}

export interface RR456ResponseType_Hooldusoigused_Hooldusoigus {
  readonly 'Hooldusoigus.hoRoll': string;
  readonly 'Hooldusoigus.hoLiik': string;
  readonly 'Hooldusoigus.hoOlek': string;
  readonly 'Hooldusoigus.hoSisu': string;
  readonly 'Hooldusoigus.hoAlgus': string;
  readonly 'Hooldusoigus.hoLopp': string;
  readonly 'Hooldusoigus.hoTeineIK': string;
  readonly 'Hooldusoigus.hoTeineEesnimi': string;
  readonly 'Hooldusoigus.hoTeinePerenimi': string;
  readonly 'Hooldusoigus.hoAsutusNimi': string;
  readonly 'Hooldusoigus.hoAsutusRegNr': string;
  readonly 'Hooldusoigus.hoPrimIsik': string;
  readonly 'Hooldusoigus.hoLoodi': string;
  readonly 'Hooldusoigus.hoMuudeti': string;
}

export interface RR84IsikuSeosed {
  readonly request: RR84IsikuSeosedRequestType;
}

export interface RR84IsikuSeosedRequestType {
  readonly Isikukood: string;
}

export interface RR84IsikuSeosedResponse {
  readonly request: RR84IsikuSeosedRequestType;
  readonly response: RR84IsikuSeosedResponseType;
}

export interface RR84IsikuSeosedResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly XTeeVeaTeade?: string;
  readonly IsikuEesnimi: string;
  readonly IsikuPerenimi: string;
  readonly IsikuSugu: string;
  readonly IsikuSynniaeg: string;
  readonly IsikuStaatus: string;
  readonly IsikuElukoht: string;
  readonly Veakood: string;
  readonly Veatekst: string;
  readonly Suhted: RR84IsikuSeosedResponseType_Suhted;
}

export interface RR84IsikuSeosedResponseType_Suhted {
  readonly Suhe: readonly RR84IsikuSeosedResponseType_Suhted_Suhe[];
}

export interface RR84IsikuSeosedResponseType_Suhted_Suhe {
  readonly 'Suhe.Suhtetyyp': string;
  readonly 'Suhe.sIsikukood': string;
  readonly 'Suhe.sPerenimi': string;
  readonly 'Suhe.sEesnimi': string;
  readonly 'Suhe.sIsikuElukoht': string;
  readonly 'Suhe.sIsikuStaatus': string;
  readonly 'Suhe.SuhStaatus': string;
}

const types = {
  RR456: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR456RequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR456RequestType: {
    members: [
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR456Response: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR456RequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR456ResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR456ResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'Veakood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veatekst', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikud', namespace: '', optional: false, many: false, nillable: false, type: 'RR456ResponseType_Isikud' },
      { name: 'Dokumendid', namespace: '', optional: false, many: false, nillable: false, type: 'RR456ResponseType_Dokumendid' },
      { name: 'Suhted', namespace: '', optional: false, many: false, nillable: false, type: 'RR456ResponseType_Suhted' },
      { name: 'Hooldusoigused', namespace: '', optional: false, many: false, nillable: false, type: 'RR456ResponseType_Hooldusoigused' },
    ],
    attributes: [],
    text: false,
  },
  RR456ResponseType_Isikud: {
    members: [
      { name: 'Isik', namespace: '', optional: true, many: true, nillable: false, type: 'RR456ResponseType_Isikud_Isik' },
    ],
    attributes: [],
    text: false,
  },
  RR456ResponseType_Isikud_Isik: {
    members: [
      { name: 'Isik.Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Perenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.MuudEesnimed', namespace: '', optional: true, many: false, nillable: false, type: 'RR456ResponseType_Isikud_Isik_Isik.MuudEesnimed' },
      { name: 'Isik.MuudPerenimed', namespace: '', optional: true, many: false, nillable: false, type: 'RR456ResponseType_Isikud_Isik_Isik.MuudPerenimed' },
      { name: 'Isik.Sugu', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.IsikuStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.IsikuStaatuseMuutumine', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.KirjeStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Synniaeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Surmaaeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SynniRiigiKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SynniRiigiNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.IsikKoda', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ValisriigiIsikukoodid', namespace: '', optional: false, many: false, nillable: false, type: 'RR456ResponseType_Isikud_Isik_Isik.ValisriigiIsikukoodid' },
      { name: 'Isik.SaabEestisse', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.LahkusEestist', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SaabKOVi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Elamisluba', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ElamisloaTahtaeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ViimatiPar', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.RiigiKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.RiigiNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.MaakonnaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.MaakonnaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.VallaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.VallaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.KylaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.KylaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.VaikekohaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.VaikekohaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.TanavaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.TanavaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.NimiKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.NimiNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Majanr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Korternr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Aadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Postiindeks', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ADS_ADR_ID', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ADS_OID', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ADS_KOODAADRESS', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ADS_ADOB_ID', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ElukohtLoodi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ElukohtMuudeti', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideRiigiKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideRiigiNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideMaakonnaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideMaakonnaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideVallaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideVallaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideKylaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideKylaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideVaikekohaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideVaikekohaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideTanavaKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideTanavaNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideNimiKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideNimiNm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideMajanr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideKorternr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideAadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SidePostiindeks', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideADS_ADR_ID', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideADS_OID', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideADS_KOODAADRESS', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.SideADS_ADOB_ID', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Kontaktid', namespace: '', optional: true, many: false, nillable: false, type: 'RR456ResponseType_Isikud_Isik_Isik.Kontaktid' },
    ],
    attributes: [],
    text: false,
  },
  'RR456ResponseType_Isikud_Isik_Isik.MuudEesnimed': {
    members: [
      { name: 'Isik.MuudEesnimed.Meesnm', namespace: '', optional: true, many: true, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  'RR456ResponseType_Isikud_Isik_Isik.MuudPerenimed': {
    members: [
      { name: 'Isik.MuudPerenimed.Mperenm', namespace: '', optional: true, many: true, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  'RR456ResponseType_Isikud_Isik_Isik.ValisriigiIsikukoodid': {
    members: [
      { name: 'Isik.ValisriigiIsikukood', namespace: '', optional: true, many: true, nillable: false, type: 'RR456ResponseType_Isikud_Isik_Isik.ValisriigiIsikukoodid_Isik.ValisriigiIsikukood' },
    ],
    attributes: [],
    text: false,
  },
  'RR456ResponseType_Isikud_Isik_Isik.ValisriigiIsikukoodid_Isik.ValisriigiIsikukood': {
    members: [
      { name: 'Isik.ValisriigiIsikukood.VrRiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.ValisriigiIsikukood.VrIK', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  'RR456ResponseType_Isikud_Isik_Isik.Kontaktid': {
    members: [
      { name: 'Isik.Kontakt', namespace: '', optional: true, many: true, nillable: false, type: 'RR456ResponseType_Isikud_Isik_Isik.Kontaktid_Isik.Kontakt' },
    ],
    attributes: [],
    text: false,
  },
  'RR456ResponseType_Isikud_Isik_Isik.Kontaktid_Isik.Kontakt': {
    members: [
      { name: 'Isik.Kontakt.KontaktiLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isik.Kontakt.KontaktiTekst', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR456ResponseType_Dokumendid: {
    members: [
      { name: 'Dok', namespace: '', optional: true, many: true, nillable: false, type: 'RR456ResponseType_Dokumendid_Dok' },
    ],
    attributes: [],
    text: false,
  },
  RR456ResponseType_Dokumendid_Dok: {
    members: [
      { name: 'Dok.IsikIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.DokIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.DokEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.DokPerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.DokOsalus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.Kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.Seeria', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.Number', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.Staatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.KehtivAlates', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.KehtivKuni', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dok.ValjastamisKp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR456ResponseType_Suhted: {
    members: [
      { name: 'Suhe', namespace: '', optional: true, many: true, nillable: false, type: 'RR456ResponseType_Suhted_Suhe' },
    ],
    attributes: [],
    text: false,
  },
  RR456ResponseType_Suhted_Suhe: {
    members: [
      { name: 'Suhe.Suhetyyp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Staatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Perenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.AsutusNimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.AsutusRegNumber', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Alguskp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Lopukp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.IsikuIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.AlusDokKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.LoppAlusDokKd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Loodi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Muudeti', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR456ResponseType_Hooldusoigused: {
    members: [
      { name: 'Hooldusoigus', namespace: '', optional: true, many: true, nillable: false, type: 'RR456ResponseType_Hooldusoigused_Hooldusoigus' },
    ],
    attributes: [],
    text: false,
  },
  RR456ResponseType_Hooldusoigused_Hooldusoigus: {
    members: [
      { name: 'Hooldusoigus.hoRoll', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoOlek', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoSisu', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoAlgus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoLopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoTeineIK', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoTeineEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoTeinePerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoAsutusNimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoAsutusRegNr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoPrimIsik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoLoodi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigus.hoMuudeti', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR84IsikuSeosed: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR84IsikuSeosedRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR84IsikuSeosedRequestType: {
    members: [
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR84IsikuSeosedResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR84IsikuSeosedRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR84IsikuSeosedResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR84IsikuSeosedResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'XTeeVeaTeade', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'IsikuEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuPerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuSugu', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuSynniaeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuElukoht', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veakood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veatekst', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhted', namespace: '', optional: false, many: false, nillable: false, type: 'RR84IsikuSeosedResponseType_Suhted' },
    ],
    attributes: [],
    text: false,
  },
  RR84IsikuSeosedResponseType_Suhted: {
    members: [
      { name: 'Suhe', namespace: '', optional: true, many: true, nillable: false, type: 'RR84IsikuSeosedResponseType_Suhted_Suhe' },
    ],
    attributes: [],
    text: false,
  },
  RR84IsikuSeosedResponseType_Suhted_Suhe: {
    members: [
      { name: 'Suhe.Suhtetyyp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.sIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.sPerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.sEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.sIsikuElukoht', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.sIsikuStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.SuhStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const RR456: Operation<RR456, RR456Response> = {
  serviceCode: 'RR456',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR456', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR456' }, types),
  response: bodyCodec({ name: 'RR456Response', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR456Response' }, types),
};

export const RR84IsikuSeosed: Operation<RR84IsikuSeosed, RR84IsikuSeosedResponse> = {
  serviceCode: 'RR84IsikuSeosed',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR84IsikuSeosed', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR84IsikuSeosed' }, types),
  response: bodyCodec({ name: 'RR84IsikuSeosedResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR84IsikuSeosedResponse' }, types),
};
