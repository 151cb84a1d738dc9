import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ParseOption, XmlDocument, xmlCleanupInputProvider, xmlRegisterInputProvider } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KontrolliToimetulekuToetuseSaamist as contracted } from '../../src/services/generated/star.ts';
import { readMessage, readRequest } from '../../src/xroad/index.ts';
import { type Door, openDoor, receiver, stranger } from '../services/door.ts';
import { ATTACKS, type Attack, bytesOf } from './attack.ts';

const requests = ATTACKS.filter(({ file, answer }) => !file.startsWith('http/') && answer === undefined);

let door: Door;
/** Whatever libxml2 wanted to fetch. It can reach nothing but what is put before it, so asking is the whole of it. */
const asked: string[] = [];
beforeAll(async () => {
  door = await openDoor();
  const never = (): never => {
    throw new Error('nothing is opened');
  };
  xmlRegisterInputProvider({ match: (url) => asked.push(url) === 0, open: never, read: never, close: never });
});
afterAll(async () => {
  xmlCleanupInputProvider();
  await door.close();
});

function received(attack: Attack) {
  return {
    method: attack.method ?? 'POST',
    contentType: attack.contentType ?? 'text/xml; charset=UTF-8',
    soapAction: attack.soapAction ?? '""',
    bytes: bytesOf(attack),
  };
}

/** Header fields and the members of the body by name, as the service gets them. */
function readingOf(attack: Attack): Readonly<Record<string, unknown>> {
  const read = readRequest(received(attack));
  if (!read.ok) throw new Error(read.error.code);
  const body = contracted.request.decode(read.value.body);
  if (!body.ok) throw new Error(body.error.code);
  return { ...read.value.header, ...body.value };
}

describe.each(['xml', 'soap', 'mime'])('%s', (area) => {
  const rows = requests.filter(({ file }) => file.startsWith(`${area}/`));

  const atTheDoor = async (_file: string, code: string, attack: Attack) => {
    const { method, contentType, soapAction, bytes } = received(attack);
    const reply = await door.app.inject({
      method: method === 'GET' ? 'GET' : 'POST',
      url: '/xroad/soap',
      headers: { 'content-type': contentType, soapaction: soapAction },
      ...(bytes.length === 0 ? {} : { payload: bytes }),
    });
    const answer = readMessage(reply.rawPayload, String(reply.headers['content-type']));
    if (!answer.ok) throw new Error(`unreadable answer: ${answer.error.text}`);
    expect(answer.value.kind === 'fault' ? answer.value.fault.code : 'OK').toBe(code);
    expect(reply.statusCode).toBe(code === 'OK' ? 200 : code === 'Client.InvalidHttpMethod' ? 405 : 500);
    if (code !== 'OK') for (const person of [receiver, stranger]) expect(reply.payload).not.toContain(person);
  };
  it.each(rows.map((row) => [row.file, row.expect, row] as const))('%s at the door: %s', atTheDoor);

  it.each(rows.map((row) => [row.file, row] as const))('%s at the reader: no other word than the door’s', (_file, attack) => {
    const read = readRequest(received(attack));
    // Above the door's own cap a body never reaches the reader, whose cap is larger.
    if (!read.ok && attack.expect !== 'Client.MessageTooLarge') expect(read.error.code).toBe(attack.reader ?? attack.expect);
    if (attack.expect === 'OK') expect(read.ok).toBe(true);
    if (attack.reads !== undefined) expect(readingOf(attack)).toMatchObject(attack.reads);
  });
});

it('fetched nothing, whatever they named', () => {
  expect(asked).toEqual([]);
  // The watch is awake: told to, the same parser asks.
  const external = '<!DOCTYPE a [<!ENTITY e SYSTEM "urn:elsewhere">]><a>&e;</a>';
  try {
    XmlDocument.fromString(external, { option: ParseOption.XML_PARSE_NOENT | ParseOption.XML_PARSE_DTDLOAD }).dispose();
  } catch {
    // What it asked for was not to be had.
  }
  expect(asked).toEqual(['urn:elsewhere']);
});

it('has a row for each file and a file for each row', () => {
  const files = ['xml', 'soap', 'mime', 'http'].flatMap((area) =>
    readdirSync(join(import.meta.dirname, 'cases', area)).map((file) => `${area}/${file}`),
  );
  const rows = ATTACKS.filter(({ recipe }) => recipe === undefined).map(({ file }) => file);
  expect(files.sort()).toEqual(rows.sort());
  expect(new Set(ATTACKS.map(({ file }) => file)).size).toBe(ATTACKS.length);
});
