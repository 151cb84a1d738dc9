import { strictEqual } from 'node:assert/strict';
import { normaliseFaultCode, readMessage, readRequest } from '../../../src/xroad/index.ts';
import { bytesIn, rowsIn } from '../case-files.ts';
import type { Case, Suite } from '../suite.ts';

interface Row {
  readonly id: string;
  readonly httpMethod: string;
  readonly request: string;
  readonly requestContentType: string;
  readonly soapAction?: string;
  readonly addUtf8Bom: boolean;
  readonly serviceResponse: string | null;
  readonly serviceResponseContentType: string;
  readonly level?: string;
  readonly expect: { readonly outcome: 'response' | 'faultMessage' | 'fault'; readonly faultCode_7_7?: string };
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Requests as a producer reads them, and providers' answers as a consumer reads them; verdicts of a security server's own tests. */
export const messages: Suite = {
  name: 'messages',
  cases: (folder) =>
    rowsIn<Row>(folder, 'messages/cases.json').map((row): Case => {
      const { id } = row;
      const reason = beyond(row);
      return reason === undefined ? { id, check: () => check(folder, row) } : { id, notApplicable: reason };
    }),
};

/** What the bytes of a row cannot show. */
function beyond({ level, serviceResponse, expect }: Row): string | undefined {
  if (level !== undefined && level !== 'message') return `it is about ${level}, not about a message`;
  const expected = normaliseFaultCode(expect.faultCode_7_7 ?? '');
  if (expected.startsWith('server.clientproxy') || expected.startsWith('signer')) return 'the fault arises inside the security server';
  if (expected.startsWith('server.serverproxy') && !expected.includes('.service_failed.'))
    return 'the fault arises inside the security server';
  if (expected.startsWith('server.serverproxy') && serviceResponse === null) return 'the fault is about a provider that sends no bytes';
  return undefined;
}

function check(folder: string, row: Row): void {
  const { outcome, faultCode_7_7: code } = row.expect;
  const expected = outcome === 'fault' ? normaliseFaultCode(code ?? '') : outcome;
  const onRequest = ofRequest(folder, row);
  // A fault whose code begins with Client is about the request: it is refused before a provider sees it.
  if (expected.startsWith('client.')) strictEqual(onRequest, expected);
  else {
    strictEqual(onRequest, 'response');
    strictEqual(
      ofAnswer(folder, row),
      expected === 'faultMessage' ? (code === undefined ? 'faultMessage' : normaliseFaultCode(code)) : expected,
    );
  }
}

function ofRequest(folder: string, row: Row): string {
  const bytes = bytesIn(folder, `messages/bytes/${row.request}`);
  const read = readRequest({
    method: row.httpMethod,
    contentType: row.requestContentType,
    soapAction: row.soapAction,
    bytes: row.addUtf8Bom ? Buffer.concat([BOM, bytes]) : bytes,
  });
  return read.ok ? 'response' : normaliseFaultCode(read.error.code);
}

function ofAnswer(folder: string, row: Row): string {
  if (row.serviceResponse === null) return 'response';
  const read = readMessage(bytesIn(folder, `messages/bytes/${row.serviceResponse}`), row.serviceResponseContentType);
  if (!read.ok) return normaliseFaultCode(`Server.ServerProxy.ServiceFailed.${read.error.code}`);
  if (read.value.kind === 'message') return 'response';
  return row.expect.outcome === 'faultMessage' && row.expect.faultCode_7_7 === undefined
    ? 'faultMessage'
    : normaliseFaultCode(read.value.fault.code);
}
