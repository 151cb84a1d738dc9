import { Type } from 'typebox';
import { type Clock, LANGUAGES, ok, orNull, Temporal } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Route, read, write } from './route.ts';
import { acceptTerms, publishTerms } from './terms.ts';
import { findTerms } from './terms-store.ts';

const strict = { additionalProperties: false };
const Text = Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S' });
const Texts = Type.Object({ et: Text, en: Text, ru: Text }, strict);
const Line = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });
const Order = Type.Object({ title: Line, number: Line, date: Type.String({ format: 'date' }) }, strict);
const TermsReply = Type.Object({
  version: Type.Integer(),
  text: Texts,
  order: Type.Object(
    { title: Line, number: orNull(Line), date: orNull(Type.String({ format: 'date' })) },
    { description: 'The minister’s order that instructs authorised processors, which the terms put into the workers’ words' },
  ),
});

/** The terms of use (kasutustingimused): to be read, to be accepted, and to be published by the registry manager. */
export function termsRoutes({ database, clock }: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const shown = async () => {
    const { version, text, order } = await findTerms(database.db);
    const { title, number = null, date } = order;
    const texts = Object.fromEntries(LANGUAGES.map((language) => [language, text[language]]));
    return ok({ body: { version, text: texts, order: { title, number, date: date?.toString() ?? null } } });
  };
  return [
    read({
      method: 'GET',
      path: '/terms',
      summary: 'The terms of use that hold now',
      callers: 'SIGNED_IN',
      opensTo: ['PASSWORD_CHANGE', 'TERMS'],
      reply: TermsReply,
      show: shown,
    }),
    write({
      method: 'POST',
      path: '/me/terms/:version',
      summary: 'Accepts the terms of use, which is done before anything else and anew whenever they change',
      callers: 'SIGNED_IN',
      opensTo: ['TERMS'],
      params: Type.Object({ version: Type.Integer({ minimum: 1 }) }),
      reply: TermsReply,
      async perform({ actor, params }, tx) {
        const accepted = await acceptTerms({ clock }, tx, actor, params.version);
        return accepted.ok ? ok({ status: 200, id: String(accepted.value) }) : accepted;
      },
      show: shown,
    }),
    write({
      method: 'POST',
      path: '/terms',
      summary: 'Puts new terms of use into force: everybody accepts them before they go on',
      callers: ['REGISTRY_MANAGER'],
      body: Type.Object({ text: Texts, order: Order }, strict),
      reply: TermsReply,
      async perform({ actor, body: { text, order } }, tx) {
        const terms = { text, order: { ...order, date: Temporal.PlainDate.from(order.date) } };
        return ok({ status: 201, id: String(await publishTerms({ clock }, tx, actor, terms)) });
      },
      show: shown,
    }),
  ];
}
