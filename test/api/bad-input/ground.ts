import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../../src/platform/index.ts';
import { type Bearer, type Call, openTestGateway, type Reply } from '../../gateway.ts';
import { registryCode } from '../../register/organisations/office.ts';
import { hire, personalCode } from '../../town.ts';

const SKA = { institution: '70001975', kind: 'SKA' } as const;
const TEHIK = { institution: '70009770', kind: 'TEHIK' } as const;

/** People and codes of this country that nobody else of the test has. */
const FIRST_SERIAL = 100;

export type Ground = Awaited<ReturnType<typeof openGround>>;

/**
 * An installation whose doors are open and behind which nobody works: what calls have written is all that changes. Whoever there is to call it,
 * and what they call about.
 */
export async function openGround() {
  // No letter leaves: a worker would send it.
  const star = await openTestGateway({ roles: ['api', 'console'], siva: true, callsPerMinute: 1_000_000, smtpUrl: 'smtp://127.0.0.1:9' });
  const { db } = star.gateway.database;
  let serial = FIRST_SERIAL;
  const next = () => ++serial;
  /** Everything that somebody of a municipality may be. */
  const municipal = ['SOCIAL_WORKER', 'ADMIN', 'SETTLEMENT'] as const;
  const mari = await star.worker({ roles: municipal });
  const kalle = await star.worker({ roles: municipal });
  const neighbour = await star.worker({ roles: municipal, institution: '77000312', municipality: '0567' });
  const stranger = await star.worker({ roles: municipal, institution: '75006546', municipality: '0793' });
  const rein = await star.worker({ roles: ['SKA_SUPERVISION'], ...SKA });
  const juht = await star.worker({ roles: ['REGISTRY_MANAGER'], ...SKA });
  const lapse = await star.worker({ roles: ['SKA_CHILD_PROTECTION'], ...SKA });
  const anu = await star.worker({ roles: ['TEHIK_OPS'], ...TEHIK });
  const tiit = await star.worker({ roles: ['SUPPORT'], ...TEHIK });

  /** Makes something, and gives what was answered. */
  const made = async (call: Call, path: string, body?: unknown, method = 'POST'): Promise<Reply['body']> => {
    const reply = await call(method, path.startsWith('/console') ? path : `/api/v1${path}`, body);
    if (reply.status >= 300) throw new Error(`${method} ${path} answers ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const make = async (call: Call, path: string, body?: unknown, method = 'POST') => String((await made(call, path, body, method)).id);

  const client = (call: Call = mari) =>
    make(call, '/clients', { personalCode: personalCode(next()), firstName: 'Näidis', lastName: 'Isik' });
  const intake = async (call: Call = mari, more: object = {}) => {
    const clientId = await client(call);
    const subjects = [{ clientId, role: 'MAIN' }];
    const { intake: entered, proceeding } = (await made(call, '/intakes', {
      kind: 'APPLICATION_BENEFIT',
      channel: 'PHONE',
      problem: 'Toimetulek',
      subjects,
      ...more,
    })) as { intake: { id: string }; proceeding?: { id: string; no: string } };
    return { id: entered.id, clientId, proceeding };
  };
  const proceeding = async (call: Call = mari) => {
    const opened = await intake(call, { openProceeding: { kind: 'SIMPLE' } });
    if (opened.proceeding === undefined) throw new Error('no proceeding');
    return { id: opened.proceeding.id, no: opened.proceeding.no, clientId: opened.clientId, intakeId: opened.id };
  };

  return {
    star,
    mari,
    kalle,
    neighbour,
    stranger,
    rein,
    juht,
    lapse,
    anu,
    tiit,
    next,
    made,
    make,
    client,
    intake,
    proceeding,
    /** A worker of the municipality’s whom nothing else of the test is about. */
    colleague: () => hire(star.gateway.database, { username: `kolleeg-${next()}`, roles: ['SOCIAL_WORKER'], serial }),
    /** A worker of a municipality that has nothing yet. */
    elsewhere: () => star.worker({ roles: municipal, username: `mujal-${next()}`, serial, institution: registryCode() }),
    /** Somebody new, signed in. */
    newcomer: () => star.worker({ roles: municipal, username: `tulija-${next()}`, serial }),
    /** Somebody who has come to the self-service: TARA’s part is shown by test/api/self-service. */
    async citizen(): Promise<Bearer> {
      const token = randomBytes(32).toString('base64url');
      const id = newId();
      const at = star.clock.now().toString();
      await sql`insert into citizen (id, personal_code, first_name, last_name) values (${id}, ${personalCode(next())}, 'Mari', 'Maasikas')`.execute(
        db,
      );
      await sql`insert into citizen_session (id, token_hash, citizen_id, started_at, seen_at, auth_method, auth_level)
        values (${newId()}, ${createHash('sha256').update(token).digest()}, ${id}, ${at}, ${at}, 'SMART_ID', 'HIGH')`.execute(db);
      return { headers: { authorization: `Bearer ${token}` } };
    },
  };
}
