import type { Static, TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { fail, ok, type Result } from '../platform/index.ts';
import type { RestAnswer, SchemaMismatch } from '../xroad/index.ts';
import type { AnswerDefect } from './credible.ts';
import type { Reading } from './query-type.ts';

/** 1 MiB: a thousand items, more of which nobody is believed to have, at 500 bytes are half of it. */
const BYTES_AT_MOST = 1024 * 1024;

/** A register's refusal by status: 4xx. Its words are left out, since no REST service has said yet where it puts them. */
export function refusedBy({ status }: Pick<RestAnswer, 'status'>): Extract<Reading<never>, { state: 'REJECTED' }> | undefined {
  return status >= 400 && status < 500 ? { state: 'REJECTED', reason: `HTTP_${status}` } : undefined;
}

/**
 * Reads a REST service's JSON (RFC 8259: UTF-8), refused when it is not as the schema says. What the schema does not name is let pass and goes
 * no further than the reader: a service may come to say more at any time.
 */
export function readJson<T extends TSchema>(schema: T, { status, headers, bytes }: RestAnswer): Result<Static<T>, AnswerDefect> {
  if (bytes.length > BYTES_AT_MOST)
    return fail({ code: 'ANSWER_TOO_LONG', problems: [{ path: '', rule: `AT_MOST_${BYTES_AT_MOST}_BYTES` }] });
  if (status !== 200) return mismatch([{ path: '', rule: `HTTP_${status}` }]);
  if (!/^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '')) return mismatch([{ path: '', rule: 'NOT_JSON' }]);
  let told: unknown;
  try {
    told = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return mismatch([{ path: '', rule: 'NOT_JSON' }]);
  }
  if (Check(schema, told)) return ok(told as Static<T>);
  return mismatch(Errors(schema, told).map(({ instancePath, keyword }) => ({ path: instancePath, rule: keyword.toUpperCase() })));
}

function mismatch(problems: SchemaMismatch['problems']): Result<never, SchemaMismatch> {
  return fail({ code: 'SCHEMA_MISMATCH', problems });
}
