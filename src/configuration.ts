import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { type ConfigFaults, type EnvironmentSetting, loadConfig, type Result } from './platform/index.ts';
import { FEED_CODES, PROTOCOLS, registriesWithTwins, WEEKDAYS } from './queries/index.ts';
import { AUTH_LEVELS } from './register/access/index.ts';

const Port = Type.Integer({ minimum: 0, maximum: 65_535 });
const SubsystemId = Type.String({ pattern: '^[^/]+/[^/]+/[^/]+/[^/]+$' });
const Path = Type.String({ minLength: 1 });
const Url = Type.String({ pattern: '^https?://' });
const RedisUrl = Type.String({ pattern: '^rediss?://' });
const HourOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });
const Network = Type.String({ pattern: '^[0-9a-fA-F.:]+(/[0-9]{1,3})?$' });
const strict = { additionalProperties: false };

/** What a process of the gateway can be: one of them, several, or all. */
export const ROLES = ['api', 'worker', 'producer', 'console'] as const;
export type Role = (typeof ROLES)[number];

const Count = Type.Object({ questions: Type.Integer({ minimum: 1 }), persons: Type.Integer({ minimum: 1 }) }, strict);
const Quota = Type.Object({ hour: Count, day: Count }, strict);
const DatedCode = Type.Object(
  { from: Type.String({ format: 'date' }), code: Type.String({ minLength: 1 }), confirmed: Type.Boolean() },
  strict,
);
const StatutePeriod = Type.Object({ period: Type.String({ pattern: '^P[1-9][0-9]?Y$' }), confirmed: Type.Boolean() }, strict);

