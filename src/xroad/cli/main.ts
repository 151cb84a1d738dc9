import { runCommand } from './command.ts';

/** `npx star-xtee-gateway xroad ...`: what an integrator asks an X-Road at ten in the evening. */
const { code, out, err } = await runCommand(process.argv.slice(2), process.env);
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
