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

export interface RR96IsikDokElukSuhe {
  readonly request: RR96IsikDokElukSuheRequestType;
}

export interface RR96IsikDokElukSuheRequestType {
  readonly Isikukood: string;
  readonly Isikueesnimi: string;
  readonly Isikuperenimi: string;
  readonly VastusteArv: string;
}

export interface RR96IsikDokElukSuheResponse {
  readonly request: RR96IsikDokElukSuheRequestType;
  readonly response: RR96IsikDokElukSuheResponseType;
}

export interface RR96IsikDokElukSuheResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly Veakood?: string;
  readonly Veatekst?: string;
  readonly Isikud: RR96IsikDokElukSuheResponseType_Isikud;
  readonly Dokumendid: RR96IsikDokElukSuheResponseType_Dokumendid;
  readonly Suhted: RR96IsikDokElukSuheResponseType_Suhted;
  readonly Elukohad: RR96IsikDokElukSuheResponseType_Elukohad;
  readonly Kontaktid: RR96IsikDokElukSuheResponseType_Kontaktid;
  readonly Hooldusoigused: RR96IsikDokElukSuheResponseType_Hooldusoigused;
}

export interface RR96IsikDokElukSuheResponseType_Isikud {
  readonly Isikuandmed: readonly RR96IsikDokElukSuheResponseType_Isikud_Isikuandmed[];
}

export interface RR96IsikDokElukSuheResponseType_Isikud_Isikuandmed {
  readonly 'Isikuandmed.Isikukood': string;
  readonly 'Isikuandmed.Eesnimi': string;
  readonly 'Isikuandmed.Meesnm': string;
  readonly 'Isikuandmed.Perenimi': string;
  readonly 'Isikuandmed.Mperenm': string;
  readonly 'Isikuandmed.Synniperenimi': string;
  readonly 'Isikuandmed.Sugu': string;
  readonly 'Isikuandmed.IsikuStaatus': string;
  readonly 'Isikuandmed.Synniaeg': string;
  readonly 'Isikuandmed.Surmaaeg': string;
  readonly 'Isikuandmed.Kodakondsuskood': string;
  readonly 'Isikuandmed.Kodakondsustekstina': string;
  readonly 'Isikuandmed.Synnikoht': string;
  readonly 'Isikuandmed.Perekonnaseis': string;
  readonly 'Isikuandmed.ElukRegpe': string;
  readonly 'Isikuandmed.Teovoime': string;
  readonly 'Isikuandmed.KirjeStaatus': string;
  readonly 'Isikuandmed.SaabEestisse': string;
  readonly 'Isikuandmed.ViimatiPar': string;
  readonly 'Isikuandmed.IsikuSeisund': string;
  readonly 'Isikuandmed.Andmed': string;
  readonly 'Isikuandmed.Emakeel': string;
  readonly 'Isikuandmed.Rahvus': string;
  readonly 'Isikuandmed.Haridus': string;
  readonly 'Isikuandmed.EKRIIK': string;
  readonly 'Isikuandmed.EKmaakond': string;
  readonly 'Isikuandmed.EKvald': string;
  readonly 'Isikuandmed.EKasula': string;
  readonly 'Isikuandmed.Tegevusala': string;
  readonly 'Isikuandmed.Amet': string;
  readonly 'Isikuandmed.Eriala': string;
  readonly 'Isikuandmed.Isanimi': string;
  readonly 'Isikuandmed.KoviSaabus': string;
  readonly 'Isikuandmed.Syriikkd': string;
  readonly 'Isikuandmed.Syriiginimi': string;
  readonly 'Isikuandmed.ElukAlates': string;
}

export interface RR96IsikDokElukSuheResponseType_Dokumendid {
  readonly Dokumendiandmed: readonly RR96IsikDokElukSuheResponseType_Dokumendid_Dokumendiandmed[];
}

export interface RR96IsikDokElukSuheResponseType_Dokumendid_Dokumendiandmed {
  readonly 'Dokumendiandmed.Kood': string;
  readonly 'Dokumendiandmed.Nimetus': string;
  readonly 'Dokumendiandmed.Seeria': string;
  readonly 'Dokumendiandmed.Number': string;
  readonly 'Dokumendiandmed.DokStaatus': string;
  readonly 'Dokumendiandmed.DokKontr': string;
  readonly 'Dokumendiandmed.AsutusRiik': string;
  readonly 'Dokumendiandmed.Asutus': string;
  readonly 'Dokumendiandmed.DokValjastamisKuup': string;
  readonly 'Dokumendiandmed.Sisestatud': string;
  readonly 'Dokumendiandmed.DokSyndKuup': string;
  readonly 'Dokumendiandmed.KehtivAlates': string;
  readonly 'Dokumendiandmed.KehtivKuni': string;
  readonly 'Dokumendiandmed.IsikIsikukood': string;
  readonly 'Dokumendiandmed.DokIsikukood': string;
  readonly 'Dokumendiandmed.DokPerekonnanimi': string;
  readonly 'Dokumendiandmed.DokEesnimi': string;
  readonly 'Dokumendiandmed.Dok_osalus': string;
  readonly 'Dokumendiandmed.Teised_IsikIskood': string;
  readonly 'Dokumendiandmed.Teised_DokIskood': string;
  readonly 'Dokumendiandmed.Teised_DokPerenimi': string;
  readonly 'Dokumendiandmed.Teised_DokEesnimi': string;
  readonly 'Dokumendiandmed.Teised_Dok_osalus': string;
  readonly 'Dokumendiandmed.DokVanaEesnimi': string;
  readonly 'Dokumendiandmed.DokVanaPerenimi': string;
}

export interface RR96IsikDokElukSuheResponseType_Suhted {
  readonly Suhe: readonly RR96IsikDokElukSuheResponseType_Suhted_Suhe[];
}

