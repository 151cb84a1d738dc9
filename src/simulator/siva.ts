import { createHash, X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { fromBufferPromise } from 'yauzl';
import type { Knobs } from './knobs.ts';

/** What SiVa 3 is asked (SiVa, interfaces, validation request). */
const Question = Type.Object({ filename: Type.String(), document: Type.String(), signaturePolicy: Type.Optional(Type.String()) });

const DIGESTS: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
]);

/**
 * RIA's signature verification service, as far as a demonstration needs it: it opens the container and holds each signature's digests against the
 * files. Who has signed it takes from the certificate, and asks nobody whether that is trusted or the signature value right.
 */
export async function answerSiva(request: IncomingMessage, bytes: Uint8Array, knobs: Knobs, response: ServerResponse): Promise<void> {
  if (knobs.latencyMs > 0) await sleep(knobs.latencyMs);
  if (knobs.hang) return;
  const { status, body } = knobs.status === null ? await answer(request, bytes) : { status: knobs.status, body: {} };
  const said = knobs.html ? '<html><body>502 Bad Gateway</body></html>' : JSON.stringify(body);
  response.writeHead(status, { 'content-type': knobs.html ? 'text/html' : 'application/json' });
  response.end(request.method === 'HEAD' ? undefined : said);
}

async function answer({ method, url }: IncomingMessage, bytes: Uint8Array): Promise<{ readonly status: number; readonly body: unknown }> {
  if (url !== '/siva/validate') return { status: 404, body: {} };
  if (method !== 'POST') return { status: 405, body: {} };
  const question: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  if (!Check(Question, question)) return refused('document', 'Must not be blank');
  const files = await unpack(Buffer.from(question.document, 'base64')).catch(() => undefined);
  if (files === undefined) return refused('document', 'Document malformed or not matching documentType');
  const signatures = [...files]
    .filter(([name]) => /^META-INF\/[^/]*signatures[^/]*\.xml$/i.test(name))
    .flatMap(([, xml]) => signaturesIn(xml.toString('utf8'), files));
  return { status: 200, body: { validationReport: { validationConclusion: conclusion(question, signatures) } } };
}

function refused(key: string, message: string) {
  return { status: 400, body: { requestErrors: [{ key, message }] } };
}

function conclusion(
  { filename, signaturePolicy = 'POLv4' }: { readonly filename: string; readonly signaturePolicy?: string },
  signatures: readonly Told[],
) {
  return {
    policy: { policyName: signaturePolicy },
    validatedDocument: { filename },
    validationLevel: 'ARCHIVAL_DATA',
    signatureForm: 'ASiC-E',
    signaturesCount: signatures.length,
    validSignaturesCount: signatures.filter(({ indication }) => indication === 'TOTAL-PASSED').length,
    signatures,
  };
}

interface Told {
  readonly id: string;
  readonly signedBy: string;
  readonly indication: 'TOTAL-PASSED' | 'TOTAL-FAILED';
  readonly [member: string]: unknown;
}

function signaturesIn(xml: string, files: ReadonlyMap<string, Buffer>): readonly Told[] {
  return [...xml.matchAll(/<(?:\w+:)?Signature\b[\s\S]*?<\/(?:\w+:)?Signature>/g)].map(([signature], index): Told => {
    const covered = new Set<string>();
    const isWhole = [...signature.matchAll(/<(?:\w+:)?Reference\b[^>]*\bURI="([^"#]+)"[^>]*>[\s\S]*?<\/(?:\w+:)?Reference>/g)].every(
      ([reference, uri = '']) => {
        const name = decodeURIComponent(uri);
        const digest = DIGESTS.get(/DigestMethod[^>]*Algorithm="([^"]+)"/.exec(reference)?.[1] ?? '');
        const file = files.get(name);
        covered.add(name);
        if (digest === undefined || file === undefined) return false;
        return createHash(digest).update(file).digest('base64') === /DigestValue>\s*([^<\s]+)/.exec(reference)?.[1];
      },
    );
    const signed = [...files.keys()].filter((name) => name !== 'mimetype' && !name.startsWith('META-INF/'));
    const isGood = isWhole && signed.every((name) => covered.has(name));
    return {
      id: `S${index}`,
      signatureFormat: 'XAdES_BASELINE_LT',
      signatureLevel: 'QESIG',
      signedBy: signerOf(signature),
      indication: isGood ? 'TOTAL-PASSED' : 'TOTAL-FAILED',
      subIndication: isGood ? '' : 'HASH_FAILURE',
      errors: isGood ? [] : [{ content: 'The reference data object is not intact!' }],
      claimedSigningTime: /SigningTime\b[^>]*>([^<]+)/.exec(signature)?.[1] ?? '',
      info: {},
    };
  });
}

function signerOf(signature: string): string {
  const encoded = /X509Certificate>\s*([^<]+)/.exec(signature)?.[1]?.replace(/\s/g, '');
  if (encoded === undefined) return '';
  const { subject } = new X509Certificate(Buffer.from(encoded, 'base64'));
  return /^CN=(.*)$/m.exec(subject)?.[1]?.replaceAll('\\,', ',') ?? '';
}

async function unpack(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  return files;
}
