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

export interface ADSaadrmuudatused {
  readonly muudetudAlates?: string;
  readonly muudetudPaevad?: string;
  readonly logId?: string;
  readonly maxarv?: string;
  readonly pSyndmused?: boolean;
  readonly sSyndmused?: boolean;
  readonly objekt?: boolean;
  readonly seosed?: boolean;
  readonly aadressKomp?: boolean;
  readonly aadressJarglased?: boolean;
}

export interface ADSaadrmuudatusedResponse {
  readonly muudatused?: ADSaadrmuudatusedResponse_muudatused;
  readonly fault?: ADSaadrmuudatusedResponse_fault;
}

export interface ADSaadrmuudatusedResponse_muudatused {
  readonly muudatus: readonly ADSaadrmuudatusedResponse_muudatused_muudatus[];
}

export interface ADSaadrmuudatusedResponse_muudatused_muudatus {
  readonly logId: string;
  readonly logStamp: string;
  readonly syndmus: string;
  readonly koodAadress: string;
  readonly adrId: string;
  readonly taisAadress: string;
  readonly lahiAadress?: string;
  readonly vanaAdrId?: string;
  readonly vanaTaisAadress?: string;
  readonly vanaLahiAadress?: string;
  readonly esindusPunktX?: string;
  readonly esindusPunktY?: string;
  readonly eellased?: string;
  readonly jarglased?: string;
  readonly poleSeotud: boolean;
  readonly objektiLiik?: string;
  readonly adsOid?: string;
  readonly adobId?: string;
  readonly origTunnus?: string;
  readonly punktX?: string;
  readonly punktY?: string;
  readonly adrSeosed?: ADSaadrmuudatusedResponse_muudatused_muudatus_adrSeosed;
  readonly adsTase1?: AdsTaseType;
  readonly adsTase2?: AdsTaseType;
  readonly adsTase3?: AdsTaseType;
  readonly adsTase4?: AdsTaseType;
  readonly adsTase5?: AdsTaseType;
  readonly adsTase6?: AdsTaseType;
  readonly adsTase7?: AdsTaseType;
  readonly adsTase8?: AdsTaseType;
  readonly muudetudTase?: string;
}

export interface ADSaadrmuudatusedResponse_muudatused_muudatus_adrSeosed {
  readonly adrSeos: readonly ADSaadrmuudatusedResponse_muudatused_muudatus_adrSeosed_adrSeos[];
}

export interface ADSaadrmuudatusedResponse_muudatused_muudatus_adrSeosed_adrSeos {
  readonly objektiLiik: string;
  readonly adsOid: string;
  readonly adobId: string;
  readonly origTunnus?: string;
  readonly unikaalne?: boolean;
}

export interface ADSaadrmuudatusedResponse_fault {
  readonly faultCode: string;
  readonly faultString: string;
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
  ADSaadrmuudatused: {
    members: [
      { name: 'muudetudAlates', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'muudetudPaevad', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'logId', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'maxarv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pSyndmused', namespace: '', optional: true, many: false, nillable: false, type: 'boolean' },
      { name: 'sSyndmused', namespace: '', optional: true, many: false, nillable: false, type: 'boolean' },
      { name: 'objekt', namespace: '', optional: true, many: false, nillable: false, type: 'boolean' },
      { name: 'seosed', namespace: '', optional: true, many: false, nillable: false, type: 'boolean' },
      { name: 'aadressKomp', namespace: '', optional: true, many: false, nillable: false, type: 'boolean' },
      { name: 'aadressJarglased', namespace: '', optional: true, many: false, nillable: false, type: 'boolean' },
    ],
    attributes: [],
    text: false,
  },
  ADSaadrmuudatusedResponse: {
    members: [
      { name: 'muudatused', namespace: '', optional: true, many: false, nillable: false, type: 'ADSaadrmuudatusedResponse_muudatused' },
      { name: 'fault', namespace: '', optional: true, many: false, nillable: false, type: 'ADSaadrmuudatusedResponse_fault' },
    ],
    attributes: [],
    text: false,
  },
  ADSaadrmuudatusedResponse_muudatused: {
    members: [
      { name: 'muudatus', namespace: '', optional: false, many: true, nillable: false, type: 'ADSaadrmuudatusedResponse_muudatused_muudatus' },
    ],
    attributes: [],
    text: false,
  },
  ADSaadrmuudatusedResponse_muudatused_muudatus: {
    members: [
      { name: 'logId', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'logStamp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'syndmus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'koodAadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'adrId', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'taisAadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lahiAadress', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'vanaAdrId', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'vanaTaisAadress', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'vanaLahiAadress', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'esindusPunktX', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'esindusPunktY', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eellased', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'jarglased', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'poleSeotud', namespace: '', optional: false, many: false, nillable: false, type: 'boolean' },
      { name: 'objektiLiik', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'adsOid', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'adobId', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'origTunnus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'punktX', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'punktY', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'adrSeosed', namespace: '', optional: true, many: false, nillable: false, type: 'ADSaadrmuudatusedResponse_muudatused_muudatus_adrSeosed' },
      { name: 'adsTase1', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase2', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase3', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase4', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase5', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase6', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase7', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'adsTase8', namespace: '', optional: true, many: false, nillable: false, type: 'adsTaseType' },
      { name: 'muudetudTase', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ADSaadrmuudatusedResponse_muudatused_muudatus_adrSeosed: {
    members: [
      { name: 'adrSeos', namespace: '', optional: true, many: true, nillable: false, type: 'ADSaadrmuudatusedResponse_muudatused_muudatus_adrSeosed_adrSeos' },
    ],
    attributes: [],
    text: false,
  },
  ADSaadrmuudatusedResponse_muudatused_muudatus_adrSeosed_adrSeos: {
    members: [
      { name: 'objektiLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'adsOid', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'adobId', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'origTunnus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'unikaalne', namespace: '', optional: true, many: false, nillable: false, type: 'boolean' },
    ],
    attributes: [],
    text: false,
  },
  ADSaadrmuudatusedResponse_fault: {
    members: [
      { name: 'faultCode', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
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

export const ADSaadrmuudatused: Operation<ADSaadrmuudatused, ADSaadrmuudatusedResponse> = {
  serviceCode: 'ADSaadrmuudatused',
  serviceVersion: 'v4',
  request: bodyCodec({ name: 'ADSaadrmuudatused', namespace: 'http://www.maaamet.ee', optional: false, many: false, nillable: false, type: 'ADSaadrmuudatused' }, types),
  response: bodyCodec({ name: 'ADSaadrmuudatusedResponse', namespace: 'http://www.maaamet.ee', optional: false, many: false, nillable: false, type: 'ADSaadrmuudatusedResponse' }, types),
};
