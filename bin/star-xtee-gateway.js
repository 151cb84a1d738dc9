#!/usr/bin/env node
// Starts the gateway, or with `xroad` the X-Road tool, under the Node that comes with the dependencies, whatever Node this was called with (docs/dependencies.md).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_AT_LEAST = 24;

const root = fileURLToPath(new URL('..', import.meta.url));
const bundled = join(root, 'node_modules', '.bin', 'node');
const enough = Number.parseInt(process.versions.node, 10) >= NODE_AT_LEAST;
const node = enough || !existsSync(bundled) ? process.execPath : bundled;
const [, , first, ...rest] = process.argv;
const [name, operands] = first === 'xroad' ? ['xroad/cli/main', rest] : ['main', process.argv.slice(2)];
const source = join(root, 'src', `${name}.ts`);
const main = existsSync(source) ? source : join(root, 'dist', `${name}.js`);

if (!enough && node === process.execPath) {
  console.error(`Node ${NODE_AT_LEAST} or newer is needed, and this is ${process.versions.node}. In the project: npm ci`);
  process.exit(1);
}

const gateway = spawn(node, [main, ...operands], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => gateway.kill(signal));
gateway.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
gateway.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
