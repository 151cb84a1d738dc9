// Generated from wsdl/liiklusregister.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface Paring22_paring {
  readonly oma_kood: string;
}

export interface Paring2_vastus {
  readonly item: readonly Paring2_soidukiandmed[];
}

export interface Paring2_soidukiandmed {
  readonly regmrk: string | null;
  readonly nr_tyyp: string | null;
  readonly regtun: string | null;
  readonly regtun_kuup: string | null;
  readonly kehtiv: string | null;
  readonly regtulek: string | null;
  readonly regtun_valjastaja: string | null;
  readonly idkood: string | null;
  readonly vinkood: string | null;
  readonly soiduki_andmed: Paring2_soidukiandmed_soiduki_andmed;
  readonly piirang: string | null;
  readonly oma_andmed_v: Paring2_soidukiandmed_oma_andmed_v;
  readonly hooldaja: Paring2_soidukiandmed_hooldaja | null;
  readonly kasutajad: string | null;
}

export interface Paring2_soidukiandmed_soiduki_andmed {
  readonly kateg: string;
  readonly marknm: string;
  readonly mudel_mod: string | null;
  readonly kerenm: string | null;
  readonly mootornm: string | null;
  readonly mootmht: string | null;
  readonly mootvms: string | null;
  readonly ehitaasta: string | null;
  readonly varv_nimetus: string | null;
}

export interface Paring2_soidukiandmed_oma_andmed_v {
  readonly oma_kood: string;
  readonly oma_nimi: string;
  readonly oma_eesnimi: string | null;
  readonly aadress: string | null;
  readonly asuk_akood: string | null;
  readonly oma_muud: string | null;
}

export interface Paring2_soidukiandmed_hooldaja {
  readonly ikood: string;
  readonly nimi: string;
  readonly elukoht: string | null;
  readonly jms: string | null;
}

const types = {
  paring22_paring: {
    members: [
      { name: 'oma_kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  paring2_vastus: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'paring2_soidukiandmed' },
    ],
    attributes: [],
    text: false,
  },
  paring2_soidukiandmed: {
    members: [
      { name: 'regmrk', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'nr_tyyp', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'regtun', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'regtun_kuup', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'kehtiv', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'regtulek', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'regtun_valjastaja', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'idkood', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'vinkood', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'soiduki_andmed', namespace: '', optional: false, many: false, nillable: false, type: 'paring2_soidukiandmed_soiduki_andmed' },
      { name: 'piirang', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'oma_andmed_v', namespace: '', optional: false, many: false, nillable: false, type: 'paring2_soidukiandmed_oma_andmed_v' },
      { name: 'hooldaja', namespace: '', optional: false, many: false, nillable: true, type: 'paring2_soidukiandmed_hooldaja' },
      { name: 'kasutajad', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  paring2_soidukiandmed_soiduki_andmed: {
    members: [
      { name: 'kateg', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'marknm', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'mudel_mod', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'kerenm', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'mootornm', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'mootmht', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'mootvms', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'ehitaasta', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'varv_nimetus', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  paring2_soidukiandmed_oma_andmed_v: {
    members: [
      { name: 'oma_kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'oma_nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'oma_eesnimi', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'aadress', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'asuk_akood', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'oma_muud', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  paring2_soidukiandmed_hooldaja: {
    members: [
      { name: 'ikood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'elukoht', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
      { name: 'jms', namespace: '', optional: false, many: false, nillable: true, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const paring22: Operation<Paring22_paring, Paring2_vastus> = {
  serviceCode: 'paring22',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'paring22Request', namespace: 'http://liiklusregister.x-road.eu', optional: false, many: false, nillable: false, type: 'paring22_paring' }, types),
  response: bodyCodec({ name: 'paring22Response', namespace: 'http://liiklusregister.x-road.eu', optional: false, many: false, nillable: false, type: 'paring2_vastus' }, types),
};
