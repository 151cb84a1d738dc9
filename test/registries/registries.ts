import { catalogue, feedCatalogue } from '../../src/registries/index.ts';
import { openWorld } from '../simulator/world.ts';
import { feedRowOf, isComplete, type Mark, type Row, rowOf, twinRowOf } from './board.ts';

/**
 * `npm run registries`: one row for each query type, one for its REST twin, and one for each feed of changes. ✓ as it must be, - there is no such thing (why is said below), ✗ wrong. Ends with 1 when
 * a row falls short.
 */
const world = await openWorld();
const rows: Row[] = [];
for (const type of catalogue) {
  rows.push(await rowOf(type, world));
  if (type.twin !== undefined) rows.push(await twinRowOf(type, world));
}
for (const feed of feedCatalogue) rows.push(await feedRowOf(feed, world));
await world.close();

const signs: Readonly<Record<Mark['kind'], string>> = { RIGHT: '✓', NONE: '-', WRONG: '✗' };
const columns = Object.keys(rows[0]?.marks ?? {});
console.log(`${'query type'.padEnd(32)} ${'contract'.padEnd(9)} ${columns.join('  ')}  p50 ms`);
for (const { code, contract, marks, p50Ms } of rows) {
  const seen = columns.map((column) => signs[marks[column]?.kind ?? 'WRONG'].padEnd(column.length)).join('  ');
  console.log(`${code.padEnd(32)} ${contract.toLowerCase().padEnd(9)} ${seen}  ${p50Ms.toFixed(1).padStart(6)}`);
}
for (const kind of ['NONE', 'WRONG'] as const) {
  const told = rows.flatMap(({ code, marks }) =>
    Object.entries(marks).flatMap(([column, mark]) => (mark.kind === kind ? [`${code}, ${column}: ${'why' in mark ? mark.why : ''}`] : [])),
  );
  if (told.length > 0) console.log(`\n${signs[kind]}\n    ${told.join('\n    ')}`);
}
const asked = [...catalogue, ...feedCatalogue];
const complete = asked.filter(({ code }) => rows.filter((row) => [code, `${code} by REST`].includes(row.code)).every(isComplete)).length;
const real = asked.filter(({ contract }) => contract === 'REAL').length;
console.log(
  `\n${complete} of ${asked.length} complete: ${catalogue.length} query types and ${feedCatalogue.length} feeds of changes, of ${new Set(asked.map(({ registry }) => registry)).size} registers; ${real} by a real contract, ${asked.length - real} by a proposed one.`,
);
process.exitCode = complete === asked.length ? 0 : 1;
