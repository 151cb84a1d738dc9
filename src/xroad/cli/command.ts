import { QUESTIONS } from './ask.ts';
import { connect, type Environment } from './connection.ts';
import { type Done, done, misused } from './done.ts';
import { READERS } from './files.ts';
import { readArguments } from './options.ts';
import { USAGE } from './usage.ts';

/** Runs one command of `star-xtee-gateway xroad`. */
export async function runCommand(argv: readonly string[], environment: Environment): Promise<Done> {
  const read = readArguments(argv);
  if (!read.ok) return misused(read.error);
  const { values, operands } = read.value;
  const [command, ...rest] = operands;
  if (values.help === true || command === 'help') return done(USAGE);
  if (command === undefined) return misused('There is no command.');
  const reader = READERS[command];
  if (reader !== undefined) return reader(rest, values);
  const question = QUESTIONS[command];
  if (question === undefined) return misused(`There is no command ${command}.`);
  const [operand, ...more] = rest;
  if (more.length > 0) return misused(`${command} takes one operand.`);
  const connection = connect(values, environment);
  if (!connection.ok) return misused(connection.error);
  try {
    return await question({ ...connection.value, operand, values });
  } finally {
    await connection.value.xroad.close();
  }
}
