import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type ClientId,
  createMetadataClient,
  createXRoadClient,
  type Description,
  fail,
  formatClientId,
  formatServiceId,
  generateModule,
  type ListedClient,
  type ListedService,
  type MetadataClient,
  type MetadataFailure,
  ok,
  parseClientId,
  type Result,
  readWsdl,
  type ServiceId,
  type XRoadClientOptions,
} from '../index.ts';
import { USAGE } from './usage.ts';

/** What a command came to: what it prints, on which stream, and its exit code. */
export interface Done {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
}

/** A whole exchange of a security server, 60 s. */
const DEADLINE_SECONDS = 60;

const OPTIONS = {
  server: { type: 'string' },
  client: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  ca: { type: 'string' },
  import: { type: 'string' },
  deadline: { type: 'string' },
  rest: { type: 'boolean' },
  soap: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
type Environment = Readonly<Record<string, string | undefined>>;

const done = (out: string): Done => ({ code: 0, out, err: '' });
const misused = (why: string): Done => ({ code: 2, out: '', err: `${why}\n\n${USAGE}` });
const refused = ({ code, text }: MetadataFailure): Done => ({ code: 1, out: '', err: `${code}: ${text}\n` });

/** Runs one command of `star-xtee-gateway xroad`. */
export async function runCommand(argv: readonly string[], environment: Environment): Promise<Done> {
  const parsed = parse(argv);
  if (!parsed.ok) return misused(parsed.error);
  const { values, positionals } = parsed.value;
  const [command, operand, ...more] = positionals;
  if (values.help === true || command === 'help') return done(USAGE);
  if (command === undefined) return misused('There is no command.');
  if (more.length > 0) return misused(`${command} takes one operand.`);
  if (command === 'generate') return generate(operand, values);
  const ask = COMMANDS[command];
  if (ask === undefined) return misused(`There is no command ${command}.`);
  const opened = open(values, environment);
  if (!opened.ok) return misused(opened.error);
  const { metadata, close } = opened.value;
  try {
    return await ask({ metadata, operand, values });
  } finally {
    await close();
  }
}

interface Asking {
  readonly metadata: MetadataClient;
  readonly operand: string | undefined;
  readonly values: Values;
}

const COMMANDS: Readonly<Record<string, (asking: Asking) => Promise<Done>>> = {
  'list-clients': async ({ metadata, operand, values }) => listed(await metadata.listClients(operand), values, clientLine),
  'list-methods': (asking) => methods(asking, 'listMethods'),
  'allowed-methods': (asking) => methods(asking, 'allowedMethods'),
  'get-wsdl': async ({ metadata, operand }) => description(serviceIn(operand, true), (service) => metadata.getWsdl(service)),
  'get-openapi': async ({ metadata, operand }) => description(serviceIn(operand, false), (service) => metadata.getOpenApi(service)),
};

async function methods({ metadata, operand, values }: Asking, verb: 'listMethods' | 'allowedMethods'): Promise<Done> {
  const provider = operand === undefined ? undefined : parseClientId(operand);
  if (provider === undefined) return misused('A provider is named as EE/GOV/70008440/rr.');
  const protocol = values.rest === values.soap ? undefined : values.rest === true ? 'REST' : 'SOAP';
  return listed(await metadata[verb](provider, protocol), values, serviceLine);
}

function listed<T>(result: Result<readonly T[], MetadataFailure>, { json }: Values, line: (one: T) => string): Done {
  if (!result.ok) return refused(result.error);
  return done(json === true ? `${JSON.stringify(result.value, undefined, 2)}\n` : result.value.map((one) => `${line(one)}\n`).join(''));
}

function clientLine({ id, name, subsystemName }: ListedClient): string {
  return [formatClientId(id), name, ...(subsystemName === undefined ? [] : [subsystemName])].join('\t');
}

function serviceLine({ id, type, endpoints }: ListedService): string {
  return [type, formatServiceId(id), ...endpoints.map(({ method, path }) => `${method} ${path}`)].join('\t');
}

async function description(
  service: ServiceId | undefined,
  get: (service: ServiceId) => Promise<Result<Description, MetadataFailure>>,
): Promise<Done> {
  if (service === undefined) return misused('A service is named as EE/GOV/70008440/rr/RR456/v1; one of REST has no version.');
  const got = await get(service);
  return got.ok ? done(Buffer.from(got.value.bytes).toString('utf8')) : refused(got.error);
}

/** `EE/GOV/70008440/rr/RR456/v1`. A description is asked of subsystems: members have had no services of their own since X-Road 6. */
function serviceIn(text: string | undefined, versioned: boolean): ServiceId | undefined {
  const parts = text?.split('/') ?? [];
  const provider: ClientId | undefined = parseClientId(parts.slice(0, 4).join('/'));
  const [serviceCode, serviceVersion, ...more] = parts.slice(4);
  if (provider === undefined || serviceCode === undefined || more.length > 0 || (serviceVersion !== undefined && !versioned))
    return undefined;
  return { ...provider, serviceCode, ...(serviceVersion === undefined ? {} : { serviceVersion }) };
}

function generate(file: string | undefined, values: Values): Done {
  if (file === undefined) return misused('generate takes the name of a WSDL file.');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { code: 1, out: '', err: `${file} cannot be read.\n` };
  }
  const wsdl = readWsdl(text);
  if (!wsdl.ok) return refused(wsdl.error);
  return done(generateModule(wsdl.value, basename(file), values.import ?? 'star-xtee-gateway/xroad'));
}

function open(values: Values, environment: Environment): Result<{ metadata: MetadataClient; close: () => Promise<void> }, string> {
  const server = values.server ?? environment.XROAD_SECURITY_SERVER;
  const client = parseClientId(values.client ?? environment.XROAD_CLIENT ?? '');
  const seconds = Number(values.deadline ?? DEADLINE_SECONDS);
  if (server === undefined || !URL.canParse(server)) return fail('--server: the URL of your security server is missing.');
  if (client === undefined) return fail('--client: your member or subsystem is missing, as EE/GOV/70009770/star.');
  if (!(seconds > 0)) return fail('--deadline: seconds are wanted.');
  const tls = identity(values);
  if (!tls.ok) return tls;
  const xroad = createXRoadClient({ securityServers: [server], ...tls.value });
  return ok({ metadata: createMetadataClient({ xroad, client, deadlineMs: seconds * 1000 }), close: () => xroad.close() });
}

function identity({ cert, key, ca }: Values): Result<Pick<XRoadClientOptions, 'tls'>, string> {
  if (cert === undefined && key === undefined && ca === undefined) return ok({});
  if (cert === undefined || key === undefined || ca === undefined) return fail('--cert, --key and --ca go together.');
  try {
    return ok({ tls: { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8'), ca: readFileSync(ca, 'utf8') } });
  } catch {
    return fail('--cert, --key or --ca names a file that cannot be read.');
  }
}

function parse(argv: readonly string[]): Result<{ readonly values: Values; readonly positionals: readonly string[] }, string> {
  try {
    return ok(parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'The options are not understood.');
  }
}