export interface RR96IsikDokElukSuheResponseType_Suhted_Suhe {
  readonly 'Suhe.Suhtetyyp': string;
  readonly 'Suhe.Isikukood': string;
  readonly 'Suhe.Perenimi': string;
  readonly 'Suhe.Eesnimi': string;
  readonly 'Suhe.Isanimi': string;
  readonly 'Suhe.Eesti_aadress': string;
  readonly 'Suhe.Synnikoht': string;
  readonly 'Suhe.IsikuStaatus': string;
  readonly 'Suhe.Staatus': string;
  readonly 'Suhe.Alguskp': string;
  readonly 'Suhe.Lopukp': string;
  readonly 'Suhe.IsikuIsikukood': string;
}

export interface RR96IsikDokElukSuheResponseType_Elukohad {
  readonly Elukohaandmed: readonly RR96IsikDokElukSuheResponseType_Elukohad_Elukohaandmed[];
}

export interface RR96IsikDokElukSuheResponseType_Elukohad_Elukohaandmed {
  readonly 'Elukohaandmed.Riigikood': string;
  readonly 'Elukohaandmed.Riiginimetus': string;
  readonly 'Elukohaandmed.MaakonnaKood': string;
  readonly 'Elukohaandmed.MaakonnaNimetus': string;
  readonly 'Elukohaandmed.VallaKood': string;
  readonly 'Elukohaandmed.VallaNimetus': string;
  readonly 'Elukohaandmed.KylaKood': string;
  readonly 'Elukohaandmed.KylaNimetus': string;
  readonly 'Elukohaandmed.Tanav': string;
  readonly 'Elukohaandmed.Majanr': string;
  readonly 'Elukohaandmed.Korterinr': string;
  readonly 'Elukohaandmed.AadressTekstina': string;
  readonly 'Elukohaandmed.Postiindeks': string;
  readonly 'Elukohaandmed.Algusekuup': string;
  readonly 'Elukohaandmed.Lopukuup': string;
  readonly 'Elukohaandmed.AadressiLiik': string;
  readonly 'Elukohaandmed.IsikuIsikukood': string;
}

export interface RR96IsikDokElukSuheResponseType_Kontaktid {
  readonly Kontaktandmed: readonly RR96IsikDokElukSuheResponseType_Kontaktid_Kontaktandmed[];
}

export interface RR96IsikDokElukSuheResponseType_Kontaktid_Kontaktandmed {
  readonly 'Kontaktandmed.Sideaadress': string;
  readonly 'Kontaktandmed.Liik': string;
  readonly 'Kontaktandmed.Staatus': string;
  readonly 'Kontaktandmed.Alguskp': string;
  readonly 'Kontaktandmed.Lopukp': string;
  readonly 'Kontaktandmed.IsikuIsikukood': string;
}

export interface RR96IsikDokElukSuheResponseType_Hooldusoigused {
  readonly Hooldusoigus: readonly RR96IsikDokElukSuheResponseType_Hooldusoigused_Hooldusoigus[];
}

export interface RR96IsikDokElukSuheResponseType_Hooldusoigused_Hooldusoigus {
  readonly 'Hooldusoigused.hoRoll': string;
  readonly 'Hooldusoigused.hoLiik': string;
  readonly 'Hooldusoigused.hoSisu': string;
  readonly 'Hooldusoigused.hoTeineIK': string;
  readonly 'Hooldusoigused.hoTeineEesnimi': string;
  readonly 'Hooldusoigused.hoTeinePerenimi': string;
  readonly 'Hooldusoigused.hoOlekStat': string;
  readonly 'Hooldusoigused.hoAlgus': string;
  readonly 'Hooldusoigused.hoLopp': string;
  readonly 'Hooldusoigused.hoPrimIsik': string;
}

export interface RR66HMIsikEestk {
  readonly request: RR66HMIsikEestkRequestType;
}

export interface RR66HMIsikEestkRequestType {
  readonly Isikukood: string;
}

export interface RR66HMIsikEestkResponse {
  readonly request: RR66HMIsikEestkRequestType;
  readonly response: RR66HMIsikEestkResponseType;
}

export interface RR66HMIsikEestkResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly Isikukood: string;
  readonly Isikupnimi: string;
  readonly Isikuenimi: string;
  readonly SurmaKuup: string;
  readonly KodakondsusKood: string;
  readonly KodakondsusNimetus: string;
  readonly EmakeelKood: string;
  readonly EmakeelNimetus: string;
  readonly MkKood: string;
  readonly Maakond: string;
  readonly ValdKood: string;
  readonly Vald: string;
  readonly AsulaKood: string;
  readonly Asula: string;
  readonly Tanav: string;
  readonly Maja: string;
  readonly Korter: string;
  readonly EestkosteOn: string;
  readonly ElamislubaOn: string;
  readonly ElamislubaTahtaeg: string;
  readonly Veakood: string;
  readonly Veatekst: string;
}

export interface RR407HMIsikEestk {
  readonly request: RR407HMIsikEestkRequestType;
}

export interface RR407HMIsikEestkRequestType {
  readonly Isikukood: string;
}

export interface RR407HMIsikEestkResponse {
  readonly request: RR407HMIsikEestkRequestType;
  readonly response: RR407HMIsikEestkResponseType;
}

