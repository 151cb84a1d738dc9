// Generated from wsdl/kinnistusraamat.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface Kinnistu_Lihtandmed {
  readonly request?: Kinnistu_LihtandmedRequest | null;
}

export interface Kinnistu_LihtandmedRequest {
  readonly aadress?: string | null;
  readonly adr_id?: string | null;
  readonly asustusyksus?: string | null;
  readonly eesnimi?: string | null;
  readonly isiku_liik_ID?: string | null;
  readonly kas_kehtetu_omanik?: string | null;
  readonly kas_oigustatud_isik?: string | null;
  readonly kasutajanimi?: string | null;
  readonly katastritunnus?: string | null;
  readonly kinnistu_kehtivus?: string | null;
  readonly kinnistu_liik?: string | null;
  readonly kinnistu_number?: string | null;
  readonly kinnistute_arv_lehel?: string | null;
  readonly kood?: string | null;
  readonly kood_riik?: string | null;
  readonly koodaadress?: string | null;
  readonly korteri_number?: string | null;
  readonly lehekylje_nr?: string | null;
  readonly liikluspind?: string | null;
  readonly maakond?: string | null;
  readonly nimetus?: string | null;
  readonly nimi?: string | null;
  readonly number?: string | null;
  readonly omavalitsus?: string | null;
  readonly parool?: string | null;
  readonly reaalosa_number?: string | null;
  readonly synniaeg?: string | null;
  readonly vaikekoht?: string | null;
}

export interface Kinnistu_LihtandmedResponse {
  readonly kirjete_arv_kokku?: string;
  readonly kirjete_arv_paringus?: string;
  readonly kood?: string;
  readonly lehekylje_nr?: string;
  readonly omandid?: ArrayOfOmand | null;
  readonly registriosad?: ArrayOfKinnistuRegistriosa | null;
  readonly teade?: string | null;
}

export interface ArrayOfOmand {
  readonly Omand: readonly (Omand | null)[];
}

export interface Omand {
  readonly isikud?: ArrayOfKinnistuIsik | null;
  readonly lugeja?: string | null;
  readonly nimetaja?: string | null;
  readonly omandi_liik?: string | null;
  readonly omandi_liik_tekst?: string | null;
  readonly suurus?: string | null;
}

export interface ArrayOfKinnistuIsik {
  readonly KinnistuIsik: readonly (KinnistuIsik | null)[];
}

export interface KinnistuIsik {
  readonly eesnimi?: string | null;
  readonly isiku_koodid?: ArrayOfIsiku_kood | null;
  readonly isiku_liik?: string | null;
  readonly isiku_liik_ID?: string | null;
  readonly isiku_tyyp?: string | null;
  readonly kodakondsus?: string | null;
  readonly nimi?: string | null;
  readonly synniaeg?: string | null;
}

export interface ArrayOfIsiku_kood {
  readonly Isiku_kood: readonly (Isiku_kood | null)[];
}

export interface Isiku_kood {
  readonly r_kood?: string | null;
  readonly r_riik?: string | null;
}

export interface ArrayOfKinnistuRegistriosa {
  readonly KinnistuRegistriosa: readonly (KinnistuRegistriosa | null)[];
}

export interface KinnistuRegistriosa {
  readonly digitaalne_toimik?: string | null;
  readonly jaoskond_voi_osakond?: string | null;
  readonly katastriyksused?: ArrayOfKinnistuKatastriyksus | null;
  readonly kinnistu_kehtivus?: string | null;
  readonly kinnistu_liik?: string | null;
  readonly kinnistu_liik_tekst?: string | null;
  readonly kinnistu_nimi?: string | null;
  readonly kinnistu_number?: string | null;
  readonly korteriyhistu_registrikood?: string | null;
  readonly omandid?: ArrayOfOmand | null;
  readonly reaalosad?: ArrayOfKinnistuReaalosa | null;
}

export interface ArrayOfKinnistuKatastriyksus {
  readonly KinnistuKatastriyksus: readonly (KinnistuKatastriyksus | null)[];
}

