export { checkRestAnswer, type RestAnswer, type RestFault, traceOf } from './answer.ts';
export { type PreparedRestRequest, prepareRestRequest, type RestRequest } from './request.ts';
export { restRequestHashOf } from './request-hash.ts';