export interface RR407HMIsikEestkResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly Isikukood: string;
  readonly Isikupnimi: string;
  readonly Isikuenimi: string;
  readonly SurmaKuup: string;
  readonly KodakondsusKood: string;
  readonly KodakondsusNimetus: string;
  readonly EmakeelKood: string;
  readonly EmakeelNimetus: string;
  readonly RiikKood: string;
  readonly Riik: string;
  readonly MkKood: string;
  readonly Maakond: string;
  readonly ValdKood: string;
  readonly Vald: string;
  readonly AsulaKood: string;
  readonly Asula: string;
  readonly Tanav: string;
  readonly Maja: string;
  readonly Korter: string;
  readonly EndineRiikKood: string;
  readonly EndineRiik: string;
  readonly EndineMkKood: string;
  readonly EndineMaakond: string;
  readonly EndineValdKood: string;
  readonly EndineVald: string;
  readonly EndineAsulaKood: string;
  readonly EndineAsula: string;
  readonly EndineTanav: string;
  readonly EndineMaja: string;
  readonly EndineKorter: string;
  readonly EndineElukohtAlgus: string;
  readonly EndineElukohtLopp: string;
  readonly EestkosteOn: string;
  readonly ElamislubaOn: string;
  readonly Veakood: string;
  readonly Veatekst: string;
}

export interface RR414 {
  readonly request: RR414RequestType;
}

export interface RR414RequestType {
  readonly Isikukood: string;
}

export interface RR414Response {
  readonly request: RR414RequestType;
  readonly response: RR414ResponseType;
}

export interface RR414ResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly XTeeVeaTeade: string;
  readonly IsikuEesnimi: string;
  readonly IsikuPerenimi: string;
  readonly IsikuSugu: string;
  readonly IsikuSynniaeg: string;
  readonly IsikuStaatus: string;
  readonly IsikuElukoht: string;
  readonly Veakood: string;
  readonly Veatekst: string;
  readonly Suhted: RR414ResponseType_Suhted;
  readonly Hooldusoigus: RR414ResponseType_Hooldusoigus;
}

export interface RR414ResponseType_Suhted {
  readonly Suhe: readonly RR414ResponseType_Suhted_Suhe[];
}

export interface RR414ResponseType_Suhted_Suhe {
  readonly 'Suhe.Suhtetyyp': string;
  readonly 'Suhe.sIsikukood': string;
  readonly 'Suhe.sPerenimi': string;
  readonly 'Suhe.sEesnimi': string;
  readonly 'Suhe.sIsikuElukoht': string;
  readonly 'Suhe.sIsikuStaatus': string;
  readonly 'Suhe.SuhStaatus': string;
}

export interface RR414ResponseType_Hooldusoigus {
  readonly Hooldusoigused: readonly RR414ResponseType_Hooldusoigus_Hooldusoigused[];
}

export interface RR414ResponseType_Hooldusoigus_Hooldusoigused {
  readonly 'Hooldusoigused.hoRoll': string;
  readonly 'Hooldusoigused.hoLiik': string;
  readonly 'Hooldusoigused.hoSisu': string;
  readonly 'Hooldusoigused.hoTeineIK': string;
  readonly 'Hooldusoigused.hoTeineEesnimi': string;
  readonly 'Hooldusoigused.hoTeinePerenimi': string;
  readonly 'Hooldusoigused.hoOlekStat': string;
  readonly 'Hooldusoigused.hoAlgus': string;
  readonly 'Hooldusoigused.hoLopp': string;
  readonly 'Hooldusoigused.hoPrimIsik': string;
}

export interface RR465isikuHooldusoigused {
  readonly request: RR465isikuHooldusoigusedRequestType;
}

export interface RR465isikuHooldusoigusedRequestType {
  readonly Isikukood: string;
  readonly Roll: string;
  readonly pohjus?: string;
}

export interface RR465isikuHooldusoigusedResponse {
  readonly request: RR465isikuHooldusoigusedRequestType;
  readonly response: RR465isikuHooldusoigusedResponseType;
}

export interface RR465isikuHooldusoigusedResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly veatekst?: string;
  readonly Hooldusoigused: RR465isikuHooldusoigusedResponseType_Hooldusoigused;
}

export interface RR465isikuHooldusoigusedResponseType_Hooldusoigused {
  readonly Hooldusoigus: readonly RR465isikuHooldusoigusedResponseType_Hooldusoigused_Hooldusoigus[];
}

export interface RR465isikuHooldusoigusedResponseType_Hooldusoigused_Hooldusoigus {
  readonly 'Hooldusoigused.Teineisikukood': string;
  readonly 'Hooldusoigused.Teinesynniaeg': string;
  readonly 'Hooldusoigused.TeinePerenimi': string;
  readonly 'Hooldusoigused.TeineEesnimi': string;
  readonly 'Hooldusoigused.Liik': string;
  readonly 'Hooldusoigused.Algus': string;
  readonly 'Hooldusoigused.Lopp': string;
  readonly 'Hooldusoigused.Olek': string;
  readonly 'Hooldusoigused.Sisu': string;
}

export interface RR86LapseVanemad {
  readonly request: RR86LapseVanemadRequestType;
}

export interface RR86LapseVanemadRequestType {
  readonly Isikukood: string;
}

export interface RR86LapseVanemadResponse {
  readonly request: RR86LapseVanemadRequestType;
  readonly response: RR86LapseVanemadResponseType;
}

export interface RR86LapseVanemadResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly IsikuIsikukood: string;
  readonly IsikuEesnimi: string;
  readonly IsikuPerenimi: string;
  readonly IsikuStaatus: string;
  readonly IsikuTeovoime: string;
  readonly Veakood: string;
  readonly Veatekst: string;
  readonly Dokumendid: RR86LapseVanemadResponseType_Dokumendid;
  readonly Suhted: RR86LapseVanemadResponseType_Suhted;
}

export interface RR86LapseVanemadResponseType_Dokumendid {
  readonly Dokumendiandmed: readonly RR86LapseVanemadResponseType_Dokumendid_Dokumendiandmed[];
}

