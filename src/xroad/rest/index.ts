export { checkRestAnswer, type RestAnswer, traceOf } from './answer.ts';
export { exchangeRest, type RestEvidence, type RestExchangeOptions, type RestOutcome } from './exchange.ts';
export { type RestFault, readRestFault, writeRestFault } from './fault.ts';
export { type HeaderValues, type ReceivedRestRequest, type RestHeader, readRestHeader, readRestRequest } from './received.ts';
export { type PreparedRestRequest, prepareRestRequest, type RestRequest } from './request.ts';
export { restRequestHashOf } from './request-hash.ts';
