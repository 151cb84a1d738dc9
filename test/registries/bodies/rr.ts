import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const rr = (operation: string, response: string) =>
  `<p:${operation}Response xmlns:p="http://rr.x-road.eu/producer"><request><Isikukood>${SUBJECT}</Isikukood></request><response>${response}</response></p:${operation}Response>`;
/** Elements of these names with the same content: what is empty, and what the purpose does not need. */
const all = (names: readonly string[], content: string) => names.map((name) => `<${name}>${content}</${name}>`).join('');
const of = (members: Readonly<Record<string, string>>) =>
  Object.entries(members)
    .map(([name, content]) => `<${name}>${content}</${name}>`)
    .join('');
const search = (operation: string, request: string, response: string) =>
  `<p:${operation}Response xmlns:p="http://rr.x-road.eu/producer"><request>${request}</request><response>${response}</response></p:${operation}Response>`;

const empty = (...names: string[]) => names.map((name) => `<Isik.${name}></Isik.${name}>`).join('');
const canary = (...names: string[]) => names.map((name) => `<Isik.${name}>${CANARY}</Isik.${name}>`).join('');

const PERSON = `<Isik><Isik.Isikukood>${SUBJECT}</Isik.Isikukood><Isik.Eesnimi>MARI</Isik.Eesnimi><Isik.Perenimi>MAASIKAS</Isik.Perenimi><Isik.MuudEesnimed><Isik.MuudEesnimed.Meesnm>${CANARY}</Isik.MuudEesnimed.Meesnm></Isik.MuudEesnimed>${canary('Sugu')}<Isik.IsikuStaatus>ELUS</Isik.IsikuStaatus>${canary('IsikuStaatuseMuutumine', 'KirjeStaatus')}<Isik.Synniaeg>01.01.1971</Isik.Synniaeg>${empty('Surmaaeg')}${canary('SynniRiigiKd', 'SynniRiigiNm', 'IsikKoda')}<Isik.ValisriigiIsikukoodid/>${empty('SaabEestisse', 'LahkusEestist')}<Isik.SaabKOVi>3.05.2010</Isik.SaabKOVi>${canary('Elamisluba')}${empty('ElamisloaTahtaeg')}${canary('ViimatiPar', 'RiigiKd', 'RiigiNm', 'MaakonnaKd', 'MaakonnaNm')}<Isik.VallaKd>567</Isik.VallaKd>${canary('VallaNm', 'KylaKd', 'KylaNm', 'VaikekohaKd', 'VaikekohaNm', 'TanavaKd', 'TanavaNm', 'NimiKd', 'NimiNm', 'Majanr', 'Korternr')}<Isik.Aadress>Tallinna tn 1, Paide linn</Isik.Aadress>${canary('Postiindeks')}<Isik.ADS_ADR_ID>1</Isik.ADS_ADR_ID><Isik.ADS_OID>ME00</Isik.ADS_OID>${canary('ADS_KOODAADRESS')}<Isik.ADS_ADOB_ID>1</Isik.ADS_ADOB_ID>${canary('ElukohtLoodi', 'ElukohtMuudeti', 'SideRiigiKd', 'SideRiigiNm', 'SideMaakonnaKd', 'SideMaakonnaNm', 'SideVallaKd', 'SideVallaNm', 'SideKylaKd', 'SideKylaNm', 'SideVaikekohaKd', 'SideVaikekohaNm', 'SideTanavaKd', 'SideTanavaNm', 'SideNimiKd', 'SideNimiNm', 'SideMajanr', 'SideKorternr', 'SideAadress', 'SidePostiindeks')}<Isik.SideADS_ADR_ID>1</Isik.SideADS_ADR_ID>${canary('SideADS_OID', 'SideADS_KOODAADRESS')}<Isik.SideADS_ADOB_ID>1</Isik.SideADS_ADOB_ID></Isik>`;

