import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join, resolve } from 'node:path';
import Fastify from 'fastify';
import { listen } from 'soap';
import { KontrolliToimetulekuToetuseSaamist as operation } from '../../src/services/generated/star.ts';
import { contractService, ok, openContract, xroadProducer } from '../../src/xroad/index.ts';
import { PROVIDER } from './producer-question.ts';

/**
 * Three producers of one answer, in a process of their own: a plain route that answers a constant, the library's producer by the contract, and
 * node-soap's server from the same WSDL with a constant answer. Prints where they are.
 */
const wsdlFile = resolve(import.meta.dirname, '../../wsdl/star.wsdl');
const wsdl = readFileSync(wsdlFile, 'utf8');
const CONSTANT =
  '<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><a/></SOAP-ENV:Body></SOAP-ENV:Envelope>';

const app = Fastify();
const contract = openContract(wsdl);
if (!contract.ok) throw new Error(contract.error.text);
await app.register(
  xroadProducer<undefined>({
    path: '/xroad',
    subsystem: PROVIDER,
    services: [
      contractService(operation, contract.value, async ({ isikukood }) =>
        ok({ value: { isikukood, eesnimi: 'MARI-LIIS', perekonnanimi: 'Mägi', maaramine: '2026-05' }, note: undefined }),
      ),
    ],
    mayUse: () => true,
  }),
);
await app.register(async (plain) => {
  plain.removeAllContentTypeParsers();
  plain.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  plain.post('/plain', async (_request, reply) => reply.type('text/xml; charset=UTF-8').send(CONSTANT));
});
const url = await app.listen({ port: 0, host: '127.0.0.1' });

const other = createServer((_request, response) => response.writeHead(404).end());
await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
const imported = resolve(import.meta.dirname, '../services/stubs');
await new Promise<void>((ready, refuse) =>
  listen(other, {
    path: '/soap',
    xml: wsdl,
    uri: wsdlFile,
    services: {
      starService: {
        starPort: {
          [operation.serviceCode]: () => ({ isikukood: '1', eesnimi: 'MARI-LIIS', perekonnanimi: 'Mägi', maaramine: '2026-05' }),
        },
      },
    },
    // What WSDLs import lies here under the last part of its address: nothing is fetched.
    wsdl_options: { overrideImportLocation: (location: string) => join(imported, basename(location)) },
    callback: (error: unknown) => (error ? refuse(error) : ready()),
  } as Parameters<typeof listen>[1]),
);
console.log(
  JSON.stringify({
    plain: `${url}/plain`,
    ours: `${url}/xroad`,
    nodeSoap: `http://127.0.0.1:${(other.address() as AddressInfo).port}/soap`,
  }),
);
