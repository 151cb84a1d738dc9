// Generated from wsdl/ariregister.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface Detailandmed_v2 {
  readonly keha: Detailandmed_v6_Query;
}

export interface Detailandmed_v6_Query {
  readonly ariregister_kasutajanimi?: string | null;
  readonly ariregister_parool?: string | null;
  readonly ariregister_sessioon?: string | null;
  readonly ariregister_valjundi_formaat?: string | null;
  readonly arinimi?: string;
  readonly ariregistri_kood?: string;
  readonly ettevotja_id?: string;
  readonly asukoht_ettevotja_aadressis?: string;
  readonly haldyksus_ettevotja_aadressis?: string;
  readonly fyysilise_isiku_eesnimi?: string;
  readonly fyysilise_isiku_perekonnanimi?: string;
  readonly fyysilise_isiku_synniaeg?: string;
  readonly fyysilise_isiku_kood?: string;
  readonly fyysilise_isiku_roll_jada: readonly string[];
  readonly jurisik_nimetus?: string;
  readonly jurisik_ark?: string;
  readonly jurisik_roll_jada: readonly string[];
  readonly yandmed: boolean;
  readonly iandmed: boolean;
  readonly kandmed: boolean;
  readonly dandmed: boolean;
  readonly maarused: boolean;
  readonly ainult_kehtivad?: boolean;
  readonly staatused: readonly string[];
  readonly keel?: string;
  readonly evarv?: string;
}

export interface Detailandmed_v2Response {
  readonly paring: Detailandmed_v6_Query;
  readonly keha: Detailandmed_v6_Vastus;
}

export interface Detailandmed_v6_Vastus {
  readonly ettevotjad?: Detailandmed_v6_ettevotjad | null;
  readonly leitud_ettevotjate_arv: string;
}

export interface Detailandmed_v6_ettevotjad {
  readonly item: readonly Detailandmed_v6_ettevotja[];
}

export interface Detailandmed_v6_ettevotja {
  readonly ariregistri_kood: string;
  readonly ettevotja_id: string;
  readonly nimi: string;
  readonly kmkr_number?: string;
  readonly yldandmed?: Detailandmed_v6_yldandmed;
  readonly isikuandmed?: Detailandmed_v6_isikuandmed;
  readonly kommertspandiandmed?: Detailandmed_v6_kommertspandiandmed;
  readonly menetluses_avaldused?: Detailandmed_v6_dokumendid;
  readonly maarused?: Detailandmed_v6_maarused;
  readonly registrikaardid?: Detailandmed_v6_registrikaardid;
}

export interface Detailandmed_v6_yldandmed {
  readonly ettevotteregistri_nr?: string;
  readonly esmaregistreerimise_kpv?: string;
  readonly kustutamise_kpv?: string;
  readonly staatus?: string;
  readonly staatus_tekstina?: string;
  readonly piirkond?: string;
  readonly piirkond_tekstina?: string;
  readonly piirkond_tekstina_pikk?: string;
  readonly tegutseb?: string;
  readonly tegutseb_tekstina?: string;
  readonly mkr_reg_kpv?: Detailandmed_v6_mkrreg_kuupaevad;
  readonly raamatupidamiskohustused?: Detailandmed_v6_raamatupidamiskohustused;
  readonly ettevotja_tegevuse_aeg?: Detailandmed_v6_teg_ajad;
  readonly evks_registreeritud?: boolean;
  readonly evks_registreeritud_kande_kpv?: string;
  readonly oiguslik_vorm?: string;
  readonly oiguslik_vorm_nr?: string;
  readonly oiguslik_vorm_tekstina?: string;
  readonly oigusliku_vormi_alaliik?: string;
  readonly oigusliku_vormi_alaliik_tekstina?: string;
  readonly sundlopetamine?: Detailandmed_v6_sundlopetamine;
  readonly staatused?: Detailandmed_v6_staatused;
  readonly valismaa_ariyhing?: Detailandmed_v6_valismaa_ariyhing;
  readonly arinimed?: Detailandmed_v6_arinimed;
  readonly taiendavad_nimed?: Detailandmed_v6_arinimed;
  readonly aadressid?: Detailandmed_v6_aadressid;
  readonly juhatuse_asukoha_aadressid?: Detailandmed_v6_aadressid;
  readonly kontaktisiku_aadressid?: Detailandmed_v6_aadressid;
  readonly ky_asukoha_aadressid?: Detailandmed_v6_aadressid;
  readonly kinnisasjad?: Detailandmed_v6_kinnisasjad;
  readonly oiguslikud_vormid?: Detailandmed_v6_oiguslikud_vormid;
  readonly oigusliku_vormi_alaliigid?: Detailandmed_v6_oigusliku_vormi_alaliigid;
  readonly kapitalid?: Detailandmed_v6_kapitalid;
  readonly nimivaartuseta_aktsiad?: Detailandmed_v6_nimivaartusetaaktsiad;
  readonly oigusjargsused?: Detailandmed_v6_oigusjargsused;
  readonly seisundi_muutused?: Detailandmed_v6_seisundi_muutused;
  readonly majandusaastad?: Detailandmed_v6_majandusaastad;
  readonly pohikirjad?: Detailandmed_v6_pohikirjad;
  readonly kompromissi_tahtajad?: Detailandmed_v6_kompromissi_tahtajad;
  readonly asutamise_ajad?: Detailandmed_v6_asutamise_ajad;
  readonly tegutsemise_tahtajad?: Detailandmed_v6_tegutsemise_tahtajad;
  readonly esmanimetamise_ajad?: Detailandmed_v6_esmanimetamise_ajad;
  readonly valislepingud?: Detailandmed_v6_valislepingud;
  readonly markused_kaardil?: Detailandmed_v6_markused_kaardil;
  readonly tegevusalad_kaardil?: Detailandmed_v6_tegevusalad_kaardil;
  readonly eesmargid_kaardil?: Detailandmed_v6_eesmargid_kaardil;
  readonly sidevahendid?: Detailandmed_v6_sidevahendid;
  readonly teatatud_tegevusalad?: Detailandmed_v6_teatatud_tegevusalad;
  readonly info_majandusaasta_aruannetest?: Detailandmed_v6_aruande_infod;
  readonly asutatud_sissemakset_tegemata: boolean | null;
  readonly on_raamatupidamiskohustuslane?: boolean | null;
  readonly esitab_kasusaajad?: boolean;
}

