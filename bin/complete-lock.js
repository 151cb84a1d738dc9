// After every change of dependencies: adds to package-lock.json the optional packages of other platforms that the registry at hand did not
// have. Without them npm 11 refuses the lock on every machine (EUSAGE).
import { readFileSync, writeFileSync } from 'node:fs';
import { completed, missingOptionals } from './lock-completion.js';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingOptionals(lock);
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
console.log(missing.length === 0 ? 'package-lock.json is complete.' : `Added ${missing.map(({ name }) => name).join(', ')}.`);
