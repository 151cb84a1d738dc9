import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const decisions = (content: string) =>
  `<c:LapseeaKohtulahendidResponse xmlns:c="http://kohus.x-road.eu">${content}</c:LapseeaKohtulahendidResponse>`;
const listed = (list: string, subject = SUBJECT) => decisions(`<isikukood>${subject}</isikukood><lahendid>${list}</lahendid>`);
const decision = (matter: string, number: string, court = 'Harju Maakohus') =>
  `<lahend><kohtuasjaNr>${number}</kohtuasjaNr><kohus>${court}</kohus><lahendiLiik>MAARUS</lahendiLiik><lahendiKpv>1985-03-04</lahendiKpv><joustumiseKpv>1985-03-20</joustumiseKpv><valdkond>${matter}</valdkond><sisu>H10</sisu><oigustatu><isikukood>${ANOTHER}</isikukood><nimi>MARI MAASIKAS</nimi></oigustatu><algus>1985-03-04</algus><ecli>${CANARY}</ecli></lahend>`;
const CUSTODY = decision('HOOLDUSOIGUS', '2-85-1234');
const ADOPTION = decision('LAPSENDAMINE', '2-85-4321');
const REFUSED = decisions('<faultCode>K-9</faultCode><faultString>Õigus puudub</faultString>');

export const kohusBodies: BodiesByType = {
  'COURT.CHILDHOOD_DECISIONS': {
    parameters: {},
    contract: 'kohus.wsdl',
    found: listed(CUSTODY + decision('LAPSENDAMINE', '2-85-4321', CANARY)),
    notFound: listed(ADOPTION),
    businessError: REFUSED,
    another: listed(CUSTODY, ANOTHER),
  },
  'COURT.ADOPTION_DECISIONS': {
    parameters: {},
    contract: 'kohus.wsdl',
    found: listed(ADOPTION + decision('HOOLDUSOIGUS', '2-85-1234', CANARY)),
    notFound: listed(CUSTODY),
    businessError: REFUSED,
    another: listed(ADOPTION, ANOTHER),
  },
};

/** A fault whose code is empty. */
export const FAULT_WITHOUT_CODE = decisions('<faultCode></faultCode><faultString>Õigus puudub</faultString>');
