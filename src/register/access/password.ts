import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** argon2id with 19 MiB, two passes, one lane: the OWASP minimum; a sign-in costs some tens of milliseconds. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const ALGORITHM = 'argon2id';

/** A password is at least so long: by length it is hard to guess, not by the kinds of its characters (NIST SP 800-63B, 5.1.1). */
export const PASSWORD_LENGTH_AT_LEAST = 12;
/** And at most so long: a sentence. */
export const PASSWORD_LENGTH_AT_MOST = 200;

/** The password's hash in the text form of the algorithm (PHC string format). */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(ALGORITHM, { ...COST, message: password.normalize('NFKC'), nonce });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Whether the password belongs to the hash. Takes as long for a wrong one as for the right one. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  if (match === null) return false;
  const [, memory, passes, parallelism, nonce = '', tag = ''] = match;
  const wanted = Buffer.from(tag, 'base64');
  const given = await derive(ALGORITHM, {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: wanted.length,
  });
  return timingSafeEqual(given, wanted);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
