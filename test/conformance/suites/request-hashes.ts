import { strictEqual } from 'node:assert/strict';
import { requestHashOf, SHA_512 } from '../../../src/xroad/index.ts';
import { bytesIn, rowsIn } from '../case-files.ts';
import type { Suite } from '../suite.ts';

interface Row {
  readonly file: string;
  readonly algorithmId?: string;
  readonly hash: string;
}

/** The digest of a message's bytes, as `xrd:requestHash` carries it. */
export const requestHashes: Suite = {
  name: 'request hashes',
  cases: (folder) =>
    rowsIn<Row>(folder, 'messages/request-hash.json').map(({ file, algorithmId = SHA_512, hash }) =>
      algorithmId === SHA_512
        ? { id: file, check: () => strictEqual(requestHashOf(bytesIn(folder, file)), hash.replace(/\s/g, '')) }
        : { id: file, notApplicable: `no security server uses ${algorithmId}` },
    ),
};
