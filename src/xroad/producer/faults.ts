import type { SoapFault } from '../fault.ts';

/**
 * Faults a producer finds by itself, beside those of the protocol, and what they say. `Client.` is the asker's mistake, `Server.` ours; never
 * `Server.ServerProxy.`, which is the security server's word (PR-MESS 2.5).
 */
export const PRODUCER_FAULTS = {
  'Client.UnknownService': 'This subsystem offers no such service.',
  'Client.UnknownServiceVersion': 'The service is not offered in this version.',
  'Client.AccessDenied': 'The subsystem has no right to use this service.',
  'Client.InvalidBody': 'The body is not the request element of this service.',
  'Client.SchemaMismatch': 'The request does not match the service description (WSDL).',
  'Client.InvalidHttpMethod': 'Only POST is answered.',
  'Client.InvalidContentType': 'A SOAP message comes as text/xml or multipart/related.',
  'Client.MessageTooLarge': 'The request is larger than is allowed.',
  'Client.RequestTimeout': 'The request did not arrive in time, or not whole.',
  'Server.Unavailable': 'The service cannot answer at the moment.',
  'Server.InternalError': 'The service failed.',
} as const;

export type ProducerFaultCode = keyof typeof PRODUCER_FAULTS;

/** @param detail for the asker's developer: elements and rules, never a value */
export function producerFault(code: ProducerFaultCode, detail?: string): SoapFault {
  return { code, text: PRODUCER_FAULTS[code], ...(detail === undefined ? {} : { detail }) };
}
