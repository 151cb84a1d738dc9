import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import {
  checkMasterKeys,
  createDataKeys,
  type DataKeys,
  keyToRotateTo,
  type MasterKeys,
  readMasterKeys,
  retireEarlier,
  rewrapKeys,
  wrapByNewest,
} from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';

const [first, second, other] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const OLD: MasterKeys = new Map([[1, first]]);
const BOTH: MasterKeys = new Map([...OLD, [2, second]]);
const NEW: MasterKeys = new Map([[2, second]]);
let test: TestDatabase;

beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test.drop());

async function made(keys: DataKeys): Promise<{ id: string; sealed: Uint8Array }> {
  const id = newId();
  await test.database.transaction((tx) => keys.create(tx, id));
  const sealed = (await keys.open(test.database.db, id))?.seal(Buffer.from('vastus'), 'c');
  if (sealed === undefined) throw new Error('the key was not made');
  return { id, sealed };
}

const opens = async (keys: MasterKeys, { id, sealed }: { id: string; sealed: Uint8Array }) =>
  Buffer.from((await createDataKeys(keys).open(test.database.db, id))?.unseal(sealed, 'c') ?? '').toString();
const change = () => test.database.transaction((tx) => wrapByNewest(tx, BOTH, 2));
const rewrap = () => rewrapKeys(test.database, BOTH, 2, () => undefined);
const retire = () => test.database.transaction((tx) => retireEarlier(tx, 2));
const codeOf = async (keys: MasterKeys) => {
  const checked = await keyToRotateTo(test.database.db, keys);
  return checked.ok ? 'ok' : checked.error.code;
};
const everything = async () => (await sql`select * from data_key, master_key order by owner_id`.execute(test.database.db)).rows;

it('reads a file of keys, and names the line that is none', () => {
  const line = (version: number, key: Uint8Array) => `${version} ${Buffer.from(key).toString('base64')}\n`;
  expect(readMasterKeys(`${line(1, first)}\n${line(2, second)}`)).toEqual({ ok: true, value: BOTH });
  for (const [text, said] of [
    ['', 'no key'],
    [Buffer.from(first).toString('base64'), 'line 1'],
    [`${line(1, first)}2 c2hvcnQ=`, 'line 2'],
    [`${line(1, first)}1 ${Buffer.from(second).toString('base64')}`, 'second key of version 1'],
    [line(0, first), 'line 1'],
  ]) {
    expect(readMasterKeys(text ?? '')).toMatchObject({
      ok: false,
      error: { code: 'MASTER_KEYS_UNREADABLE', text: expect.stringContaining(said ?? '') },
    });
  }
});

it('has every data key wrapped anew, the installation’s own too; then the old master key may go', async () => {
  const keys = createDataKeys(OLD);
  const old = await Promise.all(Array.from({ length: 450 }, () => made(keys)));
  const secret = await keys.secret(test.database, 'declarations');
  await change();
  // A process that has not been restarted yet opens what there is; one that knows both wraps by the new one.
  expect(await opens(OLD, old[0] ?? { id: '', sealed: first })).toBe('vastus');
  const fresh = await made(createDataKeys(BOTH));
  expect(await opens(NEW, fresh)).toBe('vastus');

  expect(await retire()).toEqual({ left: 451, retired: [] });
  expect(await rewrap()).toEqual({ rewrapped: 451, unreadable: [] });
  expect(await retire()).toEqual({ left: 0, retired: [1] });
  expect(await checkMasterKeys(test.database.db, NEW)).toMatchObject({ ok: true });
  for (const one of [...old, fresh]) expect(await opens(NEW, one)).toBe('vastus');
  expect(await createDataKeys(NEW).secret(test.database, 'declarations')).toEqual(secret);
});

it('makes one secret of the installation, whoever asks first', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => createDataKeys(OLD).secret(test.database, 'idempotency')));
  expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
  expect(await createDataKeys(OLD).secret(test.database, 'disclosures')).not.toEqual(secrets[0]);
});

it('never brings back a key that is destroyed meanwhile, and passes over one that is just being destroyed', async () => {
  const keys = createDataKeys(OLD);
  const [kept, closing, closed] = [await made(keys), await made(keys), await made(keys)];
  await test.database.transaction((tx) => keys.destroy(tx, closed.id));
  await change();
  await test.database.transaction(async (tx) => {
    await keys.destroy(tx, closing.id);
    // The transaction that closes is still open: nobody waits for it.
    expect(await rewrap()).toEqual({ rewrapped: 1, unreadable: [] });
  });
  expect(await rewrap()).toEqual({ rewrapped: 0, unreadable: [] });
  expect(await retire()).toEqual({ left: 0, retired: [1] });
  expect(await opens(NEW, kept)).toBe('vastus');
  for (const gone of [closing, closed]) expect(await createDataKeys(BOTH).open(test.database.db, gone.id)).toBeUndefined();
});

it('waits for whoever is making a key by the old one before it says that none is left', async () => {
  const keys = createDataKeys(OLD);
  const id = newId();
  await made(keys);
  let changed = false;
  const changing = await test.database.transaction(async (tx) => {
    await keys.create(tx, id);
    const begun = change().then(() => {
      changed = true;
    });
    await new Promise((settle) => setTimeout(settle, 300));
    expect(changed).toBe(false);
    return { begun };
  });
  await changing.begun;
  expect(await rewrap()).toMatchObject({ rewrapped: 2 });
});

it('may be made by several at a time, and again when it is done', async () => {
  const keys = createDataKeys(OLD);
  const all = await Promise.all(Array.from({ length: 300 }, () => made(keys)));
  expect((await Promise.all([change(), change()])).sort()).toEqual([false, true]);
  const walks = await Promise.all([rewrap(), rewrap(), rewrap()]);
  const again = await rewrap();
  expect(walks.reduce((sum, { rewrapped }) => sum + rewrapped, again.rewrapped)).toBe(300);
  expect(await rewrap()).toEqual({ rewrapped: 0, unreadable: [] });
  expect(await opens(NEW, await made(createDataKeys(BOTH)))).toBe('vastus');
  for (const one of all.slice(0, 20)) expect(await opens(NEW, one)).toBe('vastus');
});

it('refuses keys that are not those of the database before it changes anything', async () => {
  await made(createDataKeys(OLD));
  const before = await everything();
  expect(await codeOf(NEW)).toBe('MASTER_KEY_MISSING');
  expect(await codeOf(new Map([[1, other]]))).toBe('MASTER_KEY_WRONG');
  expect(await codeOf(new Map([...OLD, [2, first]]))).toBe('MASTER_KEY_SAME');
  expect(await codeOf(BOTH)).toBe('ok');
  expect(await everything()).toEqual(before);
  // Once begun with one new key it is not ended with another.
  await change();
  expect(await codeOf(new Map([...OLD, [2, other]]))).toBe('MASTER_KEY_WRONG');
  expect(await codeOf(OLD)).toBe('MASTER_KEY_MISSING');
});

it('names a data key that does not open, and lets no master key go', async () => {
  const keys = createDataKeys(OLD);
  const [sound, spoilt] = [await made(keys), await made(keys)];
  await sql`update data_key set wrapped_key = ${randomBytes(60)} where owner_id = ${spoilt.id}`.execute(test.database.db);
  await change();
  expect(await rewrap()).toEqual({ rewrapped: 1, unreadable: [spoilt.id] });
  expect(await retire()).toEqual({ left: 1, retired: [] });
  expect(await opens(NEW, sound)).toBe('vastus');
});
