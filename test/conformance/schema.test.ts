import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContract } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';
import { judgesOf } from '../xroad/schemas.ts';

const wsdls = join(shared, 'registries/wsdl');
const FOLDERS = {
  rr: 'rr',
  pkr: 'skais',
  skais2: 'skais',
  tsd: 'emta',
  'mkrliides-uploader': 'emta',
  kirst: 'tervisekassa',
  ehis: 'ehis',
  tor: 'tor',
  liiklusregister: 'liiklusregister',
  kr: 'kinnistusraamat',
  star: 'star',
  dumonitor: 'andmejalgija',
};

function open(file: string) {
  const contract = openContract(readFileSync(join(wsdls, file), 'utf8'));
  if (!contract.ok) throw new Error(contract.error.text);
  return contract.value;
}

const there = hasShared('bodies of the real contracts');

describe.runIf(there)('bodies of the real contracts', () => {
  for (const [name, folder] of there ? Object.entries(FOLDERS) : []) {
    describe(`${name}.wsdl`, () => {
      const contract = open(`trimmed/${name}.wsdl`);
      const examples = join(wsdls, 'examples', folder);
      for (const [code, operation] of contract.operations) {
        for (const direction of ['request', 'response'] as const) {
          const file = join(examples, `${code}.${direction}.xml`);
          if (!existsSync(file)) continue;
          it(`${code} ${direction}: read, written again, valid, and the same`, () => {
            const example = readFileSync(file, 'utf8').replace(/^<\?xml[^>]*\?>\s*/, '');
            expect(contract.validate(example)).toEqual({ ok: true, value: undefined });
            const codec = operation[direction];
            const value = codec.decode(example);
            if (!value.ok) throw new Error(JSON.stringify(value.error));
            const written = codec.encode(value.value);
            if (!written.ok) throw new Error(JSON.stringify(written.error));
            expect(contract.validate(written.value)).toEqual({ ok: true, value: undefined });
            expect(codec.decode(written.value)).toEqual(value);
          });
        }
      }
    });
  }

  it('are nearly all judged by our own judge, and libxml2 agrees', () => {
    const verdicts = Object.entries(FOLDERS).flatMap(([name, folder]) => {
      const judge = judgesOf(readFileSync(join(wsdls, `trimmed/${name}.wsdl`), 'utf8'));
      const services = [...open(`trimmed/${name}.wsdl`).operations.keys()];
      return services
        .flatMap((code) => ['request', 'response'].map((direction) => join(wsdls, 'examples', folder, `${code}.${direction}.xml`)))
        .filter((file) => existsSync(file))
        .map((file) => judge(readFileSync(file, 'utf8')));
    });
    expect(verdicts.filter(({ surely, valid }) => surely && !valid)).toEqual([]);
    expect(verdicts.filter(({ surely }) => surely).length / verdicts.length).toBeGreaterThan(0.9);
  });

  it.each([
    ['rr/rr.wsdl', 131],
    ['tervisekassa/kirst.wsdl', 70],
    ['ehis/ehis.wsdl', 90],
    ['skais/pkr.wsdl', 116],
    ['liiklusregister/liiklusregister.wsdl', 60],
    ['emta/tsd.wsdl', 20],
  ])('%s: all %d services, and every example of it', (file, count) => {
    const contract = open(file);
    expect(contract.operations.size).toBe(count);
    const examples = join(wsdls, 'examples', file.split('/')[0] ?? '');
    for (const example of readdirSync(examples)) {
      const [code = '', direction] = example.split('.');
      const codec = contract.operations.get(code)?.[direction === 'request' ? 'request' : 'response'];
      if (codec === undefined) continue;
      const xml = readFileSync(join(examples, example), 'utf8').replace(/^<\?xml[^>]*\?>\s*/, '');
      const value = codec.decode(xml);
      expect(value.ok && codec.encode(value.value).ok ? 'written again' : `${example}: ${JSON.stringify(value)}`).toBe('written again');
      expect(contract.validate(xml).ok ? example : 'invalid').toBe(example);
    }
  });
});
