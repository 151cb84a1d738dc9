import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasProgram, runs } from '../../debian.ts';

/** A PDF file as poppler reads it, which is not what it was made with. */
export interface ReadPdf {
  /** What is read on each page. */
  readonly pages: readonly string[];
  readonly info: ReadonlyMap<string, string>;
  /** Names of its fonts that are not embedded. */
  readonly missingFonts: readonly string[];
  /** The PDF/UA part that it claims to keep, and its language. */
  readonly claims: { readonly accessible: string | undefined; readonly language: string | undefined };
}

export const hasPoppler = () => hasProgram(() => runs('pdfinfo', '-v'), ['poppler-utils'], 'poppler over print-outs');

/** Its tree of headings, tables and paragraphs, as a screen reader gets it. */
export function readStructure(bytes: Uint8Array): string {
  return inFile(bytes, (file) => run('pdfinfo', '-struct-text', file));
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  return inFile(bytes, (file) => {
    const metadata = run('pdfinfo', '-meta', file);
    return {
      pages: run('pdftotext', '-layout', file, '-')
        .split('\f')
        .slice(0, -1)
        .map((page) => page.normalize('NFC')),
      info: new Map(
        run('pdfinfo', file)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      ),
      missingFonts: run('pdffonts', file)
        .split('\n')
        .slice(2, -1)
        .filter((line) => !/\byes\s+(yes|no)\s+yes\s+\d+\s+\d+$/.test(line)),
      claims: {
        accessible: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(metadata)?.[1],
        language: /<dc:language>.*?<rdf:li[^>]*>([^<]+)</s.exec(metadata)?.[1],
      },
    };
  });
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] });
}

function inFile<T>(bytes: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'star-pdf-'));
  try {
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, bytes);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
