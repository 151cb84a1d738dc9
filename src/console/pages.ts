import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/** Only what lies beside this file runs and shows; nobody frames the page, nothing is fetched from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page's typeface, of the languages that it speaks: Estonian and English are Latin, with two letters of its extension. */
const FONTS = ['latin', 'latin-ext', 'cyrillic'].map((script) => `inter-${script}-wght-normal.woff2`);
const fontsAt = dirname(fileURLToPath(import.meta.resolve(`@fontsource-variable/inter/files/${FONTS[0]}`)));

/** Every page is the same file, which reads from its address what to show (`page/router.js`). */
const PAGES = ['/console', '/console/registers/:registry', '/console/queries/:id', '/console/health'];

/**
 * The operators' pages under `/console`. They are for anybody and hold nothing; what they show comes from `/console/api`, which asks for
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
  for (const path of PAGES) app.get(path, { schema: { hide: true } }, async (_request, reply) => reply.sendFile('index.html'));
  for (const font of FONTS)
    app.get(`/console/fonts/${font}`, { schema: { hide: true } }, async (_request, reply) => reply.sendFile(font, fontsAt));
  app.get('/console/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/console'));
};
