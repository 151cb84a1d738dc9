import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classifyFault, normaliseFaultCode } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';

interface Row {
  readonly const: string;
  readonly v7_7: string | null;
  readonly v7_8: string | null;
}

const there = hasShared("X-Road's table of error codes");

describe.runIf(there)('error codes', () => {
  const table: { renamed: readonly Row[]; newIn7_8: readonly Row[] } = there
    ? JSON.parse(readFileSync(join(shared, 'xroad/cases/error-codes.json'), 'utf8'))
    : { renamed: [], newIn7_8: [] };
  /** Codes below a prefix; the prefixes themselves stand alone. */
  const full = (code: string): string => (/^(server\.|client$|signer$)/i.test(code) ? code : `Server.ServerProxy.${code}`);

  it('has every row', () => {
    expect(table.renamed.length).toBeGreaterThan(100);
    expect(table.newIn7_8.length).toBeGreaterThan(100);
  });

  it.each(table.renamed.filter((row) => row.v7_7 !== null && row.v7_8 !== null))('$v7_7 is $v7_8', ({ v7_7, v7_8 }) => {
    const newer = normaliseFaultCode(full(v7_8 ?? ''));
    expect(normaliseFaultCode(full(v7_7 ?? ''))).toBe(newer);
    expect(newer).toBe(full(v7_8 ?? '').toLowerCase());
    expect(classifyFault(full(v7_7 ?? ''))).toEqual(classifyFault(newer));
  });

  it.each(table.newIn7_8)('$v7_8 stays as it is', ({ v7_8 }) => {
    const code = `server.clientproxy.${v7_8}`;
    expect(normaliseFaultCode(code)).toBe(code);
  });
});
