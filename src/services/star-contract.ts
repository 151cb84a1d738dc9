import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openContract, type Result, type SchemaMismatch } from '../xroad/index.ts';

/** What we promise to other registers: the WSDL's text, and its schema as judge of what they send. */
export interface StarContract {
  readonly wsdl: string;
  validate(xml: string): Result<void, SchemaMismatch>;
  close(): void;
}

const PATH = resolve(import.meta.dirname, '../../wsdl/star.wsdl');

export async function openStarContract(): Promise<StarContract> {
  const wsdl = await readFile(PATH, 'utf8');
  const contract = openContract(wsdl);
  if (!contract.ok) throw new Error(`wsdl/star.wsdl cannot be used: ${contract.error.text}`);
  return { wsdl, validate: (xml) => contract.value.validate(xml), close: () => contract.value[Symbol.dispose]() };
}
