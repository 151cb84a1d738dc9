import { randomBytes } from 'node:crypto';
import { makePersonalCode, type PersonalCode, parseRegistryCode } from '../src/estonia/index.ts';
import { Temporal } from '../src/platform/index.ts';
import { createUser, type InstitutionKind, type Role } from '../src/register/access/index.ts';
import { enterInstitution } from '../src/register/organisations/index.ts';
import type { Database } from '../src/storage/index.ts';

/** A synthetic person's code; each serial number another person. */
export function personalCode(serial: number, birthDate = '1985-03-14'): PersonalCode {
  return makePersonalCode(Temporal.PlainDate.from(birthDate), 'FEMALE', serial);
}

export interface Worker {
  readonly userId: string;
  readonly username: string;
  readonly password: string;
  readonly personalCode: PersonalCode;
  readonly institutionId: string;
}

/** Whatever a test's clock shows, those who are hired have been through their first sign-in, and their passwords are not old yet. */
const SETTLED = Temporal.Instant.from('2100-01-01T00:00:00Z');

/** Enters an institution and one worker of it, for a test to act as. */
export async function hire(
  database: Database,
  who: {
    username: string;
    name?: string;
    roles: readonly Role[];
    institution?: string;
    kind?: InstitutionKind;
    /** The municipality's code (EHAK). */
    municipality?: string;
    serial: number;
    /** Of somebody whom the registers know; else nobody's. */
    personalCode?: PersonalCode;
  },
): Promise<Worker> {
  const registryCode = parseRegistryCode(who.institution ?? '70000349');
  if (registryCode === undefined) throw new Error('not a registry code');
  const password = randomBytes(12).toString('hex');
  const code = who.personalCode ?? personalCode(who.serial, '1970-01-02');
  return database.transaction(async (tx) => {
    const institution = await enterInstitution(tx, {
      registryCode,
      name: 'Näidisvald',
      kind: who.kind ?? 'KOV',
      ...(who.municipality === undefined ? {} : { ehakCode: who.municipality }),
    });
    const user = await createUser(tx, {
      username: who.username,
      password,
      personalCode: code,
      name: who.name ?? 'Mari Maasikas',
      institution,
      roles: who.roles,
      clientWork: 'Kliendid',
      settledSince: SETTLED,
    });
    if (!user.ok) throw new Error(user.error.code);
    return { userId: user.value.userId, username: who.username, password, personalCode: code, institutionId: institution.id };
  });
}
