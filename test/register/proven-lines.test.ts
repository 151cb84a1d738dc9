import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, settableClock, Temporal } from '../../src/platform/index.ts';
import { appendAudit, dropMonths, findProvenLines, prepareMonths, sealAudit } from '../../src/register/audit/index.ts';
import type { Database } from '../../src/storage/index.ts';
import { createTestDatabase } from '../database.ts';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await createTestDatabase());
});
afterAll(() => drop());

it('a line about a proceeding can be proved when it is the chain’s first, one of many, and the first that is left', async () => {
  const clock = settableClock('2020-01-31T12:00:00Z');
  const proceedingId = newId();
  const write = (at: string) =>
    appendAudit(database.db, { action: 'WRITTEN', at: Temporal.Instant.from(at), system: 'test', proceedingId, outcome: 'DONE' });
  await prepareMonths(database.db, clock);
  for (const at of ['2020-01-10T10:00:00Z', '2020-01-11T10:00:00Z', '2020-02-10T10:00:00Z']) await write(at);
  while ((await sealAudit(database)) > 0);
  const proven = async () => {
    const lines = await findProvenLines(database.db, proceedingId, { after: undefined, limit: 10 });
    return lines.map(({ place }) => {
      const { line, before = '', content = '', hash } = place ?? {};
      return [line, createHash('sha256').update(Buffer.from(before, 'hex')).update(content).digest('hex') === hash];
    });
  };
  expect(await proven()).toEqual([
    [1, true],
    [2, true],
    [3, true],
  ]);
  await database.transaction((tx) => dropMonths(tx, clock, [Temporal.PlainYearMonth.from('2020-01')]));
  expect(await proven()).toEqual([[3, true]]);
});
