import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A register that costs next to nothing, in a process of its own: the same RR456 answer each time, about whoever was asked about, with the
 * request's own header, id and hash. What is measured is who asks, not who answers. Prints its port; ends with whoever started it.
 */
const body = process.env.BENCH_ANSWER ?? '';
const somebody = process.env.BENCH_SUBJECT ?? '';

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const bytes = Buffer.concat(pieces);
    const text = bytes.toString('utf8');
    const start = text.slice(0, text.indexOf('Body>'));
    const prefix = /<([\w.-]+:)?Envelope/.exec(text)?.[1] ?? '';
    const subject = /<Isikukood>(\d{11})<\/Isikukood>/.exec(text)?.[1] ?? somebody;
    const hash = createHash('sha512').update(bytes).digest('base64');
    const head = start.replace(
      /<((?:[\w.-]+:)?)id>([^<]*)<\/\1id>/,
      `$&<$1requestHash algorithmId="http://www.w3.org/2001/04/xmlenc#sha512">${hash}</$1requestHash>`,
    );
    response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8' });
    response.end(`${head}Body>${body.replaceAll(somebody, subject)}</${prefix}Body></${prefix}Envelope>`);
  });
});
process.stdin.once('end', () => process.exit()).resume();
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
