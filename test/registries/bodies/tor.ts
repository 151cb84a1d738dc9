import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const torik = (response: string) =>
  `<t:TORIKResponse xmlns:t="http://emta-v6.x-road.eu"><request><paringu_liik>A</paringu_liik><isikukoodid>${SUBJECT}</isikukoodid></request><response>${response}</response></t:TORIKResponse>`;
const row = (subject: string) =>
  `<kanne><toot_id>1</toot_id><isikukood>${subject}</isikukood><perenimi>${CANARY}</perenimi><ta_kood>10000018</ta_kood><ta_nimi>NÄIDIS OÜ</ta_nimi><tootamise_algus>2020-02-03</tootamise_algus><tootamise_liik_kood>11</tootamise_liik_kood><tootamise_liik_nimi>Tööleping</tootamise_liik_nimi><amet_nimi>${CANARY}</amet_nimi><koht>${CANARY}</koht><peatamiste_jada><peatamine><peat_id>1</peat_id><peat_algus>2024-01-01</peat_algus><peat_alus_kood>1</peat_alus_kood><peat_alus_nimi>Vanemapuhkus</peat_alus_nimi></peatamine></peatamiste_jada><kande_olek_kood>1</kande_olek_kood><kande_olek_nimi>${CANARY}</kande_olek_nimi><mta_markus>${CANARY}</mta_markus><sisestamise_aeg>2020-02-03T09:00:00</sisestamise_aeg><muutmise_aeg>2020-02-03T09:00:00</muutmise_aeg></kanne>`;
const rows = (found: number, listed: string) =>
  torik(`<kood>0</kood><leitud_kannete_arv>${found}</leitud_kannete_arv><kannete_jada>${listed}</kannete_jada>`);

export const torBodies: BodiesByType = {
  'TOR.EMPLOYMENT': {
    parameters: {},
    contract: 'tor.wsdl',
    real: 'tor/tor.wsdl',
    found: rows(1, row(SUBJECT)),
    notFound: rows(0, ''),
    businessError: torik('<faultCode>5</faultCode><faultString>Viga sisendis</faultString>'),
    another: rows(2, row(SUBJECT) + row(ANOTHER)),
  },
};

/** More rows than the register lists. */
export const CUT_OFF = rows(1_200, row(SUBJECT));

/** What the register says in place of rows, or of their number. */
export const withoutRows = torik;
