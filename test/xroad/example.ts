import { type PreparedRequest, prepareRequest, readRequest, SHA_512, writeResponse, type XRoadHeader } from '../../src/xroad/index.ts';

/** A header with everything that every message carries; synthetic throughout. */
export const header: XRoadHeader = {
  client: { xRoadInstance: 'ee-test', memberClass: 'GOV', memberCode: '70000001', subsystemCode: 'consumer' },
  service: {
    xRoadInstance: 'ee-test',
    memberClass: 'GOV',
    memberCode: '70000002',
    subsystemCode: 'producer',
    serviceCode: 'getState',
    serviceVersion: 'v1',
  },
  id: '0192f0c1-7c5e-7d34-9a1b-3c2f5d7e9a01',
  protocolVersion: '4.0',
  userId: 'EE60001019906',
  issue: 'M-2026-17',
};

export const BODY = '<s:getState xmlns:s="urn:state"><which>õ&amp;ä</which></s:getState>';
export const ANSWER = '<s:getStateResponse xmlns:s="urn:state"><state>1</state></s:getStateResponse>';
export const TEXT_XML = 'text/xml; charset=UTF-8';

export function prepared(body = BODY, fields: XRoadHeader = header): PreparedRequest {
  const result = prepareRequest(fields, body);
  if (!result.ok) throw new Error(result.error.text);
  return result.value;
}

/** What a producer answers, and with the hash what the consumer's security server hands on. */
export function answerTo(bytes: Uint8Array, hash: string | undefined, body = ANSWER): string {
  const request = readRequest({ method: 'POST', contentType: TEXT_XML, soapAction: '""', bytes });
  if (!request.ok) throw new Error(request.error.text);
  const answer = Buffer.from(writeResponse(request.value, body)).toString();
  if (hash === undefined) return answer;
  const wrapped = hash.replace(/(.{40})/g, '$1\n      ');
  return answer.replace('</xrd:id>', `</xrd:id><xrd:requestHash algorithmId="${SHA_512}">${wrapped}</xrd:requestHash>`);
}