export interface Detailandmed_v6_mkrreg_kuupaevad {
  readonly item: readonly Detailandmed_v6_mkrreg_kuupaev[];
}

export interface Detailandmed_v6_mkrreg_kuupaev {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_raamatupidamiskohustused {
  readonly item: readonly Detailandmed_v6_raamatupidamiskohustus[];
}

export interface Detailandmed_v6_raamatupidamiskohustus {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: boolean;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_teg_ajad {
  readonly item: readonly Detailandmed_v6_teg_aeg[];
}

export interface Detailandmed_v6_teg_aeg {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly tyyp?: string;
  readonly tyyp_tekstina?: string;
  readonly sisu?: string;
  readonly periood_algus_kpv?: string;
  readonly periood_lopp_kpv?: string;
  readonly periood?: string;
  readonly periood_tekstina?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_sundlopetamine {
  readonly alus?: string;
  readonly alus_tekstina?: string;
  readonly alajaotus?: string;
  readonly alajaotus_tekstina?: string;
  readonly alajaotuse_kpv?: string;
  readonly teade?: string;
  readonly teate_kpv?: string;
  readonly teate_avaldaja_registriosakond?: string;
  readonly teate_avaldaja_registriosakond_tekstina?: string;
  readonly asukohajargne_kohus?: string;
  readonly asukohajargne_kohus_tekstina?: string;
}

export interface Detailandmed_v6_staatused {
  readonly item: readonly Detailandmed_v6_staatus[];
}

export interface Detailandmed_v6_staatus {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly staatus?: string;
  readonly staatus_tekstina?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_valismaa_ariyhing {
  readonly arinimi: Detailandmed_v6_va_arinimed;
  readonly asukoht: Detailandmed_v6_va_asukohad;
  readonly sarnane_eesti_oiguslik_vorm?: Detailandmed_v6_va_sisud;
  readonly sarnane_eesti_oiguslik_vorm_markus: Detailandmed_v6_va_sisud;
  readonly maa_mille_seaduse_alusel_tegutseb: Detailandmed_v6_va_sisud;
  readonly maa_mille_seaduse_alusel_tegutseb_markus: Detailandmed_v6_va_sisud;
  readonly register: Detailandmed_v6_va_sisud;
  readonly registreerimisnumber: Detailandmed_v6_va_sisud;
  readonly majandusaasta_aruande_avalikustamise_kohustus: Detailandmed_v6_va_sisud;
}

export interface Detailandmed_v6_va_arinimed {
  readonly item: readonly Detailandmed_v6_va_arinimi[];
}

export interface Detailandmed_v6_va_arinimi {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_va_asukohad {
  readonly item: readonly Detailandmed_v6_va_asukoht[];
}

export interface Detailandmed_v6_va_asukoht {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly aadress_riik?: string;
  readonly aadress_riik_tekstina?: string;
  readonly aadress?: string;
  readonly postiindeks?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_va_sisud {
  readonly item: readonly Detailandmed_v6_va_sisu[];
}

export interface Detailandmed_v6_va_sisu {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly sisu_tekstina?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_arinimed {
  readonly item: readonly Detailandmed_v6_arinimi[];
}

export interface Detailandmed_v6_arinimi {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_aadressid {
  readonly item: readonly Detailandmed_v6_aadress[];
}

export interface Detailandmed_v6_aadress {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly riik?: string;
  readonly riik_tekstina?: string;
  readonly ehak?: string;
  readonly ehak_nimetus?: string;
  readonly tanav_maja_korter?: string;
  readonly aadress_ads__ads_oid?: string;
  readonly aadress_ads__adr_id?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress?: string;
  readonly aadress_ads__adob_id?: string;
  readonly aadress_ads__koodaadress?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress_tapsustus?: string;
  readonly aadress_ads__tyyp?: string;
  readonly postiindeks?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_kinnisasjad {
  readonly item: readonly Detailandmed_v6_kinnisasi[];
}

export interface Detailandmed_v6_kinnisasi {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly ehak?: string;
  readonly ehak_nimetus?: string;
  readonly tanav_maja?: string;
  readonly aadress_ads__ads_oid?: string;
  readonly aadress_ads__adr_id?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress?: string;
  readonly aadress_ads__adob_id?: string;
  readonly aadress_ads__koodaadress?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress_tapsustus?: string;
  readonly aadress_ads__tyyp?: string;
  readonly postiindeks?: string;
  readonly kinnisasja_nr?: string;
  readonly kinnistusjaoskond?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_oiguslikud_vormid {
  readonly item: readonly Detailandmed_v6_oiguslik_vorm[];
}

export interface Detailandmed_v6_oiguslik_vorm {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly sisu_nr?: string;
  readonly sisu_tekstina?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_oigusliku_vormi_alaliigid {
  readonly item: readonly Detailandmed_v6_oigusliku_vormi_alaliik[];
}

export interface Detailandmed_v6_oigusliku_vormi_alaliik {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly sisu_tekstina?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_kapitalid {
  readonly item: readonly Detailandmed_v6_kapital[];
}

export interface Detailandmed_v6_kapital {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly kapitali_suurus?: string;
  readonly kapitali_valuuta?: string;
  readonly kapitali_valuuta_tekstina?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_nimivaartusetaaktsiad {
  readonly item: readonly Detailandmed_v6_nimivaartusetaaktsia[];
}

export interface Detailandmed_v6_nimivaartusetaaktsia {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly nimivaartuseta_aktsiate_arv?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_oigusjargsused {
  readonly item: readonly Detailandmed_v6_oigusjargsus[];
}

export interface Detailandmed_v6_oigusjargsus {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly tyyp?: string;
  readonly tyyp_tekstina?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_seisundi_muutused {
  readonly item: readonly Detailandmed_v6_seisundi_muutus[];
}

export interface Detailandmed_v6_seisundi_muutus {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly tyyp?: string;
  readonly tyyp_tekstina?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_majandusaastad {
  readonly item: readonly Detailandmed_v6_majandusaasta[];
}

export interface Detailandmed_v6_majandusaasta {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly maj_aasta_algus?: string;
  readonly maj_aasta_lopp?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_pohikirjad {
  readonly item: readonly Detailandmed_v6_pohikiri[];
}

export interface Detailandmed_v6_pohikiri {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly kinnitamise_kpv?: string;
  readonly muutmise_kpv?: string;
  readonly selgitus?: string;
  readonly sisaldab_erioigusi: boolean;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_kompromissi_tahtajad {
  readonly item: readonly Detailandmed_v6_kompromissi_tahtaeg[];
}

export interface Detailandmed_v6_kompromissi_tahtaeg {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_asutamise_ajad {
  readonly item: readonly Detailandmed_v6_asutamise_aeg[];
}

export interface Detailandmed_v6_asutamise_aeg {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_tegutsemise_tahtajad {
  readonly item: readonly Detailandmed_v6_tegutsemise_tahtaeg[];
}

export interface Detailandmed_v6_tegutsemise_tahtaeg {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_esmanimetamise_ajad {
  readonly item: readonly Detailandmed_v6_esmanimetamise_aeg[];
}

export interface Detailandmed_v6_esmanimetamise_aeg {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_valislepingud {
  readonly item: readonly Detailandmed_v6_valisleping[];
}

export interface Detailandmed_v6_valisleping {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly joustumise_kpv?: string;
  readonly avaldamismarge?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_markused_kaardil {
  readonly item: readonly Detailandmed_v6_markus_kaardil[];
}

export interface Detailandmed_v6_markus_kaardil {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly veeru_nr?: string;
  readonly tyyp?: string;
  readonly tyyp_tekstina?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_tegevusalad_kaardil {
  readonly item: readonly Detailandmed_v6_tegevusala_kaardil[];
}

export interface Detailandmed_v6_tegevusala_kaardil {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_eesmargid_kaardil {
  readonly item: readonly Detailandmed_v6_eesmark_kaardil[];
}

export interface Detailandmed_v6_eesmark_kaardil {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_sidevahendid {
  readonly item: readonly Detailandmed_v6_sidevahend[];
}

export interface Detailandmed_v6_sidevahend {
  readonly kirje_id?: string;
  readonly liik?: string;
  readonly liik_tekstina?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
}

export interface Detailandmed_v6_teatatud_tegevusalad {
  readonly item: readonly Detailandmed_v6_teatatud_tegevusala[];
}

export interface Detailandmed_v6_teatatud_tegevusala {
  readonly kirje_id?: string;
  readonly emtak_kood?: string;
  readonly emtak_tekstina?: string;
  readonly emtak_versioon?: string;
  readonly emtak_versioon_tekstina?: string;
  readonly nace_kood?: string;
  readonly on_pohitegevusala?: boolean;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_aruande_infod {
  readonly item: readonly Detailandmed_v6_aruande_info[];
}

export interface Detailandmed_v6_aruande_info {
  readonly kirje_id?: string;
  readonly majandusaasta_perioodi_algus_kpv?: string;
  readonly majandusaasta_perioodi_lopp_kpv?: string;
  readonly tootajate_arv?: string;
  readonly ettevotja_aadress_aruandes?: string;
  readonly tegevusala_emtak_kood?: string;
  readonly tegevusala_emtak_tekstina?: string;
  readonly tegevusala_emtak_versioon?: string;
  readonly tegevusala_emtak_versioon_tekstina?: string;
  readonly tegevusala_nace_kood?: string;
}

export interface Detailandmed_v6_isikuandmed {
  readonly kaardile_kantud_isikud: Detailandmed_v6_kaardile_kantud_isikud;
  readonly esindusoiguse_normaalregulatsioonid?: Detailandmed_v6_esindusoiguse_normaalregulatsioonid;
  readonly esindusoiguse_eritingimused?: Detailandmed_v6_esindusoiguse_eritingimused;
  readonly osapandid_tingimuslikud_voorandamised?: Detailandmed_v6_osa_pandid;
  readonly kaardivalised_isikud: Detailandmed_v6_kaardivalised_isikud;
  readonly hooneyhistu_liikmed: Detailandmed_v6_hooneyhistu_liikmed;
  readonly kasusaajad?: Detailandmed_v6_kasusaajad;
}

export interface Detailandmed_v6_kaardile_kantud_isikud {
  readonly item: readonly Detailandmed_v6_kaardile_kantud_isik[];
}

export interface Detailandmed_v6_kaardile_kantud_isik {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly isiku_tyyp?: string;
  readonly isiku_roll?: string;
  readonly isiku_roll_tekstina?: string;
  readonly eesnimi?: string;
  readonly nimi_arinimi?: string;
  readonly isikukood_registrikood?: string;
  readonly valis_kood?: string;
  readonly valis_kood_riik?: string;
  readonly valis_kood_riik_tekstina?: string;
  readonly synniaeg?: string;
  readonly osamaks?: string;
  readonly osamaksu_valuuta?: string;
  readonly osamaksu_valuuta_tekstina?: string;
  readonly volituste_loppemise_kpv?: string;
  readonly aadress_riik?: string;
  readonly aadress_riik_tekstina?: string;
  readonly aadress_ehak?: string;
  readonly aadress_ehak_tekstina?: string;
  readonly aadress_tanav_maja_korter?: string;
  readonly aadress_postiindeks?: string;
  readonly aadress_ads__ads_oid?: string;
  readonly aadress_ads__adr_id?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress?: string;
  readonly aadress_ads__adob_id?: string;
  readonly aadress_ads__koodaadress?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress_tapsustus?: string;
  readonly aadress_ads__tyyp?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
  readonly email?: string;
}

export interface Detailandmed_v6_esindusoiguse_normaalregulatsioonid {
  readonly item: readonly Detailandmed_v6_esindusoiguse_normaalregulatsioon[];
}

export interface Detailandmed_v6_esindusoiguse_normaalregulatsioon {
  readonly roll?: string;
  readonly sisu?: string;
}

export interface Detailandmed_v6_esindusoiguse_eritingimused {
  readonly item: readonly Detailandmed_v6_esindusoiguse_eritingimus[];
}

export interface Detailandmed_v6_esindusoiguse_eritingimus {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly esinduse_tyyp?: string;
  readonly esinduse_tyyp_tekstina?: string;
  readonly esinduse_sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_osa_pandid {
  readonly item: readonly Detailandmed_v6_osa_pant[];
}

export interface Detailandmed_v6_osa_pant {
  readonly kirje_id?: string;
  readonly osapant_voi_tingimuslik_voorandamine?: string;
  readonly osa_omaniku_liik?: string;
  readonly osa_omaniku_isikukood_registrikood?: string;
  readonly osa_omaniku_valis_kood?: string;
  readonly osa_omaniku_synniaeg?: string;
  readonly osa_omaniku_nimi?: string;
  readonly osa_omaniku_eesnimi?: string;
  readonly osa_suurus?: string;
  readonly osapandi_jarjekoht?: string;
  readonly osapandi_kirjeldus?: string;
  readonly osapandi_algus_kpv?: string;
  readonly osapandi_lopp_kpv?: string;
  readonly pandipidajad?: Detailandmed_v6_pandipidajad;
}

export interface Detailandmed_v6_pandipidajad {
  readonly item: readonly Detailandmed_v6_pandipidaja[];
}

export interface Detailandmed_v6_pandipidaja {
  readonly kirje_id?: string;
  readonly pandipidaja_isiku_liik?: string;
  readonly pandipidaja_isikukood_registrikood?: string;
  readonly pandipidaja_valis_kood?: string;
  readonly pandipidaja_synniaeg?: string;
  readonly pandipidaja_nimi?: string;
  readonly pandipidaja_eesnimi?: string;
  readonly aadress_riik?: string;
  readonly aadress_riik_tekstina?: string;
  readonly aadress_ehak?: string;
  readonly aadress_ehak_tekstina?: string;
  readonly aadress_ads__ads_oid?: string;
  readonly aadress_ads__adr_id?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress?: string;
  readonly aadress_ads__adob_id?: string;
  readonly aadress_ads__koodaadress?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress_tapsustus?: string;
  readonly aadress_ads__tyyp?: string;
  readonly omandiliik?: string;
  readonly omandiliik_tekstina?: string;
  readonly murdosa_lugeja?: string;
  readonly murdosa_nimetaja?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_kaardivalised_isikud {
  readonly item: readonly Detailandmed_v6_kaardivaline_isik[];
}

export interface Detailandmed_v6_kaardivaline_isik {
  readonly kirje_id?: string;
  readonly isiku_tyyp?: string;
  readonly isiku_roll?: string;
  readonly isiku_roll_tekstina?: string;
  readonly eesnimi?: string;
  readonly nimi_arinimi?: string;
  readonly isikukood_registrikood?: string;
  readonly valis_kood?: string;
  readonly valis_kood_riik?: string;
  readonly valis_kood_riik_tekstina?: string;
  readonly synniaeg?: string;
  readonly aadress_riik?: string;
  readonly aadress_riik_tekstina?: string;
  readonly aadress_ehak?: string;
  readonly aadress_ehak_tekstina?: string;
  readonly aadress_tanav_maja_korter?: string;
  readonly aadress_ads__ads_oid?: string;
  readonly aadress_ads__adr_id?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress?: string;
  readonly aadress_ads__adob_id?: string;
  readonly aadress_ads__koodaadress?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress_tapsustus?: string;
  readonly aadress_ads__tyyp?: string;
  readonly osaluse_protsent?: string;
  readonly osaluse_suurus?: string;
  readonly osaluse_valuuta?: string;
  readonly osaluse_valuuta_tekstina?: string;
  readonly osaluse_omandiliik?: string;
  readonly osaluse_omandiliik_tekstina?: string;
  readonly osaluse_murdosa_lugeja?: string;
  readonly osaluse_murdosa_nimetaja?: string;
  readonly volituste_loppemise_kpv?: string;
  readonly kontrolli_allikas?: string;
  readonly kontrolli_allikas_tekstina?: string;
  readonly kontrolli_allika_kpv?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
  readonly grupp?: string;
}

export interface Detailandmed_v6_hooneyhistu_liikmed {
  readonly item: readonly Detailandmed_v6_hooneyhistu_liige[];
}

export interface Detailandmed_v6_hooneyhistu_liige {
  readonly kirje_id?: string;
  readonly liikmesuse_nr?: string;
  readonly pindala?: string | null;
  readonly maksumaara_lugeja?: string;
  readonly maksumaara_nimetaja?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
  readonly liikmed?: Detailandmed_v6_hy_liikmed;
  readonly kitsendused?: Detailandmed_v6_hy_kitsendused;
}

export interface Detailandmed_v6_hy_liikmed {
  readonly item: readonly Detailandmed_v6_hy_liige[];
}

export interface Detailandmed_v6_hy_liige {
  readonly kirje_id?: string;
  readonly isiku_tyyp?: string;
  readonly eesnimi?: string;
  readonly nimi_arinimi?: string;
  readonly isikukood_registrikood?: string;
  readonly valis_kood?: string;
  readonly valis_kood_riik?: string;
  readonly valis_kood_riik_tekstina?: string | null;
  readonly synniaeg?: string;
  readonly osamaks?: string;
  readonly aadress_riik?: string;
  readonly aadress_riik_tekstina?: string;
  readonly aadress_ehak?: string;
  readonly aadress_ehak_tekstina?: string;
  readonly aadress_tanav_maja_korter?: string;
  readonly aadress_ads__ads_oid?: string;
  readonly aadress_ads__adr_id?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress?: string;
  readonly aadress_ads__adob_id?: string;
  readonly aadress_ads__koodaadress?: string;
  readonly aadress_ads__ads_normaliseeritud_taisaadress_tapsustus?: string;
  readonly aadress_ads__tyyp?: string;
  readonly omandiliik?: string;
  readonly omandiliik_tekstina?: string;
  readonly murdosa_lugeja?: string;
  readonly murdosa_nimetaja?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
  readonly grupp?: string;
}

export interface Detailandmed_v6_hy_kitsendused {
  readonly item: readonly Detailandmed_v6_hy_kitsendus[];
}

export interface Detailandmed_v6_hy_kitsendus {
  readonly kirje_id?: string;
  readonly tyyp?: string;
  readonly tyyp_tekstina?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_kasusaajad {
  readonly kasusaaja: readonly Detailandmed_v6_kasusaaja[];
}

export interface Detailandmed_v6_kasusaaja {
  readonly kirje_id: string;
  readonly eesnimi?: string;
  readonly nimi?: string;
  readonly isikukood?: string;
  readonly valis_kood?: string;
  readonly valis_kood_riik?: string;
  readonly valis_kood_riik_tekstina?: string;
  readonly synniaeg?: string;
  readonly aadress_riik?: string;
  readonly aadress_riik_tekstina?: string;
  readonly kontrolli_teostamise_viis?: string;
  readonly kontrolli_teostamise_viis_tekstina?: string;
  readonly lopetamise_liik?: string;
  readonly lopetamise_liik_tekstina?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_kommertspandiandmed {
  readonly item: readonly Detailandmed_v6_kommertspant[];
}

export interface Detailandmed_v6_kommertspant {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly pandi_id?: string;
  readonly pandi_number?: string;
  readonly pandi_olek?: string;
  readonly pandi_olek_tekstina?: string;
  readonly pandi_jarjekoht?: string;
  readonly pandi_jarjekoht_tekstina?: string;
  readonly pandi_summa?: string;
  readonly pandi_valuuta?: string;
  readonly pandi_valuuta_tekstina?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
  readonly jarjekohad?: Detailandmed_v6_kp_jarjekohad;
  readonly pandisummad?: Detailandmed_v6_kp_pandisummad;
  readonly pandipidajad?: Detailandmed_v6_kp_pandipidajad;
  readonly markused?: Detailandmed_v6_kp_markused;
}

export interface Detailandmed_v6_kp_jarjekohad {
  readonly item: readonly Detailandmed_v6_kp_jarjekoht[];
}

export interface Detailandmed_v6_kp_jarjekoht {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_kp_pandisummad {
  readonly item: readonly Detailandmed_v6_kp_pandisumma[];
}

export interface Detailandmed_v6_kp_pandisumma {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly summa?: string;
  readonly valuuta?: string;
  readonly valuuta_tekstina?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_kp_pandipidajad {
  readonly item: readonly Detailandmed_v6_kp_pandipidaja[];
}

export interface Detailandmed_v6_kp_pandipidaja {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly pidaja_isikuliik?: string;
  readonly pidaja_nimi?: string;
  readonly pidaja_kood?: string;
  readonly pidaja_riik?: string;
  readonly pidaja_riik_tekstina?: string;
  readonly pidaja_asukoht_ehak?: string;
  readonly pidaja_asukoht_ehak_tekstina?: string;
  readonly pidaja_murdosa?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_kp_markused {
  readonly item: readonly Detailandmed_v6_kp_markus[];
}

export interface Detailandmed_v6_kp_markus {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kande_nr?: string;
  readonly veeru_nr?: string;
  readonly tyyp?: string;
  readonly tyyp_tekstina?: string;
  readonly sisu?: string;
  readonly algus_kpv?: string;
  readonly lopp_kpv?: string;
}

export interface Detailandmed_v6_dokumendid {
  readonly item: readonly Detailandmed_v6_dokument[];
}

export interface Detailandmed_v6_dokument {
  readonly number?: string;
  readonly esitamise_kpv?: string;
  readonly dok_liik?: string;
  readonly dok_liik_tekstina?: string;
  readonly aasta?: string;
  readonly notar_id?: string;
  readonly notar_nr?: string;
  readonly piirkond?: string;
  readonly piirkond_tekstina?: string;
  readonly olek?: string;
  readonly olek_tekstina?: string;
}

export interface Detailandmed_v6_maarused {
  readonly item: readonly Detailandmed_v6_maarus[];
}

export interface Detailandmed_v6_maarus {
  readonly maaruse_nr?: string;
  readonly maaruse_kpv?: string;
  readonly maaruse_liik?: string;
  readonly maaruse_liik_tekstina?: string;
  readonly maaruse_olek?: string;
  readonly maaruse_olek_tekstina?: string;
  readonly kande_kpv?: string;
  readonly joustumise_kpv?: string;
  readonly joust_olek?: string;
  readonly joust_olek_tekstina?: string;
  readonly lisatahtaeg?: string;
  readonly kandeliik?: string;
  readonly kandeliik_tekstina?: string;
}

export interface Detailandmed_v6_registrikaardid {
  readonly item: readonly Detailandmed_v6_registrikaart[];
}

export interface Detailandmed_v6_registrikaart {
  readonly kirje_id?: string;
  readonly kaardi_piirkond?: string;
  readonly kaardi_nr?: string;
  readonly kaardi_tyyp?: string;
  readonly kanded?: Detailandmed_v6_kanded;
}

export interface Detailandmed_v6_kanded {
  readonly item: readonly Detailandmed_v6_kanne[];
}

export interface Detailandmed_v6_kanne {
  readonly kirje_id?: string;
  readonly kande_nr?: string;
  readonly kande_kpv?: string;
  readonly kandeliik?: string;
  readonly kandeliik_tekstina?: string;
}

const types = {
  detailandmed_v2: {
    members: [
      { name: 'keha', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_Query' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_Query: {
    members: [
      { name: 'ariregister_kasutajanimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'ariregister_parool', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'ariregister_sessioon', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'ariregister_valjundi_formaat', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'arinimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ariregistri_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ettevotja_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'asukoht_ettevotja_aadressis', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'haldyksus_ettevotja_aadressis', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'fyysilise_isiku_eesnimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'fyysilise_isiku_perekonnanimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'fyysilise_isiku_synniaeg', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'fyysilise_isiku_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'fyysilise_isiku_roll_jada', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'text' },
      { name: 'jurisik_nimetus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'jurisik_ark', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'jurisik_roll_jada', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'text' },
      { name: 'yandmed', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'boolean' },
      { name: 'iandmed', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'boolean' },
      { name: 'kandmed', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'boolean' },
      { name: 'dandmed', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'boolean' },
      { name: 'maarused', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'boolean' },
      { name: 'ainult_kehtivad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'boolean' },
      { name: 'staatused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'text' },
      { name: 'keel', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'evarv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v2Response: {
    members: [
      { name: 'paring', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_Query' },
      { name: 'keha', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_Vastus' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_Vastus: {
    members: [
      { name: 'ettevotjad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: true, type: 'detailandmed_v6_ettevotjad' },
      { name: 'leitud_ettevotjate_arv', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_ettevotjad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_ettevotja' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_ettevotja: {
    members: [
      { name: 'ariregistri_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'ettevotja_id', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimi', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'kmkr_number', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'yldandmed', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_yldandmed' },
      { name: 'isikuandmed', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_isikuandmed' },
      { name: 'kommertspandiandmed', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kommertspandiandmed' },
      { name: 'menetluses_avaldused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_dokumendid' },
      { name: 'maarused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_maarused' },
      { name: 'registrikaardid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_registrikaardid' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_yldandmed: {
    members: [
      { name: 'ettevotteregistri_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'esmaregistreerimise_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kustutamise_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'staatus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'staatus_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'piirkond_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'piirkond_tekstina_pikk', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tegutseb', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tegutseb_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'mkr_reg_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_mkrreg_kuupaevad' },
      { name: 'raamatupidamiskohustused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_raamatupidamiskohustused' },
      { name: 'ettevotja_tegevuse_aeg', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_teg_ajad' },
      { name: 'evks_registreeritud', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'boolean' },
      { name: 'evks_registreeritud_kande_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'oiguslik_vorm', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'oiguslik_vorm_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'oiguslik_vorm_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'oigusliku_vormi_alaliik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'oigusliku_vormi_alaliik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sundlopetamine', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_sundlopetamine' },
      { name: 'staatused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_staatused' },
      { name: 'valismaa_ariyhing', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_valismaa_ariyhing' },
      { name: 'arinimed', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_arinimed' },
      { name: 'taiendavad_nimed', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_arinimed' },
      { name: 'aadressid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_aadressid' },
      { name: 'juhatuse_asukoha_aadressid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_aadressid' },
      { name: 'kontaktisiku_aadressid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_aadressid' },
      { name: 'ky_asukoha_aadressid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_aadressid' },
      { name: 'kinnisasjad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kinnisasjad' },
      { name: 'oiguslikud_vormid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_oiguslikud_vormid' },
      { name: 'oigusliku_vormi_alaliigid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_oigusliku_vormi_alaliigid' },
      { name: 'kapitalid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kapitalid' },
      { name: 'nimivaartuseta_aktsiad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_nimivaartusetaaktsiad' },
      { name: 'oigusjargsused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_oigusjargsused' },
      { name: 'seisundi_muutused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_seisundi_muutused' },
      { name: 'majandusaastad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_majandusaastad' },
      { name: 'pohikirjad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_pohikirjad' },
      { name: 'kompromissi_tahtajad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kompromissi_tahtajad' },
      { name: 'asutamise_ajad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_asutamise_ajad' },
      { name: 'tegutsemise_tahtajad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_tegutsemise_tahtajad' },
      { name: 'esmanimetamise_ajad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_esmanimetamise_ajad' },
      { name: 'valislepingud', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_valislepingud' },
      { name: 'markused_kaardil', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_markused_kaardil' },
      { name: 'tegevusalad_kaardil', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_tegevusalad_kaardil' },
      { name: 'eesmargid_kaardil', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_eesmargid_kaardil' },
      { name: 'sidevahendid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_sidevahendid' },
      { name: 'teatatud_tegevusalad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_teatatud_tegevusalad' },
      { name: 'info_majandusaasta_aruannetest', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_aruande_infod' },
      { name: 'asutatud_sissemakset_tegemata', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: true, type: 'boolean' },
      { name: 'on_raamatupidamiskohustuslane', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: true, type: 'boolean' },
      { name: 'esitab_kasusaajad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'boolean' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_mkrreg_kuupaevad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_mkrreg_kuupaev' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_mkrreg_kuupaev: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_raamatupidamiskohustused: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_raamatupidamiskohustus' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_raamatupidamiskohustus: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'boolean' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_teg_ajad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_teg_aeg' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_teg_aeg: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'periood_algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'periood_lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'periood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'periood_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_sundlopetamine: {
    members: [
      { name: 'alus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'alus_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'alajaotus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'alajaotus_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'alajaotuse_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'teade', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'teate_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'teate_avaldaja_registriosakond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'teate_avaldaja_registriosakond_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'asukohajargne_kohus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'asukohajargne_kohus_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_staatused: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_staatus' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_staatus: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'staatus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'staatus_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_valismaa_ariyhing: {
    members: [
      { name: 'arinimi', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_va_arinimed' },
      { name: 'asukoht', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_va_asukohad' },
      { name: 'sarnane_eesti_oiguslik_vorm', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_va_sisud' },
      { name: 'sarnane_eesti_oiguslik_vorm_markus', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_va_sisud' },
      { name: 'maa_mille_seaduse_alusel_tegutseb', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_va_sisud' },
      { name: 'maa_mille_seaduse_alusel_tegutseb_markus', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_va_sisud' },
      { name: 'register', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_va_sisud' },
      { name: 'registreerimisnumber', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_va_sisud' },
      { name: 'majandusaasta_aruande_avalikustamise_kohustus', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_va_sisud' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_va_arinimed: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_va_arinimi' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_va_arinimi: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_va_asukohad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_va_asukoht' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_va_asukoht: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'postiindeks', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_va_sisud: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_va_sisu' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_va_sisu: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_arinimed: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_arinimi' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_arinimi: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_aadressid: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_aadress' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_aadress: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ehak', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ehak_nimetus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tanav_maja_korter', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_oid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adr_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adob_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__koodaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress_tapsustus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'postiindeks', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kinnisasjad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kinnisasi' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kinnisasi: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ehak', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ehak_nimetus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tanav_maja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_oid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adr_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adob_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__koodaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress_tapsustus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'postiindeks', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kinnisasja_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kinnistusjaoskond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_oiguslikud_vormid: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_oiguslik_vorm' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_oiguslik_vorm: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_oigusliku_vormi_alaliigid: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_oigusliku_vormi_alaliik' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_oigusliku_vormi_alaliik: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kapitalid: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kapital' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kapital: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kapitali_suurus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kapitali_valuuta', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kapitali_valuuta_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_nimivaartusetaaktsiad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_nimivaartusetaaktsia' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_nimivaartusetaaktsia: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'nimivaartuseta_aktsiate_arv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_oigusjargsused: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_oigusjargsus' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_oigusjargsus: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_seisundi_muutused: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_seisundi_muutus' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_seisundi_muutus: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_majandusaastad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_majandusaasta' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_majandusaasta: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'maj_aasta_algus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'maj_aasta_lopp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_pohikirjad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_pohikiri' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_pohikiri: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kinnitamise_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'muutmise_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'selgitus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisaldab_erioigusi', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'boolean' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kompromissi_tahtajad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kompromissi_tahtaeg' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kompromissi_tahtaeg: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_asutamise_ajad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_asutamise_aeg' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_asutamise_aeg: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_tegutsemise_tahtajad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_tegutsemise_tahtaeg' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_tegutsemise_tahtaeg: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_esmanimetamise_ajad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_esmanimetamise_aeg' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_esmanimetamise_aeg: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_valislepingud: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_valisleping' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_valisleping: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'joustumise_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'avaldamismarge', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_markused_kaardil: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_markus_kaardil' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_markus_kaardil: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'veeru_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_tegevusalad_kaardil: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_tegevusala_kaardil' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_tegevusala_kaardil: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_eesmargid_kaardil: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_eesmark_kaardil' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_eesmark_kaardil: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_sidevahendid: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_sidevahend' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_sidevahend: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'liik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'liik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_teatatud_tegevusalad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_teatatud_tegevusala' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_teatatud_tegevusala: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'emtak_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'emtak_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'emtak_versioon', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'emtak_versioon_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'nace_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'on_pohitegevusala', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'boolean' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_aruande_infod: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_aruande_info' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_aruande_info: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'majandusaasta_perioodi_algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'majandusaasta_perioodi_lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tootajate_arv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'ettevotja_aadress_aruandes', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tegevusala_emtak_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tegevusala_emtak_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tegevusala_emtak_versioon', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tegevusala_emtak_versioon_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tegevusala_nace_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_isikuandmed: {
    members: [
      { name: 'kaardile_kantud_isikud', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_kaardile_kantud_isikud' },
      { name: 'esindusoiguse_normaalregulatsioonid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_esindusoiguse_normaalregulatsioonid' },
      { name: 'esindusoiguse_eritingimused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_esindusoiguse_eritingimused' },
      { name: 'osapandid_tingimuslikud_voorandamised', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_osa_pandid' },
      { name: 'kaardivalised_isikud', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_kaardivalised_isikud' },
      { name: 'hooneyhistu_liikmed', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v6_hooneyhistu_liikmed' },
      { name: 'kasusaajad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kasusaajad' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kaardile_kantud_isikud: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kaardile_kantud_isik' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kaardile_kantud_isik: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isiku_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isiku_roll', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isiku_roll_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'nimi_arinimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood_registrikood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'synniaeg', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osamaks', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osamaksu_valuuta', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osamaksu_valuuta_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'volituste_loppemise_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ehak', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ehak_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_tanav_maja_korter', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_postiindeks', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_oid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adr_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adob_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__koodaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress_tapsustus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'email', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_esindusoiguse_normaalregulatsioonid: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_esindusoiguse_normaalregulatsioon' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_esindusoiguse_normaalregulatsioon: {
    members: [
      { name: 'roll', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_esindusoiguse_eritingimused: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_esindusoiguse_eritingimus' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_esindusoiguse_eritingimus: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'esinduse_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'esinduse_tyyp_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'esinduse_sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_osa_pandid: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_osa_pant' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_osa_pant: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osapant_voi_tingimuslik_voorandamine', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osa_omaniku_liik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osa_omaniku_isikukood_registrikood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osa_omaniku_valis_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osa_omaniku_synniaeg', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osa_omaniku_nimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osa_omaniku_eesnimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osa_suurus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osapandi_jarjekoht', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osapandi_kirjeldus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osapandi_algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osapandi_lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandipidajad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_pandipidajad' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_pandipidajad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_pandipidaja' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_pandipidaja: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandipidaja_isiku_liik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandipidaja_isikukood_registrikood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandipidaja_valis_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandipidaja_synniaeg', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandipidaja_nimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandipidaja_eesnimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ehak', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ehak_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_oid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adr_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adob_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__koodaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress_tapsustus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'omandiliik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'omandiliik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'murdosa_lugeja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'murdosa_nimetaja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kaardivalised_isikud: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kaardivaline_isik' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kaardivaline_isik: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isiku_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isiku_roll', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isiku_roll_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'nimi_arinimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood_registrikood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'synniaeg', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ehak', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ehak_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_tanav_maja_korter', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_oid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adr_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adob_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__koodaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress_tapsustus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osaluse_protsent', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osaluse_suurus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osaluse_valuuta', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osaluse_valuuta_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osaluse_omandiliik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osaluse_omandiliik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osaluse_murdosa_lugeja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osaluse_murdosa_nimetaja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'volituste_loppemise_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kontrolli_allikas', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kontrolli_allikas_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kontrolli_allika_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'grupp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_hooneyhistu_liikmed: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_hooneyhistu_liige' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_hooneyhistu_liige: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'liikmesuse_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pindala', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'maksumaara_lugeja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'maksumaara_nimetaja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'liikmed', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_hy_liikmed' },
      { name: 'kitsendused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_hy_kitsendused' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_hy_liikmed: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_hy_liige' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_hy_liige: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isiku_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'nimi_arinimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood_registrikood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: true, type: 'text' },
      { name: 'synniaeg', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'osamaks', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ehak', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ehak_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_tanav_maja_korter', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_oid', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adr_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__adob_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__koodaadress', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__ads_normaliseeritud_taisaadress_tapsustus', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_ads__tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'omandiliik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'omandiliik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'murdosa_lugeja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'murdosa_nimetaja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'grupp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_hy_kitsendused: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_hy_kitsendus' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_hy_kitsendus: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kasusaajad: {
    members: [
      { name: 'kasusaaja', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kasusaaja' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kasusaaja: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'eesnimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'nimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'isikukood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valis_kood_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'synniaeg', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aadress_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kontrolli_teostamise_viis', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kontrolli_teostamise_viis_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopetamise_liik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopetamise_liik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kommertspandiandmed: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kommertspant' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kommertspant: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandi_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandi_number', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandi_olek', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandi_olek_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandi_jarjekoht', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandi_jarjekoht_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandi_summa', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandi_valuuta', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pandi_valuuta_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'jarjekohad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kp_jarjekohad' },
      { name: 'pandisummad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kp_pandisummad' },
      { name: 'pandipidajad', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kp_pandipidajad' },
      { name: 'markused', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kp_markused' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kp_jarjekohad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kp_jarjekoht' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kp_jarjekoht: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kp_pandisummad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kp_pandisumma' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kp_pandisumma: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'summa', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valuuta', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valuuta_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kp_pandipidajad: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kp_pandipidaja' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kp_pandipidaja: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pidaja_isikuliik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pidaja_nimi', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pidaja_kood', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pidaja_riik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pidaja_riik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pidaja_asukoht_ehak', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pidaja_asukoht_ehak_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'pidaja_murdosa', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kp_markused: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kp_markus' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kp_markus: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'veeru_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tyyp_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'sisu', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'algus_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lopp_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_dokumendid: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_dokument' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_dokument: {
    members: [
      { name: 'number', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'esitamise_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'dok_liik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'dok_liik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'aasta', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'notar_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'notar_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'piirkond_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'olek', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'olek_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_maarused: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_maarus' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_maarus: {
    members: [
      { name: 'maaruse_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'maaruse_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'maaruse_liik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'maaruse_liik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'maaruse_olek', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'maaruse_olek_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'joustumise_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'joust_olek', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'joust_olek_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'lisatahtaeg', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kandeliik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kandeliik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_registrikaardid: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_registrikaart' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_registrikaart: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_piirkond', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kaardi_tyyp', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kanded', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'detailandmed_v6_kanded' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kanded: {
    members: [
      { name: 'item', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: true, nillable: false, type: 'detailandmed_v6_kanne' },
    ],
    attributes: [],
    text: false,
  },
  detailandmed_v6_kanne: {
    members: [
      { name: 'kirje_id', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_nr', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kande_kpv', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kandeliik', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'kandeliik_tekstina', namespace: 'http://arireg.x-road.eu/producer/', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const detailandmed_v2: Operation<Detailandmed_v2, Detailandmed_v2Response> = {
  serviceCode: 'detailandmed_v2',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'detailandmed_v2', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v2' }, types),
  response: bodyCodec({ name: 'detailandmed_v2Response', namespace: 'http://arireg.x-road.eu/producer/', optional: false, many: false, nillable: false, type: 'detailandmed_v2Response' }, types),
};
