/** For each query type: bodies in the register's own way of speaking. Written by hand after the registers' interface descriptions. */
export interface Bodies {
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The contract of ours and the real one; none is public of Töötukassa. */
  readonly contract: string;
  readonly real?: string;
  readonly found: string;
  readonly notFound: string;
  readonly businessError?: string;
}

const SUBJECT = '47101010033';

/** Stands wherever the answer holds something that the purpose does not need. */
export const CANARY = 'ÜLEARUNE';

const rr = (operation: string, response: string) =>
  `<p:${operation}Response xmlns:p="http://rr.x-road.eu/producer"><request><Isikukood>${SUBJECT}</Isikukood></request><response>${response}</response></p:${operation}Response>`;
const pkr = (operation: string, paring: string, keha: string) =>
  `<p:${operation}Response xmlns:p="http://producers.pkr.xtee.riik.ee/producer/pkr"><paring><isikukood>${SUBJECT}</isikukood>${paring}</paring><keha>${keha}</keha></p:${operation}Response>`;
const kirst = (response: string) =>
  `<k:kindlustatusResponse xmlns:k="http://kirst.x-road.eu"><request><isikukood>${SUBJECT}</isikukood></request><response>${response}</response></k:kindlustatusResponse>`;
const tsd = (keha: string) =>
  `<t:kovTooandjadResponse xmlns:t="http://emta-v6.x-road.eu"><paring><isikukood>${SUBJECT}</isikukood><algkuup>10.2026</algkuup><loppkuup>10.2026</loppkuup></paring><keha><isik><isikukood>${SUBJECT}</isikukood><nimi>${CANARY}</nimi></isik>${keha}</keha></t:kovTooandjadResponse>`;
const tkis = (operation: string, content: string) =>
  `<t:${operation}Response xmlns:t="http://tkis.x-road.eu">${content}</t:${operation}Response>`;

const empty = (...names: string[]) => names.map((name) => `<Isik.${name}></Isik.${name}>`).join('');
const canary = (...names: string[]) => names.map((name) => `<Isik.${name}>${CANARY}</Isik.${name}>`).join('');

const PERSON = `<Isik><Isik.Isikukood>${SUBJECT}</Isik.Isikukood><Isik.Eesnimi>MARI</Isik.Eesnimi><Isik.Perenimi>MAASIKAS</Isik.Perenimi><Isik.MuudEesnimed><Isik.MuudEesnimed.Meesnm>${CANARY}</Isik.MuudEesnimed.Meesnm></Isik.MuudEesnimed>${canary('Sugu')}<Isik.IsikuStaatus>ELUS</Isik.IsikuStaatus>${canary('IsikuStaatuseMuutumine', 'KirjeStaatus')}<Isik.Synniaeg>01.01.1971</Isik.Synniaeg>${empty('Surmaaeg')}${canary('SynniRiigiKd', 'SynniRiigiNm', 'IsikKoda')}<Isik.ValisriigiIsikukoodid/>${empty('SaabEestisse', 'LahkusEestist')}<Isik.SaabKOVi>3.05.2010</Isik.SaabKOVi>${canary('Elamisluba')}${empty('ElamisloaTahtaeg')}${canary('ViimatiPar', 'RiigiKd', 'RiigiNm', 'MaakonnaKd', 'MaakonnaNm')}<Isik.VallaKd>567</Isik.VallaKd>${canary('VallaNm', 'KylaKd', 'KylaNm', 'VaikekohaKd', 'VaikekohaNm', 'TanavaKd', 'TanavaNm', 'NimiKd', 'NimiNm', 'Majanr', 'Korternr')}<Isik.Aadress>Tallinna tn 1, Paide linn</Isik.Aadress>${canary('Postiindeks')}<Isik.ADS_ADR_ID>1</Isik.ADS_ADR_ID><Isik.ADS_OID>ME00</Isik.ADS_OID>${canary('ADS_KOODAADRESS')}<Isik.ADS_ADOB_ID>1</Isik.ADS_ADOB_ID>${canary('ElukohtLoodi', 'ElukohtMuudeti', 'SideRiigiKd', 'SideRiigiNm', 'SideMaakonnaKd', 'SideMaakonnaNm', 'SideVallaKd', 'SideVallaNm', 'SideKylaKd', 'SideKylaNm', 'SideVaikekohaKd', 'SideVaikekohaNm', 'SideTanavaKd', 'SideTanavaNm', 'SideNimiKd', 'SideNimiNm', 'SideMajanr', 'SideKorternr', 'SideAadress', 'SidePostiindeks')}<Isik.SideADS_ADR_ID>1</Isik.SideADS_ADR_ID>${canary('SideADS_OID', 'SideADS_KOODAADRESS')}<Isik.SideADS_ADOB_ID>1</Isik.SideADS_ADOB_ID></Isik>`;

