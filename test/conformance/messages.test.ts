import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normaliseFaultCode, prepareRequest, readMessage, readRequest, requestHashOf } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';

interface Case {
  readonly id: string;
  readonly httpMethod: string;
  readonly request: string;
  readonly requestContentType: string;
  readonly soapAction?: string;
  readonly addUtf8Bom: boolean;
  readonly serviceResponse: string | null;
  readonly serviceResponseContentType: string;
  readonly expect: { readonly outcome: string; readonly faultCode_7_7?: string; readonly faultCode_7_8?: string };
}

const cases = join(shared, 'xroad/cases');
const there = hasShared("X-Road's own message cases");

function bytesOf(file: string): Buffer {
  return readFileSync(join(cases, 'messages/bytes', file));
}

function rowsOf<T>(file: string): readonly T[] {
  if (!there) return [];
  return JSON.parse(readFileSync(join(cases, file), 'utf8'));
}

/** What was found, as `response` or the normalised fault code. */
function verdictOnRequest(row: Case): string {
  const bytes = bytesOf(row.request);
  const read = readRequest({
    method: row.httpMethod,
    contentType: row.requestContentType,
    soapAction: row.soapAction,
    bytes: row.addUtf8Bom ? Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]) : bytes,
  });
  return read.ok ? 'response' : normaliseFaultCode(read.error.code);
}

function verdictOnAnswer(row: Case): string {
  if (row.serviceResponse === null) return 'response';
  const read = readMessage(bytesOf(row.serviceResponse), row.serviceResponseContentType);
  if (!read.ok) return normaliseFaultCode(`Server.ServerProxy.ServiceFailed.${read.error.code}`);
  return read.value.kind === 'fault' ? read.value.fault.code : 'response';
}

describe.runIf(there)("X-Road's message cases", () => {
  const rows = rowsOf<Case>('messages/cases.json');

  it('are all here', () => {
    expect(rows.length).toBe(26);
  });

  it.each(rows)('$id', (row) => {
    const onRequest = verdictOnRequest(row);
    const onAnswer = verdictOnAnswer(row);
    const expected = row.expect.faultCode_7_8 ?? 'response';
    expect(onRequest === 'response' ? onAnswer : onRequest).toBe(expected);
    if (expected.startsWith('client.')) expect(onRequest).toBe(expected);
    else expect(onRequest).toBe('response');
  });

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
});

describe.runIf(there)('request hashes', () => {
  const rows = rowsOf<{ file: string; hash: string }>('messages/request-hash.json');

  it.each(rows)('$file', ({ file, hash }) => {
    expect(requestHashOf(readFileSync(join(cases, file)))).toBe(hash);
  });

  it('are of the first part of a multipart message, byte order mark included', () => {
    const bytes = bytesOf('attachm2-utf8bom-inside.query');
    const read = readMessage(bytes, 'multipart/related; boundary=jetty771207119h3h10dty');
    if (!read.ok) throw new Error(read.error.text);
    expect([...read.value.soapBytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(Buffer.from(read.value.soapBytes).toString().endsWith('</SOAP-ENV:Envelope>\n')).toBe(true);
  });

  it('belong to the bytes that are sent', () => {
    const read = readMessage(bytesOf('getstate.query'), 'text/xml');
    if (!read.ok || read.value.kind !== 'message') throw new Error('not read');
    const prepared = prepareRequest(read.value.header, '<x:getState xmlns:x="urn:x"/>');
    expect(prepared.ok && prepared.value.requestHash).toBe(prepared.ok && requestHashOf(prepared.value.bytes));
  });
});

interface Oracle {
  readonly file: string;
  readonly oracle:
    | { readonly kind: 'error'; readonly code: string }
    | {
        readonly kind: 'message';
        readonly header: Readonly<Record<string, unknown>>;
        readonly bodyElement: string;
        readonly isResponse: boolean;
      };
}

describe.runIf(there)('verdicts of an outside judge', () => {
  const rows = [
    ...rowsOf<Oracle>('test-service/oracle-verdicts.json').map((row) => ({ ...row, folder: 'test-service' })),
    ...rowsOf<Oracle>('pdu/cases.json').map((row) => ({ ...row, folder: 'pdu' })),
  ];

  it.each(rows)('$folder/$file', ({ folder, file, oracle }) => {
    const read = readMessage(readFileSync(join(cases, folder, file)), 'text/xml; charset=UTF-8');
    if (oracle.kind === 'error') {
      expect(read).toMatchObject({ ok: false, error: { code: oracle.code } });
      return;
    }
    if (!read.ok || read.value.kind !== 'message') throw new Error('not read');
    expect(withoutTypes(oracle.header)).toEqual(read.value.header);
    expect(read.value.body.localName).toBe(oracle.bodyElement);
    expect(read.value.isResponse).toBe(oracle.isResponse);
  });
});

/** The judge notes objectType in each identifier; we check it and leave it out. */
function withoutTypes(header: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(JSON.stringify(header, (key, value) => (key === 'objectType' ? undefined : value)));
}
