import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a stand-in for a security server says to one request. */
export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export interface Answering {
  readonly url: string;
  close(): Promise<void>;
}

/** A server on loopback that answers each request as told. */
export async function answering(say: (url: string) => Said): Promise<Answering> {
  const server = createServer((request, response) =>
    request.resume().on('end', () => {
      const { status, headers, bytes } = say(request.url ?? '');
      response.writeHead(status, headers).end(bytes);
    }),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
