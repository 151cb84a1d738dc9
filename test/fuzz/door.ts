import Fastify from 'fastify';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { openOffered } from '../../src/services/offered-contract.ts';
import { subsistenceCheck } from '../../src/services/subsistence-check.ts';
import { firstDifference, formatClientId, parseClientId, readMessage, xroadProducer } from '../../src/xroad/index.ts';
import { question, SERVICE, soapRequest, stranger } from '../services/door.ts';
import { mutated } from './mutation.ts';
import { holds, PERSONAL_CODE, type Target } from './target.ts';

const subsystem = parseClientId('EE/GOV/70009770/star');
if (subsystem === undefined) throw new Error('not a subsystem');
const contract = await openOffered('star.wsdl');
const app = Fastify();
await app.register(
  xroadProducer({
    path: '/xroad/soap',
    subsystem,
    services: [subsistenceCheck(contract, { lastGrant: async () => undefined })],
    mayUse: (client) => formatClientId(client) === 'EE/GOV/74000085/tkis',
    observe: (_service, code) => holds("the asker's words become a label", /^(?:OK|(?:Client|Server)\.[A-Z]\w+)$/.test(code)),
    failed: (error) => {
      broke = error;
    },
  }),
);
await app.ready();
let broke: unknown;

const usual = soapRequest({
  body: question(PERSONAL_CODE),
  header: `<xrd:userId>EE${stranger}</xrd:userId><xrd:issue>7-1/123</xrd:issue>`,
});
const headers = { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' };

/** The element inside the body, as libxml2 finds it by itself in what was sent. */
function bodyOf(sent: string): string {
  using document = XmlDocument.fromBuffer(Buffer.from(sent));
  const body = document.root.find('*[local-name()="Body"]/*')[0];
  return body instanceof XmlElement ? body.canonicalizeToString() : '';
}

/** The whole way: a request at the door of the register, and what leaves it. Nothing is kept, and nobody was granted anything. */
export const DOOR: Target = {
  name: `the door: ${SERVICE.slice(0, 20)}...`,
  inputs: mutated([usual, usual.replaceAll('SOAP-ENV', 's').replaceAll('xrd:', 'x:').replace('xmlns:xrd', 'xmlns:x')]),
  async read(input) {
    broke = undefined;
    const reply = await app.inject({ method: 'POST', url: '/xroad/soap', headers, payload: input });
    if (broke !== undefined) throw broke;
    const answer = readMessage(reply.rawPayload, String(reply.headers['content-type']));
    if (!answer.ok) throw new Error(`our own answer is not read: ${answer.error.text}`);
    if (answer.value.kind === 'fault') {
      holds('a fault with another status', reply.statusCode === 500);
      holds('a refusal repeats what it refused', !reply.payload.includes(PERSONAL_CODE));
      return 'refused';
    }
    holds('an answer with another status', reply.statusCode === 200);
    holds('a 200 for what the schema refuses', contract.validate(bodyOf(input)).ok);
    holds('an answer that the schema refuses', contract.validate(answer.value.body).ok);
    const asked = readMessage(Buffer.from(input), headers['content-type']);
    holds(
      'an answer to another header',
      asked.ok && asked.value.kind === 'message' && firstDifference(asked.value.header, answer.value.header) === undefined,
    );
    return 'accepted';
  },
};
