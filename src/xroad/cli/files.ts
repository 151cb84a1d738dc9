import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type ContractChange,
  compareWsdls,
  type EvidenceDefect,
  generateModule,
  type Result,
  readTrustList,
  readTrustLists,
  readWsdl,
  type TrustList,
  verifyContainer,
  type Wsdl,
} from '../index.ts';
import { asJson, type Done, done, misused, refused } from './done.ts';
import type { Values } from './options.ts';
import { verdict } from './verdict.ts';

/** The commands that read files and ask nobody. */
export const READERS: Readonly<Record<string, (files: readonly string[], values: Values) => Promise<Done>>> = {
  generate: (files, values) =>
    one(files, 'generate takes the name of a WSDL file.', async (file, bytes) => {
      const wsdl = readWsdl(bytes.toString('utf8'));
      if (!wsdl.ok) return refused(wsdl.error);
      return done(generateModule(wsdl.value, basename(file), values.import ?? 'star-xtee-gateway/xroad'));
    }),
  'compare-wsdl': async (files, values) => {
    const [before, after, ...more] = files;
    if (before === undefined || after === undefined || more.length > 0)
      return misused('compare-wsdl takes two WSDL files: before and after.');
    const [a, b] = [contractIn(before), contractIn(after)];
    if (!a.ok) return a.error;
    if (!b.ok) return b.error;
    const changes = compareWsdls(a.value, b.value);
    const breaks = changes.some(({ kind }) => kind === 'BREAKING');
    return { code: breaks ? 1 : 0, out: values.json === true ? asJson(changes) : changes.map(changeLine).join(''), err: '' };
  },
  verify: (files, values) =>
    one(files, 'verify takes the name of an .asice file.', async (_file, bytes) => {
      if (values.trust === undefined) return misused('--trust: whom you trust is missing; get-trust fetches it from your security server.');
      const archive = read(values.trust);
      if (archive === undefined) return unreadable(values.trust);
      const trusted = await trustIn(archive);
      if (!trusted.ok) return refused(trusted.error);
      const proof = await verifyContainer(bytes, trusted.value);
      const out =
        values.json === true ? asJson(proof.ok ? { valid: true, ...proof.value } : { valid: false, ...proof.error }) : verdict(proof);
      return { code: proof.ok ? 0 : 1, out, err: '' };
    }),
};

function contractIn(file: string): Result<Wsdl, Done> {
  const bytes = read(file);
  if (bytes === undefined) return { ok: false, error: unreadable(file) };
  const wsdl = readWsdl(bytes.toString('utf8'));
  return wsdl.ok ? wsdl : { ok: false, error: refused(wsdl.error) };
}

function changeLine({ kind, code, where, before, after }: ContractChange): string {
  const what = before === undefined && after === undefined ? [] : [`${before ?? '-'} -> ${after ?? '-'}`];
  return `${[kind, code, where, ...what].join('\t')}\n`;
}

/** One `shared-params.xml`, or the archive of all that a security server gives out. */
async function trustIn(bytes: Buffer): Promise<Result<readonly TrustList[], EvidenceDefect>> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readTrustLists(bytes);
  const list = readTrustList(bytes);
  return list.ok ? { ok: true, value: [list.value] } : list;
}

async function one(files: readonly string[], usage: string, run: (file: string, bytes: Buffer) => Promise<Done>): Promise<Done> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) return misused(usage);
  const bytes = read(file);
  return bytes === undefined ? unreadable(file) : run(file, bytes);
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const unreadable = (file: string): Done => ({ code: 1, out: '', err: `${file} cannot be read.\n` });
