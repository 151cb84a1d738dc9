import { type Clock, dateOf, type Failure, fail, failure, type Result } from '../../../platform/index.ts';
import type { Database } from '../../../storage/index.ts';
import { type Arrival, admitIdentified, type NotAdmitted, noteRefusal, openSession, type SignedIn } from '../open-session.ts';
import { type CardAuthority, type CardRefusal, readCard } from './card.ts';
import { checkStatus } from './status.ts';

const METHOD = 'ID_CARD';

interface Ports {
  readonly database: Database;
  readonly clock: Clock;
  /** Whose cards are taken. */
  readonly authorities: readonly CardAuthority[];
}

export interface CardSignIn extends Pick<Arrival, 'institutionId' | 'place'> {
  /** DER of the certificate whose key the browser has used in a TLS handshake; undefined where it has shown none. */
  readonly certificate: Uint8Array | undefined;
}

/** Signs a worker in by their ID-card (REQ-114, REQ-243). */
export async function signInByCard(
  { database, clock, authorities }: Ports,
  { certificate, ...where }: CardSignIn,
): Promise<Result<SignedIn, Failure<CardRefusal['code'] | 'ID_CARD_MISSING' | 'ACCOUNT_MISSING'> | NotAdmitted>> {
  const { db } = database;
  const at = clock.now();
  const refuse = async <const C extends string>(code: C, reason: string) => {
    await noteRefusal(db, at, { place: where.place, method: METHOD, reason }, code);
    return fail(failure(code));
  };
  if (certificate === undefined) return refuse('ID_CARD_MISSING', 'certificate');
  const card = readCard(certificate, authorities, dateOf(at));
  if (!card.ok) return refuse(card.error.code, card.error.reason);
  const status = await checkStatus(card.value, dateOf(at));
  if (!status.ok) return refuse(status.error.code, status.error.reason);
  const admitted = await admitIdentified(db, at, card.value.identity, where);
  return admitted.ok ? database.decide((tx) => openSession({ clock }, tx, admitted.value)) : admitted;
}
