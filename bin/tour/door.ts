import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const gateway = process.env.STAR_TOUR_URL ?? 'http://127.0.0.1:8080';
export const securityServer = process.env.STAR_TOUR_SECURITY_SERVER_URL ?? 'http://127.0.0.1:8090';
export const dataDir = resolve(process.env.STAR_DATA_DIR ?? '.data');

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export type Call = (method: string, path: string, body?: unknown) => Promise<Reply>;

/** What every part of the tour works with: a case worker who is signed in, who plays whom, and what is asked for. */
export interface Tour {
  readonly mari: Call;
  readonly personae: Readonly<Record<string, string>>;
  /** The last whose declarations are in. */
  readonly month: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly justification: string;
}

let steps = 0;

/** Says what a step is about, and whether it came out as it should. */
export function step(text: string, as: boolean, came: unknown): void {
  steps += 1;
  console.log(`${as ? '✓' : '✗'} ${String(steps).padStart(2)}  ${text}\n        ${JSON.stringify(came)}`);
  if (!as) {
    console.error(`\nStep ${steps} is not as it says.`);
    process.exit(1);
  }
}

export async function send(url: string, method: string, headers: Record<string, string>, body?: unknown): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    console.error(`Nobody answers at ${new URL(url).origin}: start npm run demo in another shell first.`);
    process.exit(1);
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

export async function signIn(username: string): Promise<Call> {
  const passwords = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8'));
  const session = await send(`${gateway}/api/v1/sessions`, 'POST', {}, { username, password: passwords[username] });
  step(`${username} signs in`, session.status === 201, { status: session.status });
  return (method, path, body) =>
    send(`${gateway}${path}`, method, { authorization: `Bearer ${session.body.token}`, 'accept-language': 'en' }, body);
}

/** The client file of a person, found or entered. */
export async function clientFile(call: Call, personalCode: string): Promise<string> {
  const found = await call('POST', '/api/v1/clients/search', { personalCode });
  const [known] = found.body.items as { id: string }[];
  if (known !== undefined) return known.id;
  const entered = await call('POST', '/api/v1/clients', { personalCode, firstName: 'Näidis', lastName: 'Isik' });
  return String(entered.body.id);
}

/** The first is the main subject, and the others family, unless they are carers. */
export async function openProceeding(
  call: Call,
  kind: string,
  clientIds: readonly string[],
  carers: ReadonlySet<string> = new Set(),
): Promise<string> {
  const { status, body } = await call('POST', '/api/v1/intakes', {
    kind: 'APPLICATION_BENEFIT',
    channel: 'IN_PERSON',
    problem: 'Toimetulekuraskused',
    actualAddress: { text: 'Pärnu tn 5, Paide', country: 'EE', municipalityCode: '0567' },
    subjects: clientIds.map((clientId, index) => ({
      clientId,
      role: index === 0 ? 'MAIN' : carers.has(clientId) ? 'CARER' : 'FAMILY_MEMBER',
    })),
    openProceeding: { kind },
  });
  const proceeding = body.proceeding as { id: string; no: string; state: string } | undefined;
  if (proceeding === undefined) step(`a proceeding (${kind}) is opened with the intake`, false, body);
  step(`a proceeding (${kind}) is opened with the intake`, status === 201 && proceeding?.state === 'OPENED', {
    no: proceeding?.no,
    state: proceeding?.state,
  });
  return proceeding?.id ?? '';
}
