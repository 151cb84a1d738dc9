import { parsePersonalCode } from '../../estonia/index.ts';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyBytes, type Db, type Places, statement, type Tx } from '../../storage/index.ts';
import type { Actor } from './actor.ts';
import type { Authentication, AuthLevel, AuthMethod } from './identity.ts';
import type { Standing } from './limit.ts';
import type { Role } from './role.ts';

type Tables = {
  app_user: { id: string; personal_code: string; name: string; password_own_since: Date | null; profile_filled: boolean };
  membership: { user_id: string; institution_id: string; roles: Role[]; active: boolean };
  session: {
    id: string;
    token_hash: Uint8Array;
    user_id: string;
    institution_id: string;
    started_at: Date;
    seen_at: Date;
    address: string;
    device: string | null;
    locked: boolean;
    auth_method: AuthMethod;
    auth_level: AuthLevel;
  };
  terms_of_use: { version: number };
  terms_acceptance: { user_id: string; version: number };
};

const tables = (db: Db) => db.withTables<Tables>();

/** A session, with the person's present name and roles: a role taken away is gone at the next call. */
export interface Session extends Standing, Authentication {
  readonly actor: Actor;
  readonly startedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
}

export async function insertSession(
  tx: Tx,
  session: {
    id: string;
    tokenHash: Uint8Array;
    userId: string;
    institutionId: string;
    at: Temporal.Instant;
    address: string;
    device: string | undefined;
  } & Authentication,
): Promise<void> {
  await tables(tx)
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      user_id: session.userId,
      institution_id: session.institutionId,
      started_at: dateOf(session.at),
      seen_at: dateOf(session.at),
      address: session.address,
      device: session.device ?? null,
      locked: false,
      auth_method: session.method,
      auth_level: session.level,
    })
    .execute();
}

/** Sessions of people who still work where they signed in. */
function selectSessions(db: Db) {
  return tables(db)
    .selectFrom('session')
    .innerJoin('app_user', 'app_user.id', 'session.user_id')
    .innerJoin('membership', (join) =>
      join.onRef('membership.user_id', '=', 'session.user_id').onRef('membership.institution_id', '=', 'session.institution_id'),
    )
    .select((eb) => [
      'session.token_hash',
      'session.id',
      'session.user_id',
      'session.institution_id',
      'session.started_at',
      'session.seen_at',
      'session.locked',
      'session.auth_method',
      'session.auth_level',
      'app_user.personal_code',
      'app_user.name',
      'app_user.password_own_since',
      'app_user.profile_filled',
      'membership.roles',
      eb
        .exists(
          eb
            .selectFrom('terms_acceptance')
            .select('version')
            .whereRef('terms_acceptance.user_id', '=', 'session.user_id')
            .where(
              'version',
              '=',
              eb.selectFrom('terms_of_use').select((terms) => terms.fn.max('terms_of_use.version').as('version')),
            ),
        )
        .$castTo<boolean>()
        .as('terms_accepted'),
    ])
    .where('membership.active', '=', true);
}

type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSessions>['executeTakeFirstOrThrow']>>;

const selectByToken = statement((db, { tokenHashes }: Places<{ tokenHashes: readonly Uint8Array[] }>) =>
  selectSessions(db).where('session.token_hash', '=', anyBytes(tokenHashes)),
);

/** The sessions behind tokens, each in its token's place. */
export async function findSessions(db: Db, tokenHashes: readonly Uint8Array[]): Promise<readonly (Session | undefined)[]> {
  const rows = await selectByToken(db, { tokenHashes });
  const sessions = rows.map((row) => ({ tokenHash: row.token_hash, session: sessionOf(row) }));
  return tokenHashes.map((hash) => sessions.find(({ tokenHash }) => Buffer.compare(tokenHash, hash) === 0)?.session);
}

export async function findSession(db: Db, id: string): Promise<Session | undefined> {
  const row = await selectSessions(db).where('session.id', '=', id).executeTakeFirst();
  return row && sessionOf(row);
}

function sessionOf(row: SessionRow): Session | undefined {
  const personalCode = parsePersonalCode(row.personal_code);
  return (
    personalCode && {
      actor: {
        userId: row.user_id,
        personalCode,
        name: row.name,
        institutionId: row.institution_id,
        roles: row.roles,
        sessionId: row.id,
      },
      startedAt: instantOf(row.started_at),
      seenAt: instantOf(row.seen_at),
      locked: row.locked,
      method: row.auth_method,
      level: row.auth_level,
      passwordOwnSince: row.password_own_since === null ? undefined : instantOf(row.password_own_since),
      termsAccepted: row.terms_accepted,
      profileFilled: row.profile_filled,
    }
  );
}

/** Throws away sessions not used since one time or begun before another. */
export async function deleteSessionsBefore(
  db: Db,
  { seenAt, startedAt }: { seenAt: Temporal.Instant; startedAt: Temporal.Instant },
): Promise<void> {
  await tables(db)
    .deleteFrom('session')
    .where((eb) => eb.or([eb('seen_at', '<=', dateOf(seenAt)), eb('started_at', '<=', dateOf(startedAt))]))
    .execute();
}

/** Writes down that a session was used, where it was last seen before `since`. Of calls that come at the same moment one does, and none waits for it. */
export async function touchSession(db: Db, id: string, at: Temporal.Instant, since: Temporal.Instant): Promise<void> {
  await tables(db)
    .updateTable('session')
    .set({ seen_at: dateOf(at) })
    .where('id', '=', (eb) =>
      eb.selectFrom('session').select('id').where('id', '=', id).where('seen_at', '<=', dateOf(since)).forUpdate().skipLocked(),
    )
    .execute();
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await tables(db).deleteFrom('session').where('id', '=', id).execute();
}

/** Ends a person's sessions: in one institution where it is given, all but one where that is. */
export async function deleteSessionsOf(
  tx: Tx,
  userId: string,
  { institutionId, but }: { institutionId?: string; but?: string } = {},
): Promise<void> {
  await tables(tx)
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .$if(institutionId !== undefined, (query) => query.where('institution_id', '=', institutionId ?? ''))
    .$if(but !== undefined, (query) => query.where('id', '<>', but ?? ''))
    .execute();
}

/** Ends a person's sessions from other addresses than the given one, and gives the ids of those that were alive: used since one time, begun after another. */
export async function deleteSessionsElsewhere(
  tx: Tx,
  userId: string,
  address: string,
  alive: { seenAt: Temporal.Instant; startedAt: Temporal.Instant },
): Promise<readonly string[]> {
  const rows = await tables(tx)
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .where('address', '<>', address)
    .returning(['id', 'seen_at', 'started_at'])
    .execute();
  return rows
    .filter(({ seen_at, started_at }) => seen_at > dateOf(alive.seenAt) && started_at > dateOf(alive.startedAt))
    .map(({ id }) => id);
}

/** Locks a session's screen, or opens it. */
export async function setLocked(tx: Tx, id: string, locked: boolean): Promise<void> {
  await tables(tx).updateTable('session').set({ locked }).where('id', '=', id).execute();
}
