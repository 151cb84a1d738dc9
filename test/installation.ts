import { type Configuration, ROLES, type Role, readConfiguration } from '../src/configuration.ts';
import type { AllRegistrySettings, Protocol } from '../src/queries/index.ts';
import type { Quotas } from '../src/register/supervision/index.ts';
import type { MasterKeys } from '../src/storage/index.ts';

const demo = readConfiguration('demo', {});
if (!demo.ok) throw new Error(demo.error.faults.join('\n'));

/** STAR's own subsystem, and each register's, as the configuration files say. */
export const STAR = demo.value.xroad.client;
export const SUBSYSTEMS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(demo.value.registries).map(([name, { subsystem }]) => [name, subsystem]),
);

export const MASTER_KEYS: MasterKeys = new Map([[1, new Uint8Array(32).fill(3)]]);

const unconfirmed = (period: string) => ({ period, confirmed: false });
export const PERIODS: Configuration['retention']['periods'] = {
  BASE_DATA: unconfirmed('P5Y'),
  MASS_ORDER: unconfirmed('P5Y'),
  ACCOUNTING: unconfirmed('P7Y'),
  EMPLOYEE: unconfirmed('P5Y'),
  LOG: unconfirmed('P5Y'),
};

/** What is agreed with registers in tests that do not care. */
export function settingsOf(registries: readonly string[]): AllRegistrySettings {
  return Object.fromEntries(registries.map((registry) => [registry, { concurrency: 8 }]));
}

const much = { hour: { questions: 1e9, persons: 1e9 }, day: { questions: 1e9, persons: 1e9 } };
/** So much that nobody stands above it. */
export const BOUNDLESS: Quotas = { worker: much, institution: much, ceilingTimes: 10 };

export interface TestInstallation {
  readonly roles?: readonly Role[];
  readonly redis?: Configuration['redis'];
  readonly concurrency?: number;
  readonly otlpUrl?: string;
  readonly seal?: Configuration['seal'];
  readonly smtpUrl?: string;
  /** Tests ask as nobody works: none is set where a test does not. */
  readonly quotas?: Quotas;
  /** Where documents lie, and who looks at them. Not told: on the disk, and nobody. */
  readonly documents?: Configuration['documents'];
  /** Signatures are checked by the SiVa that stands beside the security server. */
  readonly siva?: true;
  /** By register; the others are asked by SOAP. */
  readonly protocols?: Readonly<Record<string, Protocol>>;
  /** Default: any that is free. */
  readonly port?: number;
  readonly tara?: Configuration['tara'];
  readonly idCard?: Configuration['idCard'];
  readonly trustedProxies?: string[];
}

/** An installation for tests before the given security server, on any free port. */
export function testConfiguration(
  securityServer: string,
  {
    roles = ROLES,
    redis,
    otlpUrl,
    seal,
    smtpUrl,
    concurrency = 8,
    protocols = {},
    quotas = BOUNDLESS,
    documents = {},
    siva,
    port = 0,
    tara,
    idCard,
    trustedProxies,
  }: TestInstallation = {},
): Configuration {
  return {
    mode: 'demo',
    roles: [...roles],
    logLevel: 'silent',
    http: { host: '127.0.0.1', port, secureCookies: false, ...(trustedProxies === undefined ? {} : { trustedProxies }) },
    ...(tara === undefined ? {} : { tara }),
    ...(idCard === undefined ? {} : { idCard }),
    dataDir: '.test',
    documents: siva === undefined ? documents : { ...documents, sivaUrl: `${securityServer}/siva` },
    database: { maxConnections: 20 },
    mail: { from: 'STAR <star@example.ee>', ...(smtpUrl === undefined ? {} : { smtpUrl }) },
    ...(redis === undefined ? {} : { redis }),
    ...(seal === undefined ? {} : { seal }),
    xroad: { client: STAR, securityServers: [securityServer] },
    registries: Object.fromEntries(
      Object.entries(SUBSYSTEMS).map(([name, subsystem]) => [name, { subsystem, concurrency, protocol: protocols[name] ?? 'soap' }]),
    ),
    writes: { carerInsuranceKind: [{ from: '2020-01-01', code: '39', confirmed: false }] },
    feeds: [],
    quotas,
    retention: { periods: PERIODS },
    tracing: { ...(otlpUrl === undefined ? {} : { otlpUrl }), sampleRatio: 1 },
    producer: { allowed: {} },
  };
}
