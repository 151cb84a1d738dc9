import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Configuration, readConfiguration } from './configuration.ts';
import { ACCOUNTS, INSTITUTIONS, personalCodeOf, taraPeople } from './demo-people.ts';
import { makeDemoSeal } from './demo-seal.ts';
import { addMonths, monthOf, parseRegistryCode } from './estonia/index.ts';
import { openGateway } from './gateway.ts';
import { createLog, systemClock, Temporal, today } from './platform/index.ts';
import { createUser, type InstitutionKind } from './register/access/index.ts';
import { enterInstitution } from './register/organisations/index.ts';
import { enterCarers, enterSubsistenceGrants } from './services/index.ts';
import { type Country, createCountry, startSimulator } from './simulator/index.ts';
import { type Database, readMasterKeys, startEmbeddedPostgres } from './storage/index.ts';

const SEED = 2026;
const SIMULATOR_PORT = 8090;
const TARA_CLIENT = 'star-demo';

const began = performance.now();
process.once('uncaughtException', (error: Error & { readonly code?: string; readonly port?: number }) => {
  const taken = `Port ${error.port} is taken: does a demo run already? STAR_PORT and STAR_SIMULATOR_PORT choose other ones.`;
  console.error(error.code === 'EADDRINUSE' ? taken : error);
  process.exit(1);
});
const configuration = readConfiguration('demo', process.env);
if (!configuration.ok) {
  console.error(configuration.error.faults.join('\n'));
  process.exit(78);
}
const settings: Configuration = configuration.value;
const dataDir = resolve(settings.dataDir);
mkdirSync(dataDir, { recursive: true });
const log = createLog(settings.logLevel);
const clock = systemClock;

const masterKeys = readMasterKeys(kept('master.key', () => `1 ${randomBytes(32).toString('base64')}\n`));
if (!masterKeys.ok) {
  console.error(`${join(dataDir, 'master.key')}: ${masterKeys.error.text}`);
  process.exit(78);
}
const seal = { certFile: join(dataDir, 'seal.pem'), keyFile: join(dataDir, 'seal.key') };
if (!existsSync(seal.keyFile) || !existsSync(seal.certFile)) {
  const made = makeDemoSeal(new Date(clock.now().epochMilliseconds));
  writeFileSync(seal.certFile, made.certificate);
  writeFileSync(seal.keyFile, made.key, { mode: 0o600 });
}
const embedded =
  settings.database.url === undefined ? await startEmbeddedPostgres({ directory: join(dataDir, 'postgres'), log }) : undefined;
const country = createCountry({ seed: SEED, asOf: today(clock).toString() });
const { http } = settings;
const publicUrl = `http://${http.host}:${http.port}`;
const consoleUrl = `http://${http.host}:${http.opsPort ?? http.port}`;
const taraSecret = kept('tara.secret', () => randomBytes(24).toString('base64url'));
const simulator = await startSimulator({
  port: Number(process.env.STAR_SIMULATOR_PORT ?? SIMULATOR_PORT),
  country,
  clock,
  log,
  clients: [settings.xroad.client, 'EE/GOV/74000085/tkis', 'EE/GOV/74000091/kirst', 'EE/GOV/70008747/mis'],
  mayAsk: [settings.xroad.client],
  producer: { subsystem: settings.xroad.client, url: `http://127.0.0.1:${http.producerPort ?? http.port}/xroad/soap` },
  tara: {
    clientId: TARA_CLIENT,
    clientSecret: taraSecret,
    callbackUrls: [publicUrl, consoleUrl].map((url) => `${url}/api/v1/sessions/tara/callback`),
    people: taraPeople(country),
  },
});
const gateway = await openGateway({
  configuration: {
    ...settings,
    seal: settings.seal ?? seal,
    xroad: { ...settings.xroad, securityServers: [simulator.url] },
    documents: { sivaUrl: `${simulator.url}/siva`, ...settings.documents },
    tara: settings.tara ?? {
      issuer: `${simulator.url}/tara`,
      clientId: TARA_CLIENT,
      clientSecretFile: join(dataDir, 'tara.secret'),
      publicUrl,
      // STAR's own front-ends are others' work: their page here is the one on which the API can be tried.
      returnTo: `${publicUrl}/api/docs`,
      citizensReturnTo: `${publicUrl}/api/docs`,
      consoleUrl,
      level: 'HIGH',
    },
  },
  databaseUrl: settings.database.url ?? embedded?.url ?? '',
  masterKeys: masterKeys.value,
  clock,
  log,
});
const passwords = passwordsOf(ACCOUNTS.map(({ username }) => username));
await seed(gateway.database, country);
greet();

