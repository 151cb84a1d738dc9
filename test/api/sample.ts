import fc from 'fast-check';

/** What the API's own description says of a value: as much of JSON Schema as it uses. */
export interface Described {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Described[];
  readonly allOf?: readonly Described[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly items?: Described;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly additionalProperties?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly pattern?: string;
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '019ab000-0000-7000-8000-000000000000',
  date: '2026-11-20',
  'date-time': '2026-11-20T10:00:00Z',
  uri: 'https://naidis.example/',
  email: 'naidis@naidis.example',
};
const SEED = 2026;

/** The least that fits a schema: of what must be there one, of what may be one of several the first. */
export function sampleOf(schema: Described): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf?.[0] !== undefined) return sampleOf(schema.anyOf[0]);
  const { properties = {}, required = [], items, minItems = 0, minimum = 0, minLength = 0, format, pattern } = schema;
  if (schema.type === 'object') return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {})]));
  if (schema.type === 'array') return Array.from({ length: minItems }, () => sampleOf(items ?? {}));
  if (schema.type === 'integer' || schema.type === 'number') return minimum;
  if (schema.type === 'boolean') return false;
  if (schema.type !== 'string') return null;
  const plain = 'x'.repeat(Math.max(minLength, 1));
  const fit = format === undefined ? plain : FORMATS[format];
  if (fit === undefined) throw new Error(`no sample of the format ${format}`);
  if (pattern === undefined || new RegExp(pattern, 'u').test(fit)) return fit;
  const [made] = fc.sample(
    fc.stringMatching(new RegExp(pattern)).filter((text) => text.length >= minLength),
    { seed: SEED, numRuns: 1 },
  );
  return made;
}
