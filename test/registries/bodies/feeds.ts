import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realAddressChanges } from '../../conformance/ads-contract.ts';
import { shared } from '../../shared.ts';
import { CANARY, SUBJECT } from './body.ts';

/** What a feed of changes may answer. */
export interface FeedBodies {
  readonly contract: string;
  /** The real contract, where it is at hand. */
  readonly real: () => string | undefined;
  /** From where on it is asked. */
  readonly cursor: string;
  /** With one change, */
  readonly changes: string;
  /** with none, */
  readonly nothing: string;
  /** and refused. */
  readonly refusal: string;
}

/** Members of a death's entry. */
const DEATH = 'Isikukood Perenimi Eesnimi Surmakuup sdliik sdnumber sdkuup sdasutus kmadliik kmadnumber kmadkuup kmadasutus'.split(' ');
const REQUESTS = {
  RR67_muutus:
    '<cAlgKpv>23.11.2026</cAlgKpv><cAlgKell>11:00:00</cAlgKell><cLoppKpv>23.11.2026</cLoppKpv><cLoppKell>11:59:45</cLoppKell><cMuutused>1</cMuutused>',
  RR50SurnudIsikuteLeidmine: '<Kuupaev>22.11.2026</Kuupaev>',
} as const;

/** An answer of the population register's, with what stands in its response. */
export function rrAnswer(service: keyof typeof REQUESTS, response: string): string {
  return `<p:${service}Response xmlns:p="http://rr.x-road.eu/producer"><request>${REQUESTS[service]}</request><response>${response}</response></p:${service}Response>`;
}

/** Whoever has changed, by code and, where they have another now, that one. */
export function changed(code: string, newer = ''): string {
  return `<ttKoodid><ttKoodid.cIsikukood>${code}</ttKoodid.cIsikukood><ttKoodid.cUusKood>${newer}</ttKoodid.cUusKood></ttKoodid>`;
}

/** Whoever has died, with more than is read. */
export function dead(code: string): string {
  return `<item>${DEATH.map((name) => `<surnu.${name}>${name === 'Isikukood' ? code : CANARY}</surnu.${name}>`).join('')}</item>`;
}

const FAULT = '<faultCode>10005</faultCode><faultString>Õigused puuduvad</faultString>';
const ads = (content: string) => `<m:ADSaadrmuudatusedResponse xmlns:m="http://www.maaamet.ee">${content}</m:ADSaadrmuudatusedResponse>`;
const rr = {
  contract: 'rr.wsdl',
  real() {
    const file = join(shared, 'registries/wsdl/trimmed/rr.wsdl');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  },
};

export const FEED_BODIES: Readonly<Record<string, FeedBodies>> = {
  'RR.CHANGE_NOTICES': {
    ...rr,
    cursor: '2026-11-23T09:00:00Z',
    changes: rrAnswer('RR67_muutus', `<ttKood>${changed(SUBJECT)}</ttKood>`),
    nothing: rrAnswer('RR67_muutus', '<ttKood/>'),
    refusal: rrAnswer('RR67_muutus', `${FAULT}<ttKood/>`),
  },
  'RR.DEATHS': {
    ...rr,
    cursor: '2026-11-22',
    changes: rrAnswer('RR50SurnudIsikuteLeidmine', `<surnu>${dead(SUBJECT)}</surnu>`),
    nothing: rrAnswer('RR50SurnudIsikuteLeidmine', '<surnu/>'),
    refusal: rrAnswer('RR50SurnudIsikuteLeidmine', `${FAULT}<surnu/>`),
  },
  'ADS.ADDRESS_CHANGES': {
    contract: 'ads.wsdl',
    real: () => (existsSync(join(shared, 'registries/wsdl')) ? realAddressChanges() : undefined),
    cursor: '2026-11-14/9829001',
    changes: ads(
      '<muudatused><muudatus><logId>9829002</logId><logStamp>2026-11-20T09:15:00</logStamp><syndmus>U</syndmus><koodAadress>37784</koodAadress><adrId>3000001</adrId><taisAadress>Vana-Tallinna tn 1, Paide linn</taisAadress><vanaAdrId>2000001</vanaAdrId><vanaTaisAadress>Tallinna tn 1</vanaTaisAadress><poleSeotud>false</poleSeotud></muudatus></muudatused>',
    ),
    nothing: ads(''),
    refusal: ads('<fault><faultCode>1</faultCode><faultString>Päring on vigane</faultString></fault>'),
  },
};
