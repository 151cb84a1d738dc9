import { PDF } from '../../register/documents/desk.ts';
import type { GoodCall } from './good-calls/index.ts';
import type { Operation } from './operation.ts';

/** What is sent, part by part. */
export interface Sending extends Omit<GoodCall, 'body'> {
  /** JSON, or the fields of a form. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it stands, under the content type named. */
  readonly raw?: { readonly type: string | undefined; readonly content: string };
  /** Files of a form; where nothing is said one. */
  readonly files?: number;
}

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly fields: readonly { readonly pointer: string; readonly code: string }[];
  /** All of it but the number of the request, whose digits are nobody’s. */
  readonly text: string;
}

interface Problem {
  readonly code?: string;
  readonly errors?: Answer['fields'];
}

export async function send(url: string, operation: Operation, sending: Sending): Promise<Answer> {
  const { as, headers = {} } = sending;
  const { type, content } = contentOf(operation, sending);
  const response = await fetch(url + addressOf(operation, sending), {
    method: operation.method,
    headers: { ...as.headers, ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
    ...(content === undefined ? {} : { body: content }),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  const { code, errors = [] }: Problem = isProblem ? JSON.parse(text) : {};
  return { status: response.status, code, fields: errors, text: text.replace(/"instance":"[^"]*"/, '') };
}

function addressOf({ path }: Operation, { params = {}, search }: Sending): string {
  const address = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  return search === undefined ? address : `${address}?${new URLSearchParams(search)}`;
}

function contentOf(
  { isForm }: Operation,
  { body, raw, file = PDF, files = 1 }: Sending,
): { type?: string | undefined; content?: string | FormData } {
  if (raw !== undefined) return { type: raw.type, content: raw.content };
  if (body === undefined) return {};
  if (!isForm) return { type: 'application/json', content: JSON.stringify(body) };
  const form = new FormData();
  for (const [name, value] of Object.entries(body as Record<string, string>)) form.append(name, value);
  for (let count = 0; count < files; count += 1) form.append('file', new Blob([file as BlobPart]), 'fail.pdf');
  return { content: form };
}