const RELATION = `<Suhe><Suhe.Suhetyyp>LAPS</Suhe.Suhetyyp><Suhe.Staatus>KEHTIV</Suhe.Staatus><Suhe.Isikukood>50001010017</Suhe.Isikukood><Suhe.Eesnimi>JUKU</Suhe.Eesnimi><Suhe.Perenimi>MAASIKAS</Suhe.Perenimi><Suhe.AsutusNimi>${CANARY}</Suhe.AsutusNimi><Suhe.AsutusRegNumber></Suhe.AsutusRegNumber><Suhe.Alguskp>01.01.2000</Suhe.Alguskp><Suhe.Lopukp></Suhe.Lopukp><Suhe.IsikuIsikukood>${SUBJECT}</Suhe.IsikuIsikukood><Suhe.AlusDokKd>${CANARY}</Suhe.AlusDokKd><Suhe.LoppAlusDokKd></Suhe.LoppAlusDokKd><Suhe.Loodi></Suhe.Loodi><Suhe.Muudeti></Suhe.Muudeti></Suhe>`;

const rr456 = (code: string, text: string, person = '', relations = '') =>
  `<Veakood>${code}</Veakood><Veatekst>${text}</Veatekst><Isikud>${person}</Isikud><Dokumendid/><Suhted>${relations}</Suhted><Hooldusoigused/>`;
const rr84 = (code: string, text: string, relations = '') =>
  `<IsikuEesnimi>${CANARY}</IsikuEesnimi><IsikuPerenimi>${CANARY}</IsikuPerenimi><IsikuSugu></IsikuSugu><IsikuSynniaeg></IsikuSynniaeg><IsikuStaatus></IsikuStaatus><IsikuElukoht></IsikuElukoht><Veakood>${code}</Veakood><Veatekst>${text}</Veatekst><Suhted>${relations}</Suhted>`;

const HOME = ['MkKood', 'Maakond', 'ValdKood', 'Vald', 'AsulaKood', 'Asula', 'Tanav', 'Maja', 'Korter'];
const NATIONAL = ['KodakondsusKood', 'KodakondsusNimetus', 'EmakeelKood', 'EmakeelNimetus'];
const NAMES = all(['Isikupnimi', 'Isikuenimi'], CANARY);

const rr66 = (code: string, text: string, capacity = '0', subject = SUBJECT) =>
  `<Isikukood>${subject}</Isikukood>${NAMES}<SurmaKuup></SurmaKuup>${all([...NATIONAL, ...HOME], CANARY)}<EestkosteOn>${capacity}</EestkosteOn><ElamislubaOn>0</ElamislubaOn><ElamislubaTahtaeg></ElamislubaTahtaeg><Veakood>${code}</Veakood><Veatekst>${text}</Veatekst>`;

const place = (prefix: string, house: string) =>
  of({
    [`${prefix}MkKood`]: '',
    [`${prefix}Maakond`]: 'Järva maakond',
    [`${prefix}ValdKood`]: '567',
    [`${prefix}Vald`]: 'Paide linn',
    [`${prefix}AsulaKood`]: '',
    [`${prefix}Asula`]: '',
    [`${prefix}Tanav`]: 'Tallinna tn',
    [`${prefix}Maja`]: house,
    [`${prefix}Korter`]: '3',
  });
const rr407 = (code: string, text: string, subject = SUBJECT) =>
  `<Isikukood>${subject}</Isikukood>${NAMES}<SurmaKuup></SurmaKuup>${all(NATIONAL, CANARY)}<RiikKood>233</RiikKood><Riik>EESTI</Riik>${place('', '1')}<EndineRiikKood></EndineRiikKood><EndineRiik></EndineRiik>${place('Endine', '2')}<EndineElukohtAlgus>01.02.2001</EndineElukohtAlgus><EndineElukohtLopp>3.05.2010</EndineElukohtLopp><EestkosteOn>2</EestkosteOn><ElamislubaOn>0</ElamislubaOn><Veakood>${code}</Veakood><Veatekst>${text}</Veatekst>`;

