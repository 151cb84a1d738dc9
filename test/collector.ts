import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector of traces got it, by OTLP over HTTP in JSON. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly kind: number;
  /** ns since 1970. */
  readonly from: bigint;
  readonly to: bigint;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly links: readonly string[];
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly {
      readonly spans: readonly {
        readonly traceId: string;
        readonly spanId: string;
        readonly parentSpanId?: string;
        readonly name: string;
        readonly kind: number;
        readonly startTimeUnixNano: string;
        readonly endTimeUnixNano: string;
        readonly status: { readonly code?: number };
        readonly attributes: readonly {
          readonly key: string;
          readonly value: { readonly stringValue?: string; readonly intValue?: number; readonly doubleValue?: number };
        }[];
        readonly links?: readonly { readonly traceId: string }[];
      }[];
    }[];
  }[];
}

/** The smallest collector of traces: keeps what it is sent, byte by byte. */
export async function startCollector(answers: { status: number } = { status: 200 }) {
  const bodies: string[] = [];
  const paths = new Set<string>();
  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      paths.add(`${request.method} ${request.url}`);
      if (answers.status === 200) bodies.push(Buffer.concat(chunks).toString());
      response.writeHead(answers.status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    answers,
    text: () => bodies.join('\n'),
    spans: (): readonly CollectedSpan[] => bodies.flatMap((body) => spansOf(JSON.parse(body))),
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

function spansOf({ resourceSpans }: Sent): readonly CollectedSpan[] {
  return resourceSpans
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap(({ spans }) => spans)
    .map(({ traceId, spanId, parentSpanId, name, kind, startTimeUnixNano, endTimeUnixNano, status, attributes, links = [] }) => ({
      ...{ traceId, spanId, parentSpanId, name, kind },
      from: BigInt(startTimeUnixNano),
      to: BigInt(endTimeUnixNano),
      failed: status.code === 2,
      attributes: Object.fromEntries(
        attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue ?? value.doubleValue)] as const),
      ),
      links: links.map((link) => link.traceId),
    }));
}
