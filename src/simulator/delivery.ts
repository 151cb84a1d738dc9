import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knobs } from './knobs.ts';

/** A message on its way back, and what the register that gave it does wrong on the wire. */
export interface Answer {
  readonly bytes: Uint8Array;
  /** Default: a message without attachments. */
  readonly contentType?: string;
  /** Of REST; in SOAP everything is 200 and stands in the message. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly knobs: Knobs | undefined;
}

/** Between two bytes of an answer that drips, ms. */
const DRIP_MS = 1000;

/** Sends an answer as the register's knobs have it. */
export async function deliver(response: ServerResponse, answer: Answer): Promise<void> {
  const { knobs } = answer;
  const { bytes, contentType = 'text/xml; charset=UTF-8' } = knobs?.multipart === true ? asMultipart(answer) : answer;
  if (knobs?.hang === true) return;
  if (knobs !== undefined && knobs.latencyMs > 0) await sleep(knobs.latencyMs);
  if (knobs?.html === true) {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>Bad gateway</body></html>');
    return;
  }
  response.writeHead(answer.status ?? 200, { ...answer.headers, 'content-type': contentType, 'content-length': bytes.length });
  if (knobs?.cut === true) {
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  } else if (knobs?.drip === true) {
    for (let at = 0; at < bytes.length && !response.destroyed; at++) {
      response.write(bytes.subarray(at, at + 1));
      await sleep(DRIP_MS);
    }
    response.end();
  } else response.end(bytes);
}

/** The message as the one part of a multipart; what has parts already stays as it is. */
function asMultipart(answer: Answer): Pick<Answer, 'bytes' | 'contentType'> {
  if (answer.contentType !== undefined) return answer;
  const boundary = 'one-part';
  const head = `--${boundary}\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-ID: <root>\r\n\r\n`;
  return {
    bytes: Buffer.concat([Buffer.from(head), answer.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    contentType: `multipart/related; type="text/xml"; start="<root>"; boundary="${boundary}"`,
  };
}
