// Generated from wsdl/skais.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface STAR1_TULUD {
  readonly keha: Star1_paring;
}

export interface Star1_paring {
  readonly isikukood: string;
  readonly algus_kuup: string;
  readonly lopp_kuup: string;
}

export interface STAR1_TULUDResponse {
  readonly paring: Star1_paring;
  readonly keha: Star1_vastus;
}

export interface Star1_vastus {
  readonly teade?: string;
  readonly isikukood?: string;
  readonly algus_kuup?: string;
  readonly lopp_kuup?: string;
  readonly valjamaksed_jada?: Star1_vastus_valjamaksed_jada;
  readonly kinnipidamised_jada?: Star1_vastus_kinnipidamised_jada;
  readonly maaramised_jada?: Star1_vastus_maaramised_jada;
}

export interface Star1_vastus_valjamaksed_jada {
  readonly item: readonly Star1_vastus_valjamaksed_jada_item[];
}

export interface Star1_vastus_valjamaksed_jada_item {
  readonly valjamaksu_liik: string;
  readonly valjamakse_saaja: Star1_vastus_valjamaksed_jada_item_valjamakse_saaja;
  readonly maksmise_kuup: string;
  readonly makstud_summa: Star1_vastus_valjamaksed_jada_item_makstud_summa;
  readonly brutotulud_jada?: Star1_vastus_valjamaksed_jada_item_brutotulud_jada;
}

export interface Star1_vastus_valjamaksed_jada_item_valjamakse_saaja {
  readonly kood: string;
  readonly nimi: string;
}

export interface Star1_vastus_valjamaksed_jada_item_makstud_summa {
  readonly summa?: string;
  readonly tulumaks?: string;
  readonly muu?: string;
}

export interface Star1_vastus_valjamaksed_jada_item_brutotulud_jada {
  readonly item: readonly Star1_vastus_valjamaksed_jada_item_brutotulud_jada_item[];
}

export interface Star1_vastus_valjamaksed_jada_item_brutotulud_jada_item {
  readonly lapse_isikukood?: string;
  readonly lapse_nimi?: string;
  readonly taotleja_isikukood?: string;
  readonly taotleja_nimi?: string;
  readonly toetuse_liigi_kood: string;
  readonly toetuse_liik: string;
  readonly summa: string;
}

export interface Star1_vastus_kinnipidamised_jada {
  readonly item: readonly Star1_vastus_kinnipidamised_jada_item[];
}

export interface Star1_vastus_kinnipidamised_jada_item {
  readonly valjamaksu_liik: string;
  readonly kinnipidamise_saaja: Star1_vastus_kinnipidamised_jada_item_kinnipidamise_saaja;
  readonly maksmise_kuup?: string;
  readonly kinnipeetud_summa?: string;
}

export interface Star1_vastus_kinnipidamised_jada_item_kinnipidamise_saaja {
  readonly kood: string;
  readonly nimi: string;
}

export interface Star1_vastus_maaramised_jada {
  readonly item: readonly Star1_vastus_maaramised_jada_item[];
}

export interface Star1_vastus_maaramised_jada_item {
  readonly valjamaksu_liik: string;
  readonly toetused_jada?: Star1_vastus_maaramised_jada_item_toetused_jada;
}

export interface Star1_vastus_maaramised_jada_item_toetused_jada {
  readonly item: readonly Star1_vastus_maaramised_jada_item_toetused_jada_item[];
}

export interface Star1_vastus_maaramised_jada_item_toetused_jada_item {
  readonly toetuse_liigi_kood: string;
  readonly toetuse_liik: string;
  readonly algus_kuup?: string;
  readonly lopp_kuup?: string;
  readonly summa?: string;
}

export interface STAR2_PUE_PTV {
  readonly keha: Star2_paring;
}

export interface Star2_paring {
  readonly isikukood: string;
  readonly seisu_kuup: string;
}

