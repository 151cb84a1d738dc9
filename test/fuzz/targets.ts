import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type fc from 'fast-check';
import {
  classifyFault,
  FAILURE_CLASSES,
  firstDifference,
  openContract,
  readMessage,
  readRequest,
  writeResponse,
} from '../../src/xroad/index.ts';
import { BODIES } from '../registries/bodies.ts';
import { ANSWER, answerTo, prepared, TEXT_XML } from '../xroad/example.ts';
import { textsBySaxes } from '../xroad/second-parser.ts';
import { mutated } from './mutation.ts';

/** Something that reads what comes from outside, and what must hold of it whatever comes. */
export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<string>;
  /** `accepted` or `refused`; throws when something does not hold. */
  read(input: string): 'accepted' | 'refused';
}

/** Stands in every seed; no refusal may repeat it. */
const PERSONAL_CODE = '60001019906';

const usual = Buffer.from(prepared().bytes).toString('utf8');
const answer = answerTo(prepared().bytes, prepared().requestHash);
const multipart = `--b\r\nContent-Type: text/xml\r\nContent-ID: <root>\r\n\r\n${usual}\r\n--b\r\nContent-Type: text/plain\r\nContent-ID: <a>\r\n\r\nx\r\n--b--\r\n`;

function holds(what: string, that: boolean): void {
  if (!that) throw new Error(what);
}

function discreet(error: unknown): void {
  holds('a refusal repeats what it refused', !JSON.stringify(error).includes(PERSONAL_CODE));
}

function soap(name: string, seeds: readonly string[], contentType: string): Target {
  return {
    name,
    inputs: mutated(seeds),
    read(input) {
      const read = readMessage(Buffer.from(input), contentType);
      if (!read.ok) {
        discreet(read.error);
        return 'refused';
      }
      if (read.value.kind === 'fault') return 'accepted';
      const { client, service, id, userId, issue, protocolVersion } = read.value.header;
      const ours = [...Object.values(client), ...Object.values(service), id, userId, issue, protocolVersion].filter(
        (one) => one !== undefined,
      );
      const theirs = textsBySaxes(
        Buffer.from(read.value.soapBytes)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      );
      // Whatever we read in the header, the other parser reads too.
      holds(
        'another parser reads another header',
        ours.every((text) => theirs.includes(text)),
      );
      return 'accepted';
    },
  };
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
  const seeds = codes.flatMap((code) => [BODIES[code]?.found ?? [], BODIES[code]?.notFound ?? []].flat());
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

export const TARGETS: readonly Target[] = [
  soap('messages', [usual, answer], TEXT_XML),
  soap('multipart messages', [multipart], 'multipart/related; boundary=b'),
  producer,
  body('rr', ['RR.RESIDENCES_DOCS_RELATIONS', 'RR.RELATED_PERSONS']),
  body('mta', ['EMTA.EMPLOYER_AND_HK_PAYMENTS']),
  body('tervisekassa', ['HK.INSURANCE_AND_GP']),
  codes,
  contentTypes,
];
