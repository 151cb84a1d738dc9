import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parsePersonalCode } from '../../src/estonia/index.ts';
import { Temporal } from '../../src/platform/index.ts';
import { findQueryType } from '../../src/registries/index.ts';
import {
  BrokenMessage,
  classifyFault,
  FAILURE_CLASSES,
  firstDifference,
  openContract,
  readMessage,
  readMessageFrom,
  readRequest,
  writeResponse,
} from '../../src/xroad/index.ts';
import { libxmlAccepts } from '../../src/xroad/libxml.ts';
import { scan } from '../../src/xroad/scan.ts';
import type { ScannedElement } from '../../src/xroad/scanned.ts';
import { BODIES, REST_BODIES, SUBJECT } from '../registries/bodies/index.ts';
import { expanded, ourReading, PARSERS, readingOf, type Told } from '../security/reading.ts';
import { ANSWER, answerTo, prepared, TEXT_XML } from '../xroad/example.ts';
import { judgesOf } from '../xroad/schemas.ts';
import { ASIDE } from './aside.ts';
import { DOOR } from './door.ts';
import { mutated } from './mutation.ts';
import { discreet, holds, PERSONAL_CODE, type Target } from './target.ts';

const usual = Buffer.from(prepared().bytes).toString('utf8');
const answer = answerTo(prepared().bytes, prepared().requestHash);
const multipart = `--b\r\nContent-Type: text/xml\r\nContent-ID: <root>\r\n\r\n${usual}\r\n--b\r\nContent-Type: text/plain\r\nContent-ID: <a>\r\n\r\nx\r\n--b--\r\n`;

function soap(name: string, seeds: readonly string[], contentType: string): Target {
  return {
    name,
    inputs: mutated(seeds),
    async read(input) {
      const bytes = Buffer.from(input);
      const read = readMessage(bytes, contentType);
      const arriving = await readArriving(bytes, contentType);
      holds('it is another message while it arrives', read.ok === arriving.ok);
      if (!read.ok) {
        discreet(read.error);
        return 'refused';
      }
      if (read.value.kind === 'fault') return 'accepted';
      const other = PARSERS.saxes(read.value.soapBytes);
      holds('another parser refuses it', other !== undefined);
      // Whatever we read in header and body, the other parser reads too, and nothing else.
      holds(
        'another parser reads something else',
        other !== undefined && isDeepStrictEqual(ourReading(read.value, expanded), readingOf(other, expanded)),
      );
      return 'accepted';
    },
  };
}

/** Reads a message that comes in three pieces, attachments to their end. */
async function readArriving(bytes: Buffer, contentType: string): Promise<{ readonly ok: boolean }> {
  const third = Math.ceil(bytes.length / 3);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += third) yield bytes.subarray(at, at + third);
  }
  const read = await readMessageFrom(pieces(), contentType);
  if (!read.ok) return read;
  try {
    for await (const { content } of read.value.attachments) for await (const _ of content);
    return read;
  } catch (error) {
    if (error instanceof BrokenMessage) return { ok: false };
    throw error;
  }
}

const BRIEF = `<?xml version='1.0' encoding="UTF-8" ?>\n<a xmlns="urn:x" xmlns:b="http://b.ee/c"><b:c d="e" b:f='g'>h &amp; &lt;</b:c >\n<i/><j k="l"/></a>`;

/** Of what is plain our scanner is the only judge: the others must have nothing to say against it. */
const plain: Target = {
  name: 'plain documents',
  inputs: mutated([usual, answer, ...Array(4).fill(BRIEF), BODIES['RR.RESIDENCES_DOCS_RELATIONS']?.found ?? '']),
  read(input) {
    const text = input.toWellFormed();
    const scanned = scan(text, 'utf-8');
    if (!scanned.ok) return 'refused';
    if (!scanned.value.plain) return 'accepted';
    const bytes = Buffer.from(text);
    holds('libxml2 refuses it', libxmlAccepts(bytes));
    holds('another parser reads something else', isDeepStrictEqual(toldOf(scanned.value.root), PARSERS.saxes(bytes)));
    return 'accepted';
  },
};

function toldOf({ namespace, localName, text, children }: ScannedElement): Told {
  return { namespace, localName, text, children: children.map(toldOf) };
}

const producer: Target = {
  name: 'producer: a request, and its echo',
  inputs: mutated([usual, usual.replaceAll('xrd:', 'x:').replaceAll('xmlns:xrd', 'xmlns:x')]),
  read(input) {
    const request = readRequest({ method: 'POST', contentType: TEXT_XML, soapAction: '""', bytes: Buffer.from(input) });
    if (!request.ok) {
      discreet(request.error);
      return 'refused';
    }
    const echoed = readMessage(writeResponse(request.value, ANSWER), TEXT_XML);
    // The answer's wrapper is another service's where the mutation renamed it; everything else must be as it came.
    if (!echoed.ok && echoed.error.code === 'InconsistentHeaders') return 'accepted';
    if (!echoed.ok || echoed.value.kind !== 'message')
      throw new Error(`our own answer is not read: ${echoed.ok ? 'fault' : echoed.error.text}`);
    holds('the header is not echoed', firstDifference(request.value.header, echoed.value.header) === undefined);
    return 'accepted';
  },
};