/** Everything that differs between installations. Defaults stand in config/default.yaml, the demo's in config/demo.yaml. */
export const Configuration = Type.Object(
  {
    /** `demo` makes its own secrets and accounts and asks a simulated X-Road; `production` refuses to start on either. */
    mode: Type.Union([Type.Literal('demo'), Type.Literal('production')]),
    roles: Type.Array(Type.Enum([...ROLES]), { minItems: 1, uniqueItems: true }),
    logLevel: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    http: Type.Object(
      {
        host: Type.String(),
        port: Port,
        /** Where other registers' requests arrive from our security server. Absent: the same port as everything else. */
        producerPort: Type.Optional(Port),
        /** Where operators' pages and metrics are. Absent: the same port as everything else. */
        opsPort: Type.Optional(Port),
        /** Cookies only over TLS. Behind a TLS-terminating proxy this stays true. */
        secureCookies: Type.Boolean(),
        /** Addresses and networks of the proxies before us, whose word is taken for where a call comes from. Absent: there are none. */
        trustedProxies: Type.Optional(Type.Array(Network)),
      },
      strict,
    ),
    /** Signing in by TARA, the state authentication service. Absent: it is not offered. */
    tara: Type.Optional(
      Type.Object(
        {
          issuer: Url,
          clientId: Type.String({ minLength: 1 }),
          clientSecretFile: Path,
          /** Where browsers find the internal API: `/api/v1/sessions/tara/callback` below it is registered with TARA. */
          publicUrl: Url,
          /** The page of the front-end to which people come back. */
          returnTo: Url,
          /** The same of the self-service (iseteenindus). Absent: citizens are not let in. */
          citizensReturnTo: Type.Optional(Url),
          /** Where operators’ browsers find the console: the same path below it is registered too. Absent: it does not offer TARA. */
          consoleUrl: Type.Optional(Url),
          /** The least level of assurance that is taken. */
          level: Type.Enum([...AUTH_LEVELS]),
        },
        strict,
      ),
    ),
    /** Whose ID-cards are taken. A trusted proxy asks for them and hands their certificates over. Absent: signing in by them is not offered. */
    idCard: Type.Optional(
      Type.Object(
        {
          /** Each that issues cards: its certificate (PEM), and where it tells whether one of its own is still good. */
          authorities: Type.Array(Type.Object({ certFile: Path, ocspUrl: Url }, strict), { minItems: 1 }),
        },
        strict,
      ),
    ),
    /** Where documents, the embedded database and the demo's secrets lie. */
    dataDir: Type.String({ minLength: 1 }),
    database: Type.Object(
      { url: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })), maxConnections: Type.Integer({ minimum: 4, maximum: 500 }) },
      strict,
    ),
    /**
     * Queue and cache on Redis or Valkey; absent: on PostgreSQL. One server by its address; with `sentinels`, the master that they know by the name
     * which stands in the address for its host; or the nodes of a Cluster.
     */
    redis: Type.Optional(
      Type.Union([
        Type.Object({ url: RedisUrl, sentinels: Type.Optional(Type.Array(RedisUrl, { minItems: 1 })) }, strict),
        Type.Object({ cluster: Type.Array(RedisUrl, { minItems: 1 }) }, strict),
      ]),
    ),
    documents: Type.Object(
      {
        /** An object storage for their bytes. Absent: `documents` in the data directory. */
        s3: Type.Optional(
          Type.Object(
            {
              endpoint: Url,
              region: Type.String({ minLength: 1 }),
              bucket: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$' }),
              accessKeyId: Type.String({ minLength: 1 }),
              /** A file with the secret access key alone. */
              secretAccessKeyFile: Path,
            },
            strict,
          ),
        ),
        /** Where ClamAV's daemon listens: a socket of the machine's, or a host and a port. Absent: nothing is scanned. */
        clamd: Type.Optional(
          Type.Union([Type.Object({ path: Path }, strict), Type.Object({ host: Type.String({ minLength: 1 }), port: Port }, strict)]),
        ),
        /** SiVa, which checks signatures. Absent: those of documents wait. */
        sivaUrl: Type.Optional(Url),
      },
      strict,
    ),
    /** A file that the job which backs PostgreSQL up touches when it has ended. Absent: nobody here knows how old the last backup is. */
    backupMarkFile: Type.Optional(Path),
    /** A file with a line for each master key, its version and 32 random bytes in base64: they wrap every data key. */
    masterKeyFile: Type.Optional(Type.String({ minLength: 1 })),
    /** Letters by e-mail: the server that they are given to, `smtp://` or `smtps://` with user and password; absent: none are taken. From whom they are. */
    mail: Type.Object({ smtpUrl: Type.Optional(Type.String({ pattern: '^smtps?://' })), from: Type.String({ pattern: '@' }) }, strict),
    /** The installation's e-seal (e-tempel), certificate and key as PEM: exported evidence is signed with it. Absent: none is exported. */
    seal: Type.Optional(Type.Object({ certFile: Path, keyFile: Path }, strict)),
    xroad: Type.Object(
      {
        /** The subsystem under which we ask and answer. */
        client: SubsystemId,
        securityServers: Type.Array(Url, { minItems: 1 }),
        /** Our certificate and key, as PEM or in one PKCS#12 file, and the security server's own certificate (PEM). Renewed files are used without a restart. */
        tls: Type.Optional(
          Type.Union([
            Type.Object({ certFile: Path, keyFile: Path, caFile: Path }, strict),
            Type.Object({ pkcs12File: Path, passphraseFile: Type.Optional(Path), caFile: Path }, strict),
          ]),
        ),
      },
      strict,
    ),
    registries: Type.Record(
      Type.String(),
      Type.Object(
        {
          subsystem: SubsystemId,
          /** Exchanges at a time, over all workers. */
          concurrency: Type.Integer({ minimum: 1, maximum: 200 }),
          /** Exchanges that may begin in a minute, over all workers. */
          perMinute: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
          /** When it is not to be asked: from and to are hours in Tallinn. */
          maintenance: Type.Optional(
            Type.Array(
              Type.Object({ days: Type.Array(Type.Enum([...WEEKDAYS]), { minItems: 1 }), from: HourOfDay, to: HourOfDay }, strict),
            ),
          ),
          /** How it is asked what it takes both by SOAP and by REST. Absent: by SOAP. */
          protocol: Type.Optional(Type.Enum([...PROTOCOLS])),
        },
        strict,
      ),
    ),
    /** Codes of registers' that are not public and that writes need, by the first day they apply to. None: those writes are refused. */
    writes: Type.Object({ carerInsuranceKind: Type.Array(DatedCode) }, strict),
    /** Feeds of changes that are read. Each has to be agreed with its register first. */
    feeds: Type.Array(Type.Enum([...FEED_CODES]), { uniqueItems: true }),
    /** How much a worker and an institution ask before supervision is told; from `ceilingTimes` as much on, it is refused. */
    quotas: Type.Object({ worker: Quota, institution: Quota, ceilingTimes: Type.Number({ minimum: 2 }) }, strict),
    retention: Type.Object(
      {
        /** When a dry run is made by itself: on a day of the month, so that the registry manager finds it. Absent: never. */
        dryRunOnDay: Type.Optional(Type.Integer({ minimum: 1, maximum: 28 })),
        /** How long what the law leaves to the statute is kept, and whether the controller has confirmed it. */
        periods: Type.Object(
          { BASE_DATA: StatutePeriod, MASS_ORDER: StatutePeriod, ACCOUNTING: StatutePeriod, EMPLOYEE: StatutePeriod, LOG: StatutePeriod },
          strict,
        ),
      },
      strict,
    ),
    tracing: Type.Object(
      {
        /** A collector that takes OTLP over HTTP, without `/v1/traces`. Absent: nothing is traced. */
        otlpUrl: Type.Optional(Url),
        /** Which part of the traces that begin here is told. */
        sampleRatio: Type.Number({ minimum: 0, maximum: 1 }),
      },
      strict,
    ),
    producer: Type.Object({ allowed: Type.Record(Type.String(), Type.Array(SubsystemId)) }, strict),
  },
  strict,
);

