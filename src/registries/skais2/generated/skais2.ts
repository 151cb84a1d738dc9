// Generated from wsdl/skais2.wsdl by `npm run generate`: change that file, not this one.
import { type BodyCodec, bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface TKToovoimPuueHyvitisedRequest {
  readonly isikukood: string;
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv: string;
}

export interface TKToovoimPuueHyvitisedResponse {
  readonly isik: IsikType;
  readonly toovoimetused?: TKToovoimPuueHyvitisedResponse_toovoimetused;
  readonly hyvitised?: TKToovoimPuueHyvitisedResponse_hyvitised;
  readonly seosedValisriigiga?: TKToovoimPuueHyvitisedResponse_seosedValisriigiga;
  readonly kinnipeetudTulumaksud?: TKToovoimPuueHyvitisedResponse_kinnipeetudTulumaksud;
  readonly puuded?: TKToovoimPuueHyvitisedResponse_puuded;
  readonly staatus: StaatusType;
}

export interface IsikType {
  readonly isikukood: string;
  readonly eesnimi: string;
  readonly perekonnanimi: string;
}

export interface TKToovoimPuueHyvitisedResponse_toovoimetused {
  readonly toovoimetus: readonly ToovoimetusType[];
}

export interface ToovoimetusType {
  readonly otsusKpv: string;
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv?: string;
  readonly enneTahtaegLoppKpv?: string;
  readonly korduvHindamineKpv?: string;
  readonly TMVVaartus: string;
}

export interface TKToovoimPuueHyvitisedResponse_hyvitised {
  readonly hyvitis: readonly HyvitisType[];
}

export interface HyvitisType {
  readonly taotlusEsitamineKpv?: string;
  readonly hyvitisLiik: string;
  readonly nimetus: string;
  readonly otsusKpv: string;
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv?: string;
  readonly enneTahtaegLoppKpv?: string;
  readonly peatamised?: HyvitisType_peatamised;
  readonly rahalisedHyvitised?: HyvitisType_rahalisedHyvitised;
}

export interface HyvitisType_peatamised {
  readonly peatamine: readonly PeatamineType[];
}

export interface PeatamineType {
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv: string;
}

export interface HyvitisType_rahalisedHyvitised {
  readonly rahalineHyvitis: readonly HyvitisRahalineType[];
}

export interface HyvitisRahalineType {
  readonly summa: string;
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv: string;
  readonly valjamaksed?: HyvitisRahalineType_valjamaksed;
}

export interface HyvitisRahalineType_valjamaksed {
  readonly valjamakse: readonly ValjamakseType[];
}

export interface ValjamakseType {
  readonly summa: string;
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv: string;
  readonly tehingKpv?: string;
}

export interface TKToovoimPuueHyvitisedResponse_seosedValisriigiga {
  readonly seotusValisriigiga: readonly SeotusValisriigigaType[];
}

export interface SeotusValisriigigaType {
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv: string;
}

export interface TKToovoimPuueHyvitisedResponse_kinnipeetudTulumaksud {
  readonly kinnipeetudTulumaks: readonly KinnipeetudTulumaksType[];
}

export interface KinnipeetudTulumaksType {
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv: string;
  readonly summaKinnipeetudTulumaks: string;
}

export interface TKToovoimPuueHyvitisedResponse_puuded {
  readonly puue: readonly PuueType[];
}

export interface PuueType {
  readonly taotlusEsitamineKpv?: string;
  readonly otsusKpv: string;
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv: string;
  readonly kood: string;
  readonly nimetus: string;
  readonly enneTahtaegLoppKpv?: string;
  readonly korduvEkspertiisPerioodAlgusKpv?: string;
}

export interface StaatusType {
  readonly kood: string;
  readonly selgitus?: string;
}

export interface TKToovoimPuueHyvitisedMassTeenusRequest {
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv: string;
  readonly viide?: string;
}

export interface TKToovoimPuueHyvitisedMassTeenusResponse {
  readonly protsessID?: string;
  readonly kood: string;
  readonly selgitus?: string;
}

export interface TKToovoimPuueHyvitisedMassTeenusVastusRequest {
  readonly protsessID: string;
}

export interface TKToovoimPuueHyvitisedMassTeenusVastusResponse {
  readonly kood: string;
  readonly selgitus?: string;
  readonly viide?: string;
}

export interface TKMassIsikud {
  readonly isik: readonly TKMassIsik[];
}

export interface TKMassIsik {
  readonly isikukood: string;
  readonly toovoimetused?: TKMassToovoimetused;
  readonly hyvitised?: TKMassHyvitised;
  readonly puuded?: TKMassPuuded;
  readonly staatus: TKMassStaatus;
}

export interface TKMassToovoimetused {
  readonly toovoimetus: readonly TKMassToovoimetus[];
}

export interface TKMassToovoimetus {
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv?: string;
}

export interface TKMassHyvitised {
  readonly hyvitis: readonly TKMassHyvitis[];
}

export interface TKMassHyvitis {
  readonly hyvitisLiik: string;
  readonly nimetus: string;
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv?: string;
  readonly peatamised?: TKMassHyvitisPeatamised;
}

export interface TKMassHyvitisPeatamised {
  readonly peatamine: readonly TKMassHyvitisPeatamine[];
}

export interface TKMassHyvitisPeatamine {
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv?: string;
}

export interface TKMassPuuded {
  readonly puue: readonly TKMassPuue[];
}

export interface TKMassPuue {
  readonly perioodAlgusKpv: string;
  readonly perioodLoppKpv?: string;
  readonly puueLiik: string;
  readonly nimetus: string;
}

export interface TKMassStaatus {
  readonly kood: string;
  readonly selgitus?: string;
}

const types = {
  TKToovoimPuueHyvitisedRequest: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedResponse: {
    members: [
      { name: 'isik', namespace: '', optional: false, many: false, nillable: false, type: 'isikType' },
      { name: 'toovoimetused', namespace: '', optional: true, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedResponse_toovoimetused' },
      { name: 'hyvitised', namespace: '', optional: true, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedResponse_hyvitised' },
      { name: 'seosedValisriigiga', namespace: '', optional: true, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedResponse_seosedValisriigiga' },
      { name: 'kinnipeetudTulumaksud', namespace: '', optional: true, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedResponse_kinnipeetudTulumaksud' },
      { name: 'puuded', namespace: '', optional: true, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedResponse_puuded' },
      { name: 'staatus', namespace: '', optional: false, many: false, nillable: false, type: 'staatusType' },
    ],
    attributes: [],
    text: false,
  },
  isikType: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perekonnanimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedResponse_toovoimetused: {
    members: [
      { name: 'toovoimetus', namespace: '', optional: false, many: true, nillable: false, type: 'toovoimetusType' },
    ],
    attributes: [],
    text: false,
  },
  toovoimetusType: {
    members: [
      { name: 'otsusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'enneTahtaegLoppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'korduvHindamineKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'TMVVaartus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedResponse_hyvitised: {
    members: [
      { name: 'hyvitis', namespace: '', optional: false, many: true, nillable: false, type: 'hyvitisType' },
    ],
    attributes: [],
    text: false,
  },
  hyvitisType: {
    members: [
      { name: 'taotlusEsitamineKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'hyvitisLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'otsusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'enneTahtaegLoppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'peatamised', namespace: '', optional: true, many: false, nillable: false, type: 'hyvitisType_peatamised' },
      { name: 'rahalisedHyvitised', namespace: '', optional: true, many: false, nillable: false, type: 'hyvitisType_rahalisedHyvitised' },
    ],
    attributes: [],
    text: false,
  },
  hyvitisType_peatamised: {
    members: [
      { name: 'peatamine', namespace: '', optional: false, many: true, nillable: false, type: 'peatamineType' },
    ],
    attributes: [],
    text: false,
  },
  peatamineType: {
    members: [
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  hyvitisType_rahalisedHyvitised: {
    members: [
      { name: 'rahalineHyvitis', namespace: '', optional: false, many: true, nillable: false, type: 'hyvitisRahalineType' },
    ],
    attributes: [],
    text: false,
  },
  hyvitisRahalineType: {
    members: [
      { name: 'summa', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'valjamaksed', namespace: '', optional: true, many: false, nillable: false, type: 'hyvitisRahalineType_valjamaksed' },
    ],
    attributes: [],
    text: false,
  },
  hyvitisRahalineType_valjamaksed: {
    members: [
      { name: 'valjamakse', namespace: '', optional: false, many: true, nillable: false, type: 'valjamakseType' },
    ],
    attributes: [],
    text: false,
  },
  valjamakseType: {
    members: [
      { name: 'summa', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'tehingKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedResponse_seosedValisriigiga: {
    members: [
      { name: 'seotusValisriigiga', namespace: '', optional: false, many: true, nillable: false, type: 'seotusValisriigigaType' },
    ],
    attributes: [],
    text: false,
  },
  seotusValisriigigaType: {
    members: [
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedResponse_kinnipeetudTulumaksud: {
    members: [
      { name: 'kinnipeetudTulumaks', namespace: '', optional: false, many: true, nillable: false, type: 'kinnipeetudTulumaksType' },
    ],
    attributes: [],
    text: false,
  },
  kinnipeetudTulumaksType: {
    members: [
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'summaKinnipeetudTulumaks', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedResponse_puuded: {
    members: [
      { name: 'puue', namespace: '', optional: false, many: true, nillable: false, type: 'puueType' },
    ],
    attributes: [],
    text: false,
  },
  puueType: {
    members: [
      { name: 'taotlusEsitamineKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'otsusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'enneTahtaegLoppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'korduvEkspertiisPerioodAlgusKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  staatusType: {
    members: [
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'selgitus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedMassTeenusRequest: {
    members: [
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'viide', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedMassTeenusResponse: {
    members: [
      { name: 'protsessID', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'selgitus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedMassTeenusVastusRequest: {
    members: [
      { name: 'protsessID', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKToovoimPuueHyvitisedMassTeenusVastusResponse: {
    members: [
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'selgitus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'viide', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKMassIsikud: {
    members: [
      { name: 'isik', namespace: '', optional: false, many: true, nillable: false, type: 'TKMassIsik' },
    ],
    attributes: [],
    text: false,
  },
  TKMassIsik: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'toovoimetused', namespace: '', optional: true, many: false, nillable: false, type: 'TKMassToovoimetused' },
      { name: 'hyvitised', namespace: '', optional: true, many: false, nillable: false, type: 'TKMassHyvitised' },
      { name: 'puuded', namespace: '', optional: true, many: false, nillable: false, type: 'TKMassPuuded' },
      { name: 'staatus', namespace: '', optional: false, many: false, nillable: false, type: 'TKMassStaatus' },
    ],
    attributes: [],
    text: false,
  },
  TKMassToovoimetused: {
    members: [
      { name: 'toovoimetus', namespace: '', optional: false, many: true, nillable: false, type: 'TKMassToovoimetus' },
    ],
    attributes: [],
    text: false,
  },
  TKMassToovoimetus: {
    members: [
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKMassHyvitised: {
    members: [
      { name: 'hyvitis', namespace: '', optional: false, many: true, nillable: false, type: 'TKMassHyvitis' },
    ],
    attributes: [],
    text: false,
  },
  TKMassHyvitis: {
    members: [
      { name: 'hyvitisLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'peatamised', namespace: '', optional: true, many: false, nillable: false, type: 'TKMassHyvitisPeatamised' },
    ],
    attributes: [],
    text: false,
  },
  TKMassHyvitisPeatamised: {
    members: [
      { name: 'peatamine', namespace: '', optional: false, many: true, nillable: false, type: 'TKMassHyvitisPeatamine' },
    ],
    attributes: [],
    text: false,
  },
  TKMassHyvitisPeatamine: {
    members: [
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKMassPuuded: {
    members: [
      { name: 'puue', namespace: '', optional: false, many: true, nillable: false, type: 'TKMassPuue' },
    ],
    attributes: [],
    text: false,
  },
  TKMassPuue: {
    members: [
      { name: 'perioodAlgusKpv', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'perioodLoppKpv', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'puueLiik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimetus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  TKMassStaatus: {
    members: [
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'selgitus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const TKToovoimPuueHyvitised: Operation<TKToovoimPuueHyvitisedRequest, TKToovoimPuueHyvitisedResponse> = {
  serviceCode: 'TKToovoimPuueHyvitised',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'TKToovoimPuueHyvitised', namespace: 'http://skais2.som.ee/producer/skais2', optional: false, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedRequest' }, types),
  response: bodyCodec({ name: 'TKToovoimPuueHyvitisedResponse', namespace: 'http://skais2.som.ee/producer/skais2', optional: false, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedResponse' }, types),
};

export const TKToovoimPuueHyvitisedMassTeenus: Operation<TKToovoimPuueHyvitisedMassTeenusRequest, TKToovoimPuueHyvitisedMassTeenusResponse> = {
  serviceCode: 'TKToovoimPuueHyvitisedMassTeenus',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'TKToovoimPuueHyvitisedMassTeenus', namespace: 'http://skais2.som.ee/producer/skais2', optional: false, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedMassTeenusRequest' }, types),
  response: bodyCodec({ name: 'TKToovoimPuueHyvitisedMassTeenusResponse', namespace: 'http://skais2.som.ee/producer/skais2', optional: false, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedMassTeenusResponse' }, types),
};

export const TKToovoimPuueHyvitisedMassTeenusVastus: Operation<TKToovoimPuueHyvitisedMassTeenusVastusRequest, TKToovoimPuueHyvitisedMassTeenusVastusResponse> = {
  serviceCode: 'TKToovoimPuueHyvitisedMassTeenusVastus',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'TKToovoimPuueHyvitisedMassTeenusVastus', namespace: 'http://skais2.som.ee/producer/skais2', optional: false, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedMassTeenusVastusRequest' }, types),
  response: bodyCodec({ name: 'TKToovoimPuueHyvitisedMassTeenusVastusResponse', namespace: 'http://skais2.som.ee/producer/skais2', optional: false, many: false, nillable: false, type: 'TKToovoimPuueHyvitisedMassTeenusVastusResponse' }, types),
};

export const TKMassIsikud: BodyCodec<TKMassIsikud> = bodyCodec({ name: 'TKMassIsikud', namespace: 'http://skais2.som.ee/producer/skais2', optional: false, many: false, nillable: false, type: 'TKMassIsikud' }, types);
