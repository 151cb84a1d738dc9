import { defect, type MessageDefect } from '../defect.ts';
import type { RepresentedParty } from '../header.ts';
import { type ClientId, isAcceptableIdentifier, type SecurityServerId, type ServiceId } from '../identifier.ts';
import { MAX_HEADER_TEXT_LENGTH, MAX_MESSAGE_BYTES } from '../limits.ts';
import { ok, type Result } from '../result.ts';
import type { HttpRequest } from '../transport.ts';
import { encodeParts, partsOf } from './parts.ts';
import { followed, type SentBody } from './sent-body.ts';

/** What is to be asked of a REST service (PR-REST 4). Identifiers are plain: they are encoded here. */
export interface RestRequest {
  readonly client: ClientId;
  /** Without version: a REST service has none. With subsystem: the security servers demand one. */
  readonly service: Omit<ServiceId, 'serviceVersion'> & { readonly subsystemCode: string };
  readonly method: HttpRequest['method'];
  /** What follows the service code, raw: begins with a slash, already percent-encoded, passed on as it is. */
  readonly path?: string;
  /** Without question mark, already percent-encoded. */
  readonly query?: string;
  /** A UUID, new with every attempt. */
  readonly id: string;
  /** `EE` and the personal code. */
  readonly userId?: string;
  readonly issue?: string;
  readonly securityServer?: SecurityServerId;
  readonly representedParty?: RepresentedParty;
  /** The provider's own headers. X-Road's, and those that end at the next hop, are refused. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Content of great length is a function that begins anew each time it is called. */
  readonly body?: { readonly contentType: string; readonly content: Uint8Array | (() => AsyncIterable<Uint8Array>) };
}

/** A request ready to leave, letter by letter. */
export interface PreparedRestRequest {
  readonly id: string;
  readonly client: ClientId;
  readonly service: RestRequest['service'];
  readonly http: HttpRequest;
  readonly sent: SentBody;
}

/** The security servers throw these away (protocol 2.2), so a provider never sees them, and the request hash is without them. */
const ENDS_AT_NEXT_HOP =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|user-agent|server|content-length|expect)$/i;
const TOKEN = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
/** Visible ASCII and blanks inside. Anything else means something else to each of the programs on the way. */
const HEADER_VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
const RAW_PATH = /^(?:\/[\x21\x24-\x3b\x3d\x40-\x5a\x5f\x61-\x7a\x7c\x7e]*)?$/;
const RAW_QUERY = /^[\x21\x24-\x3b\x3d\x3f-\x5a\x5f\x61-\x7a\x7c\x7e]*$/;
/** A segment that leads out of its place, plain or encoded: programs on the way resolve it before rights are looked up. */
const DOTS = /^(?:\.|%2e){1,2}$/i;
/** A body with one of these methods is signed and logged, and never delivered (protocol 0, 13). */
const WITHOUT_BODY: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Writes a REST request (PR-REST 4.1-4.4). What a security server would refuse, or quietly change, is refused here before anything leaves.
 *
 * Errors: `InvalidRequest`, `InvalidHttpMethod`, `InvalidClientIdentifier`.
 */
export function prepareRestRequest(request: RestRequest): Result<PreparedRestRequest, MessageDefect> {
  const { client, service, method, path = '', query, id, body } = request;
  const asked = [service.xRoadInstance, service.memberClass, service.memberCode, service.subsystemCode, service.serviceCode];
  const asker = partsOf(client);
  if (!asker.every(isAcceptableIdentifier))
    return defect('InvalidClientIdentifier', 'a part of the client identifier cannot stand in a message');
  if (!asked.every(isAcceptableIdentifier)) return defect('InvalidRequest', 'a part of the service identifier cannot stand in a message');
  if ([...asker, ...asked, ...path.split('/')].some((part) => DOTS.test(part))) {
    return defect('InvalidRequest', 'a part of the path leads out of its place');
  }
  if (!RAW_PATH.test(path)) return defect('InvalidRequest', 'the path does not begin with a slash, or is not percent-encoded');
  if (query !== undefined && !RAW_QUERY.test(query)) return defect('InvalidRequest', 'the query is not percent-encoded');
  if (body !== undefined && WITHOUT_BODY.has(method))
    return defect('InvalidHttpMethod', 'a body with this method never reaches the provider');
  if (body?.content instanceof Uint8Array && body.content.length > MAX_MESSAGE_BYTES)
    return defect('InvalidRequest', `the body is larger than ${MAX_MESSAGE_BYTES} bytes`);

  const { securityServer, representedParty, userId, issue } = request;
  const own: [string, string | undefined][] = [
    ['X-Road-Client', encodeParts(asker)],
    ['X-Road-Id', id],
    ['X-Road-UserId', userId],
    ['X-Road-Issue', issue],
    [
      'X-Road-Security-Server',
      securityServer &&
        encodeParts([securityServer.xRoadInstance, securityServer.memberClass, securityServer.memberCode, securityServer.serverCode]),
    ],
    [
      'X-Road-Represented-Party',
      representedParty &&
        encodeParts([...(representedParty.partyClass === undefined ? [] : [representedParty.partyClass]), representedParty.partyCode]),
    ],
  ];
  const theirs = Object.entries(request.headers ?? {});
  const foreign = theirs.find(
    ([name]) => !TOKEN.test(name) || /^x-road-/i.test(name) || ENDS_AT_NEXT_HOP.test(name) || name.toLowerCase() === 'content-type',
  );
  if (foreign !== undefined) return defect('InvalidRequest', 'a header is not the provider’s own, or would end at the next hop');
  const named = new Set(theirs.map(([name]) => name.toLowerCase()));
  const headers = [
    ...own.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
    // Exactly this, or a security server's errors come as XML (protocol 2.4).
    ...(named.has('accept') ? [] : [['Accept', 'application/json'] as const]),
    ...(named.has('accept-encoding') ? [] : [['Accept-Encoding', 'identity'] as const]),
    ...(body === undefined ? [] : [['Content-Type', body.contentType] as const]),
    ...theirs,
  ];
  if (id === '' || !headers.every(([, value]) => HEADER_VALUE.test(value) && value.length <= MAX_HEADER_TEXT_LENGTH)) {
    return defect('InvalidRequest', 'a header is empty, too long, or holds more than visible ASCII');
  }
  const fullPath = `/r1/${encodeParts(asked)}${path}${query === undefined ? '' : `?${query}`}`;
  const sent = followed(body?.content);
  return ok({
    id,
    client,
    service,
    http: { method, path: fullPath, headers, ...(sent.body === undefined ? {} : { body: sent.body }) },
    sent,
  });
}
