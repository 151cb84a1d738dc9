import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attachment,
  BrokenMessage,
  contentIdOf,
  prepareRequest,
  readMessage,
  readMessageFrom,
  referenceTo,
} from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';
import { BODY, header, prepared } from './example.ts';

const usual = Buffer.from(prepared().bytes).toString();
const TYPE = 'multipart/related; type="text/xml"; boundary="b"';
const part = (headers: string, content: string) => `--b\r\n${headers}\r\n\r\n${content}\r\n`;
const SOAP = part('Content-Type: text/xml', usual);
const A = part('Content-Type: text/plain\r\nContent-ID: <a@x>', 'first\r\n--bb\r\n--b-not-alone\r\n');
const B = part('Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64', 'AAAA');

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    if (cut <= at) continue;
    yield bytes.subarray(at, cut);
    at = cut;
  }
}

/** What there is to know of a message: the defect, or the parts. */
async function told(bytes: Uint8Array, type: string, cuts: readonly number[]): Promise<unknown> {
  const read = await readMessageFrom(inPieces(bytes, cuts), type);
  if (!read.ok) return read.error.code;
  const attachments: unknown[] = [];
  try {
    for await (const { content, ...rest } of read.value.attachments) {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      attachments.push({ ...rest, bytes: Buffer.concat(pieces).toString('latin1') });
    }
  } catch (error) {
    if (error instanceof BrokenMessage) return error.defect.code;
    throw error;
  }
  return { soap: Buffer.from(read.value.soapBytes).toString('latin1'), attachments };
}

function toldAtOnce(bytes: Uint8Array, type: string): unknown {
  const read = readMessage(bytes, type);
  if (!read.ok) return read.error.code;
  return {
    soap: Buffer.from(read.value.soapBytes).toString('latin1'),
    attachments: read.value.attachments.map(({ bytes, ...rest }) => ({ ...rest, bytes: Buffer.from(bytes).toString('latin1') })),
  };
}

