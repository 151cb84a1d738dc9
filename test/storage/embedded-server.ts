import { createLog } from '../../src/platform/index.ts';
import { startEmbeddedPostgres } from '../../src/storage/index.ts';

// Run by embedded-postgres.test.ts as a process of its own, which it then kills: `node embedded-server.ts <directory> [throwaway]`.
const [directory = '', kind] = process.argv.slice(2);
const { url } = await startEmbeddedPostgres({ directory, log: createLog('silent'), throwaway: kind === 'throwaway' });
process.stdout.write(`${url}\n`);
setInterval(() => undefined, 1_000);
