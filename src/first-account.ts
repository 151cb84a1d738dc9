import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { readConfiguration } from './configuration.ts';
import { parsePersonalCode, parseRegistryCode } from './estonia/index.ts';
import { createLog, systemClock } from './platform/index.ts';
import { openFirstAccount } from './register/access/index.ts';
import { enterInstitution } from './register/organisations/index.ts';
import { openDatabase } from './storage/index.ts';

/**
 * `npm run accounts:first < person.json`: lets the registry manager of a new installation in (docs/operations.md). What it is told comes by standard
 * input, since a personal code has no business among a machine's processes.
 */

/** 16 random bytes: nobody guesses it before it is changed at the first sign-in. */
const PASSWORD_BYTES = 16;

const strict = { additionalProperties: false };
const Text = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Person = Type.Object(
  { username: Text, name: Text, personalCode: Text, institution: Type.Object({ registryCode: Text, name: Text }, strict) },
  strict,
);

const configuration = readConfiguration('production', process.env);
if (!configuration.ok) refuse(configuration.error.faults.join('\n'));
const { url } = configuration.value.database;
if (url === undefined) throw new Error('a complete configuration lacks a database');
const person = readPerson(readFileSync(0, 'utf8'));
const password = randomBytes(PASSWORD_BYTES).toString('base64url');

const database = await openDatabase({ url, maxConnections: 2, log: createLog('error') });
await database.migrate();
const opened = await database.decide(async (tx) => {
  const { registryCode, name } = person.institution;
  const institution = await enterInstitution(tx, { registryCode, name, kind: 'SKA' });
  return openFirstAccount(systemClock, tx, { ...person, password, institution });
});
await database.close();
if (!opened.ok) refuse(`${opened.error.code}. Nothing has been entered.`);
console.log(`${person.username} may sign in with the password ${password} until it is changed at the first sign-in.`);

function readPerson(text: string) {
  const given: unknown = parsed(text);
  if (!Check(Person, given)) refuse(`Wanted: {"username", "name", "personalCode", "institution": {"registryCode", "name"}}, as JSON.`);
  const [personalCode, registryCode] = [parsePersonalCode(given.personalCode), parseRegistryCode(given.institution.registryCode)];
  if (personalCode === undefined) refuse('PERSONAL_CODE_INVALID');
  if (registryCode === undefined) refuse('REGISTRY_CODE_INVALID');
  return { ...given, personalCode, institution: { name: given.institution.name, registryCode } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** EX_CONFIG of sysexits.h, as the gateway itself. */
function refuse(text: string): never {
  console.error(text);
  process.exit(78);
}