export type Configuration = Static<typeof Configuration>;

/** The environment variables that replace settings; the rest is for files. */
export const environmentSettings = [
  { variable: 'STAR_ROLE', path: ['roles'], read: (text) => (text.trim() === 'all' ? [...ROLES] : named(text)) },
  { variable: 'STAR_HOST', path: ['http', 'host'] },
  { variable: 'STAR_PORT', path: ['http', 'port'], read: Number },
  { variable: 'STAR_PRODUCER_PORT', path: ['http', 'producerPort'], read: Number },
  { variable: 'STAR_OPS_PORT', path: ['http', 'opsPort'], read: Number },
  { variable: 'STAR_TRUSTED_PROXIES', path: ['http', 'trustedProxies'], read: named },
  { variable: 'STAR_DATA_DIR', path: ['dataDir'] },
  { variable: 'STAR_DATABASE_URL', path: ['database', 'url'] },
  { variable: 'STAR_REDIS_URL', path: ['redis', 'url'] },
  { variable: 'STAR_REDIS_SENTINELS', path: ['redis', 'sentinels'], read: named },
  { variable: 'STAR_REDIS_CLUSTER', path: ['redis', 'cluster'], read: named },
  { variable: 'STAR_BACKUP_MARK_FILE', path: ['backupMarkFile'] },
  { variable: 'STAR_MASTER_KEY_FILE', path: ['masterKeyFile'] },
  { variable: 'STAR_SECURITY_SERVER_URL', path: ['xroad', 'securityServers'], read: named },
  { variable: 'STAR_SMTP_URL', path: ['mail', 'smtpUrl'] },
  { variable: 'STAR_OTLP_URL', path: ['tracing', 'otlpUrl'] },
  { variable: 'STAR_LOG_LEVEL', path: ['logLevel'] },
] as const satisfies readonly EnvironmentSetting[];