export interface STAR2_PUE_PTVResponse {
  readonly paring: Star2_paring;
  readonly keha: Star2_vastus;
}

export interface Star2_vastus {
  readonly teade?: string;
  readonly PUE_vastus?: Pue_andmed;
  readonly PTV_vastus?: Ptv_andmed;
}

export interface Pue_andmed {
  readonly pue_liik: string;
  readonly Liitpue_jada?: Pue_andmed_Liitpue_jada;
  readonly pue_raskusaste?: string;
  readonly pue_algus?: string;
  readonly pue_lopp?: string;
}

export interface Pue_andmed_Liitpue_jada {
  readonly item: readonly string[];
}

export interface Ptv_andmed {
  readonly tvm_protsent: string;
  readonly tvm_algus: string;
  readonly tvm_lopp: string;
}

export interface STAR3_REHAPLAAN {
  readonly keha: Star2_paring;
}

export interface STAR3_REHAPLAANResponse {
  readonly paring: Star2_paring;
  readonly keha: Star3_vastus;
}

export interface Star3_vastus {
  readonly teade?: string;
  readonly rehapl_koost_aeg?: string;
  readonly rehapl_kehtivus?: string;
  readonly rehapl_koostaja?: string;
}

export interface STAR4_HKTEENUS {
  readonly keha: Star2_paring;
}

export interface STAR4_HKTEENUSResponse {
  readonly paring: Star2_paring;
  readonly keha: Star4_vastus;
}

export interface Star4_vastus {
  readonly teade?: string;
  readonly hkteenus_jada?: Star4_vastus_hkteenus_jada;
}

export interface Star4_vastus_hkteenus_jada {
  readonly item: readonly Star4_vastus_hkteenus_jada_item[];
}

export interface Star4_vastus_hkteenus_jada_item {
  readonly hkteenus_liik: string;
  readonly hkteenus_kuupa: string;
  readonly hkteenus_kuupl: string;
  readonly hkteenus_osutaja: string;
}

export interface STAR5_LAPSETOETUS {
  readonly keha: Star5_paring;
}

export interface Star5_paring {
  readonly isikukood: string;
  readonly algus_kuup: string;
  readonly lopp_kuup: string;
}

export interface STAR5_LAPSETOETUSResponse {
  readonly paring: Star5_paring;
  readonly keha: Star5_vastus;
}

export interface Star5_vastus {
  readonly teade?: string;
  readonly lapse_isikukood?: string;
  readonly seisu_kuup?: string;
  readonly lapsetoetus?: Star5_vastus_lapsetoetus;
}

export interface Star5_vastus_lapsetoetus {
  readonly taotleja_isikukood: string;
  readonly taotleja_nimi: string;
  readonly algus_kuup: string;
  readonly lopp_kuup: string;
}

