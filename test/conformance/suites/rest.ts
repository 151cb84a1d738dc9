import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import {
  classifyFault,
  prepareRestRequest,
  readRestFault,
  readRestRequest,
  writeRestFault,
  xroadClient,
} from '../../../src/xroad/index.ts';
import { answering } from '../../xroad/answering.ts';
import { rowsIn } from '../case-files.ts';
import type { Case, Suite } from '../suite.ts';

type Headers = Readonly<Record<string, string | readonly string[]>>;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Headers;
  readonly accept?: string | readonly string[];
  readonly provider?: { readonly status?: number } & Readonly<Record<string, string | number>>;
  readonly expect: string | Readonly<Record<string, unknown>>;
}

/** The REST message protocol: requests as they are read, errors as they are written and read, answers as a consumer takes them. */
export const rest: Suite = {
  name: 'REST',
  cases: (folder) => rowsIn<Row>(folder, 'rest/cases.json').map((row) => (KINDS[row.kind] ?? unknown)(row)),
};

const KINDS: Readonly<Record<string, (row: Row) => Case>> = {
  parse: (row) => ({ id: row.id, check: () => parsed(row) }),
  'error-negotiation': (row) => ({ id: row.id, check: () => negotiated(row) }),
  shape: (row) => ({ id: row.id, check: () => shaped(row) }),
  e2e: endToEnd,
};

const unknown = ({ id, kind }: Row): Case => ({ id, notApplicable: `this suite knows no cases of the kind ${kind}` });
/** Where a row says nothing of who asks, somebody does. */
const ASKER: Headers = { 'X-Road-Client': 'Instance/Class/Member/SubSystem' };

function parsed({ method = 'GET', path = '', headers = {}, expect }: Row): void {
  const all: [string, string][] = Object.entries({ ...ASKER, ...headers }).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name.toLowerCase(), one]),
  );
  const read = readRestRequest(method, path, (name) => all.flatMap(([one, value]) => (one === name ? [value] : [])));
  if (typeof expect === 'string') {
    strictEqual(read.ok ? 'accept' : 'reject', expect.split(':')[0]);
    return;
  }
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.text}`);
  for (const [name, value] of Object.entries(expect)) deepStrictEqual(FIELDS[name]?.(read.value) ?? `no field ${name}`, value);
}

type Read = Extract<ReturnType<typeof readRestRequest>, { ok: true }>['value'];
const FIELDS: Readonly<Record<string, (request: Read) => unknown>> = {
  representedParty: ({ representedParty: party }) =>
    party && { ...(party.partyClass === undefined ? {} : { class: party.partyClass }), code: party.partyCode },
  path: ({ path }) => path,
  query: ({ query }) => query,
  id: ({ id }) => id,
  userId: ({ userId }) => userId,
  issue: ({ issue }) => issue,
  serviceCode: ({ service }) => service.serviceCode,
};

function negotiated({ accept = [], expect }: Row): void {
  if (typeof expect === 'string') throw new Error('the row does not say which content type');
  const written = writeRestFault({ code: 'A', text: 'b', detail: 'c' }, [accept].flat());
  const plain = (type: unknown) => String(type).toLowerCase().replaceAll(' ', '');
  strictEqual(plain(written.contentType), plain(expect['Content-Type']));
  deepStrictEqual(readRestFault('A', written.contentType, Buffer.from(written.body)), { code: 'A', text: 'b', detail: 'c' });
}

function shaped({ expect }: Row): void {
  if (typeof expect !== 'string') throw new Error('the row does not show a shape');
  const isXml = expect.startsWith('<');
  const texts = (shape: string) => shape.replace(/>[^<]+</g, '><').replace(/"[^"]*"(?=[,}])/g, '""');
  const written = writeRestFault({ code: 'CODE', text: 'STRING', detail: 'UUID' }, isXml ? ['text/xml'] : []);
  strictEqual(texts(written.body.replace(/^<\?xml[^>]*\?>/, '')), texts(expect));
}

function endToEnd(row: Row): Case {
  const { id, expect, provider } = row;
  if (typeof expect === 'string') return { id, notApplicable: 'what the security server does' };
  const codes = Object.entries(expect).flatMap(([name, value]) => (name.startsWith('X-Road-Error_') ? [String(value)] : []));
  if (codes.length > 0) return { id, check: () => classified(codes) };
  if (provider?.status !== undefined) return { id, check: () => passedOn(row, provider.status ?? 200) };
  return { id, notApplicable: 'what the security server does between the two sides' };
}

/** Both spellings are one error of X-Road's, with a class of its own. */
function classified(codes: readonly string[]): void {
  const [first, ...more] = codes.map((code) => classifyFault(code));
  ok(first !== undefined && first.class !== 'UNKNOWN');
  for (const one of more) deepStrictEqual(one, first);
}

/** The provider's own status reaches who asked, as it is and without being followed. */
async function passedOn({ provider }: Row, status: number): Promise<void> {
  const party = { xRoadInstance: 'EE', memberClass: 'BUSINESS', memberCode: 'producer', subsystemCode: 'sub' };
  const location = String(provider?.Location ?? '/');
  const server = await answering(() => ({
    status,
    headers: {
      location,
      'x-road-id': '1',
      'x-road-client': 'EE/BUSINESS/producer/sub',
      'x-road-service': 'EE/BUSINESS/producer/sub/service',
    },
    bytes: Buffer.from(''),
  }));
  const xroad = xroadClient({ securityServers: [server.url] });
  try {
    const prepared = prepareRestRequest({ client: party, service: { ...party, serviceCode: 'service' }, method: 'GET', id: '1' });
    if (!prepared.ok) throw new Error(prepared.error.text);
    const outcome = await xroad.exchangeRest(prepared.value, { deadlineMs: 5_000 });
    strictEqual(outcome.kind === 'answered' ? outcome.status : outcome.kind, status);
    strictEqual(outcome.kind === 'answered' && outcome.headers.location, location);
  } finally {
    await xroad.close();
    await server.close();
  }
}