const RELATED = of({
  'Suhe.Suhtetyyp': 'LAPS',
  'Suhe.sIsikukood': ANOTHER,
  'Suhe.sPerenimi': 'MAASIKAS',
  'Suhe.sEesnimi': 'JUKU',
  'Suhe.sIsikuElukoht': CANARY,
  'Suhe.sIsikuStaatus': CANARY,
  'Suhe.SuhStaatus': CANARY,
});
const RIGHT = of({
  'Hooldusoigused.hoRoll': 'VANEM',
  'Hooldusoigused.hoLiik': 'H10',
  'Hooldusoigused.hoSisu': '',
  'Hooldusoigused.hoTeineIK': ANOTHER,
  'Hooldusoigused.hoTeineEesnimi': CANARY,
  'Hooldusoigused.hoTeinePerenimi': CANARY,
  'Hooldusoigused.hoOlekStat': CANARY,
  'Hooldusoigused.hoAlgus': '01.01.2000',
  'Hooldusoigused.hoLopp': '',
  'Hooldusoigused.hoPrimIsik': CANARY,
});
const rr414 = (code: string, text: string, relations = '', rights = '') =>
  `<XTeeVeaTeade></XTeeVeaTeade>${all(['IsikuEesnimi', 'IsikuPerenimi', 'IsikuSugu', 'IsikuSynniaeg', 'IsikuStaatus', 'IsikuElukoht'], CANARY)}<Veakood>${code}</Veakood><Veatekst>${text}</Veatekst><Suhted>${relations}</Suhted><Hooldusoigus>${rights}</Hooldusoigus>`;

const rr465 = (response: string, subject = SUBJECT) =>
  search('RR465isikuHooldusoigused', `<Isikukood>${subject}</Isikukood><Roll>VANEM</Roll><pohjus>4</pohjus>`, response);
const OTHER_SIDE = of({
  'Hooldusoigused.Teineisikukood': ANOTHER,
  'Hooldusoigused.Teinesynniaeg': CANARY,
  'Hooldusoigused.TeinePerenimi': 'MAASIKAS',
  'Hooldusoigused.TeineEesnimi': 'JUKU',
  'Hooldusoigused.Liik': 'H20',
  'Hooldusoigused.Algus': '01.01.2000',
  'Hooldusoigused.Lopp': '',
  'Hooldusoigused.Olek': 'H1',
  'Hooldusoigused.Sisu': CANARY,
});

const PARENT = of({
  'Suhe.Suhtetyyp': 'EMA',
  'Suhe.Isikukood': ANOTHER,
  'Suhe.Perenimi': 'MAASIKAS',
  'Suhe.Eesnimi': 'MARI',
  'Suhe.IsikuStaatus': 'ELUS',
  'Suhe.IsikuTeovoime': '',
  'Suhe.Alguskp': '01.01.1971',
});
const rr86 = (code: string, text: string, relations = '', subject = SUBJECT) =>
  `<IsikuIsikukood>${subject}</IsikuIsikukood>${all(['IsikuEesnimi', 'IsikuPerenimi', 'IsikuStaatus', 'IsikuTeovoime'], CANARY)}<Veakood>${code}</Veakood><Veatekst>${text}</Veatekst><Dokumendid/><Suhted>${relations}</Suhted>`;

const rr41 = (response: string) => search('RR41isikPohiandmed', '<isikuperenimi>MAASIKAS</isikuperenimi><mitu>50</mitu>', response);
const rr42 = (response: string) => search('RR42isikAadressKood', '<vald>567</vald>', response);
const rr96 = (response: string) =>
  search(
    'RR96IsikDokElukSuhe',
    '<Isikukood>4710101</Isikukood><Isikueesnimi>M*</Isikueesnimi><Isikuperenimi>M*</Isikuperenimi><VastusteArv>50</VastusteArv>',
    response,
  );
