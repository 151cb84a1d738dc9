export { checkRestAnswer, type RestAnswer, type RestFault, traceOf } from './answer.ts';
export { exchangeRest, type RestEvidence, type RestExchangeOptions, type RestOutcome } from './exchange.ts';
export { type PreparedRestRequest, prepareRestRequest, type RestRequest } from './request.ts';
export { restRequestHashOf } from './request-hash.ts';