const RELATION = `<Suhe><Suhe.Suhetyyp>LAPS</Suhe.Suhetyyp><Suhe.Staatus>KEHTIV</Suhe.Staatus><Suhe.Isikukood>50001010017</Suhe.Isikukood><Suhe.Eesnimi>JUKU</Suhe.Eesnimi><Suhe.Perenimi>MAASIKAS</Suhe.Perenimi><Suhe.AsutusNimi>${CANARY}</Suhe.AsutusNimi><Suhe.AsutusRegNumber></Suhe.AsutusRegNumber><Suhe.Alguskp>01.01.2000</Suhe.Alguskp><Suhe.Lopukp></Suhe.Lopukp><Suhe.IsikuIsikukood>${SUBJECT}</Suhe.IsikuIsikukood><Suhe.AlusDokKd>${CANARY}</Suhe.AlusDokKd><Suhe.LoppAlusDokKd></Suhe.LoppAlusDokKd><Suhe.Loodi></Suhe.Loodi><Suhe.Muudeti></Suhe.Muudeti></Suhe>`;

const rr456 = (code: string, text: string, person = '', relations = '') =>
  `<Veakood>${code}</Veakood><Veatekst>${text}</Veatekst><Isikud>${person}</Isikud><Dokumendid/><Suhted>${relations}</Suhted><Hooldusoigused/>`;
const rr84 = (code: string, text: string, relations = '') =>
  `<IsikuEesnimi>${CANARY}</IsikuEesnimi><IsikuPerenimi>${CANARY}</IsikuPerenimi><IsikuSugu></IsikuSugu><IsikuSynniaeg></IsikuSynniaeg><IsikuStaatus></IsikuStaatus><IsikuElukoht></IsikuElukoht><Veakood>${code}</Veakood><Veatekst>${text}</Veatekst><Suhted>${relations}</Suhted>`;

