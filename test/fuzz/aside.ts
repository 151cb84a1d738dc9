import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatClientId, formatServiceId, parseClientId, prepareRestRequest, readWsdl } from '../../src/xroad/index.ts';
import { readClientList, readRestMethodList, readSoapMethodList } from '../../src/xroad/metadata/listed.ts';
import { checkRestAnswer, traceOf } from '../../src/xroad/rest/index.ts';
import { header } from '../xroad/example.ts';
import { mutated } from './mutation.ts';
import { discreet, holds, PERSONAL_CODE, type Target } from './target.ts';

const service = { ...header.service, subsystemCode: 'producer', serviceCode: 'echo' };
const request = prepareRestRequest({ client: header.client, service, method: 'GET', id: header.id });
if (!request.ok) throw new Error(request.error.text);
const asked = request.value;

const JSON_ERROR = `{"type":"Server.ServerProxy.AccessDenied","message":"Request is not allowed","detail":"${PERSONAL_CODE}"}`;

/** An HTTP answer as text: a status, headers in lower case, a blank line, the body. */
const restAnswers: Target = {
  name: 'REST answers',
  inputs: mutated([
    `200\nx-road-id:${header.id}\nx-road-client:${formatClientId(header.client)}\nx-road-service:${formatClientId(service)}/echo\nx-road-request-id:1\nx-road-request-hash:AAAA\n\n{"code":"${PERSONAL_CODE}"}`,
    `500\nx-road-error:Server.ServerProxy.AccessDenied\ncontent-type:application/json\n\n${JSON_ERROR}`,
    `502\ncontent-type:text/html\n\n<html>${PERSONAL_CODE}`,
  ]),
  read(input) {
    const [head = '', ...rest] = input.split('\n\n');
    const [status = '', ...lines] = head.split('\n');
    const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
    const answer = { status: Number(/^\d{3}/.exec(status)?.[0] ?? 200), headers, bytes: Buffer.from(rest.join('\n\n')) };
    const checked = checkRestAnswer(asked, answer);
    holds('a hash proves what was never asked', !traceOf(asked, answer).requestHashVerified);
    if (!checked.ok) {
      discreet(checked.error);
      return 'refused';
    }
    holds('the answer to another request', checked.value.kind === 'fault' || headers['x-road-id'] === asked.id);
    holds("X-Road's error is not told", checked.value.kind === 'answered' || checked.value.fault.code === headers['x-road-error']);
    return 'accepted';
  },
};

const CLIENT = `"member_class":"GOV","member_code":"70000001","subsystem_code":"consumer","xroad_instance":"ee-test"`;
const SOAP_LIST = `<xrd:listMethodsResponse xmlns:xrd="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers"><xrd:service id:objectType="SERVICE"><id:xRoadInstance>ee-test</id:xRoadInstance><id:memberClass>GOV</id:memberClass><id:memberCode>${PERSONAL_CODE}</id:memberCode><id:serviceCode>getState</id:serviceCode></xrd:service></xrd:listMethodsResponse>`;

/** Lists of clients and methods; each list is put before every reader of lists. */
const lists: Target = {
  name: 'metadata lists',
  inputs: mutated([
    `{"member":[{"id":{${CLIENT},"object_type":"SUBSYSTEM"},"name":"${PERSONAL_CODE}","subsystem_name":"b"}]}`,
    `{"service":[{${CLIENT},"object_type":"SERVICE","service_code":"echo","service_type":"OPENAPI","endpoint_list":[{"method":"GET","path":"/${PERSONAL_CODE}"}]}]}`,
    SOAP_LIST,
  ]),
  read(input) {
    const bytes = Buffer.from(input);
    const [clients, ...methods] = [readClientList(bytes), readRestMethodList(bytes), readSoapMethodList(input)] as const;
    for (const read of [clients, ...methods]) if (!read.ok) discreet(read.error);
    const names = [
      ...(clients.ok ? clients.value.map(({ id }) => formatClientId(id)) : []),
      ...methods.flatMap((read) => (read.ok ? read.value.map(({ id }) => formatServiceId(id)) : [])),
    ];
    return names.length > 0 ? 'accepted' : 'refused';
  },
};

const STAR = readFileSync(resolve(import.meta.dirname, '../../wsdl/star.wsdl'), 'utf8');

const descriptions: Target = {
  name: 'service descriptions (WSDL)',
  inputs: mutated([STAR]),
  read: (input) => (readWsdl(input).ok ? 'accepted' : 'refused'),
};

const identifiers: Target = {
  name: 'identifiers',
  inputs: mutated(['ee-test/GOV/70000001/consumer', 'EE/COM/12345678']),
  read(input) {
    const id = parseClientId(input);
    if (id === undefined) return 'refused';
    holds('an identifier is not what it was written as', formatClientId(id) === input);
    return 'accepted';
  },
};

/** Readers of what comes beside messages: REST, metadata, descriptions, names. */
export const ASIDE: readonly Target[] = [restAnswers, lists, descriptions, identifiers];
