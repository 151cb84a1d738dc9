import type { FastifySchemaCompiler } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { FieldFailure } from '../platform/index.ts';

/** Deeper than this no body of ours goes; a deeper one is sent to exhaust a stack that walks it. */
export const BODY_DEPTH_AT_MOST = 32;
/** A day or a moment of a year that ISO 8601 has and PostgreSQL has not, by itself or by its distance from UTC. */
const NO_SUCH_YEAR = /^(0000-\d\d-\d\d(T|$)|0001-01-01T.*\+\d\d:\d\d$|9999-12-31T.*-\d\d:\d\d$)/i;
/** Fields named in one answer: enough to mend a form, not enough to make a 1 MiB body into a larger answer. */
const FAULTS_AT_MOST = 50;

/** Says of every part of a call whether it matches the route's schema; what does not is named by JSON pointer and rule, never by value. */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = checkOf(schema, httpPart !== 'body');
  return (given: unknown) => {
    const { value, faults } = check(given);
    return faults === undefined ? { value } : { error: Object.assign(new Error('the call does not match the schema'), { fields: faults }) };
  };
};

/**
 * What a body says where its route asks for nothing. Dropped in silence it would be taken for heard; an empty object says nothing.
 */
export function unaskedIn(body: unknown): readonly FieldFailure[] {
  if (body === undefined) return [];
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [{ pointer: '', code: 'TYPE' }];
  const names = Object.keys(body).slice(0, FAULTS_AT_MOST);
  return withoutNumbers(names.map((name) => ({ pointer: `/${escaped(name)}`, code: 'UNKNOWN_FIELD' })));
}

/** Says whether something matches a schema, and gives it as it was meant. Addresses and forms are words: `limit=20` means the number, `dryRun=true` the truth value; JSON means what it says. */
export function checkOf(
  schema: TSchema,
  isWords: boolean,
): (given: unknown) => { readonly value?: unknown; readonly faults?: readonly FieldFailure[] } {
  const compiled = Compile(schema);
  return (given) => {
    const unfit = unstorable(given);
    if (unfit.length > 0) return { faults: withoutNumbers(unfit) };
    const value = isWords ? withWordsRead(schema, given) : given;
    return compiled.Check(value) ? { value } : { faults: withoutNumbers(faultsOf(compiled.Errors(value))) };
  };
}

/** Whole numbers and truth values of an address, where the schema wants them. Nothing is guessed: `1.5`, `yes` and an empty text fail. */
function withWordsRead(schema: TSchema, given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !Type.IsObject(schema)) return given;
  const { properties } = schema;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? readAs(properties[name], value) : value]),
  );
}

function readAs(wanted: TSchema | undefined, word: string): unknown {
  if (wanted === undefined) return word;
  if (Type.IsInteger(wanted) && /^-?\d{1,15}$/.test(word)) return Number(word);
  if (Type.IsBoolean(wanted) && (word === 'true' || word === 'false')) return word === 'true';
  return word;
}

interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: object;
}

/** A field that the schema does not know is refused by its own name, one that it misses by the name it should have. */
function faultsOf(errors: Iterable<SchemaError>): FieldFailure[] {
  const faults = [...errors].flatMap(({ instancePath, keyword, params }): FieldFailure[] => {
    if (keyword === 'boolean') return [{ pointer: instancePath, code: 'UNKNOWN_FIELD' }];
    if (keyword === 'additionalProperties' || keyword === 'anyOf') return [];
    if (keyword === 'required' && 'requiredProperties' in params && Array.isArray(params.requiredProperties)) {
      return params.requiredProperties.map((name) => ({ pointer: `${instancePath}/${escaped(String(name))}`, code: 'REQUIRED' }));
    }
    return [{ pointer: instancePath, code: ruleOf(keyword) }];
  });
  const different = new Map(faults.map((fault) => [`${fault.code} ${fault.pointer}`, fault]));
  return [...different.values()].slice(0, FAULTS_AT_MOST);
}

/** A rule in the words of our codes. One value alone is a choice of one: the document says so too. */
function ruleOf(keyword: string): string {
  return keyword === 'const' ? 'ENUM' : keyword.replaceAll(/(?=[A-Z])/g, '_').toUpperCase();
}

/** What PostgreSQL cannot store (U+0000, half of a surrogate pair) or a stack cannot walk. Walked without recursion, for that very reason. */
function unstorable(given: unknown): FieldFailure[] {
  const waiting: { value: unknown; pointer: string; depth: number }[] = [{ value: given, pointer: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value === 'string' && value.includes('\0')) return [{ pointer, code: 'NUL_CHARACTER' }];
    if (typeof value === 'string' && NO_SUCH_YEAR.test(value)) return [{ pointer, code: 'NO_SUCH_YEAR' }];
    if (typeof value === 'string' && !value.isWellFormed()) return [{ pointer, code: 'HALF_A_CHARACTER' }];
    // RFC 7493, 2.2: beyond it two numbers are one, and no column of ours counts that far.
    if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return [{ pointer, code: 'NOT_EXACT' }];
    if (typeof value !== 'object' || value === null) continue;
    if (depth === BODY_DEPTH_AT_MOST) return [{ pointer: '', code: 'TOO_DEEP' }];
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes('\0')) return [{ pointer, code: 'NUL_CHARACTER' }];
      if (!key.isWellFormed()) return [{ pointer, code: 'HALF_A_CHARACTER' }];
      waiting.push({ value: inner, pointer: `${pointer}/${escaped(key)}`, depth: depth + 1 });
    }
  }
  return [];
}

/** A field's name is what the caller makes it, a personal code too: no number of such a length is repeated. */
function withoutNumbers(faults: readonly FieldFailure[]): readonly FieldFailure[] {
  return faults.map((fault) => ({ ...fault, pointer: fault.pointer.replaceAll(/\d{6,}/g, '…') }));
}

/** RFC 6901. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
