import { strictEqual } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { verifyHashChain } from '../../../src/xroad/index.ts';
import { bytesIn, rowsIn } from '../case-files.ts';
import type { Suite } from '../suite.ts';

interface Row {
  readonly id: string;
  readonly result: string;
  readonly resolver: Readonly<Record<string, string>>;
  /** null: whatever the bytes give; `sha256(file x)`, or `raw digest 0x0b`. */
  readonly inputs: Readonly<Record<string, string | null>>;
  readonly expect: string;
}

export const hashChains: Suite = {
  name: 'hash chains',
  cases: (folder) =>
    rowsIn<Row>(folder, 'hashchain/cases.json').map((row) => ({
      id: row.id,
      check() {
        const verdict = verifyHashChain(bytesIn(folder, `hashchain/${row.result}`), {
          read: (name) => (row.resolver[name] === undefined ? undefined : bytesIn(folder, `hashchain/${row.resolver[name]}`)),
          required: new Map(Object.entries(row.inputs).map(([name, digest]) => [name, digestOf(folder, digest)])),
        });
        strictEqual(verdict.ok ? 'ok' : verdict.error.code, row.expect.split(' ')[0]);
      },
    })),
};

function digestOf(folder: string, text: string | null): Buffer | undefined {
  if (text === null) return undefined;
  const file = /^sha256\(file (.+)\)$/.exec(text)?.[1];
  if (file !== undefined)
    return createHash('sha256')
      .update(bytesIn(folder, `hashchain/${file}`))
      .digest();
  const raw = /^raw digest 0x([0-9a-f]+)/i.exec(text)?.[1];
  if (raw === undefined) throw new Error(`'${text}' is not a digest that this suite knows`);
  return Buffer.from(raw, 'hex');
}
