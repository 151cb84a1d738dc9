import { strictEqual } from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readTrustList, type TrustList, verifyContainer } from '../../../src/xroad/index.ts';
import { bytesIn, rowsIn } from '../case-files.ts';
import type { Suite } from '../suite.ts';

interface Row {
  readonly file: string;
  readonly expect: string;
}

/** ASiC-E containers, judged by every trust list below `asic/trust`. */
export const signedDocuments: Suite = {
  name: 'signed documents',
  cases: (folder) =>
    rowsIn<Row>(folder, 'asic/cases.json').map(({ file, expect }) => ({
      id: file,
      async check() {
        const proof = await verifyContainer(bytesIn(folder, `asic/${file}`), trustIn(folder));
        strictEqual(proof.ok ? 'valid' : proof.error.code, expect);
      },
    })),
};

function trustIn(folder: string): readonly TrustList[] {
  return globSync('asic/trust/**/shared-params.xml', { cwd: folder }).map((file) => {
    const list = readTrustList(bytesIn(folder, file));
    if (!list.ok) throw new Error(`${file}: ${list.error.text}`);
    return list.value;
  });
}
