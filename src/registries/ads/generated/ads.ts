// Generated from wsdl/ads.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface ADSnormalRequestType {
  readonly aadressid: ADSnormalRequestType_aadressid;
  readonly objektiLiik?: string;
}

export interface ADSnormalRequestType_aadressid {
  readonly aadress: readonly ADSnormalRequestType_aadressid_aadress[];
}

export interface ADSnormalRequestType_aadressid_aadress {
  readonly adsTase1?: AdsTaseType;
  readonly adsTase2?: AdsTaseType;
  readonly adsTase3?: AdsTaseType;
  readonly adsTase4?: AdsTaseType;
  readonly adsTase5?: AdsTaseType;
  readonly adsTase6?: AdsTaseType;
  readonly adsTase7?: AdsTaseType;
  readonly adsTase8?: AdsTaseType;
  readonly tekst?: string;
}

export interface AdsTaseType {

}

export interface ADSnormalVastusType {
  readonly normalTulem: string;
  readonly teade?: string;
  readonly taisAadress?: string;
  readonly optiAadress?: string;
  readonly lahiAadress: string;
  readonly aadressid?: ADSnormalVastusType_aadressid;
}

export interface ADSnormalVastusType_aadressid {
  readonly aadress: readonly ADSnormalVastusType_aadressid_aadress[];
}

export interface ADSnormalVastusType_aadressid_aadress {
  readonly adsTase1?: AdsTaseType;
  readonly adsTase2?: AdsTaseType;
  readonly adsTase3?: AdsTaseType;
  readonly adsTase4?: AdsTaseType;
  readonly adsTase5?: AdsTaseType;
  readonly adsTase6?: AdsTaseType;
  readonly adsTase7?: AdsTaseType;
  readonly adsTase8?: AdsTaseType;
  readonly tekst?: string;
  readonly adrId: string;
  readonly koodaadress?: string;
  readonly punktX?: string;
  readonly punktY?: string;
}

const types = {
  ADSnormalRequestType: {
    members: [
      { name: 'aadressid', namespace: '', optional: false, many: false, nillable: false, type: 'ADSnormalRequestType_aadressid' },
      { name: 'objektiLiik', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ADSnormalRequestType_aadressid: {
    members: [
      { name: 'aadress', namespace: '', optional: false, many: true, nillable: false, type: 'ADSnormalRequestType_aadressid_aadress' },
    ],
    attributes: [],
    text: false,
  },
  ADSnormalRequestType_aadressid_aadress: {
    members: [
      { name: 'adsTase1', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase2', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase3', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase4', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase5', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase6', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase7', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase8', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'tekst', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  adsTaseType: { members: [], attributes: [], text: false },
  ADSnormalVastusType: {
    members: [
      { name: 'normalTulem', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'teade', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'taisAadress', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'optiAadress', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lahiAadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'aadressid', namespace: '', optional: true, many: false, nillable: false, type: 'ADSnormalVastusType_aadressid' },
    ],
    attributes: [],
    text: false,
  },
  ADSnormalVastusType_aadressid: {
    members: [
      { name: 'aadress', namespace: '', optional: true, many: true, nillable: false, type: 'ADSnormalVastusType_aadressid_aadress' },
    ],
    attributes: [],
    text: false,
  },
  ADSnormalVastusType_aadressid_aadress: {
    members: [
      { name: 'adsTase1', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase2', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase3', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase4', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase5', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase6', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase7', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase8', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'tekst', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'adrId', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'koodaadress', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'punktX', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'punktY', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const ADSnormal: Operation<ADSnormalRequestType, ADSnormalVastusType> = {
  serviceCode: 'ADSnormal',
  serviceVersion: 'v2',
  request: bodyCodec({ name: 'ADSnormal', namespace: 'http://www.maaamet.ee', optional: false, many: false, nillable: false, type: 'ADSnormalRequestType' }, types),
  response: bodyCodec({ name: 'ADSnormalResponse', namespace: 'http://www.maaamet.ee', optional: false, many: false, nillable: false, type: 'ADSnormalVastusType' }, types),
};