export interface RR86LapseVanemadResponseType_Dokumendid_Dokumendiandmed {
  readonly 'Dokumendiandmed.Kood': string;
  readonly 'Dokumendiandmed.Nimetus': string;
  readonly 'Dokumendiandmed.Seeria': string;
  readonly 'Dokumendiandmed.Number': string;
  readonly 'Dokumendiandmed.DokStaatus': string;
  readonly 'Dokumendiandmed.Asutus': string;
  readonly 'Dokumendiandmed.DokValjastamisKuup': string;
  readonly 'Dokumendiandmed.KehtivAlates': string;
  readonly 'Dokumendiandmed.KehtivKuni': string;
  readonly 'Dokumendiandmed.DokMarkus': string;
  readonly 'Dokumendiandmed.DokIsikukood': string;
  readonly 'Dokumendiandmed.DokPerekonnanimi': string;
  readonly 'Dokumendiandmed.DokEesnimi': string;
  readonly 'Dokumendiandmed.DokOsalus': string;
}

export interface RR86LapseVanemadResponseType_Suhted {
  readonly Suhe: readonly RR86LapseVanemadResponseType_Suhted_Suhe[];
}

export interface RR86LapseVanemadResponseType_Suhted_Suhe {
  readonly 'Suhe.Suhtetyyp': string;
  readonly 'Suhe.Isikukood': string;
  readonly 'Suhe.Perenimi': string;
  readonly 'Suhe.Eesnimi': string;
  readonly 'Suhe.IsikuStaatus': string;
  readonly 'Suhe.IsikuTeovoime': string;
  readonly 'Suhe.Alguskp': string;
}

export interface RR41isikPohiandmed {
  readonly request: RR41isikPohiandmedRequestType;
}

export interface RR41isikPohiandmedRequestType {
  readonly isikuperenimi?: string;
  readonly isikueesnimi?: string;
  readonly isikukood?: string;
  readonly vald?: string;
  readonly Staatus?: string;
  readonly mitu?: string;
}

export interface RR41isikPohiandmedResponse {
  readonly request: RR41isikPohiandmedRequestType;
  readonly response: RR41isikPohiandmedResponseType;
}

export interface RR41isikPohiandmedResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly veakood?: string;
  readonly veatekst?: string;
  readonly isikud: RR41isikPohiandmedResponseType_isikud;
}

export interface RR41isikPohiandmedResponseType_isikud {
  readonly isik: readonly RR41isikPohiandmedResponseType_isikud_isik[];
}

export interface RR41isikPohiandmedResponseType_isikud_isik {
  readonly 'isik.Isikukood': string;
  readonly 'isik.Perenimi': string;
  readonly 'isik.Eesnimi': string;
  readonly 'isik.Isanimi': string;
  readonly 'isik.Eesti_aadress': string;
  readonly 'isik.Staatus': string;
}

export interface RR42isikAadressKood {
  readonly request: RR42isikAadressKoodRequestType;
}

export interface RR42isikAadressKoodRequestType {
  readonly maakond?: string;
  readonly vald?: string;
  readonly asula?: string;
  readonly tanavtalu?: string;
  readonly majaNumbrivahemik?: string;
  readonly korteriNumbrivahemik?: string;
  readonly staatus?: string;
  readonly isikukoodFragment?: string;
  readonly i_syndaastad?: string;
}

export interface RR42isikAadressKoodResponse {
  readonly request: RR42isikAadressKoodRequestType;
  readonly response: RR42isikAadressKoodResponseType;
}

export interface RR42isikAadressKoodResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly veakood?: string;
  readonly veatekst?: string;
  readonly isikud: RR42isikAadressKoodResponseType_isikud;
}

export interface RR42isikAadressKoodResponseType_isikud {
  readonly isik: readonly RR42isikAadressKoodResponseType_isikud_isik[];
}

export interface RR42isikAadressKoodResponseType_isikud_isik {
  readonly 'isik.Isikukood': string;
  readonly 'isik.Perekonnanimi': string;
  readonly 'isik.Eesnimi': string;
  readonly 'isik.Isanimi': string;
  readonly 'isik.Elukoha_aadress': string;
  readonly 'isik.Staatus': string;
}

export interface RR439isikAadrYksi {
  readonly request: RR439isikAadrYksiRequestType;
}

export interface RR439isikAadrYksiRequestType {
  readonly Isikukood: string;
}

export interface RR439isikAadrYksiResponse {
  readonly request: RR439isikAadrYksiRequestType;
  readonly response: RR439isikAadrYksiResponseType;
}

export interface RR439isikAadrYksiResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly vastus: string;
}

export interface RR447 {
  readonly request: RR447RequestType;
}

export interface RR447RequestType {
  readonly AlgusKP: string;
  readonly LoppKP?: string;
}

export interface RR447Response {
  readonly request: RR447RequestType;
  readonly response: RR447ResponseType;
}

export interface RR447ResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly cTellimuseNr: string;
}

export interface RR71_fail_download {
  readonly request: RR71_fail_downloadRequestType;
}

export interface RR71_fail_downloadRequestType {
  readonly cFailiNimi: string;
}

export interface RR71_fail_downloadResponse {
  readonly request: RR71_fail_downloadRequestType;
  readonly response: RR71_fail_downloadResponseType;
}

export interface RR71_fail_downloadResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly ttData: RR71_fail_downloadResponseType_ttData;
}

export interface RR71_fail_downloadResponseType_ttData {
  readonly item: readonly RR71_fail_downloadResponseType_ttData_item[];
}

export interface RR71_fail_downloadResponseType_ttData_item {
  readonly 'ttData.id': string;
  readonly 'ttData.cData': string;
}

export interface RR67_muutus {
  readonly request: RR67_muutusRequestType;
}

export interface RR67_muutusRequestType {
  readonly cAlgKpv: string;
  readonly cAlgKell: string;
  readonly cLoppKpv: string;
  readonly cLoppKell: string;
  readonly cMuutused: string;
}

export interface RR67_muutusResponse {
  readonly request: RR67_muutusRequestType;
  readonly response: RR67_muutusResponseType;
}

