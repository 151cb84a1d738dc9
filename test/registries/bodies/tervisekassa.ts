import { ANOTHER, type Bodies, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const kirst = (response: string) =>
  `<k:kindlustatusResponse xmlns:k="http://kirst.x-road.eu"><request><isikukood>${SUBJECT}</isikukood></request><response>${response}</response></k:kindlustatusResponse>`;

const entry = (what: string, about: string = SUBJECT) =>
  `<isik><isikukood>${about}</isikukood><perenimi>${CANARY}</perenimi></isik><aluse_algus>2026-10-01</aluse_algus><liik>39</liik><kindlustaja><kood>77000200</kood><nimi>${CANARY}</nimi></kindlustaja><tyyp>${what}</tyyp><kande_aeg>2026-11-23T12:00:00.000</kande_aeg>`;
const counts = (right: number, ignored: number, bad: number) =>
  `<ok_kannete_arv>${right}</ok_kannete_arv><info_kannete_arv>${ignored}</info_kannete_arv><pahade_kannete_arv>${bad}</pahade_kannete_arv>`;
const told = (what: string, code: string, text: string) =>
  `<item><kanne>${entry(what)}</kanne><viga_jada><item><tyyp>V</tyyp><element_name>isik</element_name><kood>${code}</kood><kirjeldus>${text}</kirjeldus></item></viga_jada></item>`;
const entered = (what: string, count: string, items: string, about: string = SUBJECT) =>
  `<k:kindlustusalusResponse xmlns:k="http://kirst.x-road.eu"><request><kanne_jada><item>${entry(what, about)}</item></kanne_jada></request><response><kood>0</kood><teade>Dokument on töödeldud</teade>${count}<kanne_jada>${items}</kanne_jada></response></k:kindlustusalusResponse>`;

/** One entry of a carer's insurance basis: entered, with a warning that names somebody; refused; echoed about somebody else. */
const entryBodies = (what: string, days: Readonly<Record<string, string>>): Bodies => ({
  parameters: { decisionNo: '2-4/17', since: '2026-10-01', ...days },
  fixed: { insuranceKind: '39', kindConfirmed: false, insurer: '77000200', enteredAt: '2026-11-23T12:00:00.000' },
  contract: 'tervisekassa.wsdl',
  real: 'tervisekassa/kirst.wsdl',
  found: entered(what, counts(1, 0, 0), told(what, '3001', `Isikul ${ANOTHER} on ka muu kindlustus`)),
  notFound: { none: 'an entry about nobody is a bad one, and refused' },
  businessError: entered(what, counts(0, 0, 1), told(what, '1001', `Isikut ${SUBJECT} ei leitud`)),
  another: entered(what, counts(1, 0, 0), '', ANOTHER),
});

export const tervisekassaBodies: BodiesByType = {
  'HK.CARER_INSURANCE.START': entryBodies('K', {}),
  'HK.CARER_INSURANCE.PAUSE': entryBodies('P', { from: '2026-11-01', until: '2026-11-30' }),
  'HK.CARER_INSURANCE.END': entryBodies('L', { until: '2026-12-31' }),
  'HK.CARER_INSURANCE.EXTENSION': entryBodies('I', { from: '2027-01-01', until: '2027-12-31' }),
  'HK.CARER_INSURANCE.EXTRAORDINARY_END': entryBodies('T', { until: '2026-11-30' }),
  'HK.INSURANCE_AND_GP': {
    parameters: {},
    contract: 'tervisekassa.wsdl',
    real: 'tervisekassa/kirst.wsdl',
    found: kirst(
      `<isik><isikukood>${SUBJECT}</isikukood><perenimi>${CANARY}</perenimi></isik><kindlustatus>true</kindlustatus><omadused><omadus>1</omadus></omadused><kindlustatud_kuni>2027-01-31</kindlustatud_kuni><perearsti_info><perearst><kood>10000018</kood><nimi>Dr Kask</nimi></perearst><telefon>+3725551234</telefon></perearsti_info>`,
    ),
    notFound: kirst(
      `<faultCode>1</faultCode><faultString>Isikut ei leitud</faultString><isik><isikukood>${SUBJECT}</isikukood></isik><kindlustatus>false</kindlustatus>`,
    ),
    businessError: kirst(
      `<faultCode>9</faultCode><faultString>Sisemine viga</faultString><isik><isikukood>${SUBJECT}</isikukood></isik><kindlustatus>false</kindlustatus>`,
    ),
    another: kirst(`<isik><isikukood>${ANOTHER}</isikukood></isik><kindlustatus>true</kindlustatus>`),
  },
};
