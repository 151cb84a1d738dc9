import { createHash, randomBytes } from 'node:crypto';
import { Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, CertID, Extension, OCSPRequest, Request, TBSRequest } from 'pkijs';
import { Agent, request } from 'undici';
import { fail, ok, type Result } from '../../../platform/index.ts';
import { type Certificate, verifyStatus } from '../../../xroad/index.ts';
import type { Card, CardRefusal } from './card.ts';

/** 5 s for the responder: somebody sits and waits, with the card in the reader. */
const OCSP_ANSWERS_WITHIN_MS = 5_000;
/** 64 KiB of an answer: a signature and some certificates are a few. */
const OCSP_BYTES_AT_MOST = 65_536;
/** 900 s that an answer may be old: the nonce says that it was made for us, this that the responder knew the present. */
const OCSP_FRESHNESS_SECONDS = 900;
/** 32 octets (RFC 9654, 2.1). */
const NONCE_LENGTH = 32;
const NONCE = '1.3.6.1.5.5.7.48.1.2';
/** Names and keys are only told apart by it; every responder knows it (RFC 5019, 2.1.1). */
const SHA1 = '1.3.14.3.2.26';

/** Nothing of one answer is kept for the next: somebody signs in some times a day. */
const agent = new Agent({ maxResponseSize: OCSP_BYTES_AT_MOST });

/**
 * Asks the card's authority whether the certificate is still good (OCSP, RFC 6960). Whoever cannot be told so is not let in: a card that was lost or
 * taken is revoked within minutes, and nothing else tells it from one in its owner's hand.
 */
export async function checkStatus({ certificate, authority }: Card, at: Date): Promise<Result<void, CardRefusal>> {
  const unchecked = (reason: string) => fail({ code: 'ID_CARD_NOT_CHECKED', reason } as const);
  const nonce = new OctetString({ valueHex: randomBytes(NONCE_LENGTH) }).toBER();
  const answer = await ask(authority.ocspUrl, questionOf(certificate, authority.certificate, nonce));
  if (answer === undefined) return unchecked('responder');
  const status = verifyStatus(answer, {
    certificate,
    issuer: authority.certificate,
    responders: [],
    at,
    freshnessSeconds: OCSP_FRESHNESS_SECONDS,
    nonce: new Uint8Array(nonce),
  });
  if (status.ok) return ok(undefined);
  return status.error.code === 'CertValidation' ? fail({ code: 'ID_CARD_REVOKED', reason: 'status' }) : unchecked('answer');
}

function questionOf(certificate: Certificate, issuer: Certificate, nonce: ArrayBuffer): Buffer {
  const { subject, subjectPublicKeyInfo } = issuer.structure;
  const hashed = (bytes: ArrayBuffer | Uint8Array) =>
    new OctetString({ valueHex: createHash('sha1').update(new Uint8Array(bytes)).digest() });
  const reqCert = new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA1, algorithmParams: new Null() }),
    issuerNameHash: hashed(subject.valueBeforeDecode),
    issuerKeyHash: hashed(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView),
    serialNumber: certificate.structure.serialNumber,
  });
  const tbsRequest = new TBSRequest({
    requestList: [new Request({ reqCert })],
    requestExtensions: [new Extension({ extnID: NONCE, extnValue: nonce })],
  });
  return Buffer.from(new OCSPRequest({ tbsRequest }).toSchema(true).toBER());
}

/** The responder's answer; undefined where there is none, whatever the cause. */
async function ask(url: string, question: Buffer): Promise<Uint8Array | undefined> {
  try {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      dispatcher: agent,
      reset: true,
      headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
      body: question,
      signal: AbortSignal.timeout(OCSP_ANSWERS_WITHIN_MS),
    });
    const bytes = await body.bytes();
    return statusCode === 200 ? bytes : undefined;
  } catch {
    return undefined;
  }
}
