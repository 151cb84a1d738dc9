import { type Clock, dateOf, type Failure, fail, failure, ok, type Result } from '../../../platform/index.ts';
import type { Database } from '../../../storage/index.ts';
import type { Actor } from '../actor.ts';
import type { Identity } from '../identity.ts';
import { type Arrival, admitIdentified, type NotAdmitted, noteRefusal, openSession, type Place, type SignedIn } from '../open-session.ts';
import { mayUnlock, type NotUnlocked, unlock } from '../unlock-screen.ts';
import { type CardAuthority, type CardRefusal, readCard } from './card.ts';
import { checkStatus } from './status.ts';

const METHOD = 'ID_CARD';

interface Ports {
  readonly database: Database;
  readonly clock: Clock;
  /** Whose cards are taken. */
  readonly authorities: readonly CardAuthority[];
}

interface Shown {
  /** DER of the certificate whose key the browser has used in a TLS handshake; undefined where it has shown none. */
  readonly certificate: Uint8Array | undefined;
  readonly place: Place;
}

type NotTaken = Failure<CardRefusal['code'] | 'ID_CARD_MISSING'>;

/** Whose card it is, if it is good now (REQ-243). */
async function identityBy({ database, clock, authorities }: Ports, { certificate, place }: Shown): Promise<Result<Identity, NotTaken>> {
  const at = clock.now();
  const refuse = async <const C extends string>(code: C, reason: string) => {
    await noteRefusal(database.db, at, { place, method: METHOD, reason }, code);
    return fail(failure(code));
  };
  if (certificate === undefined) return refuse('ID_CARD_MISSING', 'certificate');
  const card = readCard(certificate, authorities, dateOf(at));
  if (!card.ok) return refuse(card.error.code, card.error.reason);
  const status = await checkStatus(card.value, dateOf(at));
  return status.ok ? ok(card.value.identity) : refuse(status.error.code, status.error.reason);
}

/** Signs a worker in by their ID-card (REQ-114). */
export async function signInByCard(
  ports: Ports,
  { certificate, ...where }: Shown & Pick<Arrival, 'institutionId'>,
): Promise<Result<SignedIn, NotTaken | Failure<'ACCOUNT_MISSING'> | NotAdmitted>> {
  const { database, clock } = ports;
  const identity = await identityBy(ports, { certificate, place: where.place });
  if (!identity.ok) return identity;
  const admitted = await admitIdentified(database.db, clock.now(), identity.value, where);
  return admitted.ok ? database.decide((tx) => openSession({ clock }, tx, admitted.value)) : admitted;
}

/** Opens a locked screen again by the card of whoever has left it. */
export async function unlockByCard(ports: Ports, actor: Actor, shown: Shown): Promise<Result<void, NotTaken | NotUnlocked>> {
  const identity = await identityBy(ports, shown);
  if (!identity.ok) return identity;
  const may = await mayUnlock(ports, actor, identity.value);
  return may.ok ? ports.database.decide((tx) => unlock(ports, tx, actor, identity.value)) : may;
}
