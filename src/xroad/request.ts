import { defect, type MessageDefect } from './defect.ts';
import type { XRoadHeader } from './header.ts';
import { HEADER_NAMESPACES, writeHeader } from './header-writer.ts';
import { isAcceptableIdentifier } from './identifier.ts';
import { libxmlAccepts } from './libxml.ts';
import { MAX_HEADER_TEXT_LENGTH, MAX_SOAP_BYTES } from './limits.ts';
import { type Attachment, type Outgoing, type Packaging, packMessage } from './mime/index.ts';
import { SOAP_ENVELOPE } from './namespaces.ts';
import { requestHashOf } from './request-hash.ts';
import { ok, type Result } from './result.ts';
import { scan } from './scan.ts';
import { isXmlText } from './xml-text.ts';

/** A request ready to leave: the bytes are sent exactly so, since the hash and the security server's signature are over them. */
export interface PreparedRequest extends Outgoing {
  readonly header: XRoadHeader;
  /** The SOAP message; with attachments, the first part. */
  readonly bytes: Uint8Array;
  /** What a security server will put into the answer: see {@link requestHashOf}. */
  readonly requestHash: string;
  readonly bodyLocalName: string;
}

const OPENING = `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="${SOAP_ENVELOPE}"${HEADER_NAMESPACES}><SOAP-ENV:Header>`;
const BETWEEN = '</SOAP-ENV:Header><SOAP-ENV:Body>';
const CLOSING = '</SOAP-ENV:Body></SOAP-ENV:Envelope>';

/**
 * Writes a request message (PR-MESS 2). What the security server would refuse is refused here, with its code, before anything leaves:
 * identifiers, control characters, protocol version, a body that is not exactly one element named after the service.
 *
 * @param bodyXml the body element as a document of its own, without XML declaration
 * @param attachments what goes with it, referenced from the body by `cid:`
 */
export function prepareRequest(
  header: XRoadHeader,
  bodyXml: string,
  attachments: readonly Attachment[] = [],
  packaging: Packaging = 'swaRef',
): Result<PreparedRequest, MessageDefect> {
  const flaw = flawOf(header);
  if (flaw !== undefined) return flaw;
  if (bodyXml.startsWith('<?xml')) return defect('InvalidBody', 'the body element brings an XML declaration');
  if (!bodyXml.isWellFormed()) return defect('InvalidBody', 'the body element holds lone surrogates');
  const body = scan(bodyXml, 'utf-8');
  if (!body.ok) return defect('InvalidBody', `the body is not one well-formed element: ${body.error.text}`);
  if (!body.value.plain && !libxmlAccepts(Buffer.from(bodyXml))) return defect('InvalidBody', 'the body is not one well-formed element');
  const { localName } = body.value.root;
  if (!localName.startsWith(header.service.serviceCode)) {
    return defect('InconsistentHeaders', 'the body element is not named after the service code');
  }
  if (localName.endsWith('Response')) return defect('InvalidMessage', 'a body element named Response makes an answer, not a request');
  const bytes = Buffer.from(OPENING + writeHeader(header) + BETWEEN + bodyXml + CLOSING);
  if (bytes.length > MAX_SOAP_BYTES) return defect('InvalidBody', `the request is larger than ${MAX_SOAP_BYTES} bytes`);
  const outgoing = packMessage(bytes, attachments, packaging);
  return outgoing.ok ? ok({ header, bytes, requestHash: requestHashOf(bytes), bodyLocalName: localName, ...outgoing.value }) : outgoing;
}

type Flaw = { readonly ok: false; readonly error: MessageDefect };

/** In the security server's order: protocolVersion, client, id, service; then the rest. */
function flawOf(header: XRoadHeader): Flaw | undefined {
  if (!header.protocolVersion.startsWith('4.') || !isHeaderText(header.protocolVersion)) {
    return defect('InvalidProtocolVersion', 'only protocol version 4 is spoken');
  }
  if (!areIdentifiers([header.client.xRoadInstance, header.client.memberClass, header.client.memberCode, header.client.subsystemCode])) {
    return defect('InvalidClientIdentifier', "a part of 'client' is empty or holds characters that no identifier may");
  }
  if (header.id === '') return defect('MissingHeaderField', "the required header field 'id' is empty");
  if (!isHeaderText(header.id)) return defect('InvalidXml', "the header field 'id' holds control characters or is too long");
  const { service, securityServer } = header;
  const serviceParts = [service.xRoadInstance, service.memberClass, service.memberCode, service.subsystemCode];
  if (!areIdentifiers([...serviceParts, service.serviceCode, service.serviceVersion])) {
    return defect('InvalidXml', "a part of 'service' is empty or holds characters that no identifier may");
  }
  if (securityServer !== undefined && !areIdentifiers(Object.values(securityServer))) {
    return defect('InvalidXml', "a part of 'securityServer' is empty or holds characters that no identifier may");
  }
  const flaw =
    flawOfText('userId', header.userId) ??
    flawOfText('issue', header.issue) ??
    flawOfText('partyClass', header.representedParty?.partyClass) ??
    flawOfText('partyCode', header.representedParty?.partyCode) ??
    flawOfText('reason', header.pdu?.reason) ??
    flawOfText('system', header.pdu?.system) ??
    flawOfText('tokenType', header.securityToken?.tokenType);
  if (flaw !== undefined) return flaw;
  if (header.securityToken !== undefined && !isXmlText(header.securityToken.value)) {
    return defect('InvalidXml', "the header field 'securityToken' holds control characters");
  }
  return undefined;
}

function flawOfText(name: string, text: string | undefined): Flaw | undefined {
  if (text === undefined || isHeaderText(text)) return undefined;
  return defect('InvalidXml', `the header field '${name}' holds control characters or is too long`);
}

function areIdentifiers(parts: readonly (string | undefined)[]): boolean {
  return parts.every((part) => part === undefined || (isAcceptableIdentifier(part) && isXmlText(part)));
}

function isHeaderText(text: string): boolean {
  return text.length <= MAX_HEADER_TEXT_LENGTH && isXmlText(text) && !/\p{Cc}/u.test(text);
}
