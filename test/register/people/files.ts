import { type Caller, type Door, signedIn } from '../../api/door.ts';
import { hire, personalCode } from '../../town.ts';

/** A municipality's worker, signed in. */
export async function workerOf(door: Door, serial: number, more: Partial<Parameters<typeof hire>[1]> = {}): Promise<Caller> {
  return signedIn(door.app, await hire(door.database, { username: `worker-${serial}`, roles: ['SOCIAL_WORKER'], serial, ...more }));
}

/** Enters somebody; without a personal code where none is given. */
export async function enter(call: Caller, code?: string, more: object = {}): Promise<string> {
  const who = code === undefined ? { notInPopulationRegister: true } : { personalCode: code };
  const { status, body } = await call('POST', '/api/v1/clients', { firstName: 'Kati', lastName: 'Kask', ...who, ...more });
  if (status !== 201) throw new Error(`a person was not entered: ${body.code}`);
  return String(body.id);
}

/** Registers an intake about people, the first of them its main subject, and opens a proceeding where a kind is given. */
export async function intake(call: Caller, clientIds: readonly string[], kind?: string, more: object = {}) {
  const { status, body } = await call('POST', '/api/v1/intakes', {
    kind: 'APPLICATION_BENEFIT',
    channel: 'PHONE',
    problem: 'Toimetulekuraskused',
    subjects: clientIds.map((clientId, index) => ({ clientId, role: index === 0 ? 'MAIN' : 'FAMILY_MEMBER' })),
    ...(kind === undefined ? {} : { openProceeding: { kind } }),
    ...more,
  });
  if (status !== 201) throw new Error(`an intake was not registered: ${body.code}`);
  const { intake: registered, proceeding } = body as { intake: { id: string }; proceeding?: { id: string } };
  return { intakeId: registered.id, proceedingId: proceeding?.id ?? '' };
}

let serial = 100;
/** The code of somebody whom no test has met. */
export function newCode() {
  serial += 1;
  return personalCode(serial);
}
