import { once } from 'node:events';
import Fastify from 'fastify';
import { ok, xroadClient, xroadProducer } from '../../src/xroad/index.ts';
import { MEBIBYTES, PARTY, question } from './carried.ts';

/**
 * One side of P11 in a process of its own: `producer` takes an attachment and sends one of the same size back; `consumer` asks it to, and
 * reads what comes. Neither keeps anything. After a first time that does not count each is told to watch, and prints by how many bytes its
 * resident memory then grew at the most.
 */
const MIB = 1024 * 1024;
const [, , side, url = ''] = process.argv;

/** As a file is read: in pieces of 64 KiB. */
const PIECE = Buffer.alloc(64 * 1024, 0x41);
async function* content() {
  for (let sent = 0; sent < MEBIBYTES * MIB; sent += PIECE.length) yield PIECE;
}

/** Peak of the resident memory, sampled; garbage is collected before, so that what was there is not counted. */
function watch(): () => number {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  return () => {
    clearInterval(timer);
    return peak - before;
  };
}

if (side === 'producer') {
  const app = Fastify();
  await app.register(
    xroadProducer<undefined>({
      path: '/soap',
      subsystem: PARTY,
      services: [
        {
          serviceCode: 'carry',
          serviceVersion: undefined,
          request: { namespace: 'urn:bench', localName: 'carry' },
          takesAttachments: true,
          async answer({ attachments }) {
            for await (const part of attachments) for await (const _ of part.content);
            return ok({
              bodyXml: '<b:carryResponse xmlns:b="urn:bench"/>',
              attachments: [{ contentId: 'back', contentType: 'application/octet-stream', content }],
              note: undefined,
            });
          },
        },
      ],
      mayUse: () => true,
    }),
  );
  console.log(`${await app.listen({ port: 0, host: '127.0.0.1' })}/soap`);
  let grown = (): number => 0;
  process.on('SIGUSR2', () => {
    grown = watch();
  });
  await once(process, 'SIGTERM');
  console.log(grown());
  process.exit(0);
}

const xroad = xroadClient({ securityServers: [url] });
const carry = async () => {
  let received = 0;
  const outcome = await xroad.exchange(question([{ contentId: 'a', contentType: 'application/octet-stream', content }]), {
    deadlineMs: 60_000,
    async readAttachments(attachments) {
      for await (const part of attachments) for await (const piece of part.content) received += piece.length;
    },
  });
  if (outcome.kind !== 'answered' || received !== MEBIBYTES * MIB)
    throw new Error(`${outcome.kind === 'failed' ? outcome.detail : outcome.kind}, ${received} bytes`);
};
await carry();
const told = once(process, 'SIGUSR2');
// A signal that is waited for does not keep a process alive.
const waiting = setInterval(() => undefined, 1_000);
console.log('ready');
await told;
clearInterval(waiting);
const grown = watch();
await carry();
console.log(grown());
await xroad.close();
