import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { createDataKeys, type DataKey, type DataKeys } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';

const masterKeys = new Map([[1, randomBytes(32)]]);
const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();
let test: TestDatabase;
let keys: DataKeys;

beforeAll(async () => {
  test = await createTestDatabase();
  keys = createDataKeys(masterKeys);
});
afterAll(() => test.drop());

async function made(): Promise<{ id: string; key: DataKey }> {
  const id = newId();
  await test.database.transaction((tx) => keys.create(tx, id));
  const key = await keys.open(test.database.db, id);
  if (key === undefined) throw new Error('the key was not made');
  return { id, key };
}

it('reads what it sealed, again after a restart', async () => {
  const { id, key } = await made();
  const sealed = key.seal(Buffer.from('vastus'), 'query-1');
  const again = await createDataKeys(masterKeys).open(test.database.db, id);
  expect(text(again?.unseal(sealed, 'query-1'))).toBe('vastus');
});

it('never seals the same bytes to the same bytes', async () => {
  const { key } = await made();
  const sealed = Array.from({ length: 50 }, () => Buffer.from(key.seal(Buffer.from('x'), 'c')).toString('hex'));
  expect(new Set(sealed).size).toBe(50);
});

it('does not open for another query, another proceeding, or changed bytes', async () => {
  const [one, other] = [await made(), await made()];
  const sealed = one.key.seal(Buffer.from('vastus'), 'query-1');
  expect(one.key.unseal(sealed, 'query-2')).toBeUndefined();
  expect(other.key.unseal(sealed, 'query-1')).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ flip : byte));
      return one.key.unseal(changed, 'query-1') === undefined;
    }),
  );
  for (let length = 0; length < sealed.length; length += 1) expect(one.key.unseal(sealed.subarray(0, length), 'query-1')).toBeUndefined();
});

it('destroys a key for good: no opening, no bytes, no way back', async () => {
  const { id } = await made();
  await test.database.transaction((tx) => keys.destroy(tx, id));
  expect(await keys.open(test.database.db, id)).toBeUndefined();
  const { rows } = await sql`select wrapped_key, destroyed_at is not null as destroyed from data_key where owner_id = ${id}`.execute(
    test.database.db,
  );
  expect(rows).toEqual([{ wrapped_key: null, destroyed: true }]);
  const back = sql`update data_key set wrapped_key = ${randomBytes(60)}, destroyed_at = null where owner_id = ${id}`;
  await expect(back.execute(test.database.db)).rejects.toThrow('never comes back');
  await expect(test.database.transaction((tx) => keys.create(tx, id))).rejects.toThrow();
  await test.database.transaction((tx) => keys.destroy(tx, id));
});

it('gives an owner another key in place of a destroyed one, which opens nothing that the first has sealed', async () => {
  const { id, key } = await made();
  const sealed = key.seal(Buffer.from('vastus'), 'query-1');
  const renew = (ownerId: string) => test.database.transaction((tx) => keys.renew(tx, ownerId));
  await expect(renew(id)).rejects.toThrow('in force');
  await expect(renew(newId())).rejects.toThrow('no destroyed');
  const { rows } = await sql<{ wrapped: Buffer }>`select wrapped_key as wrapped from data_key where owner_id = ${id}`.execute(
    test.database.db,
  );
  await test.database.transaction((tx) => keys.destroy(tx, id));
  await renew(id);
  const renewed = await keys.open(test.database.db, id);
  expect(renewed?.unseal(sealed, 'query-1')).toBeUndefined();
  expect(text(renewed?.unseal(renewed.seal(Buffer.from('uus'), 'query-2'), 'query-2'))).toBe('uus');
  await expect(renew(id)).rejects.toThrow('in force');
  // Out of a backup, the first key is no use in the second one's place.
  await sql`update data_key set wrapped_key = ${rows[0]?.wrapped} where owner_id = ${id} and generation = 2`.execute(test.database.db);
  await expect(keys.open(test.database.db, id)).rejects.toThrow('not the one that wrapped it');
});

it('keeps the key when the closing is rolled back', async () => {
  const { id } = await made();
  const failed = test.database.transaction(async (tx) => {
    await keys.destroy(tx, id);
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await keys.open(test.database.db, id)).toBeDefined();
});

it('knows no key of a proceeding that has none', async () => {
  expect(await keys.open(test.database.db, newId())).toBeUndefined();
});

it('does not open under another master key', async () => {
  const { id } = await made();
  const wrong = createDataKeys(new Map([[1, randomBytes(32)]]));
  await expect(wrong.open(test.database.db, id)).rejects.toThrow('not the one that wrapped it');
  await expect(createDataKeys(new Map([[2, randomBytes(32)]])).open(test.database.db, id)).rejects.toThrow('version 1');
});

it('does not open a wrapped key that was moved to another proceeding', async () => {
  const [one, other] = [await made(), await made()];
  await sql`update data_key set wrapped_key = (select wrapped_key from data_key where owner_id = ${one.id}) where owner_id = ${other.id}`.execute(
    test.database.db,
  );
  await expect(keys.open(test.database.db, other.id)).rejects.toThrow('not the one that wrapped it');
});
