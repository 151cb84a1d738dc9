// Generated from wsdl/tervisekassa.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface Kindlustatus {
  readonly request: KindlustatusRequestType;
}

export interface KindlustatusRequestType {
  readonly isikukood?: string;
  readonly kuupaev?: string;
}

export interface KindlustatusResponse {
  readonly request: KindlustatusRequestType;
  readonly response: KindlustatusResponseType;
}

export interface KindlustatusResponseType {
  readonly faultCode?: string | null;
  readonly faultString?: string | null;
  readonly aeg?: string;
  readonly isik: IsikLihtType;
  readonly sugu?: string;
  readonly synnikuupaev?: string;
  readonly kindlustatus: boolean;
  readonly omadused?: KindlustatusResponseType_omadused;
  readonly kindlustatud_kuni?: string | null;
  readonly perearsti_info?: KindlustatusResponseType_perearsti_info;
}

export interface IsikLihtType {
  readonly isikukood: string;
  readonly perenimi?: string;
  readonly eesnimi?: string;
}

export interface KindlustatusResponseType_omadused {
  readonly omadus: readonly (string | null)[];
}

export interface KindlustatusResponseType_perearsti_info {
  readonly perearst: JurIsikLihtType;
  readonly telefon?: string;
  readonly pa_alates?: string;
  readonly nimistu?: string;
}

export interface JurIsikLihtType {
  readonly kood: string;
  readonly nimi?: string;
}

export interface Kindlustusalus {
  readonly request: KindlustusalusRequestType;
}

export interface KindlustusalusRequestType {
  readonly kanne_jada: KindlustusalusRequestType_kanne_jada;
}

export interface KindlustusalusRequestType_kanne_jada {
  readonly item: readonly Kindlustusalus_kanne[];
}

export interface Kindlustusalus_kanne {
  readonly isik: EeIsikLihtType;
  readonly aluse_algus: string;
  readonly liik: string;
  readonly kindlustaja: JurIsikLihtType;
  readonly tyyp: string;
  readonly kande_aeg: string;
  readonly per_algus?: string;
  readonly per_lopp?: string;
  readonly tunnus?: string;
}

export interface EeIsikLihtType {
  readonly isikukood: string;
  readonly perenimi?: string;
  readonly eesnimi?: string;
}

export interface KindlustusalusResponse {
  readonly request: KindlustusalusRequestType;
  readonly response: KindlustusalusResponseType;
}

export interface KindlustusalusResponseType {
  readonly kood: string;
  readonly teade: string;
  readonly ok_kannete_arv?: string;
  readonly info_kannete_arv?: string;
  readonly pahade_kannete_arv?: string;
  readonly kanne_jada: KindlustusalusResponseType_kanne_jada;
}

export interface KindlustusalusResponseType_kanne_jada {
  readonly item: readonly KindlustusalusResponseType_kanne_jada_item[];
}

export interface KindlustusalusResponseType_kanne_jada_item {
  readonly kanne: Kindlustusalus_kanne;
  readonly viga_jada: KindlustusalusResponseType_kanne_jada_item_viga_jada;
}

export interface KindlustusalusResponseType_kanne_jada_item_viga_jada {
  readonly item: readonly KindlustusalusResponseType_kanne_jada_item_viga_jada_item[];
}

export interface KindlustusalusResponseType_kanne_jada_item_viga_jada_item {
  readonly tyyp: string;
  readonly element_name: string;
  readonly kood: string;
  readonly kirjeldus: string;
}

export interface Kindlustused {
  readonly request: KindlustusedRequestType;
}

export interface KindlustusedRequestType {
  readonly tyyp: string;
  readonly kindlustatudisikud?: KindlustusedRequestType_kindlustatudisikud;
  readonly seisuga?: string;
}

export interface KindlustusedRequestType_kindlustatudisikud {
  readonly item: readonly string[];
}

export interface KindlustusedResponse {
  readonly request: KindlustusedRequestType;
  readonly response: KindlustusedResponseType;
}

export interface KindlustusedResponseType {
  readonly aeg?: string;
  readonly kindlustused: KindlustusedResponseType_kindlustused;
  readonly faultCode?: string | null;
  readonly faultString?: string | null;
}

export interface KindlustusedResponseType_kindlustused {
  readonly kindlustus: readonly KindlustusElement[];
}

export interface KindlustusElement {
  readonly isik_isikukood: string;
  readonly isik_eesnimi?: string;
  readonly isik_perenimi?: string;
  readonly kindlustaja_kood: string;
  readonly kindlustaja_nimi?: string;
  readonly liik: string;
  readonly aluse_algus: string;
  readonly aluse_l6pp?: string | null;
  readonly kindlustuse_algus?: string | null;
  readonly kindlustuse_l6pp?: string | null;
  readonly peatatud_alates?: string | null;
  readonly peatatud_kuni?: string | null;
  readonly staatus: string;
}

