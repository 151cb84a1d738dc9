import type { BodyElement } from '../body.ts';
import type { MessageDefect } from '../defect.ts';
import type { SoapFault } from '../fault.ts';
import type { XRoadHeader } from '../header.ts';
import { readMessage, readMessageFrom, type SoapMessage } from '../message.ts';
import type { Attachments, Part } from '../mime/index.ts';
import { SOAP_ENVELOPE, XROAD } from '../namespaces.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ScannedElement } from '../scanned.ts';
import { declarationsOf, namespaceOf, type Scope } from '../scope.ts';
import { isSoapAction } from '../soap-action.ts';

/** What an HTTP server knows of a request once its body is read. */
export interface ReceivedRequest {
  readonly method: string;
  readonly contentType: string | undefined;
  readonly soapAction: string | undefined;
  readonly bytes: Uint8Array;
}

/** A request that may be answered. Who may ask what is decided by the caller: `header.client` is who asks. `A`: how attachments are given. */
export interface ProducerRequest<A = readonly Part[]> {
  readonly header: XRoadHeader;
  /** The Header element to be echoed: the request's own header nodes, character by character and in order, namespaces in scope declared. */
  readonly headerXml: string;
  readonly body: BodyElement;
  readonly attachments: A;
  /** The bytes that requestHash covers. */
  readonly soapBytes: Uint8Array;
}

/**
 * Reads a request as a producer, checking what a security server checks and in its order: method, content type, SOAPAction, then the
 * message. The fault's code is `Client.` and the server's own word; its text names no value.
 */
export function readRequest(request: ReceivedRequest): Result<ProducerRequest, SoapFault> {
  const wrong = wrongOutside(request);
  return wrong ?? asRequest(readMessage(request.bytes, request.contentType));
}

/** As {@link readRequest}, of a request that is still arriving: attachments are left to be read. */
export async function readRequestFrom(
  request: Omit<ReceivedRequest, 'bytes'>,
  source: AsyncIterable<Uint8Array>,
): Promise<Result<ProducerRequest<Attachments>, SoapFault>> {
  const wrong = wrongOutside(request);
  return wrong ?? asRequest(await readMessageFrom(source, request.contentType));
}

function wrongOutside({ method, contentType, soapAction }: Omit<ReceivedRequest, 'bytes'>) {
  if (method !== 'POST') return clientFault('InvalidHttpMethod', 'only POST is answered');
  if (contentType === undefined || contentType === '') return clientFault('InvalidRequest', 'the request has no content type');
  if (!isSoapAction(soapAction)) return clientFault('InvalidSoapAction', 'SOAPAction is neither empty nor a quoted URI');
  return undefined;
}

function asRequest<A>(message: Result<SoapMessage<A>, MessageDefect>): Result<ProducerRequest<A>, SoapFault> {
  if (!message.ok) return clientFault(codeInRequests(message.error), message.error.text);
  if (message.value.kind === 'fault') return clientFault(wordIn(message.value.fault.code), 'a fault is not a request');
  const { header, body, attachments, soapBytes, source } = message.value;
  if (message.value.isResponse) return clientFault('InvalidMessage', 'an answer is not a request');
  return ok({ header, headerXml: echoOf(source.text, source.header), body, attachments, soapBytes });
}

/**
 * The answer to a request: header echoed, no requestHash (the security server writes it), the body element as given. To be sent with status
 * 200 and `text/xml; charset=UTF-8` (PR-MESS 2.2, 2.6).
 *
 * @param bodyXml the body element as a document of its own, without XML declaration
 */
export function writeResponse(request: Pick<ProducerRequest, 'headerXml'>, bodyXml: string): Uint8Array {
  return Buffer.from(responseText(request, bodyXml));
}

/** As {@link writeResponse}, for who sends text: header lines and body then leave in one write. */
export function responseText({ headerXml }: Pick<ProducerRequest, 'headerXml'>, bodyXml: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="${SOAP_ENVELOPE}">${headerXml}` +
    `<SOAP-ENV:Body>${bodyXml}</SOAP-ENV:Body></SOAP-ENV:Envelope>`
  );
}

/** Nodes are slices of the request. A requestHash has no business in a request (PR-MESS 2.2) and is not echoed. */
function echoOf(text: string, header: ScannedElement): string {
  const scope = header.innerScope;
  const prefix = freePrefix(scope);
  const declared = namespaceOf(scope, prefix) === SOAP_ENVELOPE ? '' : ` xmlns:${prefix}="${SOAP_ENVELOPE}"`;
  let nodes = '';
  for (const child of header.children) {
    if (child.namespace === XROAD && child.localName === 'requestHash') continue;
    nodes += text.slice(child.start, child.end);
  }
  return `<${prefix}:Header${declared}${declarationsOf(scope)}>${nodes}</${prefix}:Header>`;
}

/** The usual prefix of the envelope, unless the request gave it another meaning that its nodes may use. */
function freePrefix(scope: Scope): string {
  let prefix = 'SOAP-ENV';
  while (![undefined, SOAP_ENVELOPE].includes(namespaceOf(scope, prefix))) prefix += '_';
  return prefix;
}

/** Security servers pass a fault's own code back to its sender; here only what can be a code, since it is written down. */
function wordIn(code: string): string {
  return /^[A-Za-z][A-Za-z_.:-]{0,99}$/.test(code) ? code : 'InvalidSoap';
}

/** A multipart request without parts has its own word (PR-MESS; security server's Client.MissingSoap). */
function codeInRequests(error: MessageDefect): string {
  return error.code === 'InvalidMessage' ? 'MissingSoap' : error.code;
}

function clientFault(code: string, text: string): { readonly ok: false; readonly error: SoapFault } {
  return fail({ code: `Client.${code}`, text });
}
