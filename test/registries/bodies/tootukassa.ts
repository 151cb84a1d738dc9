import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const tkis = (operation: string, content: string) =>
  `<t:${operation}Response xmlns:t="http://tkis.x-road.eu">${content}</t:${operation}Response>`;

const workAbility = (subject: string) =>
  `<isikukood>${subject}</isikukood><hindamised><hindamine><taotluseKpv>2025-01-10</taotluseKpv><otsuseKpv>2025-02-01</otsuseKpv><algus>2025-02-01</algus><kestusAastat>5</kestusAastat><ulatus>OSALINE</ulatus><piirangud>Liikumine</piirangud></hindamine></hindamised><toetused><toetus><algus>2025-02-01</algus><summa>394.69</summa><peatatud>false</peatatud></toetus></toetused>`;

export const tootukassaBodies: BodiesByType = {
  'TTK.UNEMPLOYED_STATUS': {
    parameters: { from: '2026-10-01', to: '2026-10-31' },
    contract: 'tootukassa.wsdl',
    found: tkis(
      'STAR_arvelolek',
      `<isikukood>${SUBJECT}</isikukood><eesnimi>${CANARY}</eesnimi><perekonnanimi>${CANARY}</perekonnanimi><arvelolekud><arvelolek><liik>TOOTU</liik><algKpv>2026-03-01</algKpv></arvelolek></arvelolekud><tegevuskava><koostatud>2026-03-02</koostatud><kehtivKuni>2026-09-02</kehtivKuni></tegevuskava>`,
    ),
    notFound: tkis('STAR_arvelolek', '<faultCode>TK-404</faultCode><faultString>Isikut ei leitud</faultString>'),
    businessError: tkis('STAR_arvelolek', '<faultCode>TK-500</faultCode><faultString>Viga</faultString>'),
    another: tkis('STAR_arvelolek', `<isikukood>${ANOTHER}</isikukood><eesnimi>A</eesnimi><perekonnanimi>B</perekonnanimi><arvelolekud/>`),
  },
  'TTK.PAYMENTS': {
    parameters: { from: '2026-10-01', to: '2026-10-31' },
    contract: 'tootukassa.wsdl',
    found: tkis(
      'STAR_valjamaksed',
      '<valjamaksed><valjamakse><liikKood>TT</liikKood><liikNimetus>Töötutoetus</liikNimetus><maksmiseKpv>2026-10-15</maksmiseKpv><periood><algus>2026-10-01</algus><lopp>2026-10-31</lopp></periood><summaBruto>394.69</summaBruto><tulumaks>0.00</tulumaks><summaNeto>394.69</summaNeto><valuuta>EUR</valuuta></valjamakse></valjamaksed>',
    ),
    notFound: tkis('STAR_valjamaksed', '<valjamaksed/>'),
    businessError: tkis('STAR_valjamaksed', '<faultCode>TK-500</faultCode><faultString>Viga</faultString>'),
    another: { none: 'the answer does not say about whom it is' },
  },
  'TTK.WORK_ABILITY': {
    parameters: { asOf: '2026-11-01' },
    contract: 'tootukassa.wsdl',
    found: tkis('STAR_toovoime', workAbility(SUBJECT)),
    notFound: tkis('STAR_toovoime', `<isikukood>${SUBJECT}</isikukood><hindamised/><toetused/>`),
    businessError: tkis('STAR_toovoime', '<faultCode>TK-500</faultCode><faultString>Viga</faultString>'),
    another: tkis('STAR_toovoime', workAbility(ANOTHER)),
  },
};