export interface KinnistuKatastriyksus {
  readonly aadressobjekt?: Aadressobjekt | null;
  readonly katastritunnus?: string | null;
  readonly katastriyksuse_aadress?: string | null;
  readonly pindala?: string | null;
  readonly pindala_yhik?: string | null;
  readonly plaanialusel?: string | null;
  readonly sihtotstarbed?: ArrayOfSihtotstarve | null;
}

export interface Aadressobjekt {
  readonly ads_oid?: string | null;
  readonly objekti_aadressid?: ArrayOfAadressobjektObjektiAadress | null;
  readonly taisaadress?: string | null;
}

export interface ArrayOfAadressobjektObjektiAadress {
  readonly 'Aadressobjekt.ObjektiAadress': readonly (AadressobjektObjektiAadress | null)[];
}

export interface AadressobjektObjektiAadress {
  readonly aadressinumber?: string | null;
  readonly aadressinumber_kood?: string | null;
  readonly adr_id?: string | null;
  readonly asustus_yksus?: string | null;
  readonly asustus_yksus_kood?: string | null;
  readonly koodaadress?: string | null;
  readonly korteri_number?: string | null;
  readonly korteri_number_kood?: string | null;
  readonly liikluspind?: string | null;
  readonly liikluspind_kood?: string | null;
  readonly maakond?: string | null;
  readonly maakond_kood?: string | null;
  readonly nimetus?: string | null;
  readonly nimetus_kood?: string | null;
  readonly omavalitsus?: string | null;
  readonly omavalitsus_kood?: string | null;
  readonly taisaadress?: string | null;
  readonly vaikekoht?: string | null;
  readonly vaikekoht_kood?: string | null;
}

export interface ArrayOfSihtotstarve {
  readonly Sihtotstarve: readonly (Sihtotstarve | null)[];
}

export interface Sihtotstarve {
  readonly jrk?: string;
  readonly protsent?: string | null;
  readonly sihtotstarve?: string | null;
  readonly sihtotstarve_tekst?: string | null;
}

export interface ArrayOfKinnistuReaalosa {
  readonly KinnistuReaalosa: readonly (KinnistuReaalosa | null)[];
}

export interface KinnistuReaalosa {
  readonly tahis?: string | null;
}

export interface Kinnistu_Detailandmed {
  readonly request?: Kinnistu_DetailandmedRequest | null;
}

export interface Kinnistu_DetailandmedRequest {
  readonly jao_nr?: string | null;
  readonly kande_kehtivus?: string | null;
  readonly kasutajanimi?: string | null;
  readonly parool?: string | null;
  readonly registriosa_nr?: string | null;
}

export interface Kinnistu_DetailandmedResponse {
  readonly detailandmed?: Detailandmed | null;
  readonly jagu0?: ArrayOfJagu0 | null;
  readonly jagu1?: ArrayOfJagu1 | null;
  readonly jagu2?: ArrayOfJagu2 | null;
  readonly jagu3?: ArrayOfJagu3 | null;
  readonly jagu4?: ArrayOfJagu4 | null;
  readonly kood?: string;
  readonly teade?: string | null;
}

export interface Detailandmed {
  readonly aluskinnistu?: string | null;
  readonly avamise_kp?: string | null;
  readonly digitaalne_toimik?: string | null;
  readonly kinnistu_liik?: string | null;
  readonly kinnistu_liik_tekst?: string | null;
  readonly korteriyhistu_registrikood?: string | null;
  readonly registriosa_nr?: string | null;
  readonly sulgemise_kp?: string | null;
}

export interface ArrayOfJagu0 {
  readonly Jagu0: readonly (Jagu0 | null)[];
}

export interface Jagu0 {
  readonly avaldused?: ArrayOfKinnistamisavaldus | null;
  readonly jaoskond_voi_osakond?: string | null;
  readonly kande_alguskuupaev?: string | null;
  readonly kande_liik?: string;
  readonly kande_liik_tekst?: string | null;
  readonly kande_loppkuupaev?: string | null;
  readonly kande_tekst?: string | null;
  readonly nimi?: string | null;
  readonly nimi_algus_kp?: string | null;
  readonly nimi_lopp_kp?: string | null;
  readonly registriosa_nr?: string | null;
}

export interface ArrayOfKinnistamisavaldus {
  readonly Kinnistamisavaldus: readonly (Kinnistamisavaldus | null)[];
}

