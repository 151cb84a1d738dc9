import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RestHeader, xroadRestProducer } from '../../src/xroad/index.ts';

const ASKER = 'EE/GOV/70000001/consumer';
const asked = (headers: Record<string, string | string[]> = {}) => ({
  'x-road-client': ASKER,
  'x-road-id': '1',
  'x-road-userid': 'EE60001019906',
  ...headers,
});

describe('xroadRestProducer', () => {
  const recorded: [RestHeader, number][] = [];
  const failures: unknown[] = [];
  let recordFails = false;
  let app: FastifyInstance;

  beforeAll(async () => {
    app = Fastify();
    await app.register(
      xroadRestProducer(
        {
          serviceCode: 'people',
          path: '/rest/people',
          url: 'https://gateway.example/rest/people',
          title: 'People',
          version: '1',
          mayUse: ({ memberCode }) => memberCode === '70000001',
          needsUserId: true,
          async record(_request, header, status) {
            if (recordFails) throw new Error('the disk is full');
            recorded.push([header, status]);
          },
          failed: (error) => failures.push(error),
        },
        async (service) => {
          const person = {
            type: 'object',
            properties: { name: { type: 'string', maxLength: 5 } },
            required: ['name'],
            additionalProperties: false,
          };
          service.get(
            '/v1/people/:id',
            { schema: { params: { type: 'object', properties: { id: { type: 'integer' } } }, response: { 200: person } } },
            async (request) => ({
              name: request.xroad?.client.memberCode,
              secret: 'not in the schema',
            }),
          );
          service.post('/v1/people', { schema: { body: person } }, async (_request, reply) =>
            reply.status(201).header('x-road-error', 'mine').send({}),
          );
          service.get('/v1/elsewhere', async (_request, reply) => reply.redirect('http://127.0.0.1/'));
          service.get('/v1/broken', async () => {
            throw new Error('60001019906');
          });
        },
      ),
    );
  });
  afterAll(() => app.close());

  const get = (url: string, headers: Record<string, string | string[]> = asked()) =>
    app.inject({ method: 'GET', url: `/rest/people${url}`, headers });

  it('answers who may ask, and says who that is', async () => {
    const reply = await get('/v1/people/7');
    expect(reply.json()).toEqual({ name: '70000001' });
    expect(recorded.at(-1)).toEqual([
      {
        client: { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '70000001', subsystemCode: 'consumer' },
        id: '1',
        userId: 'EE60001019906',
      },
      200,
    ]);
  });

  it('publishes a description that stands on its own, without asking who wants it', async () => {
    const reply = await get('/openapi.json', {});
    const description = reply.json();
    expect(description).toMatchObject({
      openapi: '3.0.3',
      servers: [{ url: 'https://gateway.example/rest/people' }],
      info: { title: 'People' },
    });
    expect(Object.keys(description.paths)).toEqual(['/v1/people/{id}', '/v1/people', '/v1/elsewhere', '/v1/broken']);
    expect(description.paths['/v1/people'].post.requestBody.content['application/json'].schema.required).toEqual(['name']);
  });

  it.each<[string, Record<string, string | string[]>, number, string]>([
    ['nobody', {}, 400, 'InvalidClientIdentifier'],
    ['somebody of no form', asked({ 'x-road-client': 'EE' }), 400, 'InvalidClientIdentifier'],
    ['two at once', asked({ 'x-road-client': [ASKER, 'EE/GOV/1/other'] }), 400, 'InvalidRequest'],
    ['a member with no right', asked({ 'x-road-client': 'EE/GOV/1/other' }), 403, 'AccessDenied'],
    ['no person', { 'x-road-client': ASKER }, 400, 'MissingUserId'],
    ['a party of three parts', asked({ 'x-road-represented-party': 'a/b/c' }), 400, 'InvalidRequest'],
  ])('refuses %s', async (_what, headers, status, code) => {
    const reply = await get('/v1/people/7', headers);
    expect([reply.statusCode, reply.headers['content-type'], reply.json().code]).toEqual([status, 'application/problem+json', code]);
  });

  it('says what is wrong with a request, and never repeats it', async () => {
    const post = (payload: string, type = 'application/json') =>
      app.inject({ method: 'POST', url: '/rest/people/v1/people', headers: { ...asked(), 'content-type': type }, payload });
    for (const [reply, status, code] of [
      [await post('{"name":"60001019906"}'), 400, 'InvalidRequest'],
      [await post('{'), 400, 'InvalidRequest'],
      [await post('x', 'text/csv'), 400, 'InvalidRequest'],
      [await get('/v1/people/60001019906x'), 400, 'InvalidRequest'],
      [await get('/v1/nothing/60001019906'), 404, 'UnknownEndpoint'],
      [await get('/v1/broken'), 500, 'InternalError'],
      [await get('/v1/elsewhere'), 500, 'InternalError'],
    ] as const) {
      expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
      expect(reply.body).not.toContain('60001019906');
    }
    expect(failures).toHaveLength(2);
  });

  it("never speaks in X-Road's own voice", async () => {
    const reply = await app.inject({ method: 'POST', url: '/rest/people/v1/people', headers: asked(), payload: { name: 'A' } });
    expect([reply.statusCode, reply.headers['x-road-error']]).toEqual([201, undefined]);
  });

  it('lets nothing leave that could not be recorded', async () => {
    recordFails = true;
    const reply = await get('/v1/people/7');
    recordFails = false;
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'Unavailable']);
    expect(reply.body).not.toContain('70000001');
  });

  it('does not take a route whose body no security server delivers', async () => {
    const other = Fastify();
    other.register(
      xroadRestProducer(
        { serviceCode: 'x', path: '/x', url: 'http://x/x', title: 'X', version: '1', mayUse: () => true },
        async (service) => {
          service.delete('/a', { schema: { body: { type: 'object' } } }, async () => 'x');
        },
      ),
    );
    await expect(other.ready()).rejects.toThrow('no security server delivers a body');
    await other.close();
  });
});
