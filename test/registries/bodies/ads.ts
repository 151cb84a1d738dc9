import { type BodiesByType, CANARY } from './body.ts';

const normal = (content: string) => `<m:ADSnormalResponse xmlns:m="http://www.maaamet.ee">${content}</m:ADSnormalResponse>`;

export const adsBodies: BodiesByType = {
  'ADS.NORMALISE': {
    parameters: { text: 'Tallinna tn 1, Paide' },
    contract: 'ads.wsdl',
    found: normal(
      `<normalTulem>1</normalTulem><taisAadress>Tallinna tn 1, Paide linn, Järva maakond</taisAadress><optiAadress>${CANARY}</optiAadress><lahiAadress>Tallinna tn 1</lahiAadress><aadressid><aadress><adrId>2123456</adrId><koodaadress>37784</koodaadress><punktX>1</punktX></aadress></aadressid>`,
    ),
    notFound: normal('<normalTulem>0</normalTulem><teade>Aadressi ei leitud</teade><lahiAadress></lahiAadress>'),
    businessError: { none: 'the service has a teade alone, which is also how it says that there is nothing' },
    another: { none: 'an address is nobody’s' },
  },
};