export interface RR67_muutusResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly ttKood: RR67_muutusResponseType_ttKood;
}

export interface RR67_muutusResponseType_ttKood {
  readonly ttKoodid: readonly RR67_muutusResponseType_ttKood_ttKoodid[];
}

export interface RR67_muutusResponseType_ttKood_ttKoodid {
  readonly 'ttKoodid.cIsikukood': string;
  readonly 'ttKoodid.cUusKood': string;
}

export interface RR50SurnudIsikuteLeidmine {
  readonly request: RR50SurnudIsikuteLeidmineRequestType;
}

export interface RR50SurnudIsikuteLeidmineRequestType {
  readonly Kuupaev: string;
}

export interface RR50SurnudIsikuteLeidmineResponse {
  readonly request: RR50SurnudIsikuteLeidmineRequestType;
  readonly response: RR50SurnudIsikuteLeidmineResponseType;
}

export interface RR50SurnudIsikuteLeidmineResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly surnu: RR50SurnudIsikuteLeidmineResponseType_surnu;
}

export interface RR50SurnudIsikuteLeidmineResponseType_surnu {
  readonly item: readonly RR50SurnudIsikuteLeidmineResponseType_surnu_item[];
}

export interface RR50SurnudIsikuteLeidmineResponseType_surnu_item {
  readonly 'surnu.Isikukood': string;
  readonly 'surnu.Perenimi': string;
  readonly 'surnu.Eesnimi': string;
  readonly 'surnu.Surmakuup': string;
  readonly 'surnu.sdliik': string;
  readonly 'surnu.sdnumber': string;
  readonly 'surnu.sdkuup': string;
  readonly 'surnu.sdasutus': string;
  readonly 'surnu.kmadliik': string;
  readonly 'surnu.kmadnumber': string;
  readonly 'surnu.kmadkuup': string;
  readonly 'surnu.kmadasutus': string;
}

export interface RR470isikukoodid16kuni26a {
  readonly request: RR470isikukoodid16kuni26aRequestType;
}

export interface RR470isikukoodid16kuni26aRequestType {
  readonly EHAKKood?: string;
}

export interface RR470isikukoodid16kuni26aResponse {
  readonly request: RR470isikukoodid16kuni26aRequestType;
  readonly response: RR470isikukoodid16kuni26aResponseType;
}