export interface Kinnistamisavaldus {
  readonly aasta?: string;
  readonly avalduse_esitaja_liik?: string | null;
  readonly avalduse_liik?: string | null;
  readonly avalduse_nr?: string | null;
  readonly notar?: string | null;
  readonly registreeritud?: string | null;
  readonly tehingu_nr?: string | null;
}

export interface ArrayOfJagu1 {
  readonly Jagu1: readonly (Jagu1 | null)[];
}

export interface Jagu1 {
  readonly jao_nr?: string | null;
  readonly kande_alguskuupaev?: string | null;
  readonly kande_alus?: string | null;
  readonly kande_kehtivus?: string | null;
  readonly kande_liik?: string;
  readonly kande_liik_tekst?: string | null;
  readonly kande_loppkuupaev?: string | null;
  readonly kande_nr?: string | null;
  readonly kande_tekst?: string | null;
  readonly katastriyksused?: ArrayOfKinnistuKatastriyksus | null;
  readonly koormatud_kinnistud?: string | null;
  readonly reaalosad?: ArrayOfKandeReaalosa | null;
  readonly registriosa_nr?: string | null;
}

export interface ArrayOfKandeReaalosa {
  readonly KandeReaalosa: readonly (KandeReaalosa | null)[];
}

export interface KandeReaalosa {
  readonly aadressobjekt?: Aadressobjekt | null;
  readonly r_liik?: string | null;
  readonly r_liik_tekst?: string | null;
  readonly r_lugeja?: string | null;
  readonly r_nimetaja?: string | null;
  readonly r_pindala?: string | null;
  readonly r_plaanil?: string | null;
  readonly r_suurus?: string | null;
  readonly r_tahis?: string | null;
}

export interface ArrayOfJagu2 {
  readonly Jagu2: readonly (Jagu2 | null)[];
}

export interface Jagu2 {
  readonly jao_nr?: string | null;
  readonly kande_alguskuupaev?: string | null;
  readonly kande_alus?: string | null;
  readonly kande_kehtivus?: string | null;
  readonly kande_liik?: string;
  readonly kande_liik_tekst?: string | null;
  readonly kande_loppkuupaev?: string | null;
  readonly kande_nr?: string | null;
  readonly kande_tekst?: string | null;
  readonly omandiosad?: ArrayOfJagu2Omandiosa | null;
  readonly registriosa_nr?: string | null;
}

export interface ArrayOfJagu2Omandiosa {
  readonly 'Jagu2.Omandiosa': readonly (Jagu2Omandiosa | null)[];
}

export interface Jagu2Omandiosa {
  readonly isikud?: ArrayOfKinnistuIsik | null;
  readonly omandi_algus?: string | null;
  readonly omandi_liik?: string | null;
  readonly omandi_liik_tekst?: string | null;
  readonly omandi_lopp?: string | null;
  readonly omandiosa_lugeja?: string | null;
  readonly omandiosa_nimetaja?: string | null;
  readonly omandiosa_suurus?: string | null;
}

export interface ArrayOfJagu3 {
  readonly Jagu3: readonly (Jagu3 | null)[];
}

export interface Jagu3 {
  readonly hoonestusoiguse_registriosa_nr?: string | null;
  readonly jao_nr?: string | null;
  readonly kande_alguskuupaev?: string | null;
  readonly kande_alus?: string | null;
  readonly kande_alusdokumendid?: ArrayOfKinnistamisavaldus | null;
  readonly kande_kehtivus?: string | null;
  readonly kande_liik?: string;
  readonly kande_liik_tekst?: string | null;
  readonly kande_loppkuupaev?: string | null;
  readonly kande_nr?: string | null;
  readonly kande_tekst?: string | null;
  readonly koormatise_rahaline_vaartus?: string | null;
  readonly koormatise_rahalise_vaartuse_valuuta?: string | null;
  readonly koormatise_tahtaeg_aastates?: string;
  readonly koormatise_tahtaeg_kuudes?: string;
  readonly koormatise_tahtaja_kuupaev?: string | null;
  readonly oiguse_alamliik?: string | null;
  readonly oiguse_alamliik_tekst?: string | null;
  readonly oiguse_liik?: string | null;
  readonly oiguse_liik_tekst?: string | null;
  readonly oiguse_seisund?: string | null;
  readonly oiguse_seisund_tekst?: string | null;
  readonly oigustatud_isikud?: ArrayOfKinnistuIsik | null;
  readonly registriosa_nr?: string | null;
  readonly valitsev_registriosa_nr?: string | null;
}

