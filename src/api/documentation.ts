import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { ErrorCatalogue, ErrorDefinition } from '../platform/index.ts';
import type { Route } from '../register/access/index.ts';
import { renderErrorsPage } from './errors-page.ts';
import { languageOf } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes an `Idempotency-Key`. */
    readonly isKeyed?: boolean;
    /** Takes an `If-Match`. */
    readonly isVersioned?: boolean;
  }
}

/** The problem document of every refusal (RFC 9457). */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String({ description: 'The worker’s sentence, in the language of Accept-Language: et, en or ru' }),
  code: Type.String({ description: 'Stable; see /api/errors' }),
  instance: Type.String({ description: 'The request’s id, for the support' }),
  errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String({ description: 'RFC 6901' }), code: Type.String() }))),
  institutions: Type.Optional(
    Type.Array(Type.Object({ institutionId: Type.String(), name: Type.String() }), {
      description: 'With INSTITUTION_REQUIRED: where the person works, for X-Institution to name one',
    }),
  ),
});

const idempotencyKey = Type.String({
  description: 'Names the request: sent again within 24 h it has one effect and the same answer',
  maxLength: 200,
});
const ifMatch = Type.String({ description: 'The ETag that the change is made against; another one meanwhile: 412' });

/** Makes the OpenAPI document from the routes' schemas (`/api/openapi.json`), its readable form (`/api/docs`), and the error codes (`/api/errors`). */
export async function documentation(app: FastifyInstance, errors: readonly ErrorCatalogue[]): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'STAR X-tee gateway',
        version: '1',
        description: 'The internal API of STAR: client files, intakes, proceedings and purpose-limited queries to state registers.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'star_session' },
          bearer: { type: 'http', scheme: 'bearer' },
          citizen: { type: 'apiKey', in: 'cookie', name: 'star_citizen' },
        },
      },
    },
    // Header parameters are documented only: the door reads them itself.
    transform: ({ schema, url, route }) => {
      const { isKeyed = false, isVersioned = false } = route.config ?? {};
      const headers = {
        ...(isKeyed ? { 'idempotency-key': Type.Optional(idempotencyKey) } : {}),
        ...(isVersioned ? { 'if-match': Type.Optional(ifMatch) } : {}),
      };
      return { schema: Object.keys(headers).length === 0 ? schema : { ...schema, headers: Type.Object(headers) }, url };
    },
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  const page = renderErrorsPage(errors);
  app.get('/api/errors', { schema: { hide: true } }, async (_request, reply) => reply.type('text/markdown; charset=utf-8').send(page));
  const definitions = new Map<string, ErrorDefinition>(errors.flatMap((catalogue) => Object.entries(catalogue)));
  // For a page that has been given the code alone: TARA's way back.
  app.get<{ Params: { code: string } }>('/api/errors/:code', { schema: { hide: true } }, async (request, reply) => {
    const definition = definitions.get(request.params.code);
    if (definition === undefined) return reply.callNotFound();
    const language = languageOf(request.headers['accept-language']);
    const { title, detail } = definition;
    return reply.header('content-language', language).send({ code: request.params.code, title: title[language], detail: detail[language] });
  });
}

/** Which headers a route's calls may have, for the document. */
export function configOf(route: Route): FastifyContextConfig {
  const writes = route.kind === 'WRITE' || route.kind === 'UPLOAD';
  return { isKeyed: writes, isVersioned: route.kind === 'WRITE' && route.versioned === true };
}

/** A route's part of the document, which is also what calls are validated against. */
export function schemaOf(route: Route) {
  const { callers } = route;
  return {
    summary: route.summary,
    tags: [route.path.split('/')[1] ?? 'other'],
    ...(callers === 'ANYONE' ? {} : { security: [{ [callers === 'CITIZEN' ? 'citizen' : 'session']: [] }, { bearer: [] }] }),
    ...(typeof callers === 'string' ? {} : { description: `Roles: ${callers.join(', ')}` }),
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.kind === 'UPLOAD' ? formOf(route.body) : route.body === undefined ? {} : { body: route.body }),
    response: {
      ...answerOf(route),
      '4xx': { description: 'Refused', content: { 'application/problem+json': { schema: Problem } } },
    },
  };
}

/** A form with a file in it. Documented only: it is validated when it has been read. */
function formOf(fields: TSchema) {
  const file = Type.Object({ file: Type.String({ format: 'binary' }) });
  return { consumes: ['multipart/form-data'], body: Type.Intersect([fields, file]) };
}

function answerOf(route: Route) {
  switch (route.kind) {
    case 'STREAM':
      return { 200: { description: 'Server-sent events', content: { 'text/event-stream': { schema: Type.String() } } } };
    case 'FILE':
      return { 200: { description: 'The file', content: { [route.mediaType]: { schema: Type.String({ format: 'binary' }) } } } };
    default:
      return { '2xx': { description: 'As asked', content: { 'application/json': { schema: route.reply } } } };
  }
}
