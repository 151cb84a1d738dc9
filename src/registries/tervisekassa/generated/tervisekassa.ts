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
} as const satisfies TypeTable;

export const kindlustatus: Operation<Kindlustatus, KindlustatusResponse> = {
  serviceCode: 'kindlustatus',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'kindlustatus', namespace: 'http://kirst.x-road.eu', optional: false, many: false, nillable: false, type: 'kindlustatus' }, types),
  response: bodyCodec({ name: 'kindlustatusResponse', namespace: 'http://kirst.x-road.eu', optional: false, many: false, nillable: false, type: 'kindlustatusResponse' }, types),
};