const PERSON_BEFORE = ['Sugu'];
const PERSON_AFTER = [
  ...['Kodakondsuskood', 'Kodakondsustekstina', 'Synnikoht', 'Perekonnaseis', 'ElukRegpe', 'Teovoime', 'KirjeStaatus', 'SaabEestisse'],
  ...['ViimatiPar', 'IsikuSeisund', 'Andmed', 'Emakeel', 'Rahvus', 'Haridus', 'EKRIIK', 'EKmaakond', 'EKvald', 'EKasula', 'Tegevusala'],
  ...['Amet', 'Eriala', 'Isanimi', 'KoviSaabus', 'Syriikkd', 'Syriiginimi', 'ElukAlates'],
];
const prefixed = (prefix: string, names: readonly string[]) => names.map((name) => `${prefix}.${name}`);
const IN_FULL = `<Isikud><Isikuandmed>${of({
  'Isikuandmed.Isikukood': SUBJECT,
  'Isikuandmed.Eesnimi': 'MARI',
  'Isikuandmed.Meesnm': CANARY,
  'Isikuandmed.Perenimi': 'MAASIKAS',
  'Isikuandmed.Mperenm': CANARY,
  'Isikuandmed.Synniperenimi': CANARY,
})}${all(prefixed('Isikuandmed', PERSON_BEFORE), CANARY)}${of({
  'Isikuandmed.IsikuStaatus': 'E',
  'Isikuandmed.Synniaeg': '01.01.1971',
  'Isikuandmed.Surmaaeg': '',
})}${all(prefixed('Isikuandmed', PERSON_AFTER), CANARY)}</Isikuandmed></Isikud><Dokumendid/><Suhted><Suhe>${of({
  'Suhe.Suhtetyyp': 'LAPS',
  'Suhe.Isikukood': CANARY,
  'Suhe.Perenimi': 'MAASIKAS',
  'Suhe.Eesnimi': 'JUKU',
})}${all(prefixed('Suhe', ['Isanimi', 'Eesti_aadress', 'Synnikoht', 'IsikuStaatus', 'Staatus', 'Alguskp', 'Lopukp']), CANARY)}<Suhe.IsikuIsikukood>${SUBJECT}</Suhe.IsikuIsikukood></Suhe></Suhted><Elukohad><Elukohaandmed>${all(
  prefixed('Elukohaandmed', [
    ...['Riigikood', 'Riiginimetus', 'MaakonnaKood', 'MaakonnaNimetus', 'VallaKood', 'VallaNimetus', 'KylaKood', 'KylaNimetus'],
    ...['Tanav', 'Majanr', 'Korterinr'],
  ]),
  CANARY,
)}${of({
  'Elukohaandmed.AadressTekstina': 'Tallinna tn 1, Paide linn',
  'Elukohaandmed.Postiindeks': CANARY,
  'Elukohaandmed.Algusekuup': '03.05.2010',
  'Elukohaandmed.Lopukuup': '',
  'Elukohaandmed.AadressiLiik': CANARY,
  'Elukohaandmed.IsikuIsikukood': SUBJECT,
})}</Elukohaandmed></Elukohad><Kontaktid/><Hooldusoigused/>`;

