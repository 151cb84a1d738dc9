import { type KeyObject, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as HttpServer, request as httpRequest, type RequestListener } from 'node:http';
import { createServer as createTlsServer, request } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { TLSSocket } from 'node:tls';
import { OCSPRequest } from 'pkijs';
import {
  type CertificateOptions,
  type Holder,
  issue,
  makeKeys,
  OID,
  ocspResponse,
  type StatusOptions,
  USAGE,
} from './security/certificate-authority.ts';

/** An authority as that of Estonia's ID-cards is made: P-384. */
export function cardAuthority(name = 'TEST of ESTEID2018'): Holder {
  return issue({
    subject: [
      [OID.country, 'EE'],
      [OID.organization, 'SK ID Solutions AS'],
      [OID.commonName, name],
    ],
    ca: true,
    usage: USAGE.keyCertSign,
    keys: makeKeys('P-384'),
  });
}

/** A card's certificate for signing in, as ESTEID2018's profile has it. */
export function card(issuer: Holder, serialNumber: string, more: Partial<CertificateOptions> = {}): Holder {
  return issue({
    issuer,
    subject: [
      [OID.country, 'EE'],
      [OID.commonName, `MAASIKAS,MARI,${serialNumber.slice(-11)}`],
      [OID.surname, 'MAASIKAS'],
      [OID.givenName, 'MARI'],
      [OID.serialNumber, serialNumber],
    ],
    keys: makeKeys('P-384'),
    usage: USAGE.digitalSignature,
    purpose: OID.clientAuth,
    ...more,
  });
}

export const pem = (der: Uint8Array): string => new X509Certificate(der).toString();
const keyPem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** What the responder does besides answering right. */
export type Answering = Partial<Omit<StatusOptions, 'about' | 'issuer'>> & {
  readonly as?: 'HTTP_500' | 'LARGE' | 'OTHER_CERTIFICATE' | 'NO_NONCE' | 'OTHER_NONCE' | 'CHANGED';
};

export interface Responder {
  readonly url: string;
  answering: Answering;
  /** Serial numbers that it was asked about. */
  readonly asked: number[];
  close(): Promise<void>;
}

/** The authority's OCSP responder, on loopback: reads the question, answers with its nonce. */
export async function startResponder(issuer: Holder, holders: () => readonly Holder[], now: () => Date): Promise<Responder> {
  const responder: Responder = { url: '', answering: {}, asked: [], close: () => closed(server) };
  const server = createServer(async (call, response) => {
    const body = Buffer.concat(await call.toArray());
    const { tbsRequest } = OCSPRequest.fromBER(new Uint8Array(body));
    const serial = Number(tbsRequest.requestList[0]?.reqCert.serialNumber.valueBlock.valueDec);
    const nonce = new Uint8Array(tbsRequest.requestExtensions?.[0]?.extnValue.valueBlock.valueHexView ?? []);
    responder.asked.push(serial);
    const { as, ...answering } = responder.answering;
    if (as === 'HTTP_500') return response.writeHead(500).end();
    if (as === 'LARGE') return response.end(Buffer.alloc(100_000));
    const about = holders().find((one) => (as === 'OTHER_CERTIFICATE' ? one.serial !== serial : one.serial === serial));
    if (about === undefined) return response.writeHead(404).end();
    const given = as === 'OTHER_NONCE' ? nonce.map((octet, index) => (index < 2 ? octet : octet ^ 1)) : nonce;
    const carried = as === 'NO_NONCE' ? {} : { nonce: given };
    response.writeHead(200, { 'content-type': 'application/ocsp-response' });
    const answer = ocspResponse({ about, issuer, thisUpdate: now(), ...carried, ...answering });
    // The signature stands last.
    response.end(as === 'CHANGED' ? answer.fill((answer.at(-1) ?? 0) ^ 1, answer.length - 1) : answer);
  });
  return Object.assign(responder, { url: `http://127.0.0.1:${await listening(server)}/ocsp` });
}

/** A proxy that ends TLS before the gateway: asks for a certificate, lets the gateway judge it, and hands it over (RFC 9440). */
export async function startTlsProxy(gateway: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const own = issue({ subject: [[OID.commonName, '127.0.0.1']], usage: USAGE.digitalSignature, purpose: OID.serverAuth });
  const forward: RequestListener = (call, response) => {
    const shown = call.socket instanceof TLSSocket ? call.socket.getPeerCertificate().raw : undefined;
    const { 'client-cert': _claimed, ...headers } = call.headers;
    const handed = shown === undefined ? headers : { ...headers, 'client-cert': `:${shown.toString('base64')}:` };
    const onward = httpRequest(new URL(call.url ?? '/', gateway), { method: call.method, headers: handed }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    call.pipe(onward);
  };
  const server = createTlsServer(
    { cert: pem(own.certificate), key: keyPem(own.privateKey), requestCert: true, rejectUnauthorized: false },
    forward,
  );
  return { port: await listening(server), close: () => closed(server) };
}

/** Signs in through the proxy, with a card in the reader or without; or unlocks a screen. */
export async function signInWithCard(
  port: number,
  holder: Holder | undefined,
  headers: Readonly<Record<string, string>> = {},
  path = '/api/v1/sessions',
) {
  const call = request({
    host: '127.0.0.1',
    port,
    path,
    method: 'POST',
    // The proxy's own name is not what is tried here.
    rejectUnauthorized: false,
    agent: false,
    headers: { 'content-type': 'application/json', ...headers },
    ...(holder === undefined ? {} : { cert: pem(holder.certificate), key: keyPem(holder.privateKey) }),
  });
  call.end(JSON.stringify({ method: 'ID_CARD' }));
  const [answer] = await once(call, 'response');
  const text = Buffer.concat(await answer.toArray()).toString();
  const body: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
  return { status: Number(answer.statusCode), body };
}

async function listening(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

async function closed(server: HttpServer | ReturnType<typeof createTlsServer>): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
