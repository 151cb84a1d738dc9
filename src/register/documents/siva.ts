import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { request } from 'undici';
import { INDICATIONS, type Signature, type SignatureReport, type SignatureValidator, ValidatorAway } from './signature.ts';

/** How long SiVa may take over a container, ms: it asks lists of trust and validity services itself. */
const ANSWERS_WITHIN_MS = 60_000;
/** How long it may take to say that it is there, ms. */
const PING_WITHIN_MS = 2_000;
/** Bytes of an answer: 4 MiB, a hundred signatures with all that is said of each. */
const ANSWER_BYTES_AT_MOST = 4 * 1024 * 1024;
/** Signatures that are good in Estonia: qualified ones, by the EU's lists of trust. */
const POLICY = 'POLv4';

const Text = Type.Optional(Type.String());
/** What of SiVa's simple report is read (SiVa 3, interfaces, validation response). */
const Answer = Type.Object({
  validationReport: Type.Object({
    validationConclusion: Type.Object({
      signatures: Type.Optional(
        Type.Array(
          Type.Object({
            signedBy: Text,
            signatureFormat: Text,
            signatureLevel: Text,
            indication: Type.Enum([...INDICATIONS]),
            subIndication: Text,
            claimedSigningTime: Text,
            errors: Type.Optional(Type.Array(Type.Object({ content: Type.String() }))),
            info: Type.Optional(Type.Object({ bestSignatureTime: Text })),
          }),
        ),
      ),
    }),
  }),
});

/** RIA's signature verification service, SiVa, version 3, by REST. */
export function openSiva(address: string): SignatureValidator {
  const url = address.replace(/\/$/, '');
  return {
    async validate(container) {
      const { statusCode, body } = await request(`${url}/validate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        // What it is called is nothing to SiVa but which kind of container it is.
        body: JSON.stringify({
          filename: 'document.asice',
          document: Buffer.from(container).toString('base64'),
          signaturePolicy: POLICY,
        }),
        signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
        headersTimeout: ANSWERS_WITHIN_MS,
      }).catch(away);
      const text = await textOf(body);
      // It can say nothing of it, and never will: no container, or none that it knows.
      if (statusCode === 400) return undefined;
      if (statusCode !== 200) throw new ValidatorAway(`it answered ${statusCode}`);
      return reportOf(text);
    },
    ping: () =>
      request(`${url}/validate`, { method: 'HEAD', signal: AbortSignal.timeout(PING_WITHIN_MS) }).then(
        async ({ body }) => {
          await body.dump();
          return true;
        },
        () => false,
      ),
  };
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > ANSWER_BYTES_AT_MOST) break;
      chunks.push(chunk);
    }
  } catch (error) {
    away(error);
  }
  if (bytes > ANSWER_BYTES_AT_MOST) throw new ValidatorAway('its answer is too long');
  return Buffer.concat(chunks).toString('utf8');
}

function reportOf(text: string): SignatureReport {
  const answer = parse(text);
  if (!Check(Answer, answer)) throw new ValidatorAway('its answer is no report');
  const { signatures = [] } = answer.validationReport.validationConclusion;
  return {
    signatures: signatures.map(
      ({ signedBy, signatureFormat, signatureLevel, indication, subIndication, claimedSigningTime, errors = [], info }): Signature => ({
        signedBy: signedBy ?? '',
        indication,
        ...present({
          format: signatureFormat,
          level: signatureLevel,
          subIndication,
          claimedSigningTime,
          bestSignatureTime: info?.bestSignatureTime,
        }),
        errors: errors.map(({ content }) => content),
      }),
    ),
  };
}

/** Without the members that are not there, or empty. */
function present<K extends string>(members: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> {
  const there = Object.entries<string | undefined>(members).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(there) as Partial<Record<K, string>>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Nothing of the answer: it names people. */
function away(error: unknown): never {
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'no answer';
  throw new ValidatorAway(code, { cause: error });
}