describe('a multipart message while it arrives', () => {
  const messages: readonly [string, string][] = [
    ['two attachments', `preamble\r\n${SOAP}${A}${B}--b--\r\nepilogue`],
    ['an empty attachment', `${SOAP}${part('Content-Type: text/plain', '')}--b--`],
    ['line feeds alone', `${SOAP}${A}--b--\r\n`.replaceAll('\r\n', '\n')],
    ['padding behind the boundary', `${SOAP}${A}--b-- \t \r\n`],
    ['no parts', 'nothing here'],
    ['no closing boundary', `${SOAP}${A}`],
    ['a header that does not end', `${SOAP}--b\r\nContent-Type: text/plain\r\n--b--\r\n`],
    ['two parts of one name', `${SOAP}${A}${A}--b--\r\n`],
    ['an attachment without type', `${SOAP}${part('Content-ID: <a>', 'x')}--b--\r\n`],
    ['a first part that is not SOAP', `${A}${SOAP}--b--\r\n`],
  ];

  it.each(messages)('%s: read alike however it is cut', async (_what, text) => {
    const bytes = Buffer.from(text);
    const whole = toldAtOnce(bytes, TYPE);
    for (let cut = 0; cut <= bytes.length; cut++) expect(await told(bytes, TYPE, [cut])).toEqual(whole);
    const every = Array.from({ length: bytes.length }, (_, index) => index);
    expect(await told(bytes, TYPE, every)).toEqual(whole);
  });

  it('is read alike whatever it holds', async () => {
    const piece = fc.constantFrom(
      '--b',
      '--',
      '\r\n',
      '\n',
      '\r',
      'Content-Type: text/xml',
      ' ',
      '--b\r\n',
      '--b--',
      'x',
      '\r\n\r\n',
      usual,
      ':',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(3_000), { maxLength: 5 }), async (pieces, cuts) => {
        const bytes = Buffer.from(SOAP + pieces.join(''));
        const whole = toldAtOnce(bytes, TYPE);
        const arriving = await told(
          bytes,
          TYPE,
          [...cuts].sort((a, b) => a - b),
        );
        // Of a message with two faults the one that stands first is found while it arrives; whether it is a message is never in doubt.
        if (typeof whole === 'string') expect(arriving).toBeTypeOf('string');
        else expect(arriving).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('goes on with the next attachment when one is not read', async () => {
    const read = await readMessageFrom(inPieces(Buffer.from(`${SOAP}${A}${B}--b--`), []), TYPE);
    const types: string[] = [];
    if (read.ok) for await (const { contentType } of read.value.attachments) types.push(contentType);
    expect(types).toEqual(['text/plain', 'application/octet-stream']);
  });

  it.runIf(hasShared("X-Road's multipart messages"))("reads X-Road's own alike in pieces of any size", async () => {
    const cases: readonly { request: string; requestContentType: string }[] = JSON.parse(
      readFileSync(join(shared, 'xroad/cases/messages/cases.json'), 'utf8'),
    );
    const multipart = cases.filter(({ requestContentType }) => requestContentType.startsWith('multipart'));
    expect(multipart.length).toBeGreaterThan(3);
    for (const { request, requestContentType } of multipart) {
      const bytes = readFileSync(join(shared, 'xroad/cases/messages/bytes', request));
      const whole = toldAtOnce(bytes, requestContentType);
      for (const size of [1, 7, 64, 1000]) {
        const cuts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => index * size);
        expect(await told(bytes, requestContentType, cuts)).toEqual(whole);
      }
    }
  });
});

describe('a request with attachments', () => {
  const attachments: readonly Attachment[] = [
    { contentId: 'a b@x', contentType: 'text/plain; charset=utf-8', content: Buffer.from('õ') },
    { contentId: 'b', contentType: 'application/octet-stream', content: Buffer.from('\r\n--xroad\r\n') },
  ];

  const sent = (list: readonly Attachment[], body = BODY, packaging?: 'mtom') => {
    const request = prepareRequest(header, body, list, packaging);
    if (!request.ok) throw new Error(request.error.text);
    return request.value;
  };

  it('is read as it was written, and its hash is of the first part alone', () => {
    const list = attachments.map((one) => ({ ...one, contentId: one.contentId.replace(' ', '') }));
    const request = sent(list);
    if (typeof request.body === 'function') throw new Error('in pieces');
    const read = readMessage(request.body, request.contentType);
    if (!read.ok) throw new Error(read.error.text);
    expect(
      read.value.attachments.map(({ contentId, contentType, bytes }) => [contentId, contentType, Buffer.from(bytes).toString()]),
    ).toEqual([
      ['ab@x', 'text/plain; charset=utf-8', 'õ'],
      ['b', 'application/octet-stream', '\r\n--xroad\r\n'],
    ]);
    expect(Buffer.from(read.value.soapBytes).equals(Buffer.from(request.bytes))).toBe(true);
    expect(request.requestHash).toBe(sent([]).requestHash);
  });

  it('is written while it is sent, each time anew, when its content is', async () => {
    let begun = 0;
    async function* content() {
      begun++;
      yield Buffer.from('one ');
      yield Buffer.from('two');
    }
    const { body, contentType } = sent([{ contentId: 'a', contentType: 'text/plain', content }]);
    if (typeof body !== 'function') throw new Error('in one piece');
    for (const time of [1, 2]) {
      const pieces: Uint8Array[] = [];
      for await (const piece of body()) pieces.push(piece);
      const read = readMessage(Buffer.concat(pieces), contentType);
      expect(read.ok && Buffer.from(read.value.attachments[0]?.bytes ?? []).toString()).toBe('one two');
      expect(begun).toBe(time);
    }
  });

  it.each<[string, readonly Attachment[], string]>([
    ['with a name that cannot be written', attachments, 'InvalidMessage'],
    ['with one name twice', [attachments[1], attachments[1]].flatMap((one) => one ?? []), 'InvalidMessage'],
    ['with a type that is none', [{ contentId: 'a', contentType: 'text/plain\r\nX: y', content: Buffer.from('') }], 'InvalidContentType'],
    [
      'with 100 of them',
      Array.from({ length: 100 }, (_, i) => ({ contentId: `a${i}`, contentType: 'text/plain', content: Buffer.from('') })),
      'InvalidMessage',
    ],
  ])('%s is not written', (_what, list, code) => {
    const request = prepareRequest(header, BODY, list);
    expect(!request.ok && request.error.code).toBe(code);
  });

  describe('as MTOM', () => {
    const include = (href: string) => `<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="${href}"/>`;
    const body = (inner: string) => `<s:getState xmlns:s="urn:state"><which>${inner}</which></s:getState>`;
    const read = (inner: string, list: readonly Attachment[]) => {
      const { body: bytes, contentType } = sent(list, body(inner), 'mtom');
      if (typeof bytes === 'function') throw new Error('in pieces');
      const message = readMessage(bytes, contentType);
      if (!message.ok) return message.error.code;
      return message.value.kind === 'message' ? message.value.body.xml : 'fault';
    };
    const list: readonly Attachment[] = [{ contentId: 'a+b@x', contentType: 'text/plain', content: Buffer.from('hello') }];

    it('reads the base64 that parts stand for', () => {
      expect(read(include(referenceTo('a+b@x')), list)).toContain(`<which>${Buffer.from('hello').toString('base64')}</which>`);
    });

    it.each([
      ['another part', include('cid:nobody')],
      ['a page', include('http://127.0.0.1/secret')],
      ['a file', include('file:///etc/passwd')],
      ['nothing', '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include"/>'],
      ['a part, beside text', `x${include('cid:a%2Bb%40x')}`],
      ['a part twice', include('cid:a%2Bb%40x').repeat(2)],
    ])('refuses to include %s', (_what, inner) => {
      expect(read(inner, list)).toBe('InvalidBody');
    });
  });
});

describe('references', () => {
  it.each(['a', 'a@b', 'ä b/c%'])('of %s come back', (contentId) => {
    expect(contentIdOf(referenceTo(contentId))).toBe(contentId);
  });
  it.each(['http://x/a', 'a', 'cid:%', ''])('of %s lead nowhere', (reference) => {
    expect(contentIdOf(reference)).toBeUndefined();
  });
});
