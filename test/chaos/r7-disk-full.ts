import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BOTH, checked, type Fault, onSite, toldWrong, underLoad } from './fault.ts';
import { againAndAgain } from './load.ts';

/** Enough to see whether one may be mounted at all. */
const TRIED_MIB = 1;
/** How long the disk stays full, ms. */
const FULL_MS = 2_000;
const BALLAST = 'ballast';

/** R7: the database's disk is full: its tables cannot grow, and every second time its log cannot either, which takes the server down. */
export const diskFull: Fault = {
  id: 'R7',
  backends: BOTH,
  hindered: whyNoSmallDisk,
  run: (backend, size) =>
    onSite(backend, { gateways: 2, disk: (folder) => smallDisk(folder, size.diskMib) }, async (site) => {
      const { postgres } = site;
      const ballast = join(postgres.directory, BALLAST);
      let [times, downs] = [0, 0];
      const asked = await underLoad(site, size, async (going) => {
        times = await againAndAgain(going, size.harm.R7, async (n) => {
          fill(ballast);
          // The next piece of the log has no room: the server gives up, as it must.
          if (n % 2 === 1) await postgres.ask((client) => client.query('select pg_switch_wal()')).catch(() => undefined);
          await sleep(FULL_MS);
          rmSync(ballast, { force: true });
          const down = await postgres
            .ask((client) => client.query('select 1'))
            .then(
              () => false,
              () => true,
            );
          if (down) downs += 1;
          await postgres.start();
        });
      });
      return {
        injected: `${times} times the database's disk was full`,
        also: `${downs} times that ended PostgreSQL; ${asked.unavailable} calls told 503 with Retry-After`,
        ...(await checked(
          site,
          asked.accepted,
          toldWrong(asked),
          times === 0 && 'the disk was never full',
          asked.unavailable === 0 && 'no caller met the full disk',
        )),
      };
    }),
};

/** A full disk needs the right to mount one that is small. */
function whyNoSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'star-disk-'));
  try {
    smallDisk(folder, TRIED_MIB)();
    return undefined;
  } catch (error) {
    return `R7, the full disk. ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Mounts a file system of its own onto the folder. Gives what takes it away again. */
function smallDisk(folder: string, mib: number): () => void {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mib}m,mode=755`, 'tmpfs', folder], { encoding: 'utf8' });
  if (mounted.status !== 0) throw new Error(`a small disk cannot be mounted here: ${mounted.stderr.trim()}`);
  return () => void spawnSync('umount', ['--lazy', folder]);
}

/** Takes all the room that there is. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of [Buffer.alloc(1024 * 1024), Buffer.alloc(4096)]) {
      try {
        for (;;) writeSync(file, piece);
      } catch {
        // Full, for pieces of this size.
      }
    }
  } finally {
    closeSync(file);
  }
}
