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
} as const satisfies TypeTable;

export const KontrolliToimetulekuToetuseSaamist: Operation<KontrolliToimetulekuToetuseSaamistRequest, KontrolliToimetulekuToetuseSaamistResponse> = {
  serviceCode: 'KontrolliToimetulekuToetuseSaamist',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'KontrolliToimetulekuToetuseSaamistRequest', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'KontrolliToimetulekuToetuseSaamistRequest' }, types),
  response: bodyCodec({ name: 'KontrolliToimetulekuToetuseSaamistResponse', namespace: 'http://producers.star.xtee.riik.ee/producer/star', optional: false, many: false, nillable: false, type: 'KontrolliToimetulekuToetuseSaamistResponse' }, types),
};