function body(name: string, codes: readonly string[]): Target {
  const contract = openContract(readFileSync(resolve(import.meta.dirname, '../../wsdl', `${name}.wsdl`), 'utf8'));
  if (!contract.ok) throw new Error(contract.error.text);
  const seeds = codes.flatMap((code) => [BODIES[code]?.found, BODIES[code]?.notFound]).filter((seed) => typeof seed === 'string');
  return {
    name: `bodies of ${name}`,
    inputs: mutated(seeds.map((seed) => seed.replaceAll('47101010033', PERSONAL_CODE))),
    read(input) {
      const valid = contract.value.validate(input);
      if (!valid.ok) {
        discreet(valid.error);
        return 'refused';
      }
      const service = [...contract.value.operations.values()].find(
        ({ response }) => input.includes(`:${response.element.name} `) || input.includes(`:${response.element.name}>`),
      );
      const codec = service?.response;
      if (codec === undefined) return 'accepted';
      const value = codec.decode(input);
      if (!value.ok) {
        discreet(value.error);
        holds(
          'what the schema takes is not read',
          value.error.problems.every(({ rule }) => rule === 'UNKNOWN_ELEMENT' || rule === 'NOT_WELL_FORMED'),
        );
        return 'refused';
      }
      const written = codec.encode(value.value);
      if (!written.ok) return 'accepted';
      const again = codec.decode(written.value);
      holds('what was written again is read as something else', again.ok && isDeepStrictEqual(again.value, value.value));
      return 'accepted';
    },
  };
}

/** Both judges of every contract of ours, by the namespace of its elements. */
const JUDGES = [...new Set(Object.values(BODIES).map(({ contract }) => contract))].map((contract) => {
  const wsdl = readFileSync(resolve(import.meta.dirname, '../../wsdl', contract), 'utf8');
  return { namespace: /targetNamespace="([^"]+)"/.exec(wsdl)?.[1] ?? '', judge: judgesOf(wsdl) };
});

/** Whatever our judge of bodies takes, libxml2 takes too. */
const judged: Target = {
  name: 'bodies, before both judges',
  inputs: mutated(Object.values(BODIES).flatMap(({ found, notFound }) => [found, notFound].filter((body) => typeof body === 'string'))),
  read(input) {
    const body = input.toWellFormed();
    const verdicts = JUDGES.filter(({ namespace }) => body.includes(namespace)).map(({ judge }) => judge(body));
    holds(
      'libxml2 refuses it',
      verdicts.every(({ surely, valid }) => valid || !surely),
    );
    return verdicts.some(({ surely }) => surely) ? 'accepted' : 'refused';
  },
};

const codes: Target = {
  name: 'fault codes',
  inputs: mutated(['Server.ServerProxy.ServiceFailed.NetworkError', 'server.clientproxy.invalid_signature_value', 'SOAP-ENV:Client']),
  read(input) {
    const { class: klass } = classifyFault(input, input);
    holds('a class that is none', FAILURE_CLASSES.includes(klass));
    return 'accepted';
  },
};

const contentTypes: Target = {
  name: 'content types',
  inputs: mutated(['multipart/related; type="text/xml"; start="<root>"; boundary="b"', 'text/xml; charset=UTF-8']),
  read: (input) => (readMessage(Buffer.from(input.startsWith('text') ? usual : multipart), input).ok ? 'accepted' : 'refused'),
};

function twin(code: string): Target {
  const [rest, bodies] = [findQueryType(code)?.twin, REST_BODIES[code]];
  const [subject, today] = [parsePersonalCode(PERSONAL_CODE), Temporal.PlainDate.from('2026-11-23')];
  if (rest === undefined || bodies === undefined || subject === undefined) throw new Error(`${code} has no twin, or no bodies`);
  const { parameters, found, notFound, tooMany } = bodies;
  return {
    name: `answers of ${code} by REST`,
    inputs: mutated([found, notFound, tooMany].map((seed) => JSON.stringify(seed).replaceAll(SUBJECT, PERSONAL_CODE))),
    read(input) {
      const answer = { status: 200, headers: { 'content-type': 'application/json' }, bytes: Buffer.from(input) };
      const reading = rest.readAnswer(answer, { subject, parameters, today });
      if (!reading.ok) {
        discreet(reading.error);
        return 'refused';
      }
      holds('a state that is none', ['FOUND', 'PARTIAL', 'NOT_FOUND'].includes(reading.value.state));
      return 'accepted';
    },
  };
}

export const TARGETS: readonly Target[] = [
  soap('messages', [usual, answer], TEXT_XML),
  soap('multipart messages', [multipart], 'multipart/related; boundary=b'),
  plain,
  producer,
  body('rr', ['RR.RESIDENCES_DOCS_RELATIONS', 'RR.RELATED_PERSONS']),
  body('mta', ['EMTA.EMPLOYER_AND_HK_PAYMENTS']),
  body('tervisekassa', ['HK.INSURANCE_AND_GP']),
  judged,
  twin('RR.CUSTODY'),
  codes,
  contentTypes,
  ...ASIDE,
  DOOR,
];
