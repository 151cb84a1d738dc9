// Generated from wsdl/star-teated.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../xroad/index.ts';

export interface EsitaAbivajajaTeade {
  readonly teateId: string;
  readonly edastaja: Edastaja;
  readonly menetluseViide?: string;
  readonly sundmus: Sundmus;
  readonly isikud: EsitaAbivajajaTeade_isikud;
  readonly kiire: boolean;
}

export interface Edastaja {
  readonly registrikood: string;
  readonly ametnikIsikukood: string;
  readonly ametnikNimi: string;
  readonly telefon?: string;
  readonly epost?: string;
}

export interface Sundmus {
  readonly aeg: string;
  readonly kohtAadress: string;
  readonly kohtEhak?: string;
  readonly adrId?: string;
  readonly liik: string;
  readonly kirjeldus: string;
}

export interface EsitaAbivajajaTeade_isikud {
  readonly isik: readonly Isik[];
}

export interface Isik {
  readonly roll: string;
  readonly isikukood?: string;
  readonly eesnimi?: string;
  readonly perekonnanimi?: string;
  readonly synniaeg?: string;
  readonly elukoht?: string;
}

export interface EsitaAbivajajaTeadeResponse {
  readonly poordumiseNr: string;
  readonly kovEhak?: string;
  readonly staatus: string;
}

const types = {
  EsitaAbivajajaTeade: {
    members: [
      { name: 'teateId', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'edastaja', namespace: '', optional: false, many: false, nillable: false, type: 'edastaja' },
      { name: 'menetluseViide', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sundmus', namespace: '', optional: false, many: false, nillable: false, type: 'sundmus' },
      { name: 'isikud', namespace: '', optional: false, many: false, nillable: false, type: 'EsitaAbivajajaTeade_isikud' },
      { name: 'kiire', namespace: '', optional: false, many: false, nillable: false, type: 'boolean' },
    ],
    attributes: [],
    text: false,
  },
  edastaja: {
    members: [
      { name: 'registrikood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ametnikIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ametnikNimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'telefon', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'epost', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  sundmus: {
    members: [
      { name: 'aeg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kohtAadress', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kohtEhak', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'adrId', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kirjeldus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  EsitaAbivajajaTeade_isikud: {
    members: [
      { name: 'isik', namespace: '', optional: false, many: true, nillable: false, type: 'isik' },
    ],
    attributes: [],
    text: false,
  },
  isik: {
    members: [
      { name: 'roll', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'perekonnanimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'synniaeg', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'elukoht', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  EsitaAbivajajaTeadeResponse: {
    members: [
      { name: 'poordumiseNr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kovEhak', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'staatus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const EsitaAbivajajaTeade: Operation<EsitaAbivajajaTeade, EsitaAbivajajaTeadeResponse> = {
  serviceCode: 'EsitaAbivajajaTeade',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'EsitaAbivajajaTeade', namespace: 'http://teated.star.x-road.eu', optional: false, many: false, nillable: false, type: 'EsitaAbivajajaTeade' }, types),
  response: bodyCodec({ name: 'EsitaAbivajajaTeadeResponse', namespace: 'http://teated.star.x-road.eu', optional: false, many: false, nillable: false, type: 'EsitaAbivajajaTeadeResponse' }, types),
};
