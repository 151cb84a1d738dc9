// Generated from wsdl/tor.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface TORIK {
  readonly request: TorikRequestType;
}

export interface TorikRequestType {
  readonly paringu_liik: string;
  readonly toot_algus?: string;
  readonly toot_lopp?: string;
  readonly muut_alg?: string;
  readonly muut_lopp?: string;
  readonly isikukoodid: string;
}

export interface TORIKResponse {
  readonly request: TorikRequestType;
  readonly response: TorikResponseType;
}

export interface TorikResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly kood?: string;
  readonly leitud_kannete_arv?: string;
  readonly kannete_jada?: TorikResponseType_kannete_jada;
}

export interface TorikResponseType_kannete_jada {
  readonly kanne: readonly TorikResponseType_kannete_jada_kanne[];
}

export interface TorikResponseType_kannete_jada_kanne {
  readonly toot_id: string;
  readonly isikukood: string;
  readonly synniaeg?: string;
  readonly perenimi?: string;
  readonly eesnimi?: string;
  readonly kodakondsus_kood?: string;
  readonly kodakondsus_nimi?: string;
  readonly ta_kood: string;
  readonly ta_nimi: string;
  readonly tegeliku_ta_kood?: string;
  readonly tegeliku_ta_nimi?: string;
  readonly tootamise_algus: string;
  readonly tootamise_liik_kood?: string;
  readonly tootamise_liik_nimi?: string;
  readonly tooaja_maar?: string;
  readonly leping?: string;
  readonly tootamise_lopp?: string;
  readonly tootamise_lopetamise_alus_kood?: string;
  readonly tootamise_lopetamise_alus_nimi?: string;
  readonly amet_kood?: string;
  readonly amet_nimi?: string;
  readonly koht_id?: string;
  readonly koht?: string;
  readonly riigi_kood?: string;
  readonly peatamiste_jada?: TorikResponseType_kannete_jada_kanne_peatamiste_jada;
  readonly kande_olek_kood: string;
  readonly kande_olek_nimi: string;
  readonly ta_markus?: string;
  readonly mta_markus?: string;
  readonly algkp_otsuse_liik_kood?: string;
  readonly algkp_otsuse_liik_nimi?: string;
  readonly algkp_otsus?: string;
  readonly tootliik_otsuse_liik_kood?: string;
  readonly tootliik_otsuse_liik_nimi?: string;
  readonly tootliik_otsus?: string;
  readonly loppkp_otsuse_liik_kood?: string;
  readonly loppkp_otsuse_liik_nimi?: string;
  readonly loppkp_otsus?: string;
  readonly lopalus_otsuse_liik_kood?: string;
  readonly lopalus_otsuse_liik_nimi?: string;
  readonly lopalus_otsus?: string;
  readonly sisestamise_aeg: string;
  readonly muutmise_aeg: string;
  readonly reg_tel_nr?: string;
  readonly toot_ehk_aeg?: string;
  readonly toot_ehk_sonumi_liik?: string;
}

export interface TorikResponseType_kannete_jada_kanne_peatamiste_jada {
  readonly peatamine: readonly TorikResponseType_kannete_jada_kanne_peatamiste_jada_peatamine[];
}

export interface TorikResponseType_kannete_jada_kanne_peatamiste_jada_peatamine {
  readonly peat_id: string;
  readonly peat_algus: string;
  readonly peat_alus_kood: string;
  readonly peat_alus_nimi: string;
  readonly peat_lopp?: string;
  readonly peat_ehk_aeg?: string;
}

const types = {
  TORIK: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'torikRequestType' },
    ],
    attributes: [],
    text: false,
  },
  torikRequestType: {
    members: [
      { name: 'paringu_liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'toot_algus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'toot_lopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'muut_alg', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'muut_lopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukoodid', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TORIKResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'torikRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'torikResponseType' },
    ],
    attributes: [],
    text: false,
  },
  torikResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'leitud_kannete_arv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kannete_jada', namespace: '', optional: true, many: false, nillable: false, type: 'torikResponseType_kannete_jada' },
    ],
    attributes: [],
    text: false,
  },
  torikResponseType_kannete_jada: {
    members: [
      { name: 'kanne', namespace: '', optional: true, many: true, nillable: false, type: 'torikResponseType_kannete_jada_kanne' },
    ],
    attributes: [],
    text: false,
  },
  torikResponseType_kannete_jada_kanne: {
    members: [
      { name: 'toot_id', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'synniaeg', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'perenimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kodakondsus_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kodakondsus_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ta_kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ta_nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'tegeliku_ta_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tegeliku_ta_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tootamise_algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'tootamise_liik_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tootamise_liik_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tooaja_maar', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'leping', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tootamise_lopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tootamise_lopetamise_alus_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tootamise_lopetamise_alus_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'amet_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'amet_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'koht_id', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'koht', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'riigi_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'peatamiste_jada', namespace: '', optional: true, many: false, nillable: false, type: 'torikResponseType_kannete_jada_kanne_peatamiste_jada' },
      { name: 'kande_olek_kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kande_olek_nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ta_markus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'mta_markus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algkp_otsuse_liik_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algkp_otsuse_liik_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algkp_otsus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tootliik_otsuse_liik_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tootliik_otsuse_liik_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tootliik_otsus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'loppkp_otsuse_liik_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'loppkp_otsuse_liik_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'loppkp_otsus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopalus_otsuse_liik_kood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopalus_otsuse_liik_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopalus_otsus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisestamise_aeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'muutmise_aeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'reg_tel_nr', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'toot_ehk_aeg', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'toot_ehk_sonumi_liik', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  torikResponseType_kannete_jada_kanne_peatamiste_jada: {
    members: [
      { name: 'peatamine', namespace: '', optional: true, many: true, nillable: false, type: 'torikResponseType_kannete_jada_kanne_peatamiste_jada_peatamine' },
    ],
    attributes: [],
    text: false,
  },
  torikResponseType_kannete_jada_kanne_peatamiste_jada_peatamine: {
    members: [
      { name: 'peat_id', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'peat_algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'peat_alus_kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'peat_alus_nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'peat_lopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'peat_ehk_aeg', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const TORIK: Operation<TORIK, TORIKResponse> = {
  serviceCode: 'TORIK',
  serviceVersion: 'v2',
  request: bodyCodec({ name: 'TORIK', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'TORIK' }, types),
  response: bodyCodec({ name: 'TORIKResponse', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'TORIKResponse' }, types),
};