export interface RR470isikukoodid16kuni26aResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly Isikukood: readonly string[];
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
  RR96IsikDokElukSuhe: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheRequestType: {
    members: [
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikueesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuperenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'VastusteArv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'Veakood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'Veatekst', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'Isikud', namespace: '', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Isikud' },
      { name: 'Dokumendid', namespace: '', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Dokumendid' },
      { name: 'Suhted', namespace: '', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Suhted' },
      { name: 'Elukohad', namespace: '', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Elukohad' },
      { name: 'Kontaktid', namespace: '', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Kontaktid' },
      { name: 'Hooldusoigused', namespace: '', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Hooldusoigused' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Isikud: {
    members: [
      { name: 'Isikuandmed', namespace: '', optional: true, many: true, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Isikud_Isikuandmed' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Isikud_Isikuandmed: {
    members: [
      { name: 'Isikuandmed.Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Meesnm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Perenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Mperenm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Synniperenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Sugu', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.IsikuStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Synniaeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Surmaaeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Kodakondsuskood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Kodakondsustekstina', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Synnikoht', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Perekonnaseis', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.ElukRegpe', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Teovoime', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.KirjeStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.SaabEestisse', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.ViimatiPar', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.IsikuSeisund', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Andmed', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Emakeel', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Rahvus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Haridus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.EKRIIK', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.EKmaakond', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.EKvald', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.EKasula', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Tegevusala', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Amet', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Eriala', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Isanimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.KoviSaabus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Syriikkd', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.Syriiginimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuandmed.ElukAlates', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Dokumendid: {
    members: [
      { name: 'Dokumendiandmed', namespace: '', optional: true, many: true, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Dokumendid_Dokumendiandmed' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Dokumendid_Dokumendiandmed: {
    members: [
      { name: 'Dokumendiandmed.Kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Nimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Seeria', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Number', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokKontr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.AsutusRiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Asutus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokValjastamisKuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Sisestatud', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokSyndKuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.KehtivAlates', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.KehtivKuni', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.IsikIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokPerekonnanimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Dok_osalus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Teised_IsikIskood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Teised_DokIskood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Teised_DokPerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Teised_DokEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Teised_Dok_osalus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokVanaEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokVanaPerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Suhted: {
    members: [
      { name: 'Suhe', namespace: '', optional: true, many: true, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Suhted_Suhe' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Suhted_Suhe: {
    members: [
      { name: 'Suhe.Suhtetyyp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Perenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Isanimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Eesti_aadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Synnikoht', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.IsikuStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Staatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Alguskp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Lopukp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.IsikuIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Elukohad: {
    members: [
      { name: 'Elukohaandmed', namespace: '', optional: true, many: true, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Elukohad_Elukohaandmed' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Elukohad_Elukohaandmed: {
    members: [
      { name: 'Elukohaandmed.Riigikood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.Riiginimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.MaakonnaKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.MaakonnaNimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.VallaKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.VallaNimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.KylaKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.KylaNimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.Tanav', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.Majanr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.Korterinr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.AadressTekstina', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.Postiindeks', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.Algusekuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.Lopukuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.AadressiLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Elukohaandmed.IsikuIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Kontaktid: {
    members: [
      { name: 'Kontaktandmed', namespace: '', optional: true, many: true, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Kontaktid_Kontaktandmed' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Kontaktid_Kontaktandmed: {
    members: [
      { name: 'Kontaktandmed.Sideaadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Kontaktandmed.Liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Kontaktandmed.Staatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Kontaktandmed.Alguskp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Kontaktandmed.Lopukp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Kontaktandmed.IsikuIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Hooldusoigused: {
    members: [
      { name: 'Hooldusoigus', namespace: '', optional: true, many: true, nillable: false, type: 'RR96IsikDokElukSuheResponseType_Hooldusoigused_Hooldusoigus' },
    ],
    attributes: [],
    text: false,
  },
  RR96IsikDokElukSuheResponseType_Hooldusoigused_Hooldusoigus: {
    members: [
      { name: 'Hooldusoigused.hoRoll', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoSisu', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoTeineIK', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoTeineEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoTeinePerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoOlekStat', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoAlgus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoLopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoPrimIsik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR66HMIsikEestk: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR66HMIsikEestkRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR66HMIsikEestkRequestType: {
    members: [
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR66HMIsikEestkResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR66HMIsikEestkRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR66HMIsikEestkResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR66HMIsikEestkResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikupnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'SurmaKuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'KodakondsusKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'KodakondsusNimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EmakeelKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EmakeelNimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'MkKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Maakond', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ValdKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Vald', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'AsulaKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Asula', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Tanav', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Maja', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Korter', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EestkosteOn', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ElamislubaOn', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ElamislubaTahtaeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veakood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veatekst', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR407HMIsikEestk: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR407HMIsikEestkRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR407HMIsikEestkRequestType: {
    members: [
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR407HMIsikEestkResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR407HMIsikEestkRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR407HMIsikEestkResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR407HMIsikEestkResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikupnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Isikuenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'SurmaKuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'KodakondsusKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'KodakondsusNimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EmakeelKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EmakeelNimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'RiikKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Riik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'MkKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Maakond', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ValdKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Vald', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'AsulaKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Asula', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Tanav', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Maja', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Korter', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineRiikKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineRiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineMkKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineMaakond', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineValdKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineVald', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineAsulaKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineAsula', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineTanav', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineMaja', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineKorter', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineElukohtAlgus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EndineElukohtLopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'EestkosteOn', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ElamislubaOn', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veakood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veatekst', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR414: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR414RequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR414RequestType: {
    members: [
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR414Response: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR414RequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR414ResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR414ResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'XTeeVeaTeade', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuPerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuSugu', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuSynniaeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuElukoht', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veakood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veatekst', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhted', namespace: '', optional: false, many: false, nillable: false, type: 'RR414ResponseType_Suhted' },
      { name: 'Hooldusoigus', namespace: '', optional: false, many: false, nillable: false, type: 'RR414ResponseType_Hooldusoigus' },
    ],
    attributes: [],
    text: false,
  },
  RR414ResponseType_Suhted: {
    members: [
      { name: 'Suhe', namespace: '', optional: true, many: true, nillable: false, type: 'RR414ResponseType_Suhted_Suhe' },
    ],
    attributes: [],
    text: false,
  },
  RR414ResponseType_Suhted_Suhe: {
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
  RR414ResponseType_Hooldusoigus: {
    members: [
      { name: 'Hooldusoigused', namespace: '', optional: true, many: true, nillable: false, type: 'RR414ResponseType_Hooldusoigus_Hooldusoigused' },
    ],
    attributes: [],
    text: false,
  },
  RR414ResponseType_Hooldusoigus_Hooldusoigused: {
    members: [
      { name: 'Hooldusoigused.hoRoll', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoSisu', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoTeineIK', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoTeineEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoTeinePerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoOlekStat', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoAlgus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoLopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.hoPrimIsik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR465isikuHooldusoigused: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR465isikuHooldusoigusedRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR465isikuHooldusoigusedRequestType: {
    members: [
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Roll', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'pohjus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR465isikuHooldusoigusedResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR465isikuHooldusoigusedRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR465isikuHooldusoigusedResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR465isikuHooldusoigusedResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'veatekst', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused', namespace: '', optional: false, many: false, nillable: false, type: 'RR465isikuHooldusoigusedResponseType_Hooldusoigused' },
    ],
    attributes: [],
    text: false,
  },
  RR465isikuHooldusoigusedResponseType_Hooldusoigused: {
    members: [
      { name: 'Hooldusoigus', namespace: '', optional: true, many: true, nillable: false, type: 'RR465isikuHooldusoigusedResponseType_Hooldusoigused_Hooldusoigus' },
    ],
    attributes: [],
    text: false,
  },
  RR465isikuHooldusoigusedResponseType_Hooldusoigused_Hooldusoigus: {
    members: [
      { name: 'Hooldusoigused.Teineisikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.Teinesynniaeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.TeinePerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.TeineEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.Liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.Algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.Lopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.Olek', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Hooldusoigused.Sisu', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR86LapseVanemad: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR86LapseVanemadRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR86LapseVanemadRequestType: {
    members: [
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR86LapseVanemadResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR86LapseVanemadRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR86LapseVanemadResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR86LapseVanemadResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'IsikuIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuPerenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'IsikuTeovoime', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veakood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Veatekst', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendid', namespace: '', optional: false, many: false, nillable: false, type: 'RR86LapseVanemadResponseType_Dokumendid' },
      { name: 'Suhted', namespace: '', optional: false, many: false, nillable: false, type: 'RR86LapseVanemadResponseType_Suhted' },
    ],
    attributes: [],
    text: false,
  },
  RR86LapseVanemadResponseType_Dokumendid: {
    members: [
      { name: 'Dokumendiandmed', namespace: '', optional: true, many: true, nillable: false, type: 'RR86LapseVanemadResponseType_Dokumendid_Dokumendiandmed' },
    ],
    attributes: [],
    text: false,
  },
  RR86LapseVanemadResponseType_Dokumendid_Dokumendiandmed: {
    members: [
      { name: 'Dokumendiandmed.Kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Nimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Seeria', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Number', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.Asutus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokValjastamisKuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.KehtivAlates', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.KehtivKuni', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokMarkus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokPerekonnanimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokEesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Dokumendiandmed.DokOsalus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR86LapseVanemadResponseType_Suhted: {
    members: [
      { name: 'Suhe', namespace: '', optional: true, many: true, nillable: false, type: 'RR86LapseVanemadResponseType_Suhted_Suhe' },
    ],
    attributes: [],
    text: false,
  },
  RR86LapseVanemadResponseType_Suhted_Suhe: {
    members: [
      { name: 'Suhe.Suhtetyyp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Perenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.IsikuStaatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.IsikuTeovoime', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Suhe.Alguskp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR41isikPohiandmed: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR41isikPohiandmedRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR41isikPohiandmedRequestType: {
    members: [
      { name: 'isikuperenimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikueesnimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'vald', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'Staatus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'mitu', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR41isikPohiandmedResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR41isikPohiandmedRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR41isikPohiandmedResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR41isikPohiandmedResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'veakood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'veatekst', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikud', namespace: '', optional: false, many: false, nillable: false, type: 'RR41isikPohiandmedResponseType_isikud' },
    ],
    attributes: [],
    text: false,
  },
  RR41isikPohiandmedResponseType_isikud: {
    members: [
      { name: 'isik', namespace: '', optional: true, many: true, nillable: false, type: 'RR41isikPohiandmedResponseType_isikud_isik' },
    ],
    attributes: [],
    text: false,
  },
  RR41isikPohiandmedResponseType_isikud_isik: {
    members: [
      { name: 'isik.Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Perenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Isanimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Eesti_aadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Staatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR42isikAadressKood: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR42isikAadressKoodRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR42isikAadressKoodRequestType: {
    members: [
      { name: 'maakond', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'vald', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'asula', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tanavtalu', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'majaNumbrivahemik', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'korteriNumbrivahemik', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'staatus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukoodFragment', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'i_syndaastad', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR42isikAadressKoodResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR42isikAadressKoodRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR42isikAadressKoodResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR42isikAadressKoodResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'veakood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'veatekst', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikud', namespace: '', optional: false, many: false, nillable: false, type: 'RR42isikAadressKoodResponseType_isikud' },
    ],
    attributes: [],
    text: false,
  },
  RR42isikAadressKoodResponseType_isikud: {
    members: [
      { name: 'isik', namespace: '', optional: true, many: true, nillable: false, type: 'RR42isikAadressKoodResponseType_isikud_isik' },
    ],
    attributes: [],
    text: false,
  },
  RR42isikAadressKoodResponseType_isikud_isik: {
    members: [
      { name: 'isik.Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Perekonnanimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Isanimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Elukoha_aadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik.Staatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR439isikAadrYksi: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR439isikAadrYksiRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR439isikAadrYksiRequestType: {
    members: [
      { name: 'Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR439isikAadrYksiResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR439isikAadrYksiRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR439isikAadrYksiResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR439isikAadrYksiResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'vastus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR447: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR447RequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR447RequestType: {
    members: [
      { name: 'AlgusKP', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'LoppKP', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR447Response: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR447RequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR447ResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR447ResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'cTellimuseNr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR71_fail_download: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR71_fail_downloadRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR71_fail_downloadRequestType: {
    members: [
      { name: 'cFailiNimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR71_fail_downloadResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR71_fail_downloadRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR71_fail_downloadResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR71_fail_downloadResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ttData', namespace: '', optional: false, many: false, nillable: false, type: 'RR71_fail_downloadResponseType_ttData' },
    ],
    attributes: [],
    text: false,
  },
  RR71_fail_downloadResponseType_ttData: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'RR71_fail_downloadResponseType_ttData_item' },
    ],
    attributes: [],
    text: false,
  },
  RR71_fail_downloadResponseType_ttData_item: {
    members: [
      { name: 'ttData.id', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ttData.cData', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR67_muutus: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR67_muutusRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR67_muutusRequestType: {
    members: [
      { name: 'cAlgKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'cAlgKell', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'cLoppKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'cLoppKell', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'cMuutused', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR67_muutusResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR67_muutusRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR67_muutusResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR67_muutusResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ttKood', namespace: '', optional: false, many: false, nillable: false, type: 'RR67_muutusResponseType_ttKood' },
    ],
    attributes: [],
    text: false,
  },
  RR67_muutusResponseType_ttKood: {
    members: [
      { name: 'ttKoodid', namespace: '', optional: true, many: true, nillable: false, type: 'RR67_muutusResponseType_ttKood_ttKoodid' },
    ],
    attributes: [],
    text: false,
  },
  RR67_muutusResponseType_ttKood_ttKoodid: {
    members: [
      { name: 'ttKoodid.cIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ttKoodid.cUusKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR50SurnudIsikuteLeidmine: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR50SurnudIsikuteLeidmineRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR50SurnudIsikuteLeidmineRequestType: {
    members: [
      { name: 'Kuupaev', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR50SurnudIsikuteLeidmineResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR50SurnudIsikuteLeidmineRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR50SurnudIsikuteLeidmineResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR50SurnudIsikuteLeidmineResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'surnu', namespace: '', optional: false, many: false, nillable: false, type: 'RR50SurnudIsikuteLeidmineResponseType_surnu' },
    ],
    attributes: [],
    text: false,
  },
  RR50SurnudIsikuteLeidmineResponseType_surnu: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'RR50SurnudIsikuteLeidmineResponseType_surnu_item' },
    ],
    attributes: [],
    text: false,
  },
  RR50SurnudIsikuteLeidmineResponseType_surnu_item: {
    members: [
      { name: 'surnu.Isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.Perenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.Eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.Surmakuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.sdliik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.sdnumber', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.sdkuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.sdasutus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.kmadliik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.kmadnumber', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.kmadkuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'surnu.kmadasutus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR470isikukoodid16kuni26a: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR470isikukoodid16kuni26aRequestType' },
    ],
    attributes: [],
    text: false,
  },
  RR470isikukoodid16kuni26aRequestType: {
    members: [
      { name: 'EHAKKood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  RR470isikukoodid16kuni26aResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'RR470isikukoodid16kuni26aRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'RR470isikukoodid16kuni26aResponseType' },
    ],
    attributes: [],
    text: false,
  },
  RR470isikukoodid16kuni26aResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'Isikukood', namespace: '', optional: true, many: true, nillable: false, type: 'text' },
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

export const RR96IsikDokElukSuhe: Operation<RR96IsikDokElukSuhe, RR96IsikDokElukSuheResponse> = {
  serviceCode: 'RR96IsikDokElukSuhe',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR96IsikDokElukSuhe', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuhe' }, types),
  response: bodyCodec({ name: 'RR96IsikDokElukSuheResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR96IsikDokElukSuheResponse' }, types),
};

export const RR66HMIsikEestk: Operation<RR66HMIsikEestk, RR66HMIsikEestkResponse> = {
  serviceCode: 'RR66HMIsikEestk',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR66HMIsikEestk', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR66HMIsikEestk' }, types),
  response: bodyCodec({ name: 'RR66HMIsikEestkResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR66HMIsikEestkResponse' }, types),
};

export const RR407HMIsikEestk: Operation<RR407HMIsikEestk, RR407HMIsikEestkResponse> = {
  serviceCode: 'RR407HMIsikEestk',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR407HMIsikEestk', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR407HMIsikEestk' }, types),
  response: bodyCodec({ name: 'RR407HMIsikEestkResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR407HMIsikEestkResponse' }, types),
};

export const RR414: Operation<RR414, RR414Response> = {
  serviceCode: 'RR414',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR414', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR414' }, types),
  response: bodyCodec({ name: 'RR414Response', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR414Response' }, types),
};

export const RR465isikuHooldusoigused: Operation<RR465isikuHooldusoigused, RR465isikuHooldusoigusedResponse> = {
  serviceCode: 'RR465isikuHooldusoigused',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR465isikuHooldusoigused', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR465isikuHooldusoigused' }, types),
  response: bodyCodec({ name: 'RR465isikuHooldusoigusedResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR465isikuHooldusoigusedResponse' }, types),
};

export const RR86LapseVanemad: Operation<RR86LapseVanemad, RR86LapseVanemadResponse> = {
  serviceCode: 'RR86LapseVanemad',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR86LapseVanemad', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR86LapseVanemad' }, types),
  response: bodyCodec({ name: 'RR86LapseVanemadResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR86LapseVanemadResponse' }, types),
};

export const RR41isikPohiandmed: Operation<RR41isikPohiandmed, RR41isikPohiandmedResponse> = {
  serviceCode: 'RR41isikPohiandmed',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR41isikPohiandmed', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR41isikPohiandmed' }, types),
  response: bodyCodec({ name: 'RR41isikPohiandmedResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR41isikPohiandmedResponse' }, types),
};

export const RR42isikAadressKood: Operation<RR42isikAadressKood, RR42isikAadressKoodResponse> = {
  serviceCode: 'RR42isikAadressKood',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR42isikAadressKood', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR42isikAadressKood' }, types),
  response: bodyCodec({ name: 'RR42isikAadressKoodResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR42isikAadressKoodResponse' }, types),
};

export const RR439isikAadrYksi: Operation<RR439isikAadrYksi, RR439isikAadrYksiResponse> = {
  serviceCode: 'RR439isikAadrYksi',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR439isikAadrYksi', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR439isikAadrYksi' }, types),
  response: bodyCodec({ name: 'RR439isikAadrYksiResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR439isikAadrYksiResponse' }, types),
};

export const RR447: Operation<RR447, RR447Response> = {
  serviceCode: 'RR447',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR447', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR447' }, types),
  response: bodyCodec({ name: 'RR447Response', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR447Response' }, types),
};

export const RR71_fail_download: Operation<RR71_fail_download, RR71_fail_downloadResponse> = {
  serviceCode: 'RR71_fail_download',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR71_fail_download', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR71_fail_download' }, types),
  response: bodyCodec({ name: 'RR71_fail_downloadResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR71_fail_downloadResponse' }, types),
};

export const RR67_muutus: Operation<RR67_muutus, RR67_muutusResponse> = {
  serviceCode: 'RR67_muutus',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR67_muutus', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR67_muutus' }, types),
  response: bodyCodec({ name: 'RR67_muutusResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR67_muutusResponse' }, types),
};

export const RR50SurnudIsikuteLeidmine: Operation<RR50SurnudIsikuteLeidmine, RR50SurnudIsikuteLeidmineResponse> = {
  serviceCode: 'RR50SurnudIsikuteLeidmine',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR50SurnudIsikuteLeidmine', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR50SurnudIsikuteLeidmine' }, types),
  response: bodyCodec({ name: 'RR50SurnudIsikuteLeidmineResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR50SurnudIsikuteLeidmineResponse' }, types),
};

export const RR470isikukoodid16kuni26a: Operation<RR470isikukoodid16kuni26a, RR470isikukoodid16kuni26aResponse> = {
  serviceCode: 'RR470isikukoodid16kuni26a',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'RR470isikukoodid16kuni26a', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR470isikukoodid16kuni26a' }, types),
  response: bodyCodec({ name: 'RR470isikukoodid16kuni26aResponse', namespace: 'http://rr.x-road.eu/producer', optional: false, many: false, nillable: false, type: 'RR470isikukoodid16kuni26aResponse' }, types),
};
