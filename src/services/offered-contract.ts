import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Body, openContract, type Result, type SchemaMismatch } from '../xroad/index.ts';

/** What we promise to other registers: the WSDL's text, and its schema as judge of what they send. */
export interface OfferedContract {
  readonly wsdl: string;
  validate(body: Body): Result<void, SchemaMismatch>;
  close(): void;
}

const FOLDER = resolve(import.meta.dirname, '../../wsdl');

/** @param name of the file in `wsdl` */
export async function openOffered(name: string): Promise<OfferedContract> {
  const wsdl = await readFile(resolve(FOLDER, name), 'utf8');
  const contract = openContract(wsdl);
  if (!contract.ok) throw new Error(`wsdl/${name} cannot be used: ${contract.error.text}`);
  return { wsdl, validate: contract.value.validate, close: () => contract.value[Symbol.dispose]() };
}
