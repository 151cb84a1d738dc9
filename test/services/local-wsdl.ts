import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { shared } from '../shared.ts';

/** What WSDLs import, under the last part of its address: nothing is fetched. */
export const IMPORTED = join(import.meta.dirname, 'stubs');

/** The contract that STAR's consumers have, and the one that we publish. */
export const WSDLS: readonly (readonly [what: string, file: string])[] = [
  ['the real star.wsdl', join(shared, 'registries/wsdl/star/star.wsdl')],
  ['our own star.wsdl', resolve(import.meta.dirname, '../../wsdl/star.wsdl')],
];

/** Writes a contract, and what it imports, into a folder, for programs that can only be told by files where imports lie. */
export function writeLocally(file: string, folder: string): string {
  const local = (text: string) =>
    text.replaceAll(/schemaLocation="([^"]*)"/g, (_, location: string) => `schemaLocation="${basename(location)}"`);
  for (const stub of ['identifiers.xsd', 'swaref.xsd', 'xroad.xsd'])
    writeFileSync(join(folder, stub), local(readFileSync(join(IMPORTED, stub), 'utf8')));
  const written = join(folder, 'star.wsdl');
  writeFileSync(written, local(readFileSync(file, 'utf8')));
  return written;
}
