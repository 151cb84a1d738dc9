import { type BodyElement, BodyInMessage, readBody } from './body.ts';
import { decode, isReadableCharset } from './charset.ts';
import { defect, type MessageDefect } from './defect.ts';
import { readFault, type SoapFault } from './fault.ts';
import type { RequestHash, XRoadHeader } from './header.ts';
import { readHeader } from './header-reader.ts';
import { libxmlAccepts } from './libxml.ts';
import { MAX_MESSAGE_BYTES, MAX_SOAP_BYTES } from './limits.ts';
import {
  type Attachments,
  type ContentType,
  collect,
  isSoapType,
  type Part,
  parseContentType,
  reconstitute,
  splitParts,
  streamParts,
} from './mime/index.ts';
import { SOAP_ENVELOPE } from './namespaces.ts';
import { ok, type Result } from './result.ts';
import { scan } from './scan.ts';
import type { ScannedElement } from './scanned.ts';

/** A message with X-Road header and body. `A`: how its attachments are given. */
export interface XRoadMessage<A = readonly Part[]> {
  readonly kind: 'message';
  readonly header: XRoadHeader;
  readonly requestHash?: RequestHash;
  readonly body: BodyElement;
  /** Whether the body element's name ends in `Response`, by which security servers tell an answer from a request. */
  readonly isResponse: boolean;
  readonly attachments: A;
  /** The bytes that requestHash covers: the HTTP body, or the content of the first part. */
  readonly soapBytes: Uint8Array;
  /** The header element as scanned, and the text it stands in: what an answer echoes is cut out of it. */
  readonly source: { readonly text: string; readonly header: ScannedElement };
}

/** A message that carries a fault; no header is asked of it. */
export interface FaultMessage<A = readonly Part[]> {
  readonly kind: 'fault';
  readonly fault: SoapFault;
  readonly attachments: A;
  readonly soapBytes: Uint8Array;
}

export type SoapMessage<A = readonly Part[]> = XRoadMessage<A> | FaultMessage<A>;

/**
 * Reads a SOAP 4.0 message, single or multipart, strictly. Whatever is wrong is named as a security server would name it and found in its
 * order (PR-MESS 2; the checks of its SOAP parser). Texts are never trimmed and never appear in a defect.
 *
 * @param bytes the HTTP body, whole
 * @param contentType the Content-Type header; its charset decides, else UTF-8
 */
export function readMessage(bytes: Uint8Array, contentType: string | undefined): Result<SoapMessage, MessageDefect> {
  if (bytes.length > MAX_MESSAGE_BYTES) return defect('InvalidSoap', `the message is larger than ${MAX_MESSAGE_BYTES} bytes`);
  const type = typeOf(contentType);
  if (!type.ok) return type;
  if (isSoapType(type.value)) return readSoap(bytes, type.value, []);
  const parts = splitParts(bytes, type.value);
  if (!parts.ok) return parts;
  const [first, ...attachments] = parts.value;
  const message = readSoap(first.bytes, parseContentType(first.contentType) ?? type.value, attachments);
  if (!message.ok || message.value.kind === 'fault' || !isXop(first)) return message;
  const xml = reconstitute(message.value.body.xml, attachments);
  const body = xml.ok ? readBody(xml.value) : xml;
  return body.ok ? ok({ ...message.value, body: body.value }) : body;
}

/**
 * As {@link readMessage}, of a message that is still arriving: the SOAP part is read whole and judged, attachments are read as they come. In
 * an MTOM message `xop:Include` elements stay where they are.
 */
export async function readMessageFrom(
  source: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
): Promise<Result<SoapMessage<Attachments>, MessageDefect>> {
  const type = typeOf(contentType);
  if (!type.ok) return type;
  if (isSoapType(type.value)) {
    const bytes = await collect(source, MAX_SOAP_BYTES);
    return bytes === undefined
      ? defect('InvalidSoap', `the SOAP part is larger than ${MAX_SOAP_BYTES} bytes`)
      : readSoap(bytes, type.value, NO_ATTACHMENTS);
  }
  const parts = await streamParts(source, type.value);
  if (!parts.ok) return parts;
  const { root, attachments } = parts.value;
  return readSoap(root.bytes, parseContentType(root.contentType) ?? type.value, attachments);
}

