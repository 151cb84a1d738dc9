import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const pkr = (operation: string, paring: string, keha: string) =>
  `<p:${operation}Response xmlns:p="http://producers.pkr.xtee.riik.ee/producer/pkr"><paring><isikukood>${SUBJECT}</isikukood>${paring}</paring><keha>${keha}</keha></p:${operation}Response>`;

const AS_OF = '<seisu_kuup>2026-11-01</seisu_kuup>';
const IN_OCTOBER = '<algus_kuup>2026-10-01</algus_kuup><lopp_kuup>2026-10-31</lopp_kuup>';
const PLAN =
  '<rehapl_koost_aeg>01.02.2025</rehapl_koost_aeg><rehapl_kehtivus>1.02.2028</rehapl_kehtivus><rehapl_koostaja>Keskus</rehapl_koostaja>';
const CARE =
  '<hkteenus_jada><item><hkteenus_liik>Toetatud elamise teenus</hkteenus_liik><hkteenus_kuupa>01.02.2025</hkteenus_kuupa><hkteenus_kuupl></hkteenus_kuupl><hkteenus_osutaja>AS Kodu</hkteenus_osutaja></item></hkteenus_jada>';
const BENEFIT = `<lapse_isikukood>${SUBJECT}</lapse_isikukood><seisu_kuup>2026-10-31</seisu_kuup><lapsetoetus><taotleja_isikukood>${ANOTHER}</taotleja_isikukood><taotleja_nimi>JUKU MAASIKAS</taotleja_nimi><algus_kuup>01.01.2015</algus_kuup><lopp_kuup>2031-01-01</lopp_kuup></lapsetoetus>`;

export const skaisBodies: BodiesByType = {
  'SKA.PAYMENTS': {
    parameters: { month: '2026-10' },
    contract: 'skais.wsdl',
    real: 'skais/pkr.wsdl',
    found: pkr(
      'STAR1_TULUD',
      '<algus_kuup>2026-10-01</algus_kuup><lopp_kuup>2026-10-31</lopp_kuup>',
      `<valjamaksed_jada><item><valjamaksu_liik>TOETUS</valjamaksu_liik><valjamakse_saaja><kood>${CANARY}</kood><nimi>${CANARY}</nimi></valjamakse_saaja><maksmise_kuup>08.10.2026</maksmise_kuup><makstud_summa><summa>160,00</summa><tulumaks></tulumaks></makstud_summa><brutotulud_jada><item><lapse_isikukood>50001010017</lapse_isikukood><lapse_nimi>${CANARY}</lapse_nimi><toetuse_liigi_kood>01</toetuse_liigi_kood><toetuse_liik>Lapsetoetus</toetuse_liik><summa>80.00</summa></item></brutotulud_jada></item></valjamaksed_jada>`,
    ),
    notFound: pkr('STAR1_TULUD', '<algus_kuup>2026-10-01</algus_kuup><lopp_kuup>2026-10-31</lopp_kuup>', '<teade>Andmed puuduvad</teade>'),
    another: pkr('STAR1_TULUD', '<algus_kuup>2026-10-01</algus_kuup><lopp_kuup>2026-10-31</lopp_kuup>', '<valjamaksed_jada/>').replace(
      SUBJECT,
      ANOTHER,
    ),
    businessError: { none: 'the register refuses by a teade alone, which is also how it says that there is nothing' },
  },
  'SKA.DISABILITY_VALID': {
    parameters: { asOf: '2026-11-01' },
    contract: 'skais.wsdl',
    real: 'skais/pkr.wsdl',
    found: pkr(
      'STAR2_PUE_PTV',
      '<seisu_kuup>2026-11-01</seisu_kuup>',
      '<PUE_vastus><pue_liik>7</pue_liik><Liitpue_jada><item>4</item><item>5</item></Liitpue_jada><pue_raskusaste>R</pue_raskusaste><pue_algus>2024-01-01</pue_algus></PUE_vastus>',
    ),
    notFound: pkr('STAR2_PUE_PTV', '<seisu_kuup>2026-11-01</seisu_kuup>', '<teade>Kehtiv puue puudub</teade>'),
    businessError: { none: 'the register refuses by a teade alone, which is also how it says that there is nothing' },
    another: pkr('STAR2_PUE_PTV', '<seisu_kuup>2026-11-01</seisu_kuup>', '<PUE_vastus><pue_liik>4</pue_liik></PUE_vastus>').replace(
      SUBJECT,
      ANOTHER,
    ),
  },
  'SKA.REHABILITATION': {
    parameters: { asOf: '2026-11-01' },
    contract: 'skais.wsdl',
    real: 'skais/pkr.wsdl',
    found: pkr('STAR3_REHAPLAAN', AS_OF, PLAN),
    notFound: pkr('STAR3_REHAPLAAN', AS_OF, '<teade>Rehabilitatsiooniplaan puudub</teade>'),
    another: pkr('STAR3_REHAPLAAN', AS_OF, PLAN).replace(SUBJECT, ANOTHER),
    businessError: { none: 'the register refuses by a teade alone, which is also how it says that there is nothing' },
  },
  'SKA.SPECIAL_CARE': {
    parameters: { asOf: '2026-11-01' },
    contract: 'skais.wsdl',
    real: 'skais/pkr.wsdl',
    found: pkr('STAR4_HKTEENUS', AS_OF, CARE),
    notFound: pkr('STAR4_HKTEENUS', AS_OF, '<hkteenus_jada/>'),
    another: pkr('STAR4_HKTEENUS', AS_OF, CARE).replace(SUBJECT, ANOTHER),
    businessError: { none: 'the register refuses by a teade alone, which is also how it says that there is nothing' },
  },
  'SKA.CHILD_BENEFIT': {
    parameters: { month: '2026-10' },
    contract: 'skais.wsdl',
    real: 'skais/pkr.wsdl',
    found: pkr('STAR5_LAPSETOETUS', IN_OCTOBER, BENEFIT),
    notFound: pkr('STAR5_LAPSETOETUS', IN_OCTOBER, '<teade>Lapsetoetust ei ole määratud</teade>'),
    another: pkr('STAR5_LAPSETOETUS', IN_OCTOBER, BENEFIT.replace(SUBJECT, ANOTHER)),
    businessError: { none: 'the register refuses by a teade alone, which is also how it says that there is nothing' },
  },
};
