import { parsePersonalCode } from '../../../estonia/index.ts';
import { fail, ok, type Result } from '../../../platform/index.ts';
import { type Certificate, isIssuedBy, isValidAt, keyUsageOf, readCertificate, subjectValue } from '../../../xroad/index.ts';
import type { Identity } from '../identity.ts';

/** Whoever issues cards: its own certificate, where trust ends, and where it tells whether one of its certificates is still good. */
export interface CardAuthority {
  readonly certificate: Certificate;
  readonly ocspUrl: string;
}

/** A card's certificate for signing in, as far as it can be judged by itself. */
export interface Card {
  readonly certificate: Certificate;
  readonly authority: CardAuthority;
  readonly identity: Identity;
}

/** Why a card is not taken; the reason is for the log. */
export interface CardRefusal {
  readonly code: 'ID_CARD_NOT_ACCEPTED' | 'ID_CARD_EXPIRED' | 'ID_CARD_REVOKED' | 'ID_CARD_NOT_CHECKED';
  readonly reason: string;
}

const OID = { surname: '2.5.4.4', serialNumber: '2.5.4.5', givenName: '2.5.4.42', keyUsage: '2.5.29.15', clientAuth: '1.3.6.1.5.5.7.3.2' };
/** Bits 0 and 1 of KeyUsage (RFC 5280, 4.2.1.3). The card's other certificate, for signatures, binds its owner: it is not for signing in. */
const [DIGITAL_SIGNATURE, NON_REPUDIATION] = [0x80, 0x40];
/** Extensions that are understood here: basic constraints, key usage, policies, extended key usage. Of others none may be critical (RFC 5280, 4.2). */
const UNDERSTOOD = ['2.5.29.19', OID.keyUsage, '2.5.29.32', '2.5.29.37'];

/**
 * Reads the certificate that a card has shown in a TLS handshake: issued by one of the authorities, valid now, for signing in, and a person's of
 * Estonia (ETSI EN 319 412-1, 5.1.3: `PNOEE-` and the personal code).
 */
export function readCard(der: Uint8Array, authorities: readonly CardAuthority[], at: Date): Result<Card, CardRefusal> {
  const refused = (reason: string) => fail({ code: 'ID_CARD_NOT_ACCEPTED', reason } as const);
  const certificate = readCertificate(der);
  if (certificate === undefined) return refused('unreadable');
  const authority = authorities.find((one) => isIssuedBy(certificate, one.certificate));
  if (authority === undefined) return refused('issuer');
  if (!isValidAt(certificate, at) || !isValidAt(authority.certificate, at)) return fail({ code: 'ID_CARD_EXPIRED', reason: 'validity' });
  if (!isForSigningIn(certificate)) return refused('usage');
  const personalCode = parsePersonalCode(/^PNOEE-(\d{11})$/.exec(subjectValue(certificate, OID.serialNumber) ?? '')?.[1] ?? '');
  if (personalCode === undefined) return refused('subject');
  const [firstName = '', lastName = ''] = [OID.givenName, OID.surname].map((part) => subjectValue(certificate, part));
  return ok({ certificate, authority, identity: { personalCode, firstName, lastName, method: 'ID_CARD', level: 'HIGH' } });
}

function isForSigningIn(certificate: Certificate): boolean {
  const { x509, structure } = certificate;
  const usage = keyUsageOf(certificate);
  return (
    !x509.ca &&
    (usage & DIGITAL_SIGNATURE) !== 0 &&
    (usage & NON_REPUDIATION) === 0 &&
    x509.keyUsage?.includes(OID.clientAuth) === true &&
    (structure.extensions ?? []).every(({ critical, extnID }) => !critical || UNDERSTOOD.includes(extnID))
  );
}
