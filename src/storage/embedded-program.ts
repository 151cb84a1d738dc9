import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, canReach } from './embedded-account.ts';

/** Where the server's programs run: as whom, and by which path they see the data and themselves. */
export interface Stage {
  readonly account: Account | undefined;
  /** The folder of the programs, as they lie on disk. */
  readonly native: string;
  /** The cluster's folder, as it lies on disk. */
  readonly directory: string;
  /** A folder everybody reaches: the socket lies there, and the places onto which hidden folders are mounted. */
  readonly meetingPlace: string;
  /** Ends the program when the process that started it ends, however it ends. */
  readonly endsWithParent: boolean;
}

/** A command line whose paths are as the program sees them. */
type Command = (native: string, directory: string) => readonly [program: string, ...rest: string[]];

// Arguments: native, its mount point, directory, its mount point, uid, gid, then the command.
const IN_OWN_MOUNTS = `mount --bind "$1" "$2" && mount --bind "$3" "$4" && uid=$5 gid=$6 && shift 6 &&
  exec setpriv --reuid="$uid" --regid="$gid" --clear-groups -- "$@"`;

/**
 * Starts one of the server's programs in a session of its own (a Ctrl-C in the terminal is for us, not for the database) on the stage.
 * Where the account cannot reach a folder because root's project lies in a home of mode 0700, the program gets a mount namespace of its own in
 * which the folders are also bound to places it can reach: nobody else sees those mounts and no mode is changed.
 */
export function startProgram(stage: Stage, command: Command, stdio: SpawnOptions['stdio']): ChildProcess {
  const { account, native, directory, meetingPlace } = stage;
  const options: SpawnOptions = { detached: true, stdio, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' } };
  if (account === undefined) return launch(stage, command(native, directory), options);
  if (canReach(account, native) && canReach(account, directory))
    return launch(stage, command(native, directory), { ...options, ...account });

  const seenNative = join(meetingPlace, 'native');
  const seenDirectory = join(meetingPlace, 'cluster');
  for (const place of [seenNative, seenDirectory]) {
    mkdirSync(place, { recursive: true });
    chownSync(place, account.uid, account.gid);
    chmodSync(place, 0o700);
  }
  const mounts = [native, seenNative, directory, seenDirectory, String(account.uid), String(account.gid)];
  const unshare = ['--mount', '--propagation', 'private', '--', 'sh', '-c', IN_OWN_MOUNTS, 'sh', ...mounts];
  const inside = withParent(stage, command(seenNative, seenDirectory));
  return spawn('unshare', [...unshare, ...inside], options);
}

function launch(stage: Stage, command: readonly [string, ...string[]], options: SpawnOptions): ChildProcess {
  const [program, ...rest] = withParent(stage, command);
  return spawn(program, rest, options);
}

/** The kernel's own notice of the parent's end (prctl PR_SET_PDEATHSIG): it comes even after kill -9. Only Linux has it. */
function withParent({ endsWithParent }: Stage, command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return endsWithParent && existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'INT', '--', ...command] : command;
}