const stop = async () => {
  await gateway.close();
  await simulator.close();
  await embedded?.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

/** The accounts' passwords: each made when its account first appears, then always the same. */
function passwordsOf(usernames: readonly string[]): Readonly<Record<string, string>> {
  const before: Record<string, string> = JSON.parse(kept('demo-accounts.json', () => '{}'));
  const passwords = Object.fromEntries(usernames.map((username) => [username, before[username] ?? randomBytes(9).toString('base64url')]));
  writeFileSync(join(dataDir, 'demo-accounts.json'), JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

/** A secret of this demonstration: made once, then always the same, readable by nobody else on the machine. */
function kept(name: string, make: () => string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** Institutions, accounts, and the facts that other registers may ask for. Entering them again changes nothing. */
async function seed(database: Database, { personae, find }: Country): Promise<void> {
  await database.transaction(async (tx) => {
    const entered = new Map<string, { id: string; kind: InstitutionKind }>();
    for (const { code, name, kind, ehakCode } of INSTITUTIONS) {
      const registryCode = parseRegistryCode(code);
      if (registryCode === undefined) throw new Error(`${code} is no registry code`);
      entered.set(code, await enterInstitution(tx, { registryCode, name, kind, ...(ehakCode === undefined ? {} : { ehakCode }) }));
    }
    for (const [index, { username, name, work, isNew }] of ACCOUNTS.entries()) {
      const password = passwords[username];
      // Whoever looks around is not held up by a first sign-in, but for who is there to show it.
      const settledSince = isNew ? undefined : clock.now();
      for (const [code, role] of work) {
        const institution = entered.get(code);
        if (institution === undefined || password === undefined) throw new Error(`${username} cannot be entered`);
        const account = {
          username,
          password,
          personalCode: personalCodeOf(index),
          name,
          roles: [role],
          clientWork: 'Näidis',
          settledSince,
        };
        await createUser(tx, { ...account, institution });
      }
    }
    const person = find(personae.UNEMPLOYED_PARENT ?? '');
    if (person !== undefined) {
      const { personalCode, firstName, lastName } = person;
      const months = [3, 2, 1].map((back) => addMonths(monthOf(today(clock)), -back));
      await enterSubsistenceGrants(
        tx,
        months.map((month) => ({ personalCode, firstName, lastName, month })),
      );
    }
    const caredFor = find(personae.LONE_PENSIONER ?? '');
    if (person !== undefined && caredFor !== undefined) {
      const { personalCode, firstName, lastName } = person;
      const begins = Temporal.PlainDate.from('2026-01-01');
      await enterCarers(tx, [
        {
          personalCode,
          firstName,
          lastName,
          duties: [{ caredFor: caredFor.personalCode, kind: 'CARER', begins, ends: undefined }],
          benefits: [{ reference: '12345614', municipality: 'Paide linn', begins, ends: undefined }],
        },
      ]);
    }
  });
}

function greet(): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const accounts = ACCOUNTS.map(
    ({ username, work, isNew }) =>
      `  ${username.padEnd(24)} ${passwords[username]?.padEnd(14)} ${work.map(([, role]) => role).join(', ')}${isNew ? ' (signs in for the first time)' : ''}`,
  );
  console.log(`
STAR X-tee gateway, DEMO: synthetic people, a simulated X-Road. Ready after ${seconds} s.

  Internal API      ${gateway.url}/api/docs
  Operators         ${gateway.url}/console
  Other registers   ${gateway.url}/xroad/wsdl/star.wsdl
  Security server   ${simulator.url} (simulated; who is who: ${simulator.url}/simulator/personae)
  TARA              ${simulator.url}/tara (simulated: the console's door leads there, and so does ${gateway.url}/api/v1/sessions/tara)

Demo accounts (refused outside the demo):
${accounts.join('\n')}

In a second shell: npm run demo:tour. Ctrl-C stops; the data stay under ${dataDir}.
`);
}
