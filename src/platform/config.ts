import { readFileSync } from 'node:fs';
import type { Static, TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { parse } from 'yaml';
import { fail, ok, type Result } from './result.ts';

/** Why a configuration cannot be used: one line per fault, each naming the setting, none repeating its value (it may be a secret). */
export interface ConfigFaults {
  readonly code: 'CONFIGURATION_INVALID';
  readonly faults: readonly string[];
}

/** A setting that may come from the environment: the variable's name and the path of the setting it replaces. */
export interface EnvironmentSetting {
  readonly variable: string;
  readonly path: readonly [string, ...string[]];
  readonly read?: (text: string) => unknown;
}

/**
 * Layers configuration files (YAML or JSON, later over earlier, objects merged, lists replaced), then environment variables, and checks the
 * whole against the schema. Unknown settings are faults: a misspelt one would otherwise be silently without effect.
 */
export function loadConfig<S extends TSchema>(
  schema: S,
  files: readonly string[],
  settings: readonly EnvironmentSetting[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<Static<S>, ConfigFaults> {
  let merged: unknown = {};
  for (const file of files) merged = merge(merged, parse(readFileSync(file, 'utf8')) ?? {});
  for (const { variable, path, read } of settings) {
    const text = environment[variable];
    if (text !== undefined && text !== '') merged = merge(merged, nest(path, read === undefined ? text : read(text)));
  }
  if (Check(schema, merged)) return ok(merged as Static<S>);
  const faults = [...Errors(schema, merged)].map(
    (error) => `${error.instancePath.slice(1).replaceAll('/', '.') || '(top)'}: ${error.message}`,
  );
  return fail({ code: 'CONFIGURATION_INVALID', faults });
}

function nest(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner, key) => ({ [key]: inner }), value);
}

function merge(under: unknown, over: unknown): unknown {
  if (!isObject(under) || !isObject(over)) return over;
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) merged[key] = key in under ? merge(under[key], value) : value;
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