export interface ArrayOfJagu4 {
  readonly Jagu4: readonly (Jagu4 | null)[];
}

export interface Jagu4 {
  readonly alusdokumendid?: ArrayOfKinnistamisavaldus | null;
  readonly jao_nr?: string | null;
  readonly kande_alguskuupaev?: string | null;
  readonly kande_alus?: string | null;
  readonly kande_kehtivus?: string | null;
  readonly kande_liik?: string;
  readonly kande_liik_tekst?: string | null;
  readonly kande_loppkuupaev?: string | null;
  readonly kande_nr?: string | null;
  readonly kande_tekst?: string | null;
  readonly koormatise_rahaline_vaartus?: string | null;
  readonly koormatise_rahalise_vaartuse_valuuta?: string | null;
  readonly oiguse_seisund?: string | null;
  readonly oiguse_seisund_tekst?: string | null;
  readonly oigustatud_isikud?: ArrayOfKinnistuIsik | null;
  readonly registriosa_nr?: string | null;
}

const types = {
  Kinnistu_Lihtandmed: {
    members: [
      { name: 'request', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'Kinnistu_LihtandmedRequest' },
    ],
    attributes: [],
    text: false,
  },
  Kinnistu_LihtandmedRequest: {
    members: [
      { name: 'aadress', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'adr_id', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'asustusyksus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'eesnimi', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'isiku_liik_ID', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kas_kehtetu_omanik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kas_oigustatud_isik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kasutajanimi', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'katastritunnus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistu_kehtivus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistu_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistu_number', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistute_arv_lehel', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kood_riik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'koodaadress', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'korteri_number', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'lehekylje_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'liikluspind', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'maakond', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'nimetus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'nimi', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'number', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omavalitsus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'parool', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'reaalosa_number', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'synniaeg', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'vaikekoht', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Kinnistu_LihtandmedResponse: {
    members: [
      { name: 'kirjete_arv_kokku', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kirjete_arv_paringus', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kood', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lehekylje_nr', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'omandid', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'ArrayOfOmand' },
      { name: 'registriosad', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistuRegistriosa' },
      { name: 'teade', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfOmand: {
    members: [
      { name: 'Omand', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Omand' },
    ],
    attributes: [],
    text: false,
  },
  Omand: {
    members: [
      { name: 'isikud', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistuIsik' },
      { name: 'lugeja', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'nimetaja', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandi_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandi_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'suurus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfKinnistuIsik: {
    members: [
      { name: 'KinnistuIsik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'KinnistuIsik' },
    ],
    attributes: [],
    text: false,
  },
  KinnistuIsik: {
    members: [
      { name: 'eesnimi', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'isiku_koodid', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfIsiku_kood' },
      { name: 'isiku_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'isiku_liik_ID', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'isiku_tyyp', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kodakondsus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'nimi', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'synniaeg', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfIsiku_kood: {
    members: [
      { name: 'Isiku_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Isiku_kood' },
    ],
    attributes: [],
    text: false,
  },
  Isiku_kood: {
    members: [
      { name: 'r_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'r_riik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfKinnistuRegistriosa: {
    members: [
      { name: 'KinnistuRegistriosa', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'KinnistuRegistriosa' },
    ],
    attributes: [],
    text: false,
  },
  KinnistuRegistriosa: {
    members: [
      { name: 'digitaalne_toimik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'jaoskond_voi_osakond', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'katastriyksused', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistuKatastriyksus' },
      { name: 'kinnistu_kehtivus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistu_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistu_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistu_nimi', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistu_number', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'korteriyhistu_registrikood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandid', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfOmand' },
      { name: 'reaalosad', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistuReaalosa' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfKinnistuKatastriyksus: {
    members: [
      { name: 'KinnistuKatastriyksus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'KinnistuKatastriyksus' },
    ],
    attributes: [],
    text: false,
  },
  KinnistuKatastriyksus: {
    members: [
      { name: 'aadressobjekt', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'Aadressobjekt' },
      { name: 'katastritunnus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'katastriyksuse_aadress', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'pindala', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'pindala_yhik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'plaanialusel', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'sihtotstarbed', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfSihtotstarve' },
    ],
    attributes: [],
    text: false,
  },
  Aadressobjekt: {
    members: [
      { name: 'ads_oid', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'objekti_aadressid', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfAadressobjekt.ObjektiAadress' },
      { name: 'taisaadress', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  'ArrayOfAadressobjekt.ObjektiAadress': {
    members: [
      { name: 'Aadressobjekt.ObjektiAadress', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Aadressobjekt.ObjektiAadress' },
    ],
    attributes: [],
    text: false,
  },
  'Aadressobjekt.ObjektiAadress': {
    members: [
      { name: 'aadressinumber', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'aadressinumber_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'adr_id', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'asustus_yksus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'asustus_yksus_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'koodaadress', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'korteri_number', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'korteri_number_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'liikluspind', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'liikluspind_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'maakond', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'maakond_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'nimetus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'nimetus_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omavalitsus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omavalitsus_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'taisaadress', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'vaikekoht', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'vaikekoht_kood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfSihtotstarve: {
    members: [
      { name: 'Sihtotstarve', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Sihtotstarve' },
    ],
    attributes: [],
    text: false,
  },
  Sihtotstarve: {
    members: [
      { name: 'jrk', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'protsent', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'sihtotstarve', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'sihtotstarve_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfKinnistuReaalosa: {
    members: [
      { name: 'KinnistuReaalosa', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'KinnistuReaalosa' },
    ],
    attributes: [],
    text: false,
  },
  KinnistuReaalosa: {
    members: [
      { name: 'tahis', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Kinnistu_Detailandmed: {
    members: [
      { name: 'request', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'Kinnistu_DetailandmedRequest' },
    ],
    attributes: [],
    text: false,
  },
  Kinnistu_DetailandmedRequest: {
    members: [
      { name: 'jao_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_kehtivus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kasutajanimi', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'parool', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'registriosa_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Kinnistu_DetailandmedResponse: {
    members: [
      { name: 'detailandmed', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'Detailandmed' },
      { name: 'jagu0', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'ArrayOfJagu0' },
      { name: 'jagu1', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'ArrayOfJagu1' },
      { name: 'jagu2', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'ArrayOfJagu2' },
      { name: 'jagu3', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'ArrayOfJagu3' },
      { name: 'jagu4', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'ArrayOfJagu4' },
      { name: 'kood', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'teade', namespace: 'http://kr.x-road.eu', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Detailandmed: {
    members: [
      { name: 'aluskinnistu', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'avamise_kp', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'digitaalne_toimik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistu_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kinnistu_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'korteriyhistu_registrikood', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'registriosa_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'sulgemise_kp', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfJagu0: {
    members: [
      { name: 'Jagu0', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Jagu0' },
    ],
    attributes: [],
    text: false,
  },
  Jagu0: {
    members: [
      { name: 'avaldused', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistamisavaldus' },
      { name: 'jaoskond_voi_osakond', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alguskuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_loppkuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'nimi', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'nimi_algus_kp', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'nimi_lopp_kp', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'registriosa_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfKinnistamisavaldus: {
    members: [
      { name: 'Kinnistamisavaldus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Kinnistamisavaldus' },
    ],
    attributes: [],
    text: false,
  },
  Kinnistamisavaldus: {
    members: [
      { name: 'aasta', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'avalduse_esitaja_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'avalduse_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'avalduse_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'notar', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'registreeritud', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'tehingu_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfJagu1: {
    members: [
      { name: 'Jagu1', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Jagu1' },
    ],
    attributes: [],
    text: false,
  },
  Jagu1: {
    members: [
      { name: 'jao_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alguskuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_kehtivus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_loppkuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'katastriyksused', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistuKatastriyksus' },
      { name: 'koormatud_kinnistud', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'reaalosad', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKandeReaalosa' },
      { name: 'registriosa_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfKandeReaalosa: {
    members: [
      { name: 'KandeReaalosa', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'KandeReaalosa' },
    ],
    attributes: [],
    text: false,
  },
  KandeReaalosa: {
    members: [
      { name: 'aadressobjekt', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'Aadressobjekt' },
      { name: 'r_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'r_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'r_lugeja', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'r_nimetaja', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'r_pindala', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'r_plaanil', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'r_suurus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'r_tahis', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfJagu2: {
    members: [
      { name: 'Jagu2', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Jagu2' },
    ],
    attributes: [],
    text: false,
  },
  Jagu2: {
    members: [
      { name: 'jao_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alguskuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_kehtivus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_loppkuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandiosad', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfJagu2.Omandiosa' },
      { name: 'registriosa_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  'ArrayOfJagu2.Omandiosa': {
    members: [
      { name: 'Jagu2.Omandiosa', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Jagu2.Omandiosa' },
    ],
    attributes: [],
    text: false,
  },
  'Jagu2.Omandiosa': {
    members: [
      { name: 'isikud', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistuIsik' },
      { name: 'omandi_algus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandi_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandi_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandi_lopp', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandiosa_lugeja', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandiosa_nimetaja', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'omandiosa_suurus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfJagu3: {
    members: [
      { name: 'Jagu3', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Jagu3' },
    ],
    attributes: [],
    text: false,
  },
  Jagu3: {
    members: [
      { name: 'hoonestusoiguse_registriosa_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'jao_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alguskuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alusdokumendid', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistamisavaldus' },
      { name: 'kande_kehtivus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_loppkuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'koormatise_rahaline_vaartus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'koormatise_rahalise_vaartuse_valuuta', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'koormatise_tahtaeg_aastates', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'koormatise_tahtaeg_kuudes', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'koormatise_tahtaja_kuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oiguse_alamliik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oiguse_alamliik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oiguse_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oiguse_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oiguse_seisund', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oiguse_seisund_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oigustatud_isikud', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistuIsik' },
      { name: 'registriosa_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'valitsev_registriosa_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ArrayOfJagu4: {
    members: [
      { name: 'Jagu4', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: true, nillable: true, type: 'Jagu4' },
    ],
    attributes: [],
    text: false,
  },
  Jagu4: {
    members: [
      { name: 'alusdokumendid', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistamisavaldus' },
      { name: 'jao_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alguskuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_alus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_kehtivus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_liik', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_liik_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_loppkuupaev', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kande_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'koormatise_rahaline_vaartus', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'koormatise_rahalise_vaartuse_valuuta', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oiguse_seisund', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oiguse_seisund_tekst', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'oigustatud_isikud', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'ArrayOfKinnistuIsik' },
      { name: 'registriosa_nr', namespace: 'http://schemas.datacontract.org/2004/07/KinnistuService.DTO', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const Kinnistu_Lihtandmed: Operation<Kinnistu_Lihtandmed, Kinnistu_LihtandmedResponse> = {
  serviceCode: 'Kinnistu_Lihtandmed',
  serviceVersion: undefined,
  request: bodyCodec({ name: 'Kinnistu_Lihtandmed', namespace: 'http://kr.x-road.eu', optional: false, many: false, nillable: false, type: 'Kinnistu_Lihtandmed' }, types),
  response: bodyCodec({ name: 'Kinnistu_LihtandmedResponse', namespace: 'http://kr.x-road.eu', optional: false, many: false, nillable: false, type: 'Kinnistu_LihtandmedResponse' }, types),
};

export const Kinnistu_Detailandmed: Operation<Kinnistu_Detailandmed, Kinnistu_DetailandmedResponse> = {
  serviceCode: 'Kinnistu_Detailandmed',
  serviceVersion: undefined,
  request: bodyCodec({ name: 'Kinnistu_Detailandmed', namespace: 'http://kr.x-road.eu', optional: false, many: false, nillable: false, type: 'Kinnistu_Detailandmed' }, types),
  response: bodyCodec({ name: 'Kinnistu_DetailandmedResponse', namespace: 'http://kr.x-road.eu', optional: false, many: false, nillable: false, type: 'Kinnistu_DetailandmedResponse' }, types),
};
