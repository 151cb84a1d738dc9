import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Contract, openContract, readWsdl } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';

const real = join(shared, 'registries/wsdl');
/** Our contract, the real one it must agree with, and where examples of its bodies lie. */
const CONTRACTS = [
  ['rr', 'rr', 'rr'],
  ['skais', 'pkr', 'skais'],
  ['mta', 'tsd', 'emta'],
  ['tervisekassa', 'kirst', 'tervisekassa'],
  ['star', 'star', 'star'],
] as const;

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

function open(file: string): Contract {
  const contract = openContract(textOf(file));
  if (!contract.ok) throw new Error(contract.error.text);
  return contract.value;
}

const ours = (name: string) => resolve(import.meta.dirname, '../../wsdl', `${name}.wsdl`);

const there = hasShared('our contracts against the real ones');

describe.runIf(there)('our contracts against the real ones', () => {
  describe.each(there ? CONTRACTS : [])('wsdl/%s.wsdl', (name, realName, folder) => {
    const mine = open(ours(name));
    const theirs = open(join(real, 'trimmed', `${realName}.wsdl`));

    it('names services, versions and elements as the real one does', () => {
      for (const [code, operation] of mine.operations) {
        const other = theirs.operations.get(code);
        expect(operation.serviceVersion).toBe(other?.serviceVersion);
        for (const direction of ['request', 'response'] as const) {
          expect(operation[direction].element).toMatchObject({
            name: other?.[direction].element.name,
            namespace: other?.[direction].element.namespace,
          });
        }
      }
    });

    it('has the same members, in the same order, as often, in every type', () => {
      const shape = (file: string) => {
        const wsdl = readWsdl(textOf(file));
        if (!wsdl.ok) throw new Error(wsdl.error.text);
        return wsdl.value;
      };
      const [a, b] = [shape(ours(name)), shape(join(real, 'trimmed', `${realName}.wsdl`))];
      for (const [key, type] of Object.entries(a.types)) {
        const untitled = (members: typeof type.members | undefined) => members?.map(({ title, rules, type: _, ...member }) => member);
        expect({ key, members: untitled(type.members) }).toEqual({ key, members: untitled(b.types[key]?.members) });
      }
    });

    it('accepts the examples of real bodies, and the real one accepts what we write of them', () => {
      for (const [code, operation] of mine.operations) {
        for (const direction of ['request', 'response'] as const) {
          const file = join(real, 'examples', folder, `${code}.${direction}.xml`);
          expect(existsSync(file)).toBe(true);
          const example = textOf(file).replace(/^<\?xml[^>]*\?>\s*/, '');
          expect(mine.validate(example)).toEqual({ ok: true, value: undefined });
          const value = operation[direction].decode(example);
          const written = value.ok ? operation[direction].encode(value.value) : value;
          expect(written.ok && theirs.validate(written.value)).toEqual({ ok: true, value: undefined });
        }
      }
    });
  });
});
