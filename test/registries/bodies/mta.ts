import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const tsd = (keha: string) =>
  `<t:kovTooandjadResponse xmlns:t="http://emta-v6.x-road.eu"><paring><isikukood>${SUBJECT}</isikukood><algkuup>10.2026</algkuup><loppkuup>10.2026</loppkuup></paring><keha><isik><isikukood>${SUBJECT}</isikukood><nimi>${CANARY}</nimi></isik>${keha}</keha></t:kovTooandjadResponse>`;

const business = (keha: string) =>
  `<t:kovEttevotjadResponse xmlns:t="http://emta-v6.x-road.eu"><paring><isikukood>${SUBJECT}</isikukood><aasta>2025</aasta></paring><keha><isik><isikukood>${SUBJECT}</isikukood><nimi>${CANARY}</nimi></isik>${keha}</keha></t:kovEttevotjadResponse>`;

export const mtaBodies: BodiesByType = {
  'EMTA.EMPLOYER_AND_HK_PAYMENTS': {
    parameters: { from: '2026-10', to: '2026-10' },
    contract: 'mta.wsdl',
    real: 'emta/tsd.wsdl',
    found: tsd(
      '<tooandjad><item><regnr>10000018</regnr><nimi>NÄIDIS OÜ</nimi><periood>10.2026</periood><vmLiigid>10</vmLiigid><vmSumma>1200.10</vmSumma><tmSumma>200.05</tmSumma><valuuta>EUR</valuuta></item></tooandjad>',
    ),
    notFound: tsd('<lisainfo>Andmeid ei leitud</lisainfo>'),
    another: tsd('<lisainfo>Andmeid ei leitud</lisainfo>').replaceAll(SUBJECT, ANOTHER),
    businessError: { none: 'the register has a lisainfo alone, which is also how it says that there is nothing' },
  },
  'EMTA.SELF_EMPLOYED': {
    parameters: { year: '2025' },
    contract: 'mta.wsdl',
    real: 'emta/tsd.wsdl',
    found: business('<avanss>100.00</avanss><etulu>5400.50</etulu><tulu71>12</tulu71><valuuta>EUR</valuuta>'),
    notFound: business('<lisainfo>Andmeid ei leitud</lisainfo>'),
    another: business('<etulu>5400.50</etulu>').replaceAll(SUBJECT, ANOTHER),
    businessError: { none: 'the register has a lisainfo alone, which is also how it says that there is nothing' },
  },
};
