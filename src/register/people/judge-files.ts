import type { Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { type FileGap, findEntries, gapsOf } from './file/index.ts';
import { findClients, findIds, findNamesakes } from './store.ts';

/** A file with what is amiss in it. */
export interface JudgedFile {
  readonly clientId: string;
  readonly gaps: readonly FileGap[];
  /** Other files of the institution's with the same name and date of birth: may be the same person. */
  readonly namesakes: readonly string[];
}

/** Looks through files: each once, by whichever of its ids. */
export async function judgeFiles(
  db: Db,
  clientIds: readonly string[],
  institutionId: string,
  day: Temporal.PlainDate,
): Promise<readonly JudgedFile[]> {
  const files = new Map([...(await findClients(db, clientIds)).values()].map((file) => [file.id, file]));
  const judged: JudgedFile[] = [];
  for (const file of files.values()) {
    const entries = await findEntries(db, await findIds(db, file));
    judged.push({ clientId: file.id, gaps: gapsOf(file, entries, day), namesakes: await findNamesakes(db, file, institutionId) });
  }
  return judged;
}
