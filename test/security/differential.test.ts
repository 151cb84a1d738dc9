import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';
import { ATTACKS, bytesOf } from './attack.ts';
import { expanded, local, ourReading, PARSERS, type Reading, readingOf } from './reading.ts';

/** Where fast-xml-parser reads nothing, by reason. Nowhere may it read something else. */
const FAST_XML_PARSER_REFUSES = {
  'a name that objects inherit': ['xml/proto-element.xml', 'xml/proto-header.xml', 'xml/proto-service.xml'],
};
const unread = Object.values(FAST_XML_PARSER_REFUSES).flat();

interface Message {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: () => Buffer;
}

const attacks: readonly Message[] = ATTACKS.filter(({ file }) => !file.startsWith('http/')).map((attack) => ({
  name: attack.file,
  contentType: attack.contentType ?? 'text/xml; charset=UTF-8',
  bytes: () => bytesOf(attack),
}));

const cases = join(shared, 'xroad/cases/messages');
const there = hasShared("X-Road's own messages before other parsers");

/** What X-Road's cases send and answer, each once. */
function exchanged(): readonly Message[] {
  if (!there) return [];
  const rows: readonly Readonly<Record<string, string | null>>[] = JSON.parse(readFileSync(join(cases, 'cases.json'), 'utf8'));
  const messages = rows
    .flatMap((row) => [
      [row.request, row.requestContentType],
      [row.serviceResponse, row.serviceResponseContentType],
    ])
    .flatMap(([file, contentType]) =>
      typeof file === 'string' && typeof contentType === 'string'
        ? [{ name: file, contentType, bytes: () => readFileSync(join(cases, 'bytes', file)) }]
        : [],
    );
  return [...new Map(messages.map((message) => [`${message.name} ${message.contentType}`, message])).values()];
}

/** The reading of another parser, or that it refuses. */
function theirs(parser: keyof typeof PARSERS, bytes: Uint8Array): Reading | 'refused' {
  const root = PARSERS[parser](bytes);
  return root === undefined ? 'refused' : readingOf(root, parser === 'fast-xml-parser' ? local : expanded);
}

function agree({ name, contentType, bytes }: Message): 'message' | 'fault' | 'refused' {
  const read = readMessage(bytes(), contentType);
  if (!read.ok) return 'refused';
  for (const parser of ['saxes', 'libxml2', 'fast-xml-parser'] as const) {
    const reading = theirs(parser, read.value.soapBytes);
    if (parser === 'fast-xml-parser' && unread.includes(name)) expect(reading).toBe('refused');
    else if (read.value.kind === 'message')
      expect(reading, parser).toEqual(ourReading(read.value, parser === 'fast-xml-parser' ? local : expanded));
    else {
      const { code } = read.value.fault;
      expect(reading !== 'refused' && reading.body.filter((leaf) => leaf.trimEnd().endsWith(`faultcode=${code}`)), parser).toHaveLength(1);
    }
  }
  return read.value.kind;
}

describe('what we read, saxes, libxml2 and fast-xml-parser read alike', () => {
  it.each(attacks.map((message) => [message.name, message] as const))('%s', (_name, message) => {
    agree(message);
  });

  it('and there was much to read', () => {
    const accepted = attacks.filter(({ bytes, contentType }) => readMessage(bytes(), contentType).ok);
    expect(accepted.length).toBeGreaterThan(40);
  });

  it('what they read differently, we refuse', () => {
    const disputed = attacks.filter(({ bytes, name }) => {
      const small = bytes();
      if (name.startsWith('mime/') || small.length > 20_000) return false;
      const readings = (['saxes', 'libxml2', 'fast-xml-parser'] as const).map((parser) => PARSERS[parser](small));
      return new Set(readings.map((root) => JSON.stringify(root === undefined ? undefined : readingOf(root, local)))).size > 1;
    });
    const taken = disputed.filter(({ bytes, contentType }) => readMessage(bytes(), contentType).ok);
    expect(taken.map(({ name }) => name)).toEqual(unread);
    // Parsers that agree about everything would prove nothing.
    expect(disputed.length).toBeGreaterThan(20);
  });
});

describe.runIf(there)("what we read of X-Road's own messages, they read alike", () => {
  const messages = exchanged();

  it.each(messages.map((message) => [message.name, message] as const))('%s', (_name, message) => {
    agree(message);
  });

  it('and there was much to read', () => {
    expect(messages.filter(({ bytes, contentType }) => readMessage(bytes(), contentType).ok).length).toBeGreaterThan(10);
  });
});
