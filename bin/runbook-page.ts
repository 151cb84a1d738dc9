import { TROUBLE_FAMILIES, troubleOfFamily } from '../src/queries/index.ts';

const HEAD = `# Runbook

What the operator does when a query has no answer. Every failure has three voices: the worker's sentence, the operator's, and a code, which the console
shows beside the query and which is the entry's anchor here. Generated from \`src/queries/trouble.ts\` by \`npm run generate\`. How the gateway itself is
kept running: [operations.md](operations.md).
`;

/** `docs/runbook.md`: one entry for each kind of trouble. */
export function renderRunbookPage(): string {
  const entries = TROUBLE_FAMILIES.map((family) => {
    const { code, worker, operator, steps } = troubleOfFamily(family);
    const numbered = steps.map((step, n) => `${n + 1}. ${step}\n`).join('');
    return `\n## <a id="${code}"></a>${code}\n\n${operator}\n\n${numbered}\nThe worker reads: “${worker.en}”\n`;
  });
  return `${HEAD}${entries.join('')}`;
}
