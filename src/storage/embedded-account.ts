import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The operating-system user under which a program runs. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Who runs the embedded server. PostgreSQL refuses to run as root, so under root it is whoever owns the data already, otherwise `nobody`
 * (or the first ordinary service user there is). Undefined: the present user, nothing to change.
 */
export function chooseAccount(dataDirectory: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['nobody', 'postgres', 'daemon', 'www-data']) {
    const [, , uid, gid] = users.find(([name]) => name === wanted) ?? [];
    if (uid !== undefined && gid !== undefined && uid !== '0') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL must not run as root and this machine has no unprivileged user: set STAR_DATABASE_URL');
}

/** Whether the account may pass through every folder on the way to the path. A home of mode 0700 stops it. */
export function canReach(account: Account, path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder);
    const search = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & search) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
