import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/** Only what lies beside this file runs and shows; nobody frames the page, nothing is fetched from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The operators' page under `/console`. The page itself is for anybody and holds nothing; what it shows comes from `/console/api`, which asks for
 * an operator's session.
 */
export const consolePages: FastifyPluginAsync = async (app) => {
  app.addHook('onSend', async (_request, reply) => {
    reply
      .header('content-security-policy', POLICY)
      .header('cross-origin-opener-policy', 'same-origin')
      .header('referrer-policy', 'no-referrer');
  });
  await app.register(fastifyStatic, {
    root: resolve(import.meta.dirname, 'page'),
    prefix: '/console/assets/',
    index: false,
    // Small files with an ETag: asked about again each time, so that a new version is never half in use.
    cacheControl: true,
    maxAge: 0,
  });
  app.get('/console', { schema: { hide: true } }, async (_request, reply) => reply.sendFile('index.html'));
  app.get('/console/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/console'));
};
