import { describe, expect, it } from 'vitest';
import {
  isMintableIdentifier,
  parseClientId,
  prepareRequest,
  readMessage,
  requestHashOf,
  type XRoadHeader,
} from '../../src/xroad/index.ts';
import { BODY, header, prepared, TEXT_XML } from './example.ts';

const everything: XRoadHeader = {
  ...header,
  securityServer: { xRoadInstance: 'ee-test', memberClass: 'GOV', memberCode: '70000002', serverCode: 'ss1' },
  representedParty: { partyClass: 'COM', partyCode: '12345678' },
  securityToken: { tokenType: 'urn:ietf:params:oauth:token-type:jwt', value: 'a.b&c<d>' },
  pdu: { reason: 'toetuse arvutamine', system: 'näidis', hidden: true },
};

function codeOf(fields: XRoadHeader, body = BODY): string {
  const result = prepareRequest(fields, body);
  return result.ok ? 'OK' : result.error.code;
}

describe('a prepared request', () => {
  it('is read back field by field, with every header element there is', () => {
    const read = readMessage(prepared(BODY, everything).bytes, TEXT_XML);
    expect(read.ok && read.value.kind === 'message' && read.value.header).toEqual(everything);
  });

  it('keeps blanks of texts and writes none of its own', () => {
    const fields = { ...header, client: { ...header.client, memberCode: ' 1 2 ' }, issue: ' x ' };
    const request = prepared(BODY, fields);
    const read = readMessage(request.bytes, TEXT_XML);
    expect(read.ok && read.value.kind === 'message' && read.value.header).toEqual(fields);
    expect(Buffer.from(request.bytes).toString()).not.toMatch(/>\s+<(?!SOAP-ENV:Envelope)/);
  });

  it('carries the hash of its own bytes and no requestHash', () => {
    const request = prepared();
    expect(request.requestHash).toBe(requestHashOf(request.bytes));
    expect(Buffer.from(request.bytes).toString()).not.toContain('requestHash');
  });

  it('writes identifiers in schema order', () => {
    const text = Buffer.from(prepared().bytes).toString();
    const order = [...text.matchAll(/<id:(\w+)>/g)].map((match) => match[1]);
    const member = ['xRoadInstance', 'memberClass', 'memberCode', 'subsystemCode'];
    expect(order).toEqual([...member, ...member, 'serviceCode', 'serviceVersion']);
  });

  it.each<[string, XRoadHeader, string]>([
    ['InvalidProtocolVersion', { ...header, protocolVersion: '5.0' }, BODY],
    ['InvalidClientIdentifier', { ...header, client: { ...header.client, memberCode: '' } }, BODY],
    ['InvalidClientIdentifier', { ...header, client: { ...header.client, memberCode: 'a/b' } }, BODY],
    ['MissingHeaderField', { ...header, id: '' }, BODY],
    ['InvalidXml', { ...header, id: 'a\u0000b' }, BODY],
    ['InvalidXml', { ...header, userId: 'EE1\r\nX: y' }, BODY],
    ['InvalidXml', { ...header, issue: '\uD800' }, BODY],
    ['InvalidXml', { ...header, issue: 'x'.repeat(1025) }, BODY],
    ['OK', { ...header, issue: 'x'.repeat(1024) }, BODY],
    ['InvalidXml', { ...header, service: { ...header.service, serviceVersion: 'v:1' } }, BODY],
    ['InconsistentHeaders', header, '<s:other xmlns:s="urn:state"/>'],
    ['InvalidMessage', header, '<getStateResponse/>'],
    ['OK', header, '<getStateRequest/>'],
    ['InvalidBody', header, ''],
    ['InvalidBody', header, 'getState'],
    ['InvalidBody', header, '<getState/><getState/>'],
    ['InvalidBody', header, '<getState/></SOAP-ENV:Body>'],
    ['InvalidBody', header, '<getState>'],
    ['InvalidBody', header, '<getState><p:x/></getState>'],
    ['InvalidBody', header, '<?xml version="1.0"?><getState/>'],
    ['InvalidBody', header, '<!DOCTYPE getState><getState/>'],
    ['InvalidBody', header, '<getState>\uD800</getState>'],
  ])('%s: refused as a security server would, before it leaves', (code, fields, body) => {
    expect(codeOf(fields, body)).toBe(code);
  });
});

describe('identifiers', () => {
  it('are taken as they were registered, but new ones only by the strict rule', () => {
    expect(parseClientId('EE/GOV/70009770/star')).toEqual({
      xRoadInstance: 'EE',
      memberClass: 'GOV',
      memberCode: '70009770',
      subsystemCode: 'star',
    });
    expect(parseClientId('EE/GOV/70009770')).toEqual({ xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '70009770' });
    for (const text of ['', 'EE', 'EE/GOV', 'EE/GOV/1/a/b', 'EE//1', 'EE/GOV/1/', 'EE/GOV/a:b'])
      expect(parseClientId(text)).toBeUndefined();
    expect(isMintableIdentifier('star-xtee.2')).toBe(true);
    for (const part of ['', 'a b', 'STAR1_TULUD', 'õ', 'x'.repeat(256)]) expect(isMintableIdentifier(part)).toBe(false);
    expect(isMintableIdentifier('x'.repeat(255))).toBe(true);
  });
});
