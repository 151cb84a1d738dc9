import { describe, expect, it } from 'vitest';
import { readMessage, readRequest, type SoapFault, writeFault, writeResponse } from '../../src/xroad/index.ts';
import { ANSWER, header, prepared, TEXT_XML } from './example.ts';

const usual = Buffer.from(prepared().bytes).toString();

function read(text: string, overrides: { method?: string; contentType?: string | undefined; soapAction?: string } = {}) {
  return readRequest({ method: 'POST', contentType: TEXT_XML, soapAction: undefined, bytes: Buffer.from(text), ...overrides });
}

describe('a producer', () => {
  it.each<[string, Parameters<typeof read>]>([
    ['Client.InvalidHttpMethod', [usual, { method: 'GET' }]],
    ['Client.InvalidRequest', [usual, { contentType: undefined }]],
    ['Client.InvalidContentType', [usual, { contentType: 'application/json' }]],
    ['Client.InvalidSoapAction', [usual, { soapAction: 'getState' }]],
    ['Client.InvalidMessage', [usual.replaceAll('s:getState', 's:getStateResponse')]],
    ['Client.MissingSoap', ['', { contentType: 'multipart/related; boundary=b' }]],
    ['Client.InvalidSoap', ['']],
  ])('answers %s', (code, [text, overrides]) => {
    expect(read(text, overrides)).toMatchObject({ ok: false, error: { code } });
  });

  it('echoes the header nodes as they were, in order, unknown ones too, with the namespaces they need', () => {
    const nodes =
      '<q:own xmlns:r="urn:r" a = \'1\'><r:deep>x&#x20;</r:deep></q:own><!-- not a node --><xrd:userId >EE60001019906</xrd:userId>';
    const text = usual
      .replace('<SOAP-ENV:Header>', '<SOAP-ENV:Header xmlns:q="urn:q?a=1&amp;b=2">')
      .replace(/<xrd:userId>.*<\/xrd:userId>/, nodes);
    const request = read(text);
    if (!request.ok) throw new Error(request.error.text);
    const answer = Buffer.from(writeResponse(request.value, ANSWER));
    for (const node of nodes.split('<!-- not a node -->')) expect(answer.toString()).toContain(node);
    const again = readMessage(answer, TEXT_XML);
    expect(again.ok && again.value.kind === 'message' && again.value.header).toEqual(header);
    expect(again.ok && again.value.kind === 'message' && again.value.body.localName).toBe('getStateResponse');
  });

  it('echoes any prefixes: default namespaces, and its own prefix with another meaning', () => {
    const text = usual
      .replaceAll('SOAP-ENV', 'env')
      .replaceAll('xrd:', '')
      .replace('xmlns:xrd=', 'xmlns=')
      .replace('<env:Header>', '<env:Header xmlns:SOAP-ENV="urn:trap"><SOAP-ENV:trap/>');
    const request = read(text);
    if (!request.ok) throw new Error(request.error.text);
    const again = readMessage(writeResponse(request.value, ANSWER), TEXT_XML);
    expect(again.ok && again.value.kind === 'message' && again.value.header).toEqual(header);
    expect(request.value.headerXml).toContain('xmlns:SOAP-ENV="urn:trap"');
  });

  it('does not echo a requestHash', () => {
    const request = read(usual.replace('<xrd:issue>', '<xrd:requestHash>x</xrd:requestHash><xrd:issue>'));
    expect(request.ok && request.value.headerXml).not.toContain('requestHash');
  });

  it('hands out the body alone, whole and well-formed', () => {
    const text = usual.replace('xmlns:s="urn:state"', '').replace('<SOAP-ENV:Body>', '<SOAP-ENV:Body xmlns:s="urn:state" xmlns="urn:d">');
    const request = read(text);
    if (!request.ok) throw new Error(request.error.text);
    const { body } = request.value;
    expect(body).toMatchObject({ namespace: 'urn:state', localName: 'getState' });
    expect(body.xml).toMatch(/^<s:getState xmlns:.*><which>õ&amp;ä<\/which><\/s:getState>$/);
    expect(body.xml).toContain('xmlns="urn:d"');
  });
});

describe('faults', () => {
  it.each<SoapFault>([
    { code: 'Client.InvalidParameters', text: 'algus > lopp & "muu"' },
    { code: 'Server.ServerProxy.AccessDenied', text: 'õ', actor: 'a', detail: '7c1f5c2e' },
    { code: 'x', text: '' },
  ])('are read as they were written: $code', (fault) => {
    const message = readMessage(writeFault(fault), TEXT_XML);
    expect(message.ok && message.value.kind === 'fault' && message.value.fault).toEqual(fault);
  });

  it('leave even when their text cannot stand in XML', () => {
    const message = readMessage(writeFault({ code: 'x', text: 'a\u0000\uD800\uFFFFb' }), TEXT_XML);
    expect(message.ok && message.value.kind === 'fault' && message.value.fault.text).toBe('a\uFFFD\uFFFD\uFFFDb');
  });

  it('without a code are no faults', () => {
    const text = Buffer.from(writeFault({ code: 'x', text: '' }))
      .toString()
      .replace('<faultcode>x</faultcode>', '');
    expect(readMessage(Buffer.from(text), TEXT_XML)).toMatchObject({ ok: false, error: { code: 'InvalidSoap' } });
  });
});
