import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that Linux gives to outgoing connections by itself (32768 and up): one of those may be taken before its process has come to listen. */
const [FIRST, BEHIND] = [20_000, 32_768];

const given = new Set<number>();

/** A port on loopback that nobody listens on, for a process that is about to start, and to stop and start again. Each is given once. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, BEHIND);
    if (given.has(port)) continue;
    const server = createServer();
    const free = await once(server.listen(port, '127.0.0.1'), 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    server.close();
    await once(server, 'close');
    given.add(port);
    return port;
  }
}
