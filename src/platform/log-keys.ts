import { error, hex, id, listOf, number, origin, type Shape, text, word } from './log-shapes.ts';

/**
 * All that a line of the log may hold besides `level`, `time` and `msg`: each key with what its value must look like, and why it is worth knowing.
 * Whatever else is logged is left out, and its key named under `dropped`: so a new key is written down here first, by somebody who has asked
 * whether it could ever say something about a person.
 */
export const LOG_KEYS = {
  err: { shape: error, why: 'what broke' },
  code: { shape: word, why: 'a stable code: ours, PostgreSQL’s, Node’s, X-Road’s' },
  detail: { shape: text, why: 'which element breaks which rule; kinds and names, never a value' },
  door: { shape: word, why: 'where a call came in' },
  method: { shape: word, why: 'of HTTP' },
  route: { shape: word, why: 'the template of a route, never the address that was called' },
  status: { shape: number, why: 'of HTTP' },
  durationMs: { shape: number, why: 'how long a call took' },
  requestId: { shape: id, why: 'a call: the caller has it as `x-request-id`' },
  traceId: { shape: hex, why: 'a trace, where traces are on' },
  queryId: { shape: id, why: 'a query: its story is in the console and in the audit log' },
  orderId: { shape: id, why: 'a mass order of another register' },
  noticeId: { shape: id, why: 'a notice of a change' },
  operation: { shape: id, why: 'an operator’s operation upon many queries' },
  run: { shape: id, why: 'a run of retention' },
  holding: { shape: word, why: 'what a run of retention has come to, by the name of its kind' },
  objectId: { shape: id, why: 'which of its things: ids alone' },
  registry: { shape: word, why: 'a register of the catalogue' },
  service: { shape: word, why: 'a service code of its contract' },
  type: { shape: word, why: 'a query type, mass service, feed or declaration of the catalogue' },
  feed: { shape: word, why: 'a feed of the catalogue' },
  state: { shape: word, why: 'what a breaker has changed to' },
  differences: { shape: listOf(text), why: 'members of a contract that have changed' },
  queue: { shape: word, why: 'a queue: they are named after registers' },
  concurrency: { shape: number, why: 'how many jobs a queue works at a time' },
  swept: { shape: number, why: 'how many queries were put back' },
  line: { shape: number, why: 'the end of the audit chain, for noting down' },
  hash: { shape: hex, why: 'its hash' },
  lines: { shape: number, why: 'how many lines of the audit log' },
  applied: { shape: listOf(word), why: 'migrations' },
  directory: { shape: word, why: 'where the embedded PostgreSQL lies' },
  signal: { shape: word, why: 'of the operating system' },
  roles: { shape: listOf(word), why: 'what the process is' },
  url: { shape: origin, why: 'where it listens' },
} as const satisfies Readonly<Record<string, { readonly shape: Shape; readonly why: string }>>;
