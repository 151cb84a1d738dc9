import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { type ObjectStore, ObjectStoreAway, openDiskObjects, openS3Objects } from '../../src/storage/index.ts';
import { startS3 } from '../s3.ts';

interface Opened {
  readonly store: ObjectStore;
  /** Another process' way to the same objects. */
  other(): Promise<ObjectStore>;
  /** The names of all that lies there, whole or not. */
  lying(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Each way in which objects are kept, by the same promises. */
const WAYS: readonly (readonly [string, () => Promise<Opened>])[] = [
  ['on a disk', onDisk],
  ['in an object storage', inS3],
];

async function onDisk(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'star-objects-'));
  return {
    store: await openDiskObjects(folder),
    other: () => openDiskObjects(folder),
    lying: async () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function inS3(): Promise<Opened> {
  const s3 = await startS3();
  return {
    store: openS3Objects(s3.address),
    other: async () => openS3Objects(s3.address),
    lying: async () => s3.lying(),
    close: () => s3.close(),
  };
}

async function* chunks(...parts: readonly (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield part;
  }
}

describe.each(WAYS)('objects %s', (_way, open) => {
  let opened: Opened;
  let store: ObjectStore;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  afterAll(async () => {
    await store.close();
    await opened.close();
  });

  it('are there, whole, once they are written, for every process', async () => {
    const [id, parts] = [newId(), [Buffer.alloc(700_000, 'a'), Buffer.from('b'), Buffer.alloc(300_000, 'c')]];
    await store.write(id, chunks(...parts));
    for (const one of [store, await opened.other()]) {
      const found = await one.open(id);
      expect(found && (await buffer(found)).equals(Buffer.concat(parts))).toBe(true);
    }
  });

  it('are not there before they are whole, nor where reading what was to be written fails', async () => {
    const id = newId();
    const { promise: halfWay, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const dripping = async function* () {
      yield Buffer.alloc(500_000, 'x');
      begin();
      await halfWay;
      throw new Error('the line broke');
    };
    const writing = store.write(id, dripping());
    const ended = expect(writing).rejects.toThrow('the line broke');
    await begun;
    expect(await store.open(id)).toBeUndefined();
    goOn();
    await ended;
    expect(await store.open(id)).toBeUndefined();
    expect((await opened.lying()).filter((name) => name.includes(id))).toEqual([]);
  });

  it('of no bytes are objects too', async () => {
    const id = newId();
    await store.write(id, chunks());
    const found = await store.open(id);
    expect(found && (await buffer(found)).length).toBe(0);
  });

  it('are gone when they are removed, and may be removed again', async () => {
    const id = newId();
    await store.write(id, chunks(Buffer.from('x')));
    await store.remove(id);
    await store.remove(id);
    expect(await store.open(id)).toBeUndefined();
    expect((await opened.lying()).filter((name) => name.includes(id))).toEqual([]);
  });

  it('by an unknown name are not there', async () => {
    expect(await store.open(newId())).toBeUndefined();
  });

  it('can be asked for', async () => {
    expect(await store.ping()).toBe(true);
  });
});

describe('objects on a disk', () => {
  it('are readable by nobody else on the machine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'star-objects-'));
    const store = await openDiskObjects(folder);
    const id = newId();
    await store.write(id, chunks(Buffer.from('x')));
    expect(statSync(join(folder, id.slice(-2), id)).mode & 0o077).toBe(0);
    expect(statSync(join(folder, id.slice(-2))).mode & 0o077).toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('that a dead process has left half are removed by their name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'star-objects-'));
    const store = await openDiskObjects(folder);
    const id = newId();
    writeFileSync(join(folder, 'unfinished', id), 'half');
    expect(await store.open(id)).toBeUndefined();
    await store.remove(id);
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('say that they cannot be used where the folder is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'star-objects-'));
    const store = await openDiskObjects(folder);
    rmSync(folder, { recursive: true });
    await expect(store.write(newId(), chunks(Buffer.from('x')))).rejects.toThrow(ObjectStoreAway);
    expect(await store.ping()).toBe(false);
  });
});

describe('objects in an object storage', () => {
  it('are refused to whoever signs wrongly, and that is said', async () => {
    const s3 = await startS3();
    const store = openS3Objects({ ...s3.address, secretAccessKey: 'guessed' });
    expect(await store.ping()).toBe(false);
    await expect(store.write(newId(), chunks(Buffer.from('x')))).rejects.toThrow(ObjectStoreAway);
    await expect(store.open(newId())).rejects.toThrow(ObjectStoreAway);
    await expect(store.remove(newId())).rejects.toThrow(ObjectStoreAway);
    expect(s3.lying()).toEqual([]);
    await store.close();
    await s3.close();
  });

  it('cannot be used where there is no such bucket, or nobody at all', async () => {
    const s3 = await startS3();
    const nowhere = openS3Objects({ ...s3.address, bucket: 'mujal' });
    expect(await nowhere.ping()).toBe(false);
    await expect(nowhere.write(newId(), chunks(Buffer.from('x')))).rejects.toThrow(ObjectStoreAway);
    await s3.close();
    const store = openS3Objects(s3.address);
    expect(await store.ping()).toBe(false);
    await expect(store.open(newId())).rejects.toThrow(ObjectStoreAway);
    await Promise.all([nowhere.close(), store.close()]);
  });

  it('leave nothing on the machine from which they were sent', async () => {
    const s3 = await startS3();
    const store = openS3Objects(s3.address);
    const beside = () => readdirSync(tmpdir()).filter((name) => name.startsWith('star-object-'));
    await store.write(newId(), chunks(Buffer.alloc(100_000)));
    await expect(store.write(newId(), chunks(Buffer.from('x'), new Error('the line broke')))).rejects.toThrow('the line broke');
    expect(beside()).toEqual([]);
    await store.close();
    await s3.close();
  });
});
