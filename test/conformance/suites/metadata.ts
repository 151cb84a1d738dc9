import { notStrictEqual, strictEqual } from 'node:assert/strict';
import { classifyFault, readRequest } from '../../../src/xroad/index.ts';
import { bytesIn, rowsIn } from '../case-files.ts';
import type { Case, Suite } from '../suite.ts';

interface Row {
  readonly id: string;
  readonly request?: string;
  readonly expect: string | Readonly<Record<string, unknown>>;
}

/** Metadata services: their requests as a producer reads them, their errors as a consumer classifies them. */
export const metadata: Suite = {
  name: 'metadata',
  cases: (folder) =>
    rowsIn<Row>(folder, 'metadata/cases.json').map(({ id, request, expect }): Case => {
      if (request !== undefined) return { id, check: () => reads(bytesIn(folder, `metadata/${request}`), expect) };
      const code = typeof expect === 'string' ? /^(?:Server|Client)\.\S+/.exec(expect)?.[0] : undefined;
      if (code !== undefined) return { id, check: () => notStrictEqual(classifyFault(code).class, 'UNKNOWN') };
      return { id, notApplicable: 'what the security server answers from its own configuration, or makes of a description' };
    }),
};

/** The element of the answer is named after the service of the request. */
function reads(bytes: Buffer, expect: Row['expect']): void {
  const read = readRequest({ method: 'POST', contentType: 'text/xml; charset=UTF-8', soapAction: '""', bytes });
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.text}`);
  const { serviceCode } = read.value.header.service;
  strictEqual(read.value.body.localName, serviceCode);
  if (typeof expect !== 'string' && expect.element !== undefined) strictEqual(`${serviceCode}Response`, expect.element);
}
