import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasProgram, runs } from '../debian.ts';
import { hasShared } from '../shared.ts';
import { SERVICE } from './door.ts';
import { WSDLS, writeLocally } from './local-wsdl.ts';

describe('gSOAP', () => {
  it.each(WSDLS)(
    'makes a C++ client of %s',
    (_what, wsdl) => {
      if (!hasShared('gSOAP on our contract')) return;
      if (!hasProgram(() => runs('wsdl2h', '-V') && runs('soapcpp2', '-V'), ['gsoap'], 'gSOAP on our contract')) return;
      const folder = mkdtempSync(join(tmpdir(), 'star-gsoap-'));
      try {
        writeLocally(wsdl, folder);
        execFileSync('wsdl2h', ['-I', folder, '-o', 'star.h', 'star.wsdl'], { cwd: folder, stdio: 'pipe' });
        execFileSync('soapcpp2', ['-C', '-x', '-j', '-I', '/usr/share/gsoap/import', 'star.h'], { cwd: folder, stdio: 'pipe' });
        expect(readFileSync(join(folder, 'soapStub.h'), 'utf8')).toContain(SERVICE);
        // The header's parts are members of the client's own SOAP header.
        const read = readFileSync(join(folder, 'star.h'), 'utf8');
        for (const part of ['client', 'service', 'userId'])
          expect(read).toMatch(new RegExp(`method-input-header-part:\\s+${SERVICE} ns\\d__${part}`));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    200_000,
  );
});
