// Generated from wsdl/ehis.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface OppuridKovPortaaliV2 {
  readonly isikukood: readonly string[];
}

export interface OppuridKovPortaaliV2Response {
  readonly oppurid: readonly OppurV2[];
  readonly teade: readonly Teade[];
}

export interface OppurV2 {
  readonly isikukood: string;
  readonly eesnimi: string;
  readonly perenimi: string;
  readonly haridus: string;
  readonly ruhmaLiik: string | null;
  readonly kohasuurus: string | null;
  readonly ruhmaNimi: string | null;
  readonly klass: string | null;
  readonly paralleeliTunnus: string | null;
  readonly oppekavatase: string | null;
  readonly oppevorm: string | null;
  readonly oppimaAsumiseKp: string | null;
  readonly oppeasutusKood: string | null;
  readonly oppeasutusNimetus: string | null;
  readonly oppeasutuseOmandivorm: string | null;
  readonly oppekoormus: string | null;
  readonly ehak: string | null;
}

export interface Teade {
  readonly isikukood: string;
  readonly kood: string;
  readonly tekst: string;
}

export interface NeetTeenus {
  readonly vaartused: string;
  readonly contentIn: string;
}

export interface NeetTeenusResponse {
  readonly isikukood: readonly string[];
  readonly andmed: readonly Andmed[];
}

export interface Andmed {
  readonly isikukood?: string;
  readonly haridustase?: string;
  readonly muudatuseKpv?: string;
  readonly oppekeel?: string;
  readonly staatus?: string;
  readonly oppeasutus?: string;
  readonly oppeasutuseKood?: string;
}

const types = {
  oppuridKovPortaaliV2: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: true, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  oppuridKovPortaaliV2Response: {
    members: [
      { name: 'oppurid', namespace: '', optional: true, many: true, nillable: false, type: 'oppurV2' },
      { name: 'teade', namespace: '', optional: true, many: true, nillable: false, type: 'teade' },
    ],
    attributes: [],
    text: false,
  },
  oppurV2: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perenimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'haridus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ruhmaLiik', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'kohasuurus', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'ruhmaNimi', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'klass', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'paralleeliTunnus', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'oppekavatase', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'oppevorm', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'oppimaAsumiseKp', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'oppeasutusKood', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'oppeasutusNimetus', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'oppeasutuseOmandivorm', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'oppekoormus', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'ehak', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  teade: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'tekst', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  neetTeenus: {
    members: [
      { name: 'vaartused', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'contentIn', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  neetTeenusResponse: {
    members: [
      { name: 'isikukood', namespace: '', optional: true, many: true, nillable: false, type: 'text' },
      { name: 'andmed', namespace: '', optional: true, many: true, nillable: false, type: 'andmed' },
    ],
    attributes: [],
    text: false,
  },
  andmed: {
    members: [
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'haridustase', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'muudatuseKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'oppekeel', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'staatus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'oppeasutus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'oppeasutuseKood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const oppuridKovPortaaliV2: Operation<OppuridKovPortaaliV2, OppuridKovPortaaliV2Response> = {
  serviceCode: 'oppuridKovPortaaliV2',
  serviceVersion: 'v2',
  request: bodyCodec({ name: 'oppuridKovPortaaliV2', namespace: 'http://producers.ehis.xtee.riik.ee/producer/ehis', optional: false, many: false, nillable: false, type: 'oppuridKovPortaaliV2' }, types),
  response: bodyCodec({ name: 'oppuridKovPortaaliV2Response', namespace: 'http://producers.ehis.xtee.riik.ee/producer/ehis', optional: false, many: false, nillable: false, type: 'oppuridKovPortaaliV2Response' }, types),
};

export const neetTeenus: Operation<NeetTeenus, NeetTeenusResponse> = {
  serviceCode: 'neetTeenus',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'neetTeenus', namespace: 'http://producers.ehis.xtee.riik.ee/producer/ehis', optional: false, many: false, nillable: false, type: 'neetTeenus' }, types),
  response: bodyCodec({ name: 'neetTeenusResponse', namespace: 'http://producers.ehis.xtee.riik.ee/producer/ehis', optional: false, many: false, nillable: false, type: 'neetTeenusResponse' }, types),
};
