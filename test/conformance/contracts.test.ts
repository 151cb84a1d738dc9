import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Contract, openContract, readWsdl } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';
import { realAddressChanges } from './ads-contract.ts';

const real = join(shared, 'registries/wsdl');
/** Our contract, the real one it must agree with, and where examples of its bodies lie. */
const CONTRACTS = [
  ['rr', 'rr/rr', 'rr'],
  ['skais', 'skais/pkr', 'skais'],
  ['skais2', 'skais/skais2', 'skais'],
  ['mta', 'emta/tsd', 'emta'],
  ['mkrliides', 'emta/mkrliides-uploader', 'emta'],
  ['tor', 'tor/tor', 'tor'],
  ['tervisekassa', 'tervisekassa/kirst', 'tervisekassa'],
  ['ehis', 'ehis/ehis', 'ehis'],
  ['liiklusregister', 'liiklusregister/liiklusregister', 'liiklusregister'],
  ['kinnistusraamat', 'kinnistusraamat/kinnistusraamatv6', 'kinnistusraamat'],
  ['star', 'star/star', 'star'],
] as const;

/** Services of which no example was generated: test/registries/batches holds bodies of them against both contracts. */
const WITHOUT_EXAMPLE: readonly string[] = [
  'TKToovoimPuueHyvitisedMassTeenus',
  'TKToovoimPuueHyvitisedMassTeenusVastus',
  'RR71_fail_download',
];

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
    const theirs = open(join(real, `${realName}.wsdl`));

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
      const [a, b] = [shape(ours(name)), shape(join(real, `${realName}.wsdl`))];
      const seen = new Set<string>();
      // Names of types are made up where two namespaces share one: types are compared where they are used.
      const compare = (path: string, own: string, other: string): void => {
        if (seen.has(own)) return;
        seen.add(own);
        const untitled = (type: string, table: typeof a.types) =>
          table[type]?.members.map(({ title, rules, type: inner, ...member }) => ({ ...member, isComplex: inner in table }));
        expect({ path, members: untitled(own, a.types) }).toEqual({ path, members: untitled(other, b.types) });
        a.types[own]?.members.forEach((member, n) => {
          compare(`${path}/${member.name}`, member.type, b.types[other]?.members[n]?.type ?? '');
        });
      };
      for (const operation of a.operations.values()) {
        const twin = b.operations.get(operation.serviceCode);
        for (const direction of ['request', 'response'] as const)
          compare(`${operation.serviceCode}.${direction}`, operation[direction].type, twin?.[direction].type ?? '');
      }
      for (const document of a.documents) {
        const twin = b.documents.find((one) => one.name === document.name);
        compare(document.name, document.type, twin?.type ?? '');
      }
    });

    it('accepts the examples of real bodies, and the real one accepts what we write of them', () => {
      for (const [code, operation] of mine.operations) {
        for (const direction of ['request', 'response'] as const) {
          // Of some services no example was collected: ours is written after the real schema, which must take it too.
          const name = `${code}.${direction}.xml`;
          const file = [join(real, 'examples', folder, name), resolve(import.meta.dirname, 'examples', name)].find(existsSync);
          expect(file === undefined).toBe(WITHOUT_EXAMPLE.includes(code));
          if (file === undefined) continue;
          const example = textOf(file).replace(/^<\?xml[^>]*\?>\s*/, '');
          for (const contract of [mine, theirs]) expect(contract.validate(example)).toEqual({ ok: true, value: undefined });
          const value = operation[direction].decode(example);
          const written = value.ok ? operation[direction].encode(value.value) : value;
          expect(written.ok && theirs.validate(written.value)).toEqual({ ok: true, value: undefined });
        }
      }
    });
  });

  it('wsdl/ads.wsdl says of ADSaadrmuudatused what the real one says, whose types lie in a file that is not public', () => {
    const theirs = realAddressChanges();
    const shape = (text: string) => {
      const wsdl = readWsdl(text);
      const operation = wsdl.ok ? wsdl.value.operations.get('ADSaadrmuudatused') : undefined;
      if (!wsdl.ok || operation === undefined) throw new Error('no such contract');
      const { types } = wsdl.value;
      // The levels of an address are of a type that is made up in both.
      const members = (type: string): unknown =>
        type === 'adsTaseType' ? [] : (types[type]?.members ?? []).map(({ title, rules, ...member }) => [member, members(member.type)]);
      const { serviceVersion, request, response } = operation;
      const element = ({ name, namespace, type }: typeof request) => ({ name, namespace, members: members(type) });
      return { serviceVersion, request: element(request), response: element(response) };
    };
    expect(shape(textOf(ours('ads')))).toEqual(shape(theirs));
    const [mine, real] = [textOf(ours('ads')), theirs].map((text) => openContract(text));
    for (const direction of ['request', 'response']) {
      const example = textOf(join(shared, 'registries/wsdl/examples/ads', `ADSaadrmuudatused.${direction}.xml`)).replace(
        /^<\?xml[^>]*\?>\s*/,
        '',
      );
      for (const contract of [mine, real]) expect(contract?.ok && contract.value.validate(example)).toEqual({ ok: true, value: undefined });
    }
  });

  it('wsdl/ariregister.wsdl says of detailandmed_v2 what the real schema says, which lies in a file of its own', () => {
    const text = textOf(ours('ariregister'));
    const schema = textOf(join(real, 'ariregister/xsd/detailandmed_v2.xsd')).replace(/^<\?xml[^>]*\?>\s*/, '');
    const read = (wsdl: string) => {
      const result = readWsdl(wsdl);
      if (!result.ok) throw new Error(result.error.text);
      return result.value.types;
    };
    const theirs = read(text.replace(/<xs:schema[\s\S]*<\/xs:schema>/, () => schema));
    const mine = read(text);
    const members = (types: typeof mine, name: string) => types[name]?.members.map(({ title, rules, ...member }) => member);
    expect(Object.keys(mine).length).toBeGreaterThan(50);
    for (const name of Object.keys(mine)) expect({ name, members: members(mine, name) }).toEqual({ name, members: members(theirs, name) });
  });
});
