import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const kirst = (response: string) =>
  `<k:kindlustatusResponse xmlns:k="http://kirst.x-road.eu"><request><isikukood>${SUBJECT}</isikukood></request><response>${response}</response></k:kindlustatusResponse>`;

export const tervisekassaBodies: BodiesByType = {
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
