import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Registry } from './registry.ts';

const root = resolve(import.meta.dirname, '../..');

/** The contract of a register as we have pinned it: each has one, of its own name. */
export function pinnedContract(registry: Registry): string {
  return readFileSync(resolve(root, 'wsdl', `${registry}.wsdl`), 'utf8');
}

/** Bodies of a query type that are known to be right: what we send, and what we read. Synthetic. */
export function goldenBodies(typeCode: string): { readonly request: string; readonly answer: string } {
  const read = (which: string) => readFileSync(resolve(root, 'wsdl/golden', `${typeCode}.${which}.xml`), 'utf8');
  return { request: read('request'), answer: read('answer') };
}
