import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const DTO = 'xmlns:d="http://schemas.datacontract.org/2004/07/KinnistuService.DTO"';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const answer = (operation: string, content: string) =>
  `<k:${operation}Response xmlns:k="http://kr.x-road.eu" ${DTO} ${XSI}>${content}</k:${operation}Response>`;

const owner = (code: string) =>
  `<d:isikud><d:KinnistuIsik><d:eesnimi>${CANARY}</d:eesnimi><d:isiku_koodid><d:Isiku_kood><d:r_kood>${code}</d:r_kood><d:r_riik>EST</d:r_riik></d:Isiku_kood></d:isiku_koodid><d:nimi>${CANARY}</d:nimi></d:KinnistuIsik></d:isikud>`;
const share = (code: string) =>
  `<d:Omand>${owner(code)}<d:lugeja>1</d:lugeja><d:nimetaja>2</d:nimetaja><d:omandi_liik xsi:nil="true"/></d:Omand>`;
const PARCELS = `<d:katastriyksused><d:KinnistuKatastriyksus><d:aadressobjekt xsi:nil="true"/><d:katastritunnus>56701:001:0001</d:katastritunnus><d:katastriyksuse_aadress>Tallinna tn 1</d:katastriyksuse_aadress><d:pindala>1200</d:pindala><d:pindala_yhik>m2</d:pindala_yhik><d:plaanialusel xsi:nil="true"/><d:sihtotstarbed><d:Sihtotstarve><d:jrk>1</d:jrk><d:protsent>100</d:protsent><d:sihtotstarve>001</d:sihtotstarve><d:sihtotstarve_tekst>Elamumaa</d:sihtotstarve_tekst></d:Sihtotstarve></d:sihtotstarbed></d:KinnistuKatastriyksus></d:katastriyksused>`;
const simple = (total: number, parts: string, notice: string) =>
  answer(
    'Kinnistu_Lihtandmed',
    `<k:kirjete_arv_kokku>${total}</k:kirjete_arv_kokku><k:kirjete_arv_paringus>1</k:kirjete_arv_paringus><k:kood>0</k:kood><k:lehekylje_nr>1</k:lehekylje_nr><k:omandid xsi:nil="true"/><k:registriosad>${parts}</k:registriosad><k:teade>${notice}</k:teade>`,
  );
const part = (...owners: string[]) =>
  `<d:KinnistuRegistriosa><d:digitaalne_toimik>${CANARY}</d:digitaalne_toimik><d:jaoskond_voi_osakond>${CANARY}</d:jaoskond_voi_osakond>${PARCELS}<d:kinnistu_kehtivus>K</d:kinnistu_kehtivus><d:kinnistu_liik>2</d:kinnistu_liik><d:kinnistu_liik_tekst>Korteriomand</d:kinnistu_liik_tekst><d:kinnistu_nimi xsi:nil="true"/><d:kinnistu_number>1234567</d:kinnistu_number><d:omandid>${owners.map(share).join('')}</d:omandid></d:KinnistuRegistriosa>`;

const detailed = (number: string, code: string, notice: string) =>
  answer(
    'Kinnistu_Detailandmed',
    `<k:detailandmed><d:digitaalne_toimik>${CANARY}</d:digitaalne_toimik><d:kinnistu_liik_tekst>Korteriomand</d:kinnistu_liik_tekst><d:registriosa_nr>${number}</d:registriosa_nr></k:detailandmed><k:jagu1><d:Jagu1><d:jao_nr>1</d:jao_nr>${PARCELS}</d:Jagu1></k:jagu1><k:jagu2><d:Jagu2><d:jao_nr>2</d:jao_nr><d:kande_tekst>${CANARY}</d:kande_tekst><d:omandiosad><d:Jagu2.Omandiosa>${owner(SUBJECT)}<d:omandiosa_lugeja>1</d:omandiosa_lugeja><d:omandiosa_nimetaja>2</d:omandiosa_nimetaja></d:Jagu2.Omandiosa><d:Jagu2.Omandiosa>${owner(ANOTHER)}<d:omandiosa_lugeja>3</d:omandiosa_lugeja><d:omandiosa_nimetaja>4</d:omandiosa_nimetaja></d:Jagu2.Omandiosa></d:omandiosad></d:Jagu2></k:jagu2><k:jagu3><d:Jagu3><d:jao_nr>3</d:jao_nr><d:kande_tekst>&lt;p&gt;Isiklik kasutusõigus &lt;script&gt;alert(1)&lt;/script&gt;isiku ${ANOTHER} kasuks&lt;/p&gt;</d:kande_tekst><d:oiguse_liik_tekst>Kasutusõigus</d:oiguse_liik_tekst></d:Jagu3></k:jagu3><k:jagu4/><k:kood>${code}</k:kood><k:teade>${notice}</k:teade>`,
  );

export const kinnistusraamatBodies: BodiesByType = {
  'LAND.PROPERTIES': {
    parameters: {},
    contract: 'kinnistusraamat.wsdl',
    real: 'kinnistusraamat/kinnistusraamatv6.wsdl',
    found: simple(1, part(SUBJECT, ANOTHER), 'OK'),
    notFound: simple(0, '', 'OK'),
    businessError: simple(0, '', 'Vale kasutajanimi'),
    another: simple(1, part(ANOTHER), 'OK'),
  },
  'LAND.PROPERTY': {
    parameters: { registerPart: '1234567' },
    contract: 'kinnistusraamat.wsdl',
    real: 'kinnistusraamat/kinnistusraamatv6.wsdl',
    found: detailed('1234567', '0', 'OK'),
    notFound: answer('Kinnistu_Detailandmed', '<k:detailandmed xsi:nil="true"/><k:kood>1</k:kood><k:teade>Registriosa ei leitud</k:teade>'),
    businessError: detailed('1234567', '3', 'Päringu õigus on piiratud'),
    another: detailed('7654321', '0', 'OK'),
  },
};

/** More properties than one page holds. */
export const MORE_PAGES = simple(51, part(SUBJECT), 'OK');
