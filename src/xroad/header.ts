import type { ClientId, SecurityServerId, ServiceId } from './identifier.ts';
import { sameClient, sameService } from './identifier.ts';

/** On whose behalf the client asks (representation extension). */
export interface RepresentedParty {
  readonly partyClass?: string;
  readonly partyCode: string;
}

/** A token for the provider, of a type named by URN (security token extension). */
export interface SecurityToken {
  readonly tokenType?: string;
  readonly value: string;
}

/** Hints for the log of personal data usage (Andmejälgija, pdu_extension). */
export interface PersonalDataUsage {
  readonly reason?: string;
  readonly system?: string;
  readonly hidden?: boolean;
}

/** What travels in the SOAP header of a request and of its answer (PR-MESS 2.2). Texts are kept letter by letter, never trimmed. */
export interface XRoadHeader {
  readonly client: ClientId;
  readonly service: ServiceId;
  readonly id: string;
  /** `4.0`; anything that starts with `4.` is taken. */
  readonly protocolVersion: string;
  /** Country code and personal code of the official, `EE12345678901`. */
  readonly userId?: string;
  /** The case for which the question is asked; other parties see it. */
  readonly issue?: string;
  readonly securityServer?: SecurityServerId;
  readonly representedParty?: RepresentedParty;
  readonly securityToken?: SecurityToken;
  readonly pdu?: PersonalDataUsage;
}

/** The digest of the request that a security server writes into the answer. */
export interface RequestHash {
  readonly algorithmId: string;
  /** Base64 without line breaks. */
  readonly value: string;
}

/** The six header fields that security servers compare between request and answer; the first that differs, if any. */
export function firstDifference(request: XRoadHeader, response: XRoadHeader): string | undefined {
  if (!sameClient(request.client, response.client)) return 'client';
  if (!sameService(request.service, response.service)) return 'service';
  if (request.id !== response.id) return 'id';
  if (request.userId !== response.userId) return 'userId';
  if (request.issue !== response.issue) return 'issue';
  if (request.representedParty?.partyClass !== response.representedParty?.partyClass) return 'representedParty';
  if (request.representedParty?.partyCode !== response.representedParty?.partyCode) return 'representedParty';
  return undefined;
}
