import { once } from 'node:events';
import { createConnection, type NetConnectOpts, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { ScannerAway, VirusFound, type VirusScanner } from './virus-scanner.ts';

/** How long ClamAV may say and take nothing, ms: it reads an archive of 20 MiB for some seconds before it says anything. */
const SILENT_MS = 30_000;
/** How long it may take to say that it is there, ms. */
const PING_WITHIN_MS = 2_000;

/** Where clamd listens: a socket of the machine's (`path`), or a host and a port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/**
 * ClamAV's daemon by its own protocol (clamd(8), INSTREAM): a connection for each file, to which it is sent in pieces, each behind its length, and
 * an empty one at the end; then clamd says what it has found, and closes.
 */
export function openClamd(address: ClamdAddress): VirusScanner {
  return {
    async *scan(content) {
      const line = await connect(address, SILENT_MS);
      try {
        await line.send(Buffer.from('zINSTREAM\0'));
        for await (const chunk of content) {
          if (chunk.length > 0) await line.send(pieceOf(chunk));
          yield chunk;
        }
        await line.send(pieceOf(new Uint8Array(0)));
        judge(await line.said);
      } finally {
        line.close();
      }
    },
    async ping() {
      try {
        const line = await connect(address, PING_WITHIN_MS);
        try {
          await line.send(Buffer.from('zPING\0'));
          return (await line.said) === 'PONG\0';
        } finally {
          line.close();
        }
      } catch (error) {
        if (error instanceof ScannerAway) return false;
        throw error;
      }
    },
  };
}

interface Line {
  send(bytes: Uint8Array): Promise<void>;
  /** All that it has said, once it has closed. */
  readonly said: Promise<string>;
  close(): void;
}

async function connect(address: NetConnectOpts, silentMs: number): Promise<Line> {
  const socket = createConnection(address);
  socket.setTimeout(silentMs, () => socket.destroy(new Error('it says nothing')));
  const said = text(socket).catch(away);
  // Who has hung up takes nothing more, and has not heard it all.
  const hungUp = said.then(() => away(new Error('it has hung up')));
  // Whoever sends hears of it there; until then nobody listens here.
  hungUp.catch(() => undefined);
  await once(socket, 'connect').catch(away);
  return { send: (bytes) => Promise.race([sent(socket, bytes), hungUp]), said, close: () => socket.destroy() };
}

function sent(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise<void>((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve()))).catch(away);
}

function pieceOf(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** `stream: OK`, `stream: NAME FOUND`, or what has gone wrong, `INSTREAM size limit exceeded. ERROR` for one. */
function judge(said: string): void {
  if (said === 'stream: OK\0') return;
  if (/^stream: .* FOUND\0$/.test(said)) throw new VirusFound();
  throw new ScannerAway('it says neither that it has found something nor that it has not');
}

function away(error: unknown): never {
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'no answer';
  throw new ScannerAway(code, { cause: error });
}
