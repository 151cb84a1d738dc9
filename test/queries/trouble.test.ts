import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { queryErrors } from '../../src/queries/errors.ts';
import { familyOf, TROUBLE_FAMILIES, troubleOf, troubleOfFamily } from '../../src/queries/index.ts';
import { FAILURE_CLASSES } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';

describe('why a query has no answer, in three voices', () => {
  it.each([
    ['CONNECTION_REFUSED', 'NETWORK'],
    ['DEADLINE', 'DEADLINE'],
    ['REQUEST_HASH_MISMATCH', 'INTEGRITY'],
    ['Server.ServerProxy.AccessDenied', 'ACCESS_DENIED'],
    ['server.serverproxy.access_denied', 'ACCESS_DENIED'],
    ['Server.ClientProxy.MaintenanceMode', 'MAINTENANCE'],
    ['SOAP-ENV:Server', 'PROVIDER_FAULT'],
    ['SCHEMA_MISMATCH', 'ANSWER_OFF_CONTRACT'],
    ['ANSWER_ABOUT_ANOTHER', 'ANSWER_NOT_CREDIBLE'],
    ['PROCEEDING_CLOSED', 'PURPOSE_ENDED'],
    ['BREAKER_OPEN', 'BREAKER_OPEN'],
    ['constructor', 'PROVIDER_FAULT'],
  ])('%s is of %s', (code, family) => {
    expect(familyOf(code)).toBe(family);
  });

  it('has a family for whatever X-Road may say, a voice for each, and an entry in the runbook', () => {
    expect(TROUBLE_FAMILIES).toEqual(expect.arrayContaining([...FAILURE_CLASSES]));
    const runbook = readFileSync('docs/runbook.md', 'utf8');
    for (const family of TROUBLE_FAMILIES) {
      const { code, worker, operator, steps } = troubleOfFamily(family);
      expect(code).toMatch(/^STAR-XT-[A-Z-]+$/);
      expect(runbook).toContain(`<a id="${code}"></a>`);
      expect([worker.et, worker.en, worker.ru, operator, ...steps].every((voice) => voice.length > 5)).toBe(true);
    }
  });

  it('knows why a question is refused after it was asked', () => {
    const whenSent = Object.keys(queryErrors).filter((code) => /^(?:QUERY_(?:TYPE_UNKNOWN|NOT_ALLOWED)|SUBJECT|SELF)/.test(code));
    expect(whenSent.length).toBeGreaterThan(4);
    for (const code of whenSent)
      expect([code, troubleOf(code).code]).toEqual([code, `STAR-XT-${code === 'QUERY_TYPE_UNKNOWN' ? 'NOT-SENDABLE' : 'PURPOSE-ENDED'}`]);
  });

  it.runIf(hasShared('every code of X-Road has a voice'))('every code of X-Road has a voice', () => {
    const file = join(shared, 'xroad/cases/error-codes.json');
    expect(existsSync(file)).toBe(true);
    const codes =
      JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))).match(/"(?:Server|Client|Signer|server|client|signer)\.[A-Za-z_.]+"/g) ?? [];
    for (const code of codes) expect(troubleOf(code.slice(1, -1)).worker.et).not.toBe('');
  });
});
