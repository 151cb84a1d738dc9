import { randomBytes } from 'node:crypto';
import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Database, Db } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import {
  type Citizen,
  deleteCitizenSession,
  deleteCitizenSessionsBefore,
  findCitizenSession,
  insertCitizenSession,
  keepCitizen,
  touchCitizenSession,
} from './citizen-store.ts';
import { hasEnded, hashOf, oldestAlive } from './session.ts';
import { identityOf, spend } from './tara/index.ts';

interface Ports {
  readonly database: Database;
  readonly clock: Clock;
}

/** Lets somebody into the self-service (iseteenindus) whom TARA has vouched for: anybody. Its word is spent by that. Gives the session's token. */
export async function signCitizenIn(ports: Ports, secret: string): Promise<Result<string, Failure<'TARA_SIGN_IN_UNKNOWN'>>> {
  const identity = await identityOf(ports, secret);
  if (!identity.ok) return identity;
  const { method, level } = identity.value;
  const at = ports.clock.now();
  return ports.database.decide(async (tx): Promise<Result<string, Failure<'TARA_SIGN_IN_UNKNOWN'>>> => {
    if (!(await spend(tx, secret))) return fail(failure('TARA_SIGN_IN_UNKNOWN'));
    const token = randomBytes(32).toString('base64url');
    const citizenId = await keepCitizen(tx, newId(), identity.value);
    await insertCitizenSession(tx, { id: newId(), tokenHash: hashOf(token), citizenId, at, method, level });
    const object = { type: 'citizen', id: citizenId };
    await appendAudit(tx, { action: 'CITIZEN_SIGN_IN', at, system: 'access', object, outcome: 'DONE', details: { method, level } });
    return ok(token);
  });
}

/** Says which citizen stands behind a token, and takes it for a sign of life. A worker's token is none. */
export async function citizenBehind(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  token: string,
): Promise<Result<Citizen, Failure<'SESSION_MISSING' | 'SESSION_EXPIRED'>>> {
  const session = await findCitizenSession(db, hashOf(token));
  if (session === undefined) return fail(failure('SESSION_MISSING'));
  const now = clock.now();
  const { citizen } = session;
  if (hasEnded(session, now)) {
    await deleteCitizenSession(db, citizen.sessionId);
    return fail(failure('SESSION_EXPIRED'));
  }
  await touchCitizenSession(db, citizen.sessionId, now);
  return ok(citizen);
}

export async function signCitizenOut({ database, clock }: Ports, citizen: Citizen): Promise<void> {
  await database.transaction(async (tx) => {
    await deleteCitizenSession(tx, citizen.sessionId);
    const object = { type: 'citizen', id: citizen.id };
    await appendAudit(tx, { action: 'CITIZEN_SIGN_OUT', at: clock.now(), system: 'access', object, outcome: 'DONE' });
  });
}

/** Throws away citizens' sessions that have ended. */
export async function forgetCitizenSessions(db: Db, clock: Clock): Promise<void> {
  await deleteCitizenSessionsBefore(db, oldestAlive(clock.now()));
}