export const rrBodies: BodiesByType = {
  'RR.RESIDENCES_DOCS_RELATIONS': {
    parameters: {},
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr('RR456', rr456('0', '', PERSON, RELATION)),
    notFound: rr(
      'RR456',
      `<faultCode>10027</faultCode><faultString>Isik ${SUBJECT} puudub RRis. (10027)</faultString>${rr456('10027', '')}`,
    ),
    businessError: rr('RR456', rr456('500', 'Sisemine viga')),
    another: rr('RR456', rr456('0', '', PERSON.replace(SUBJECT, ANOTHER))),
  },
  'RR.RELATED_PERSONS': {
    parameters: {},
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
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
    another: rr('RR84IsikuSeosed', rr84('0', '')).replace(SUBJECT, ANOTHER),
  },
  'RR.GUARDIANSHIP': {
    parameters: {},
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr('RR66HMIsikEestk', rr66('0', 'Kanne on sooritatud.', '3')),
    notFound: rr('RR66HMIsikEestk', rr66('10027', `Isik ${SUBJECT} puudub RRis. (10027)`)),
    businessError: rr('RR66HMIsikEestk', rr66('500', 'Sisemine viga')),
    another: rr('RR66HMIsikEestk', rr66('0', '', '3', ANOTHER)),
  },
  'RR.CAPACITY_AND_RESIDENCES': {
    parameters: {},
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr('RR407HMIsikEestk', rr407('0', '')),
    notFound: rr('RR407HMIsikEestk', rr407('10027', 'Isik puudub RRis. (10027)')),
    businessError: rr('RR407HMIsikEestk', rr407('500', 'Sisemine viga')),
    another: rr('RR407HMIsikEestk', rr407('0', '', ANOTHER)),
  },
  'RR.CUSTODY': {
    parameters: { role: 'VANEM' },
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr465(`<Hooldusoigused><Hooldusoigus>${OTHER_SIDE}</Hooldusoigus></Hooldusoigused>`),
    notFound: rr465('<veatekst>Hooldusõigusi ei leitud</veatekst><Hooldusoigused/>'),
    businessError: rr465('<veatekst>Päringu õigus on piiratud</veatekst><Hooldusoigused/>'),
    another: rr465(`<Hooldusoigused><Hooldusoigus>${OTHER_SIDE}</Hooldusoigus></Hooldusoigused>`, ANOTHER),
  },
  'RR.RELATIONS_AND_CUSTODY': {
    parameters: {},
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr('RR414', rr414('0', '', `<Suhe>${RELATED}</Suhe>`, `<Hooldusoigused>${RIGHT}</Hooldusoigused>`)),
    notFound: rr('RR414', rr414('10027', 'Isik puudub RRis. (10027)')),
    businessError: rr('RR414', rr414('7', 'Viga')),
    another: rr('RR414', rr414('0', '')).replace(SUBJECT, ANOTHER),
  },
  'RR.PARENTS': {
    parameters: {},
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr('RR86LapseVanemad', rr86('0', '', `<Suhe>${PARENT}</Suhe>`)),
    notFound: rr('RR86LapseVanemad', rr86('10027', 'Isik puudub RRis. (10027)')),
    businessError: rr('RR86LapseVanemad', rr86('7', 'Viga')),
    another: rr('RR86LapseVanemad', rr86('0', '', `<Suhe>${PARENT}</Suhe>`, ANOTHER)),
  },
  'RR.LIVES_ALONE': {
    parameters: {},
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr('RR439isikAadrYksi', '<vastus>JAH</vastus>'),
    notFound: rr('RR439isikAadrYksi', '<vastus>Isik puudub RRis</vastus>'),
    businessError: rr('RR439isikAadrYksi', '<vastus>võib-olla</vastus>'),
    another: rr('RR439isikAadrYksi', '<vastus>JAH</vastus>').replace(SUBJECT, ANOTHER),
  },
  'RR.PERSON_SEARCH': {
    parameters: { lastName: 'MAASIKAS', codeBeginning: '4710101' },
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr41(
      `<veakood>0</veakood><veatekst></veatekst><isikud><isik>${of({
        'isik.Isikukood': SUBJECT,
        'isik.Perenimi': 'MAASIKAS',
        'isik.Eesnimi': 'MARI',
        'isik.Isanimi': CANARY,
        'isik.Eesti_aadress': 'Tallinna tn 1, Paide linn',
        'isik.Staatus': 'E',
      })}</isik></isikud>`,
    ),
    notFound: rr41('<veakood>0</veakood><veatekst></veatekst><isikud/>'),
    businessError: rr41('<veakood>12</veakood><veatekst>Liiga palju vastuseid</veatekst><isikud/>'),
    another: { none: 'a search is about whomever it finds' },
  },
  'RR.ADDRESS_RESIDENTS': {
    parameters: { municipality: '0567', street: 'Tallinna tn', house: '1' },
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr42(
      `<veakood>0</veakood><isikud><isik>${of({
        'isik.Isikukood': SUBJECT,
        'isik.Perekonnanimi': 'MAASIKAS',
        'isik.Eesnimi': 'MARI',
        'isik.Isanimi': CANARY,
        'isik.Elukoha_aadress': 'Tallinna tn 1, Paide linn',
        'isik.Staatus': 'E',
      })}</isik></isikud>`,
    ),
    notFound: rr42('<isikud/>'),
    businessError: rr42('<veakood>12</veakood><veatekst>Viga</veatekst><isikud/>'),
    another: { none: 'a search is about whomever it finds' },
  },
  'RR.PEOPLE_IN_FULL': {
    parameters: { codeBeginning: '4710101', lastName: 'MAASIKAS', firstName: 'MARI' },
    contract: 'rr.wsdl',
    real: 'rr/rr.wsdl',
    found: rr96(IN_FULL),
    notFound: rr96('<Isikud/><Dokumendid/><Suhted/><Elukohad/><Kontaktid/><Hooldusoigused/>'),
    businessError: rr96('<Veakood>12</Veakood><Isikud/><Dokumendid/><Suhted/><Elukohad/><Kontaktid/><Hooldusoigused/>'),
    another: { none: 'a search is about whomever it finds' },
  },
};