const types = {
  kindlustatus: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustatusRequestType' },
    ],
    attributes: [],
    text: false,
  },
  kindlustatusRequestType: {
    members: [
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kuupaev', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kindlustatusResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustatusRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustatusResponseType' },
    ],
    attributes: [],
    text: false,
  },
  kindlustatusResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'aeg', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isik', namespace: '', optional: false, many: false, nillable: false, type: 'isikLihtType' },
      { name: 'sugu', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'synnikuupaev', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kindlustatus', namespace: '', optional: false, many: false, nillable: false, type: 'boolean' },
      { name: 'omadused', namespace: '', optional: true, many: false, nillable: false, type: 'kindlustatusResponseType_omadused' },
      { name: 'kindlustatud_kuni', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'perearsti_info', namespace: '', optional: true, many: false, nillable: false, type: 'kindlustatusResponseType_perearsti_info' },
    ],
    attributes: [],
    text: false,
  },
  isikLihtType: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perenimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kindlustatusResponseType_omadused: {
    members: [
      { name: 'omadus', namespace: '', optional: true, many: true, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kindlustatusResponseType_perearsti_info: {
    members: [
      { name: 'perearst', namespace: '', optional: false, many: false, nillable: false, type: 'jurIsikLihtType' },
      { name: 'telefon', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pa_alates', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'nimistu', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  jurIsikLihtType: {
    members: [
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalus: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusalusRequestType' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalusRequestType: {
    members: [
      { name: 'kanne_jada', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusalusRequestType_kanne_jada' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalusRequestType_kanne_jada: {
    members: [
      { name: 'item', namespace: '', optional: false, many: true, nillable: false, type: 'kindlustusalus_kanne' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalus_kanne: {
    members: [
      { name: 'isik', namespace: '', optional: false, many: false, nillable: false, type: 'eeIsikLihtType' },
      { name: 'aluse_algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kindlustaja', namespace: '', optional: false, many: false, nillable: false, type: 'jurIsikLihtType' },
      { name: 'tyyp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kande_aeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'per_algus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'per_lopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tunnus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  eeIsikLihtType: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perenimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalusResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusalusRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusalusResponseType' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalusResponseType: {
    members: [
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'teade', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ok_kannete_arv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'info_kannete_arv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pahade_kannete_arv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kanne_jada', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusalusResponseType_kanne_jada' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalusResponseType_kanne_jada: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'kindlustusalusResponseType_kanne_jada_item' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalusResponseType_kanne_jada_item: {
    members: [
      { name: 'kanne', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusalus_kanne' },
      { name: 'viga_jada', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusalusResponseType_kanne_jada_item_viga_jada' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalusResponseType_kanne_jada_item_viga_jada: {
    members: [
      { name: 'item', namespace: '', optional: false, many: true, nillable: false, type: 'kindlustusalusResponseType_kanne_jada_item_viga_jada_item' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusalusResponseType_kanne_jada_item_viga_jada_item: {
    members: [
      { name: 'tyyp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'element_name', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kirjeldus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kindlustused: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusedRequestType' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusedRequestType: {
    members: [
      { name: 'tyyp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kindlustatudisikud', namespace: '', optional: true, many: false, nillable: false, type: 'kindlustusedRequestType_kindlustatudisikud' },
      { name: 'seisuga', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusedRequestType_kindlustatudisikud: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusedResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusedRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusedResponseType' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusedResponseType: {
    members: [
      { name: 'aeg', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kindlustused', namespace: '', optional: false, many: false, nillable: false, type: 'kindlustusedResponseType_kindlustused' },
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusedResponseType_kindlustused: {
    members: [
      { name: 'kindlustus', namespace: '', optional: true, many: true, nillable: false, type: 'kindlustusElement' },
    ],
    attributes: [],
    text: false,
  },
  kindlustusElement: {
    members: [
      { name: 'isik_isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isik_eesnimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isik_perenimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kindlustaja_kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kindlustaja_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'aluse_algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'aluse_l6pp', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kindlustuse_algus', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'kindlustuse_l6pp', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'peatatud_alates', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'peatatud_kuni', namespace: '', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'staatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const kindlustatus: Operation<Kindlustatus, KindlustatusResponse> = {
  serviceCode: 'kindlustatus',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'kindlustatus', namespace: 'http://kirst.x-road.eu', optional: false, many: false, nillable: false, type: 'kindlustatus' }, types),
  response: bodyCodec({ name: 'kindlustatusResponse', namespace: 'http://kirst.x-road.eu', optional: false, many: false, nillable: false, type: 'kindlustatusResponse' }, types),
};

export const kindlustusalus: Operation<Kindlustusalus, KindlustusalusResponse> = {
  serviceCode: 'kindlustusalus',
  serviceVersion: 'v2',
  request: bodyCodec({ name: 'kindlustusalus', namespace: 'http://kirst.x-road.eu', optional: false, many: false, nillable: false, type: 'kindlustusalus' }, types),
  response: bodyCodec({ name: 'kindlustusalusResponse', namespace: 'http://kirst.x-road.eu', optional: false, many: false, nillable: false, type: 'kindlustusalusResponse' }, types),
};

export const kindlustused: Operation<Kindlustused, KindlustusedResponse> = {
  serviceCode: 'kindlustused',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'kindlustused', namespace: 'http://kirst.x-road.eu', optional: false, many: false, nillable: false, type: 'kindlustused' }, types),
  response: bodyCodec({ name: 'kindlustusedResponse', namespace: 'http://kirst.x-road.eu', optional: false, many: false, nillable: false, type: 'kindlustusedResponse' }, types),
};