export const BODIES: Readonly<Record<string, Bodies>> = {
  'RR.RESIDENCES_DOCS_RELATIONS': {
    parameters: {},
    contract: 'rr',
    real: 'rr',
    found: rr('RR456', rr456('0', '', PERSON, RELATION)),
    notFound: rr(
      'RR456',
      `<faultCode>10027</faultCode><faultString>Isik ${SUBJECT} puudub RRis. (10027)</faultString>${rr456('10027', '')}`,
    ),
    businessError: rr('RR456', rr456('500', 'Sisemine viga')),
  },
  'RR.RELATED_PERSONS': {
    parameters: {},
    contract: 'rr',
    real: 'rr',
    found: rr(
      'RR84IsikuSeosed',
      rr84(
        '0',
        '',
        '<Suhe><Suhe.Suhtetyyp>EMA</Suhe.Suhtetyyp><Suhe.sIsikukood>47101010033</Suhe.sIsikukood><Suhe.sPerenimi>MAASIKAS</Suhe.sPerenimi><Suhe.sEesnimi>MARI</Suhe.sEesnimi><Suhe.sIsikuElukoht></Suhe.sIsikuElukoht><Suhe.sIsikuStaatus>ELUS</Suhe.sIsikuStaatus><Suhe.SuhStaatus>KEHTIV</Suhe.SuhStaatus></Suhe>',
      ),
    ),
    notFound: rr('RR84IsikuSeosed', rr84('10027', 'Isik puudub RRis. (10027)')),
    businessError: rr('RR84IsikuSeosed', rr84('7', 'Viga')),
  },
  'SKA.PAYMENTS': {
    parameters: { month: '2026-10' },
    contract: 'skais',
    real: 'pkr',
    found: pkr(
      'STAR1_TULUD',
      '<algus_kuup>2026-10-01</algus_kuup><lopp_kuup>2026-10-31</lopp_kuup>',
      `<valjamaksed_jada><item><valjamaksu_liik>TOETUS</valjamaksu_liik><valjamakse_saaja><kood>${CANARY}</kood><nimi>${CANARY}</nimi></valjamakse_saaja><maksmise_kuup>08.10.2026</maksmise_kuup><makstud_summa><summa>160,00</summa><tulumaks></tulumaks></makstud_summa><brutotulud_jada><item><lapse_isikukood>50001010017</lapse_isikukood><lapse_nimi>${CANARY}</lapse_nimi><toetuse_liigi_kood>01</toetuse_liigi_kood><toetuse_liik>Lapsetoetus</toetuse_liik><summa>80.00</summa></item></brutotulud_jada></item></valjamaksed_jada>`,
    ),
    notFound: pkr('STAR1_TULUD', '<algus_kuup>2026-10-01</algus_kuup><lopp_kuup>2026-10-31</lopp_kuup>', '<teade>Andmed puuduvad</teade>'),
  },
  'SKA.DISABILITY_VALID': {
    parameters: { asOf: '2026-11-01' },
    contract: 'skais',
    real: 'pkr',
    found: pkr(
      'STAR2_PUE_PTV',
      '<seisu_kuup>2026-11-01</seisu_kuup>',
      '<PUE_vastus><pue_liik>7</pue_liik><Liitpue_jada><item>4</item><item>5</item></Liitpue_jada><pue_raskusaste>R</pue_raskusaste><pue_algus>2024-01-01</pue_algus></PUE_vastus>',
    ),
    notFound: pkr('STAR2_PUE_PTV', '<seisu_kuup>2026-11-01</seisu_kuup>', '<teade>Kehtiv puue puudub</teade>'),
  },
  'EMTA.EMPLOYER_AND_HK_PAYMENTS': {
    parameters: { from: '2026-10', to: '2026-10' },
    contract: 'mta',
    real: 'tsd',
    found: tsd(
      '<tooandjad><item><regnr>10000018</regnr><nimi>NÄIDIS OÜ</nimi><periood>10.2026</periood><vmLiigid>10</vmLiigid><vmSumma>1200.10</vmSumma><tmSumma>200.05</tmSumma><valuuta>EUR</valuuta></item></tooandjad>',
    ),
    notFound: tsd('<lisainfo>Andmeid ei leitud</lisainfo>'),
  },
  'HK.INSURANCE_AND_GP': {
    parameters: {},
    contract: 'tervisekassa',
    real: 'kirst',
    found: kirst(
      `<isik><isikukood>${SUBJECT}</isikukood><perenimi>${CANARY}</perenimi></isik><kindlustatus>true</kindlustatus><omadused><omadus>1</omadus></omadused><kindlustatud_kuni>2027-01-31</kindlustatud_kuni><perearsti_info><perearst><kood>10000018</kood><nimi>Dr Kask</nimi></perearst><telefon>+3725551234</telefon></perearsti_info>`,
    ),
    notFound: kirst(
      `<faultCode>1</faultCode><faultString>Isikut ei leitud</faultString><isik><isikukood>${SUBJECT}</isikukood></isik><kindlustatus>false</kindlustatus>`,
    ),
    businessError: kirst(
      `<faultCode>9</faultCode><faultString>Sisemine viga</faultString><isik><isikukood>${SUBJECT}</isikukood></isik><kindlustatus>false</kindlustatus>`,
    ),
  },
  'TTK.UNEMPLOYED_STATUS': {
    parameters: { from: '2026-10-01', to: '2026-10-31' },
    contract: 'tootukassa',
    found: tkis(
      'STAR_arvelolek',
      `<isikukood>${SUBJECT}</isikukood><eesnimi>${CANARY}</eesnimi><perekonnanimi>${CANARY}</perekonnanimi><arvelolekud><arvelolek><liik>TOOTU</liik><algKpv>2026-03-01</algKpv></arvelolek></arvelolekud><tegevuskava><koostatud>2026-03-02</koostatud><kehtivKuni>2026-09-02</kehtivKuni></tegevuskava>`,
    ),
    notFound: tkis('STAR_arvelolek', '<faultCode>TK-404</faultCode><faultString>Isikut ei leitud</faultString>'),
    businessError: tkis('STAR_arvelolek', '<faultCode>TK-500</faultCode><faultString>Viga</faultString>'),
  },
  'TTK.PAYMENTS': {
    parameters: { from: '2026-10-01', to: '2026-10-31' },
    contract: 'tootukassa',
    found: tkis(
      'STAR_valjamaksed',
      '<valjamaksed><valjamakse><liikKood>TT</liikKood><liikNimetus>Töötutoetus</liikNimetus><maksmiseKpv>2026-10-15</maksmiseKpv><periood><algus>2026-10-01</algus><lopp>2026-10-31</lopp></periood><summaBruto>394.69</summaBruto><tulumaks>0.00</tulumaks><summaNeto>394.69</summaNeto><valuuta>EUR</valuuta></valjamakse></valjamaksed>',
    ),
    notFound: tkis('STAR_valjamaksed', '<valjamaksed/>'),
    businessError: tkis('STAR_valjamaksed', '<faultCode>TK-500</faultCode><faultString>Viga</faultString>'),
  },
};
