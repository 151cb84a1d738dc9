import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { createLog } from '../src/platform/index.ts';
import { openDatabase, startEmbeddedPostgres } from '../src/storage/index.ts';

/** The migrated database that every test file's own is copied from. */
export const TEMPLATE = 'star_template';

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string;
  }
}

/** One embedded PostgreSQL per test run, in a temporary folder; it ends with the run, however the run ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const log = createLog('warn');
  const directory = mkdtempSync(join(tmpdir(), 'star-test-'));
  const clear = () => rmSync(directory, { recursive: true, force: true });
  process.once('exit', clear);
  const postgres = await startEmbeddedPostgres({ directory, log, throwaway: true });
  await makeTemplate(postgres.url);
  project.provide('clusterUrl', postgres.url);
  return async () => {
    await postgres.stop();
    clear();
  };
}

async function makeTemplate(url: string): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const location = new URL(url);
  location.pathname = `/${TEMPLATE}`;
  const database = await openDatabase({ url: location.href, log: createLog('warn') });
  await database.migrate();
  await database.close();
}
