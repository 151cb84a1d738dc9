// Generated from wsdl/kohus.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface LapseeaKohtulahendid {
  readonly isikukood: string;
  readonly seisuga?: string;
}

export interface LapseeaKohtulahendidResponse {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly isikukood?: string;
  readonly lahendid?: LapseeaKohtulahendidResponse_lahendid;
}

export interface LapseeaKohtulahendidResponse_lahendid {
  readonly lahend: readonly Lahend[];
}

export interface Lahend {
  readonly kohtuasjaNr: string;
  readonly kohus: string;
  readonly lahendiLiik: string;
  readonly lahendiKpv: string;
  readonly joustumiseKpv?: string;
  readonly valdkond: string;
  readonly sisu: string;
  readonly oigustatu?: Oigustatu;
  readonly algus: string;
  readonly lopp?: string;
  readonly ecli?: string;
}

export interface Oigustatu {
  readonly isikukood?: string;
  readonly registrikood?: string;
  readonly nimi: string;
}

const types = {
  LapseeaKohtulahendid: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'seisuga', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  LapseeaKohtulahendidResponse: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lahendid', namespace: '', optional: true, many: false, nillable: false, type: 'LapseeaKohtulahendidResponse_lahendid' },
    ],
    attributes: [],
    text: false,
  },
  LapseeaKohtulahendidResponse_lahendid: {
    members: [
      { name: 'lahend', namespace: '', optional: true, many: true, nillable: false, type: 'lahend' },
    ],
    attributes: [],
    text: false,
  },
  lahend: {
    members: [
      { name: 'kohtuasjaNr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kohus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lahendiLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lahendiKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'joustumiseKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valdkond', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'oigustatu', namespace: '', optional: true, many: false, nillable: false, type: 'oigustatu' },
      { name: 'algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ecli', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  oigustatu: {
    members: [
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'registrikood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const LapseeaKohtulahendid: Operation<LapseeaKohtulahendid, LapseeaKohtulahendidResponse> = {
  serviceCode: 'LapseeaKohtulahendid',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'LapseeaKohtulahendid', namespace: 'http://kohus.x-road.eu', optional: false, many: false, nillable: false, type: 'LapseeaKohtulahendid' }, types),
  response: bodyCodec({ name: 'LapseeaKohtulahendidResponse', namespace: 'http://kohus.x-road.eu', optional: false, many: false, nillable: false, type: 'LapseeaKohtulahendidResponse' }, types),
};
