import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const CODE = '10000018';
const FLAGS = ['yandmed', 'iandmed', 'kandmed', 'dandmed', 'maarused'].map((flag) => `<a:${flag}>false</a:${flag}>`).join('');
const answer = (asked: string, found: number, items: string) =>
  `<a:detailandmed_v2Response xmlns:a="http://arireg.x-road.eu/producer/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a:paring>${asked}${FLAGS}</a:paring><a:keha><a:ettevotjad>${items}</a:ettevotjad><a:leitud_ettevotjate_arv>${found}</a:leitud_ettevotjate_arv></a:keha></a:detailandmed_v2Response>`;
const byPerson = (found: number, items: string, subject = SUBJECT) =>
  answer(`<a:fyysilise_isiku_kood>${subject}</a:fyysilise_isiku_kood>`, found, items);
const byCode = (found: number, items: string) => answer(`<a:ariregistri_kood>${CODE}</a:ariregistri_kood>`, found, items);

const onCard = (code: string, name: string) =>
  `<a:item><a:isiku_tyyp>F</a:isiku_tyyp><a:isiku_roll>JUHL</a:isiku_roll><a:isiku_roll_tekstina>Juhatuse liige</a:isiku_roll_tekstina><a:eesnimi>${name}</a:eesnimi><a:nimi_arinimi>${name}</a:nimi_arinimi><a:isikukood_registrikood>${code}</a:isikukood_registrikood><a:aadress_tanav_maja_korter>${CANARY}</a:aadress_tanav_maja_korter><a:algus_kpv>2020-02-03</a:algus_kpv><a:email>${CANARY}</a:email></a:item>`;
const besideCard = (code: string, name: string) =>
  `<a:item><a:isiku_roll>OSAN</a:isiku_roll><a:isiku_roll_tekstina>Osanik</a:isiku_roll_tekstina><a:eesnimi>${name}</a:eesnimi><a:nimi_arinimi>${name}</a:nimi_arinimi><a:isikukood_registrikood>${code}</a:isikukood_registrikood><a:osaluse_protsent>50.00</a:osaluse_protsent><a:algus_kpv>2020-02-03</a:algus_kpv></a:item>`;
const company = (card: string, beside: string, code = CODE) =>
  `<a:item><a:ariregistri_kood>${code}</a:ariregistri_kood><a:ettevotja_id>1</a:ettevotja_id><a:nimi>NÄIDIS OÜ</a:nimi><a:kmkr_number>${CANARY}</a:kmkr_number><a:yldandmed><a:staatus>R</a:staatus><a:asutatud_sissemakset_tegemata xsi:nil="true"/></a:yldandmed><a:isikuandmed><a:kaardile_kantud_isikud>${card}</a:kaardile_kantud_isikud><a:esindusoiguse_eritingimused><a:item><a:esinduse_tyyp>AINUESINDUS</a:esinduse_tyyp><a:esinduse_tyyp_tekstina>Igaüks esindab üksi</a:esinduse_tyyp_tekstina></a:item></a:esindusoiguse_eritingimused><a:kaardivalised_isikud>${beside}</a:kaardivalised_isikud><a:hooneyhistu_liikmed/></a:isikuandmed></a:item>`;

export const ariregisterBodies: BodiesByType = {
  'BUSINESS.HOLDINGS': {
    parameters: {},
    contract: 'ariregister.wsdl',
    found: byPerson(
      1,
      company(onCard(SUBJECT, CANARY) + onCard(ANOTHER, CANARY), besideCard(SUBJECT, CANARY) + besideCard(ANOTHER, CANARY)),
    ),
    notFound: byPerson(0, ''),
    businessError: { none: 'the service has no refusal in its body' },
    another: byPerson(1, company(onCard(ANOTHER, 'A'), '')),
  },
  'BUSINESS.COMPANY': {
    parameters: { registryCode: CODE },
    contract: 'ariregister.wsdl',
    found: byCode(1, company(onCard(ANOTHER, 'MARI'), besideCard(ANOTHER, CANARY))),
    notFound: byCode(0, ''),
    businessError: { none: 'the service has no refusal in its body' },
    another: byCode(1, company(onCard(ANOTHER, 'MARI'), '', '10000024')),
  },
};
