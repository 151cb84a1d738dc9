import { readFileSync } from 'node:fs';
import { type ClientId, fail, ok, parseClientId, type Result, type XRoadClient, type XRoadClientOptions, xroadClient } from '../index.ts';
import type { Values } from './options.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A way to one's own security server, and who asks. */
export interface Connection {
  readonly xroad: XRoadClient;
  readonly client: ClientId;
  readonly deadlineMs: number;
}

/** A whole exchange of a security server, 60 s. */
const DEADLINE_SECONDS = 60;

/** Opens the way that options or environment name; of what is missing, which option would say it. */
export function connect(values: Values, environment: Environment): Result<Connection, string> {
  const server = values.server ?? environment.XROAD_SECURITY_SERVER;
  const client = parseClientId(values.client ?? environment.XROAD_CLIENT ?? '');
  const seconds = Number(values.deadline ?? DEADLINE_SECONDS);
  if (server === undefined || !URL.canParse(server)) return fail('--server: the URL of your security server is missing.');
  if (client === undefined) return fail('--client: your member or subsystem is missing, as EE/GOV/70009770/star.');
  if (!(seconds > 0)) return fail('--deadline: seconds are wanted.');
  const tls = identity(values);
  if (!tls.ok) return tls;
  return ok({ xroad: xroadClient({ securityServers: [server], ...tls.value }), client, deadlineMs: seconds * 1000 });
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