const NO_ATTACHMENTS: Attachments = { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) };

/** The type of a message as a whole: one of SOAP, or multipart/related. */
function typeOf(contentType: string | undefined): Result<ContentType, MessageDefect> {
  const type = contentType === undefined ? undefined : parseContentType(contentType);
  if (type === undefined) return defect('InvalidContentType', 'there is no readable content type');
  if (!isSoapType(type) && type.essence !== 'multipart/related') {
    return defect('InvalidContentType', 'the content type is not one of SOAP messages');
  }
  return ok(type);
}

function isXop({ contentType }: Part): boolean {
  return parseContentType(contentType)?.essence === 'application/xop+xml';
}

function readSoap<A>(bytes: Uint8Array, type: ContentType, attachments: A): Result<SoapMessage<A>, MessageDefect> {
  if (bytes.length > MAX_SOAP_BYTES) return defect('InvalidSoap', `the SOAP part is larger than ${MAX_SOAP_BYTES} bytes`);
  const charset = type.charset ?? 'utf-8';
  if (!isReadableCharset(charset)) return defect('InvalidContentType', 'the character set is not supported');
  const text = decode(bytes, charset);
  if (text === undefined) return defect('InvalidXml', 'the bytes are not of the character set they came in');
  const scanned = scan(text, charset);
  if (!scanned.ok) return scanned;
  const { root, plain } = scanned.value;
  if (!plain && !libxmlAccepts(charset === 'utf-8' ? bytes : Buffer.from(text.replace(/^<\?xml[^>]*\?>/, '')))) {
    return defect('InvalidXml', 'the document is not well-formed');
  }

  const parts = readEnvelope(root);
  if (!parts.ok) return parts;
  const { header, body } = parts.value;
  const only = body?.children[0];
  if (only !== undefined && isSoap(only, 'Fault')) {
    const fault = readFault(only);
    return fault.ok ? ok({ kind: 'fault', fault: fault.value, attachments, soapBytes: bytes }) : fault;
  }
  if (header === undefined) return defect('MissingHeader', 'the message has no SOAP header');
  const fields = readHeader(header);
  if (!fields.ok) return fields;
  if (body === undefined) return defect('MissingBody', 'the message has no SOAP body');
  if (only === undefined || body.children.length > 1) return defect('InvalidBody', 'the SOAP body does not hold exactly one element');
  if (body.text.trim() !== '') return defect('InvalidBody', 'the SOAP body holds text beside its element');
  const { service } = fields.value.fields;
  if (!only.localName.startsWith(service.serviceCode)) {
    return defect('InconsistentHeaders', 'the body element is not named after the service code');
  }
  return ok({
    kind: 'message',
    header: fields.value.fields,
    ...(fields.value.requestHash === undefined ? {} : { requestHash: fields.value.requestHash }),
    body: new BodyInMessage(text, only, plain),
    isResponse: only.localName.endsWith('Response'),
    attachments,
    soapBytes: bytes,
    source: { text, header },
  });
}

function readEnvelope(root: ScannedElement): Result<{ header?: ScannedElement; body?: ScannedElement }, MessageDefect> {
  if (!isSoap(root, 'Envelope')) return defect('InvalidSoap', 'the document is not a SOAP 1.1 envelope');
  if (root.attributes.some((attribute) => attribute.namespace === SOAP_ENVELOPE && attribute.localName === 'encodingStyle')) {
    return defect('InvalidSoap', 'RPC encoding is not part of the protocol');
  }
  if (root.text.trim() !== '') return defect('InvalidSoap', 'the envelope holds text');
  let header: ScannedElement | undefined;
  let body: ScannedElement | undefined;
  for (const child of root.children) {
    if (isSoap(child, 'Header') && header === undefined && body === undefined) header = child;
    else if (isSoap(child, 'Body') && body === undefined) body = child;
    else return defect('InvalidSoap', 'the envelope holds something beside one Header followed by one Body');
  }
  if (header !== undefined && header.text.trim() !== '') return defect('InvalidSoap', 'the header holds text');
  return ok({ ...(header === undefined ? {} : { header }), ...(body === undefined ? {} : { body }) });
}

function isSoap(element: ScannedElement, localName: string): boolean {
  return element.namespace === SOAP_ENVELOPE && element.localName === localName;
}