/** Several with commas between them. */
function named(text: string): string[] {
  return text.split(',').map((name) => name.trim());
}

/** Also read: `STAR_CONFIG`, the path of a file laid over the defaults. */
export const CONFIG_FILE_VARIABLE = 'STAR_CONFIG';
/** What `--role` of the command line stands before. */
export const ROLE_VARIABLE = 'STAR_ROLE';

const root = resolve(import.meta.dirname, '..');

/** The configuration of a mode: its files, then the file named by `STAR_CONFIG`, then the environment. */
export function readConfiguration(
  mode: Configuration['mode'],
  environment: Readonly<Record<string, string | undefined>>,
): Result<Configuration, ConfigFaults> {
  const named = environment[CONFIG_FILE_VARIABLE];
  const files = [
    resolve(root, 'config/default.yaml'),
    ...(mode === 'demo' ? [resolve(root, 'config/demo.yaml')] : []),
    ...(named === undefined || named === '' ? [] : [resolve(named)]),
  ];
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) return { ok: false, error: { code: 'CONFIGURATION_INVALID', faults: [`there is no file ${missing}`] } };
  const untold =
    mode === 'production'
      ? NEEDED.filter(({ path }) => !isTold(loadConfig(Type.Unknown(), files, environmentSettings, environment), path))
      : [];
  if (untold.length > 0) return { ok: false, error: { code: 'CONFIGURATION_INVALID', faults: untold.map(({ why }) => why) } };
  const loaded = loadConfig(Configuration, files, environmentSettings, environment);
  if (!loaded.ok) return loaded;
  const faults = [...protocolFaults(loaded.value), ...(mode === 'production' ? productionFaults(loaded.value) : [])];
  return faults.length === 0 ? loaded : { ok: false, error: { code: 'CONFIGURATION_INVALID', faults } };
}

/** What production must be told: nothing that matters is guessed. */
const NEEDED = [
  { path: ['database', 'url'], why: 'database.url (STAR_DATABASE_URL): a PostgreSQL of its own' },
  {
    path: ['masterKeyFile'],
    why: 'masterKeyFile (STAR_MASTER_KEY_FILE): a file with its own master key: `1 ` and 32 random bytes in base64',
  },
  { path: ['xroad', 'client'], why: 'xroad.client: the subsystem under which it asks and answers' },
  { path: ['xroad', 'securityServers'], why: 'xroad.securityServers (STAR_SECURITY_SERVER_URL): where its security server is' },
] as const;

function isTold(read: Result<unknown, ConfigFaults>, path: readonly string[]): boolean {
  let at: unknown = read.ok ? read.value : undefined;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return at !== undefined;
}

/** A register without a REST service that we know how to ask. */
function protocolFaults({ registries }: Configuration): string[] {
  const known = registriesWithTwins();
  return Object.entries(registries).flatMap(([name, { protocol = 'soap' }]) =>
    protocol === 'soap' || known.has(name) ? [] : [`registries.${name}.protocol: only soap: nothing of this register can be asked by REST`],
  );
}

/** What production does not start with, however complete it is. */
function productionFaults(configuration: Configuration): string[] {
  const faults: string[] = [];
  if (configuration.mode !== 'production') faults.push('mode: must be production');
  if (configuration.xroad.tls === undefined && configuration.xroad.securityServers.some((url) => url.startsWith('https:'))) {
    faults.push('xroad.tls: an https security server authenticates us by a client certificate');
  }
  if (configuration.idCard !== undefined && configuration.http.trustedProxies === undefined) {
    faults.push('idCard: http.trustedProxies (STAR_TRUSTED_PROXIES) names nobody who may hand a certificate over');
  }
  for (const name of ['issuer', 'publicUrl', 'returnTo', 'citizensReturnTo', 'consoleUrl'] as const) {
    if (configuration.tara?.[name]?.startsWith('http:')) faults.push(`tara.${name}: https, or anybody on the way can be anybody`);
  }
  return faults;
}
