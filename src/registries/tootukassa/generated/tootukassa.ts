// Generated from wsdl/tootukassa.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface Periood {
  readonly isikukood: string;
  readonly algus: string;
  readonly lopp: string;
}

export interface STAR_arvelolekResponse {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly isikukood?: string;
  readonly eesnimi?: string;
  readonly perekonnanimi?: string;
  readonly arvelolekud?: STAR_arvelolekResponse_arvelolekud;
  readonly tegevuskava?: STAR_arvelolekResponse_tegevuskava;
}

export interface STAR_arvelolekResponse_arvelolekud {
  readonly arvelolek: readonly Arvelolek[];
}

export interface Arvelolek {
  readonly liik: string;
  readonly algKpv: string;
  readonly loppKpv?: string;
  readonly lopuOtsusKpv?: string;
  readonly lopuPohjus?: string;
}

export interface STAR_arvelolekResponse_tegevuskava {
  readonly koostatud: string;
  readonly kehtivKuni: string;
}

export interface STAR_valjamaksedResponse {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly valjamaksed?: STAR_valjamaksedResponse_valjamaksed;
}

export interface STAR_valjamaksedResponse_valjamaksed {
  readonly valjamakse: readonly Valjamakse[];
}

export interface Valjamakse {
  readonly liikKood: string;
  readonly liikNimetus: string;
  readonly maksmiseKpv: string;
  readonly periood: Valjamakse_periood;
  readonly summaBruto: string;
  readonly tulumaks: string;
  readonly summaNeto: string;
  readonly valuuta: string;
}

export interface Valjamakse_periood {
  readonly algus: string;
  readonly lopp: string;
}

export interface STAR_toovoime {
  readonly isikukood: string;
  readonly seisuga: string;
}

export interface STAR_toovoimeResponse {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly isikukood?: string;
  readonly hindamised?: STAR_toovoimeResponse_hindamised;
  readonly toetused?: STAR_toovoimeResponse_toetused;
}

export interface STAR_toovoimeResponse_hindamised {
  readonly hindamine: readonly Hindamine[];
}

export interface Hindamine {
  readonly taotluseKpv: string;
  readonly otsuseKpv: string;
  readonly algus: string;
  readonly loppTegelik?: string;
  readonly kestusAastat: string;
  readonly ulatus: string;
  readonly piirangud: readonly string[];
  readonly eksperdiKokkuvote?: string;
}

export interface STAR_toovoimeResponse_toetused {
  readonly toetus: readonly Toetus[];
}

export interface Toetus {
  readonly algus: string;
  readonly lopp?: string;
  readonly summa: string;
  readonly peatatud?: boolean;
}

const types = {
  periood: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR_arvelolekResponse: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'perekonnanimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'arvelolekud', namespace: '', optional: true, many: false, nillable: false, type: 'STAR_arvelolekResponse_arvelolekud' },
      { name: 'tegevuskava', namespace: '', optional: true, many: false, nillable: false, type: 'STAR_arvelolekResponse_tegevuskava' },
    ],
    attributes: [],
    text: false,
  },
  STAR_arvelolekResponse_arvelolekud: {
    members: [
      { name: 'arvelolek', namespace: '', optional: true, many: true, nillable: false, type: 'arvelolek' },
    ],
    attributes: [],
    text: false,
  },
  arvelolek: {
    members: [
      { name: 'liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'loppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopuOtsusKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopuPohjus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR_arvelolekResponse_tegevuskava: {
    members: [
      { name: 'koostatud', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kehtivKuni', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR_valjamaksedResponse: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valjamaksed', namespace: '', optional: true, many: false, nillable: false, type: 'STAR_valjamaksedResponse_valjamaksed' },
    ],
    attributes: [],
    text: false,
  },
  STAR_valjamaksedResponse_valjamaksed: {
    members: [
      { name: 'valjamakse', namespace: '', optional: true, many: true, nillable: false, type: 'valjamakse' },
    ],
    attributes: [],
    text: false,
  },
  valjamakse: {
    members: [
      { name: 'liikKood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'liikNimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'maksmiseKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'periood', namespace: '', optional: false, many: false, nillable: false, type: 'valjamakse_periood' },
      { name: 'summaBruto', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'tulumaks', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'summaNeto', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'valuuta', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  valjamakse_periood: {
    members: [
      { name: 'algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR_toovoime: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'seisuga', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR_toovoimeResponse: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'hindamised', namespace: '', optional: true, many: false, nillable: false, type: 'STAR_toovoimeResponse_hindamised' },
      { name: 'toetused', namespace: '', optional: true, many: false, nillable: false, type: 'STAR_toovoimeResponse_toetused' },
    ],
    attributes: [],
    text: false,
  },
  STAR_toovoimeResponse_hindamised: {
    members: [
      { name: 'hindamine', namespace: '', optional: true, many: true, nillable: false, type: 'hindamine' },
    ],
    attributes: [],
    text: false,
  },
  hindamine: {
    members: [
      { name: 'taotluseKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'otsuseKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'loppTegelik', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kestusAastat', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ulatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'piirangud', namespace: '', optional: true, many: true, nillable: false, type: 'text' },
      { name: 'eksperdiKokkuvote', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR_toovoimeResponse_toetused: {
    members: [
      { name: 'toetus', namespace: '', optional: true, many: true, nillable: false, type: 'toetus' },
    ],
    attributes: [],
    text: false,
  },
  toetus: {
    members: [
      { name: 'algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'summa', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'peatatud', namespace: '', optional: true, many: false, nillable: false, type: 'boolean' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const STAR_arvelolek: Operation<Periood, STAR_arvelolekResponse> = {
  serviceCode: 'STAR_arvelolek',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'STAR_arvelolek', namespace: 'http://tkis.x-road.eu', optional: false, many: false, nillable: false, type: 'periood' }, types),
  response: bodyCodec({ name: 'STAR_arvelolekResponse', namespace: 'http://tkis.x-road.eu', optional: false, many: false, nillable: false, type: 'STAR_arvelolekResponse' }, types),
};

export const STAR_valjamaksed: Operation<Periood, STAR_valjamaksedResponse> = {
  serviceCode: 'STAR_valjamaksed',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'STAR_valjamaksed', namespace: 'http://tkis.x-road.eu', optional: false, many: false, nillable: false, type: 'periood' }, types),
  response: bodyCodec({ name: 'STAR_valjamaksedResponse', namespace: 'http://tkis.x-road.eu', optional: false, many: false, nillable: false, type: 'STAR_valjamaksedResponse' }, types),
};

export const STAR_toovoime: Operation<STAR_toovoime, STAR_toovoimeResponse> = {
  serviceCode: 'STAR_toovoime',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'STAR_toovoime', namespace: 'http://tkis.x-road.eu', optional: false, many: false, nillable: false, type: 'STAR_toovoime' }, types),
  response: bodyCodec({ name: 'STAR_toovoimeResponse', namespace: 'http://tkis.x-road.eu', optional: false, many: false, nillable: false, type: 'STAR_toovoimeResponse' }, types),
};
