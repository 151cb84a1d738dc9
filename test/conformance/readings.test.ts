import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareRequest, readMessage, requestHashOf } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';

const there = hasShared("X-Road's own messages");

function bytesOf(file: string): Buffer {
  return readFileSync(join(shared, 'xroad/cases/messages/bytes', file));
}

/** What a verdict alone does not say: how the messages are read. */
describe.runIf(there)("X-Road's own messages", () => {
  it('keeps CDATA as it was sent', () => {
    const read = readMessage(bytesOf('cdata.answer'), 'text/xml; charset=UTF-8');
    expect(read.ok && read.value.kind === 'message' && read.value.body.xml).toContain('<![CDATA[<a><b><c>12345678</c></b></a>]]>');
  });

  it('reads default namespaces like prefixed ones', () => {
    const usual = readMessage(bytesOf('getstate.query'), 'text/xml');
    const byDefault = readMessage(bytesOf('getstate-defaultnamespace.query'), 'text/xml');
    if (!usual.ok || !byDefault.ok || usual.value.kind !== 'message' || byDefault.value.kind !== 'message') throw new Error('not read');
    expect(byDefault.value.header).toEqual(usual.value.header);
  });

  it('gives every attachment of a multipart message', () => {
    const read = readMessage(bytesOf('attachments.query'), 'multipart/related; charset=UTF-8; boundary=jetty771207119h3h10dty');
    expect(read.ok && read.value.attachments.map((part) => Buffer.from(part.bytes).toString())).toEqual([
      'blaah\n',
      'blaah1\n',
      'blaah2\n',
    ]);
  });

  it('are hashed by their first part, byte order mark included', () => {
    const bytes = bytesOf('attachm2-utf8bom-inside.query');
    const read = readMessage(bytes, 'multipart/related; boundary=jetty771207119h3h10dty');
    if (!read.ok) throw new Error(read.error.text);
    expect([...read.value.soapBytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(Buffer.from(read.value.soapBytes).toString().endsWith('</SOAP-ENV:Envelope>\n')).toBe(true);
  });

  it('are hashed as they are sent', () => {
    const read = readMessage(bytesOf('getstate.query'), 'text/xml');
    if (!read.ok || read.value.kind !== 'message') throw new Error('not read');
    const prepared = prepareRequest(read.value.header, '<x:getState xmlns:x="urn:x"/>');
    expect(prepared.ok && prepared.value.requestHash).toBe(prepared.ok && requestHashOf(prepared.value.bytes));
  });
});
