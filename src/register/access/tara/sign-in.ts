import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type Clock, type Failure, fail, failure, type Language, ok, type Result, type Temporal } from '../../../platform/index.ts';
import type { Database, Db, Tx } from '../../../storage/index.ts';
import type { Identity } from '../identity.ts';
import { type Arrival, admitIdentified, type NotAdmitted, noteRefusal, openSession, type Place, type SignedIn } from '../open-session.ts';
import type { TaraCode, TaraProvider } from './provider.ts';
import { hashOfSecret, secretsOf, type TaraFront } from './secrets.ts';
import { deleteBegunBefore, findIdentity, insertBegun, saveIdentity, spendIdentity, takeAnswer } from './store.ts';

/** How long somebody may take at TARA, minutes: to look for the card, for the telephone, for the PIN. */
const AT_TARA_MINUTES = 15;
/** How long TARA's word then counts, minutes: to choose the institution. */
const IDENTITY_MINUTES = 5;
/** From the beginning to the end, seconds: as long as the browser keeps the secret. */
export const TARA_SIGN_IN_SECONDS = (AT_TARA_MINUTES + IDENTITY_MINUTES) * 60;

/** How a sign-in at TARA is called in the log, until it is known by what somebody has shown who they are. */
const METHOD = 'TARA';

interface Ports {
  readonly database: Database;
  readonly clock: Clock;
}

/** Begins a sign-in: a secret for the browser to keep, and where it goes with it. */
export async function beginTara(
  { database, clock, tara }: Ports & { readonly tara: TaraProvider },
  { front, callbackUrl, language }: { readonly front: TaraFront; readonly callbackUrl: string; readonly language: Language },
): Promise<Result<{ readonly secret: string; readonly url: URL }, Failure<TaraCode>>> {
  const secret = randomBytes(32).toString('base64url');
  const url = await tara.authorizationUrl(secretsOf(secret, front), callbackUrl, language);
  if (!url.ok) return fail(failure(url.error.code));
  await insertBegun(database.db, hashOfSecret(secret), clock.now());
  return ok({ secret, url: url.value });
}

export interface TaraAnswer {
  /** Of the browser that brings the answer; one that has none has nothing that fits. */
  readonly secret: string;
  readonly front: TaraFront;
  /** The address to which TARA has sent it. */
  readonly returned: URL;
  readonly place: Place;
}

/**
 * Takes TARA's answer: once, from the browser that began, within the time. Whoever it vouches for is not signed in by that: they say where they go
 * in from our own page, by a call that no other page can make for them.
 */
export async function answerTara(
  { database: { db }, clock, tara }: Ports & { readonly tara: TaraProvider },
  { secret, front, returned, place }: TaraAnswer,
): Promise<Result<void, Failure<TaraCode | 'TARA_SIGN_IN_UNKNOWN'>>> {
  const at = clock.now();
  const refuse = async <const C extends string>(code: C, reason: string) => {
    await noteRefusal(db, at, { place, method: METHOD, reason }, code);
    return fail(failure(code));
  };
  const secrets = secretsOf(secret, front);
  if (!isSame(returned.searchParams.get('state') ?? '', secrets.state)) return refuse('TARA_SIGN_IN_UNKNOWN', 'state');
  if (!(await takeAnswer(db, hashOfSecret(secret), at, at.subtract({ minutes: AT_TARA_MINUTES }))))
    return refuse('TARA_SIGN_IN_UNKNOWN', 'answered_or_too_old');
  const identity = await tara.identify(returned, secrets);
  if (!identity.ok) return refuse(identity.error.code, identity.error.reason);
  await saveIdentity(db, hashOfSecret(secret), identity.value);
  return ok(undefined);
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(hashOfSecret(a), hashOfSecret(b));
}

/** Whom TARA has vouched for to this browser, not long ago. */
export async function identityOf({ database, clock }: Ports, secret: string): Promise<Result<Identity, Failure<'TARA_SIGN_IN_UNKNOWN'>>> {
  const identity = await findIdentity(database.db, hashOfSecret(secret), clock.now().subtract({ minutes: IDENTITY_MINUTES }));
  return identity === undefined ? fail(failure('TARA_SIGN_IN_UNKNOWN')) : ok(identity);
}

/** Signs a worker in whom TARA has vouched for. Its word is spent by that, and by nothing that is refused. */
export async function signInByTara(
  ports: Ports,
  { secret, ...where }: Pick<Arrival, 'institutionId' | 'place'> & { readonly secret: string },
): Promise<Result<SignedIn, Failure<'TARA_SIGN_IN_UNKNOWN' | 'ACCOUNT_MISSING'> | NotAdmitted>> {
  const { database, clock } = ports;
  const identity = await identityOf(ports, secret);
  if (!identity.ok) return identity;
  const admitted = await admitIdentified(database.db, clock.now(), identity.value, where);
  if (!admitted.ok) return admitted;
  return database.decide(async (tx): Promise<Result<SignedIn, Failure<'TARA_SIGN_IN_UNKNOWN' | 'ACCOUNT_INACTIVE'>>> => {
    if (!(await spend(tx, secret))) return fail(failure('TARA_SIGN_IN_UNKNOWN'));
    return openSession({ clock }, tx, admitted.value);
  });
}

/** Spends TARA's word to a browser. False: it is spent. */
export async function spend(tx: Tx, secret: string): Promise<boolean> {
  return spendIdentity(tx, hashOfSecret(secret));
}

/** Throws away sign-ins that nobody can finish any more. */
export async function forgetTara(db: Db, now: Temporal.Instant): Promise<void> {
  await deleteBegunBefore(db, now.subtract({ seconds: TARA_SIGN_IN_SECONDS }));
}
