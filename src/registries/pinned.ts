import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Registry } from './registry.ts';

const root = resolve(import.meta.dirname, '../..');

/** The contract of a register as we have pinned it: each has one, of its own name. */
export function pinnedContract(registry: Registry): string {
  return readFileSync(resolve(root, 'wsdl', `${registry}.wsdl`), 'utf8');
}

/** What is known to be right of a service: what we send, what we read, and the file beside that where it is XML. Synthetic. */
export interface GoldenBodies {
  readonly request: string;
  readonly answer: string;
  readonly file?: string;
}

/** Those of a query type; of a mass service by one of its steps: `SKA.BENEFITS_MASS.submit`. */
export function goldenBodies(name: string): GoldenBodies {
  const pathOf = (which: string) => resolve(root, 'wsdl/golden', `${name}.${which}.xml`);
  const read = (which: string) => readFileSync(pathOf(which), 'utf8');
  return { request: read('request'), answer: read('answer'), ...(existsSync(pathOf('file')) ? { file: read('file') } : {}) };
}
