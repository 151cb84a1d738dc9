import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../index.ts';

const OPTIONS = {
  server: { type: 'string' },
  client: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  ca: { type: 'string' },
  trust: { type: 'string' },
  import: { type: 'string' },
  deadline: { type: 'string' },
  rest: { type: 'boolean' },
  soap: { type: 'boolean' },
  request: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** What stands behind `star-xtee-gateway xroad`; of a mistake, what it is. */
export function readArguments(argv: readonly string[]): Result<{ readonly values: Values; readonly operands: readonly string[] }, string> {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    return ok({ values, operands: positionals });
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'The options are not understood.');
  }
}
