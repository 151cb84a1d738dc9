import { fail, ok, type Result } from '../platform/index.ts';
import { contentIdOf, type Part, type SchemaMismatch } from '../xroad/index.ts';

/** The file that a reference (`cid:`) in a body names, with its transfer encoding undone: some registers send base64 where binary would do. */
export function enclosedFile(parts: readonly Part[], reference: string, path: string): Result<Uint8Array, SchemaMismatch> {
  const contentId = contentIdOf(reference.trim());
  const part = parts.find((one) => one.contentId !== undefined && one.contentId === contentId);
  if (part === undefined) return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path, rule: 'NAMES_NO_FILE' }] });
  return ok(part.transferEncoding === 'base64' ? Buffer.from(Buffer.from(part.bytes).toString('latin1'), 'base64') : part.bytes);
}
