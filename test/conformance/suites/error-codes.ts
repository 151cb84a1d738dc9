import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { classifyFault, normaliseFaultCode } from '../../../src/xroad/index.ts';
import { rowsIn } from '../case-files.ts';
import type { Case, Suite } from '../suite.ts';

interface Row {
  readonly v7_7: string | null;
  readonly v7_8: string | null;
}

interface Table {
  readonly renamed?: readonly Row[];
  readonly newIn7_8?: readonly Row[];
}

/** Codes below a prefix; the prefixes themselves stand alone. */
const full = (code: string): string => (/^(server\.|client$|signer$)/i.test(code) ? code : `Server.ServerProxy.${code}`);

/** Both spellings of a code are one code, and mean one thing. */
export const errorCodes: Suite = {
  name: 'error codes',
  cases(folder) {
    const { renamed = [], newIn7_8 = [] } = rowsIn(folder, 'error-codes.json') as Table;
    return [...renamed.map(renamedCase), ...newIn7_8.map(newCase)];
  },
};

function renamedCase({ v7_7, v7_8 }: Row): Case {
  const id = `${v7_7} = ${v7_8}`;
  if (v7_7 === null || v7_8 === null) return { id, notApplicable: 'it exists in one spelling only' };
  return {
    id,
    check() {
      const newer = normaliseFaultCode(full(v7_8));
      strictEqual(newer, full(v7_8).toLowerCase());
      strictEqual(normaliseFaultCode(full(v7_7)), newer);
      deepStrictEqual(classifyFault(full(v7_7)), classifyFault(newer));
    },
  };
}

function newCase({ v7_8 }: Row): Case {
  const code = `server.clientproxy.${v7_8}`;
  return { id: String(v7_8), check: () => strictEqual(normaliseFaultCode(code), code) };
}
