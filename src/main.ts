import { accessSync, constants, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ROLE_VARIABLE, ROLES, readConfiguration } from './configuration.ts';
import { openGateway } from './gateway.ts';
import { createLog, systemClock } from './platform/index.ts';
import { readMasterKeys } from './storage/index.ts';

/** How long a stop may take before the process ends anyway, ms: above the longest deadline of an exchange would be too long for a rolling restart. */
const STOP_WITHIN = 30_000;

/** Production: refuses to start without a configuration that is complete, then serves until it is told to stop. */
async function start(): Promise<void> {
  const configuration = readConfiguration('production', { ...process.env, ...commandLine() });
  if (!configuration.ok) return refuse(configuration.error.faults);
  const { roles, database, masterKeyFile, logLevel, xroad, documents, tara, idCard } = configuration.value;
  if (database.url === undefined || masterKeyFile === undefined) throw new Error('a complete configuration lacks something');
  const files = [
    masterKeyFile,
    ...(roles.includes('worker') ? Object.values(xroad.tls ?? {}) : []),
    // Only producers have nothing to do with documents.
    ...(documents.s3 === undefined || roles.every((role) => role === 'producer') ? [] : [documents.s3.secretAccessKeyFile]),
    ...(roles.some((role) => role === 'api' || role === 'console')
      ? [...(tara === undefined ? [] : [tara.clientSecretFile]), ...(idCard?.authorities.map(({ certFile }) => certFile) ?? [])]
      : []),
  ];
  const unreadable = files.filter((file) => !isReadable(file));
  if (unreadable.length > 0) return refuse(unreadable.map((file) => `${file} cannot be read`));
  const masterKeys = readMasterKeys(readFileSync(masterKeyFile, 'utf8'));
  if (!masterKeys.ok) return refuse([`${masterKeyFile}: ${masterKeys.error.text}`]);
  const log = createLog(logLevel);
  const gateway = await openGateway({
    configuration: configuration.value,
    databaseUrl: database.url,
    masterKeys: masterKeys.value,
    clock: systemClock,
    log,
  }).catch((error: unknown) => {
    log.fatal({ err: error }, 'the gateway could not be opened');
    return process.exit(1);
  });
  log.info({ url: gateway.url, roles }, 'the gateway is open');
  const stop = async () => {
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    await gateway.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** `--role api,console` stands before what the environment says. */
function commandLine(): { readonly [ROLE_VARIABLE]?: string } {
  try {
    const { role } = parseArgs({ options: { role: { type: 'string' } } }).values;
    return role === undefined ? {} : { [ROLE_VARIABLE]: role };
  } catch {
    return refuse([`the command line: all it may say is --role, with ${ROLES.join(', ')} or several with commas between them, or all`]);
  }
}

/** Exit code 78 is EX_CONFIG of sysexits.h: a supervisor need not try again. */
function refuse(faults: readonly string[]): never {
  console.error(
    `The gateway does not start: its configuration is not complete (config/production.example.yaml).\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
  );
  process.exit(78);
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

await start();
