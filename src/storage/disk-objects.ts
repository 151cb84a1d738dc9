import { constants, createReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ObjectStore, ObjectStoreAway } from './object-store.ts';

/** Readable by the gateway alone. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/**
 * Objects as files below a folder. Several processes may use it at once, and several machines where it is a volume that they share: each object is
 * written under a name of its own and renamed when it is whole and on the disk.
 */
export async function openDiskObjects(directory: string): Promise<ObjectStore> {
  // The last two digits of an id are random: a folder of a million objects becomes 256 of four thousand.
  const fileOf = (id: string) => join(directory, id.slice(-2), id);
  const unfinishedOf = (id: string) => join(directory, 'unfinished', id);
  await make(join(directory, 'unfinished'));
  return {
    async write(id, bytes) {
      const [unfinished, file] = [unfinishedOf(id), fileOf(id)];
      try {
        await writeWhole(unfinished, bytes);
        await make(dirname(file));
        await rename(unfinished, file).catch(away);
        // The name, too, is on the disk only when its folder is.
        await syncFolder(dirname(file));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async open(id) {
      const handle = await open(fileOf(id), 'r').catch(absent);
      return handle && readable(handle);
    },
    async remove(id) {
      await rm(unfinishedOf(id), { force: true });
      await rm(fileOf(id), { force: true });
    },
    ping: () =>
      access(join(directory, 'unfinished'), constants.R_OK | constants.W_OK).then(
        () => true,
        () => false,
      ),
    close: async () => undefined,
  };
}

/** Whatever reading the bytes throws is thrown as it is; what the disk says is that the store is away. */
async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'wx', FILE_MODE).catch(away);
  try {
    for await (const chunk of bytes) await handle.writeFile(chunk).catch(away);
    await handle.sync().catch(away);
  } finally {
    await handle.close();
  }
}

function readable(handle: FileHandle): Readable {
  return createReadStream('', { fd: handle });
}

async function make(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: FOLDER_MODE }).catch(away);
  if (made !== undefined) await syncFolder(dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(away);
  try {
    await handle.sync().catch(away);
  } finally {
    await handle.close();
  }
}

function away(error: NodeJS.ErrnoException): never {
  throw new ObjectStoreAway(error.code ?? 'the disk', { cause: error });
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') away(error);
}
