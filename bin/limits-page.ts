import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Limit {
  readonly name: string;
  readonly value: string;
  readonly reason: string;
  readonly file: string;
}

/** A documented number: one comment, and the constants that stand right below it. */
const DOCUMENTED = /\/\*\* ((?:(?!\*\/)[\s\S])+?) \*\/\n((?:(?:export )?const [A-Z][A-Z0-9_]+ = [\d_ *]+;\n)+)/g;
const CONSTANT = /const ([A-Z][A-Z0-9_]+) = ([\d_ *]+);/g;

const HEAD = `# Limits

Every number that something can run into, with its reason, as it stands in the code: what you read here is the comment above the constant. A call
that exceeds one is refused with a code of [errors.md](errors.md).
`;

/** Every documented numeric constant of the product, room by room, as a Markdown page. The simulator's and the demo's are nobody's limits. */
export function renderLimitsPage(root: string): string {
  const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !/^src\/(simulator|demo)|generated/.test(file));
  const limits = files.sort().flatMap((file) => limitsIn(file, readFileSync(resolve(root, file), 'utf8')));
  const rooms = Map.groupBy(limits, ({ file }) =>
    file
      .split('/')
      .slice(0, file.startsWith('src/register/') ? 3 : 2)
      .join('/'),
  );
  return `${HEAD}${[...rooms].map(([room, inside]) => section(room, inside)).join('')}`;
}

function limitsIn(file: string, text: string): Limit[] {
  return [...text.matchAll(DOCUMENTED)].flatMap(([, reason = '', constants = '']) =>
    [...constants.matchAll(CONSTANT)].map(([, name = '', value = '']) => ({
      name,
      value,
      reason: reason.replace(/\s*\n\s*\*\s*/g, ' '),
      file,
    })),
  );
}

function section(room: string, limits: readonly Limit[]): string {
  const rows = limits.map(
    ({ name, value, reason, file }) =>
      `| \`${name}\` | ${value.replaceAll('*', '×').replaceAll('_', ',')} | ${reason} | ${file.slice(room.length + 1) || file} |\n`,
  );
  return `\n## ${room}\n\n| constant | value | why | where |\n|---|---|---|---|\n${rows.join('')}`;
}