const types = {
  STAR1_TULUD: {
    members: [
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star1_paring' },
    ],
    attributes: [],
    text: false,
  },
  Star1_paring: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algus_kuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR1_TULUDResponse: {
    members: [
      { name: 'paring', namespace: '', optional: false, many: false, nillable: false, type: 'Star1_paring' },
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star1_vastus' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus: {
    members: [
      { name: 'teade', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kuup', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kuup', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valjamaksed_jada', namespace: '', optional: true, many: false, nillable: false, type: 'Star1_vastus_valjamaksed_jada' },
      { name: 'kinnipidamised_jada', namespace: '', optional: true, many: false, nillable: false, type: 'Star1_vastus_kinnipidamised_jada' },
      { name: 'maaramised_jada', namespace: '', optional: true, many: false, nillable: false, type: 'Star1_vastus_maaramised_jada' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_valjamaksed_jada: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'Star1_vastus_valjamaksed_jada_item' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_valjamaksed_jada_item: {
    members: [
      { name: 'valjamaksu_liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'valjamakse_saaja', namespace: '', optional: false, many: false, nillable: false, type: 'Star1_vastus_valjamaksed_jada_item_valjamakse_saaja' },
      { name: 'maksmise_kuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'makstud_summa', namespace: '', optional: false, many: false, nillable: false, type: 'Star1_vastus_valjamaksed_jada_item_makstud_summa' },
      { name: 'brutotulud_jada', namespace: '', optional: true, many: false, nillable: false, type: 'Star1_vastus_valjamaksed_jada_item_brutotulud_jada' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_valjamaksed_jada_item_valjamakse_saaja: {
    members: [
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_valjamaksed_jada_item_makstud_summa: {
    members: [
      { name: 'summa', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tulumaks', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'muu', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_valjamaksed_jada_item_brutotulud_jada: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'Star1_vastus_valjamaksed_jada_item_brutotulud_jada_item' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_valjamaksed_jada_item_brutotulud_jada_item: {
    members: [
      { name: 'lapse_isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lapse_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'taotleja_isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'taotleja_nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'toetuse_liigi_kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'toetuse_liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'summa', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_kinnipidamised_jada: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'Star1_vastus_kinnipidamised_jada_item' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_kinnipidamised_jada_item: {
    members: [
      { name: 'valjamaksu_liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kinnipidamise_saaja', namespace: '', optional: false, many: false, nillable: false, type: 'Star1_vastus_kinnipidamised_jada_item_kinnipidamise_saaja' },
      { name: 'maksmise_kuup', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kinnipeetud_summa', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_kinnipidamised_jada_item_kinnipidamise_saaja: {
    members: [
      { name: 'kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_maaramised_jada: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'Star1_vastus_maaramised_jada_item' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_maaramised_jada_item: {
    members: [
      { name: 'valjamaksu_liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'toetused_jada', namespace: '', optional: true, many: false, nillable: false, type: 'Star1_vastus_maaramised_jada_item_toetused_jada' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_maaramised_jada_item_toetused_jada: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'Star1_vastus_maaramised_jada_item_toetused_jada_item' },
    ],
    attributes: [],
    text: false,
  },
  Star1_vastus_maaramised_jada_item_toetused_jada_item: {
    members: [
      { name: 'toetuse_liigi_kood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'toetuse_liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algus_kuup', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kuup', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'summa', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR2_PUE_PTV: {
    members: [
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star2_paring' },
    ],
    attributes: [],
    text: false,
  },
  Star2_paring: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'seisu_kuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR2_PUE_PTVResponse: {
    members: [
      { name: 'paring', namespace: '', optional: false, many: false, nillable: false, type: 'Star2_paring' },
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star2_vastus' },
    ],
    attributes: [],
    text: false,
  },
  Star2_vastus: {
    members: [
      { name: 'teade', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'PUE_vastus', namespace: '', optional: true, many: false, nillable: false, type: 'pue_andmed' },
      { name: 'PTV_vastus', namespace: '', optional: true, many: false, nillable: false, type: 'ptv_andmed' },
    ],
    attributes: [],
    text: false,
  },
  pue_andmed: {
    members: [
      { name: 'pue_liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'Liitpue_jada', namespace: '', optional: true, many: false, nillable: false, type: 'pue_andmed_Liitpue_jada' },
      { name: 'pue_raskusaste', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pue_algus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pue_lopp', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  pue_andmed_Liitpue_jada: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  ptv_andmed: {
    members: [
      { name: 'tvm_protsent', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'tvm_algus', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'tvm_lopp', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR3_REHAPLAAN: {
    members: [
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star2_paring' },
    ],
    attributes: [],
    text: false,
  },
  STAR3_REHAPLAANResponse: {
    members: [
      { name: 'paring', namespace: '', optional: false, many: false, nillable: false, type: 'Star2_paring' },
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star3_vastus' },
    ],
    attributes: [],
    text: false,
  },
  Star3_vastus: {
    members: [
      { name: 'teade', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'rehapl_koost_aeg', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'rehapl_kehtivus', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'rehapl_koostaja', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR4_HKTEENUS: {
    members: [
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star2_paring' },
    ],
    attributes: [],
    text: false,
  },
  STAR4_HKTEENUSResponse: {
    members: [
      { name: 'paring', namespace: '', optional: false, many: false, nillable: false, type: 'Star2_paring' },
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star4_vastus' },
    ],
    attributes: [],
    text: false,
  },
  Star4_vastus: {
    members: [
      { name: 'teade', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'hkteenus_jada', namespace: '', optional: true, many: false, nillable: false, type: 'Star4_vastus_hkteenus_jada' },
    ],
    attributes: [],
    text: false,
  },
  Star4_vastus_hkteenus_jada: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'Star4_vastus_hkteenus_jada_item' },
    ],
    attributes: [],
    text: false,
  },
  Star4_vastus_hkteenus_jada_item: {
    members: [
      { name: 'hkteenus_liik', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'hkteenus_kuupa', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'hkteenus_kuupl', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'hkteenus_osutaja', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR5_LAPSETOETUS: {
    members: [
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star5_paring' },
    ],
    attributes: [],
    text: false,
  },
  Star5_paring: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algus_kuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  STAR5_LAPSETOETUSResponse: {
    members: [
      { name: 'paring', namespace: '', optional: false, many: false, nillable: false, type: 'Star5_paring' },
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'Star5_vastus' },
    ],
    attributes: [],
    text: false,
  },
  Star5_vastus: {
    members: [
      { name: 'teade', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lapse_isikukood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'seisu_kuup', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lapsetoetus', namespace: '', optional: true, many: false, nillable: false, type: 'Star5_vastus_lapsetoetus' },
    ],
    attributes: [],
    text: false,
  },
  Star5_vastus_lapsetoetus: {
    members: [
      { name: 'taotleja_isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'taotleja_nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algus_kuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const STAR1_TULUD: Operation<STAR1_TULUD, STAR1_TULUDResponse> = {
  serviceCode: 'STAR1_TULUD',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'STAR1_TULUD', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR1_TULUD' }, types),
  response: bodyCodec({ name: 'STAR1_TULUDResponse', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR1_TULUDResponse' }, types),
};

export const STAR2_PUE_PTV: Operation<STAR2_PUE_PTV, STAR2_PUE_PTVResponse> = {
  serviceCode: 'STAR2_PUE_PTV',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'STAR2_PUE_PTV', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR2_PUE_PTV' }, types),
  response: bodyCodec({ name: 'STAR2_PUE_PTVResponse', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR2_PUE_PTVResponse' }, types),
};

export const STAR3_REHAPLAAN: Operation<STAR3_REHAPLAAN, STAR3_REHAPLAANResponse> = {
  serviceCode: 'STAR3_REHAPLAAN',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'STAR3_REHAPLAAN', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR3_REHAPLAAN' }, types),
  response: bodyCodec({ name: 'STAR3_REHAPLAANResponse', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR3_REHAPLAANResponse' }, types),
};

export const STAR4_HKTEENUS: Operation<STAR4_HKTEENUS, STAR4_HKTEENUSResponse> = {
  serviceCode: 'STAR4_HKTEENUS',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'STAR4_HKTEENUS', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR4_HKTEENUS' }, types),
  response: bodyCodec({ name: 'STAR4_HKTEENUSResponse', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR4_HKTEENUSResponse' }, types),
};

export const STAR5_LAPSETOETUS: Operation<STAR5_LAPSETOETUS, STAR5_LAPSETOETUSResponse> = {
  serviceCode: 'STAR5_LAPSETOETUS',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'STAR5_LAPSETOETUS', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR5_LAPSETOETUS' }, types),
  response: bodyCodec({ name: 'STAR5_LAPSETOETUSResponse', namespace: 'http://producers.pkr.xtee.riik.ee/producer/pkr', optional: false, many: false, nillable: false, type: 'STAR5_LAPSETOETUSResponse' }, types),
};
