import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { KontrolliToimetulekuToetuseSaamist as contracted } from '../../src/services/generated/star.ts';
import { openContract, readRequest } from '../../src/xroad/index.ts';
import { MemoryWatch } from '../fuzz/memory.ts';
import { ATTACKS, type Attack, bytesOf } from './attack.ts';

/** Attacks that are large, the smallest first: what the highest mark of the process hides is then the smaller one. */
const large = ATTACKS.filter(({ file, recipe }) => recipe !== undefined && !file.startsWith('http/'))
  .map((attack) => ({ attack, bytes: bytesOf(attack) }))
  .sort((a, b) => a.bytes.length - b.bytes.length);

const contract = openContract(readFileSync(join(import.meta.dirname, '../../wsdl/star.wsdl'), 'utf8'));
if (!contract.ok) throw new Error(contract.error.text);
const { validate } = contract.value;

/** All that is done with a request before anybody's rights or data are looked at, and what comes after: schema and values. */
function take({ contentType = 'text/xml; charset=UTF-8' }: Attack, bytes: Uint8Array): void {
  const read = readRequest({ method: 'POST', contentType, soapAction: '""', bytes });
  if (read.ok && validate(read.value.body).ok) contracted.request.decode(read.value.body);
}

beforeAll(() => {
  for (let i = 0; i < 20; i++) for (const { attack, bytes } of large) if (bytes.length < 100_000) take(attack, bytes);
});

const within = (_file: string, attack: Attack, bytes: Uint8Array): void => {
  const memory = new MemoryWatch();
  take(attack, bytes);
  expect(memory.tooMuch(bytes.length)).toBeUndefined();
};
const row = ({ attack, bytes }: (typeof large)[number]) => [attack.file, attack, bytes] as const;

it.each(large.map(row))('%s takes no more than 64 MiB above its bytes', within);
