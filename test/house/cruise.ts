import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser';

const root = resolve(import.meta.dirname, '../..');

export interface Survey {
  readonly modules: number;
  /** `rule: from -> to`, sorted. */
  readonly violations: readonly string[];
}

/**
 * Follows every import of the source, type imports too, against the house's rules. It looks at a copy, for two reasons: files that break a rule
 * on purpose can be laid into it, and the parser at hand does not know `using` declarations yet (they become `const` there: same imports).
 */
export async function survey(planted: Readonly<Record<string, string>> = {}): Promise<Survey> {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'star-house-')));
  try {
    for (const folder of ['src', 'bin']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), text);
    }
    for (const file of readdirSync(join(copy, 'src'), { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.ts')) rewrite(join(copy, 'src', file));
    }
    const { output } = await cruise(['src'], { ...options, validate: true, ruleSet: { forbidden }, baseDir: copy });
    if (typeof output === 'string') throw new Error('the cruise gave no result');
    const violations = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    return { modules: output.summary.totalCruised, violations: [...new Set(violations)].sort() };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const rules: unknown = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
const { forbidden, options } = readRules(rules);

function readRules(value: unknown): { forbidden: NonNullable<IFlattenedRuleSet['forbidden']>; options: ICruiseOptions } {
  if (typeof value !== 'object' || value === null || !('forbidden' in value) || !('options' in value)) throw new TypeError('no rules');
  return value as { forbidden: NonNullable<IFlattenedRuleSet['forbidden']>; options: ICruiseOptions };
}

function rewrite(path: string): void {
  const text = readFileSync(path, 'utf8');
  const readable = text.replace(/^(\s*)(?:await )?using (?=\w+ =)/gm, '$1const ');
  if (readable !== text) writeFileSync(path, readable);
}
