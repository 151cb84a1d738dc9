// Generated from wsdl/star.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../xroad/index.ts';

export interface KontrolliToimetulekuToetuseSaamistRequest {
  readonly isikukood: string;
  readonly algus: string;
  readonly lopp: string;
}

export interface KontrolliToimetulekuToetuseSaamistResponse {
  readonly isikukood: string;
  readonly eesnimi: string;
  readonly perekonnanimi: string;
  readonly maaramine?: string;
  readonly info?: string;
}

export interface HooldajaHooldusedRequest {
  readonly isikukood: string;
  readonly algus: string;
  readonly lopp: string;
}

export interface HooldajaHooldusedResponse {
  readonly hooldaja: Hooldaja;
}

export interface Hooldaja {
  readonly viga?: string;
  readonly isikukood?: string;
  readonly eesnimi?: string;
  readonly perekonnanimi?: string;
  readonly hooldused?: Hooldused;
  readonly rakendamised?: Rakendamised;
}

export interface Hooldused {
  readonly hooldus: readonly Hooldus[];
}

export interface Hooldus {
  readonly hoolduseAlgus: string;
  readonly hoolduseLopp?: string;
  readonly hoolduseLiik: string;
  readonly hooldatavaIsikukood: string;
}

export interface Rakendamised {
  readonly rakendamine: readonly Rakendamine[];
}

export interface Rakendamine {
  readonly toetuseRakAlgus: string;
  readonly toetuseRakLopp?: string;
  readonly omavalitsus: string;
  readonly viitenumber: string;
}

export interface HooldajaHooldusedMassParingRequest {
  readonly isikukoodid: string;
  readonly algus: string;
  readonly lopp: string;
}

export interface HooldajaHooldusedMassParingResponse {
  readonly pilet: string;
}

export interface AsynchronousParingTulemRequest {
  readonly pilet: string;
}

export interface AsynchronousParingTulemResponse {
  readonly base64?: string;
  readonly viga?: string;
}

const types = {
  KontrolliToimetulekuToetuseSaamistRequest: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  KontrolliToimetulekuToetuseSaamistResponse: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perekonnanimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'maaramine', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'info', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  HooldajaHooldusedRequest: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  HooldajaHooldusedResponse: {
    members: [
      { name: 'hooldaja', namespace: '', optional: false, many: false, nillable: false, type: 'Hooldaja' },
    ],
    attributes: [],
    text: false,
  },
  Hooldaja: {
    members: [
      { name: 'viga', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'perekonnanimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'hooldused', namespace: '', optional: true, many: false, nillable: false, type: 'Hooldused' },
      { name: 'rakendamised', namespace: '', optional: true, many: false, nillable: false, type: 'Rakendamised' },
    ],
    attributes: [],
    text: false,
  },
  Hooldused: {
    members: [
      { name: 'hooldus', namespace: '', optional: false, many: true, nillable: false, type: 'Hooldus' },
    ],
    attributes: [],
    text: false,
  },
  Hooldus: {
    members: [
      { name: 'hoolduseAlgus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'hoolduseLopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'hoolduseLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'hooldatavaIsikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Rakendamised: {
    members: [
      { name: 'rakendamine', namespace: '', optional: true, many: true, nillable: false, type: 'Rakendamine' },
    ],
    attributes: [],
    text: false,
  },
  Rakendamine: {
    members: [
      { name: 'toetuseRakAlgus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'toetuseRakLopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'omavalitsus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'viitenumber', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  HooldajaHooldusedMassParingRequest: {
    members: [
      { name: 'isikukoodid', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  HooldajaHooldusedMassParingResponse: {
    members: [
      { name: 'pilet', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  AsynchronousParingTulemRequest: {
    members: [
      { name: 'pilet', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  AsynchronousParingTulemResponse: {
    members: [
      { name: 'base64', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'viga', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const KontrolliToimetulekuToetuseSaamist: Operation<KontrolliToimetulekuToetuseSaamistRequest, KontrolliToimetulekuToetuseSaamistResponse> = {
  serviceCode: 'KontrolliToimetulekuToetuseSaamist',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'KontrolliToimetulekuToetuseSaamistRequest', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'KontrolliToimetulekuToetuseSaamistRequest' }, types),
  response: bodyCodec({ name: 'KontrolliToimetulekuToetuseSaamistResponse', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'KontrolliToimetulekuToetuseSaamistResponse' }, types),
};

export const HooldajaHooldused: Operation<HooldajaHooldusedRequest, HooldajaHooldusedResponse> = {
  serviceCode: 'HooldajaHooldused',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'HooldajaHooldusedRequest', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'HooldajaHooldusedRequest' }, types),
  response: bodyCodec({ name: 'HooldajaHooldusedResponse', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'HooldajaHooldusedResponse' }, types),
};

export const HooldajaHooldusedMassParing: Operation<HooldajaHooldusedMassParingRequest, HooldajaHooldusedMassParingResponse> = {
  serviceCode: 'HooldajaHooldusedMassParing',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'HooldajaHooldusedMassParingRequest', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'HooldajaHooldusedMassParingRequest' }, types),
  response: bodyCodec({ name: 'HooldajaHooldusedMassParingResponse', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'HooldajaHooldusedMassParingResponse' }, types),
};

export const AsynchronousParingTulem: Operation<AsynchronousParingTulemRequest, AsynchronousParingTulemResponse> = {
  serviceCode: 'AsynchronousParingTulem',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'AsynchronousParingTulemRequest', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'AsynchronousParingTulemRequest' }, types),
  response: bodyCodec({ name: 'AsynchronousParingTulemResponse', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'AsynchronousParingTulemResponse' }, types),
};
