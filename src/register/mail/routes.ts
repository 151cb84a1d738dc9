import { Type } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Route, read, write } from '../access/index.ts';
import { CASE_WORKERS, type LookPorts, lookAtProceeding, proceedingsSeen } from '../proceedings/index.ts';
import { LETTER_STATES, type PostedLetter } from './letter.ts';
import { findLetter, listLetters } from './letter-store.ts';
import { type PostPorts, postLetter } from './post-letter.ts';

/** Bytes of a letter's body as it is sent to us: 8 MiB, in base64 a third of them; mail servers take about 10 MB. */
const LETTER_BYTES_AT_MOST = 8 * 1024 * 1024;
/** Files with one letter. */
const ATTACHMENTS_AT_MOST = 5;
const PAGE = 50;
const PAGE_AT_MOST = 200;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const Params = Type.Object({ id: Id });

const LetterReply = Type.Object({
  id: Id,
  to: Type.String(),
  subject: Type.String(),
  postedBy: Id,
  postedAt: Time,
  state: Type.Enum([...LETTER_STATES]),
  sentAt: Type.Optional(Time),
  code: Type.Optional(Type.String({ description: 'How the last attempt at sending it failed' })),
});

export interface MailPorts extends PostPorts, LookPorts {
  readonly database: Database;
}

/** Letters that are written from a proceeding, by e-mail. */
export function mailRoutes(ports: MailPorts): readonly Route[] {
  const { database } = ports;
  const shown = async (proceedingId: string, id: string) => {
    const letter = await findLetter(database.db, proceedingId, id);
    return letter === undefined ? fail(failure('LETTER_NOT_FOUND')) : ok({ body: letterView(letter) });
  };
  return [
    write({
      method: 'POST',
      path: '/proceedings/:id/letters',
      summary: 'Writes a letter by e-mail; personal data go as a CDOC container only',
      callers: CASE_WORKERS,
      bodyAtMost: LETTER_BYTES_AT_MOST,
      params: Params,
      body: Type.Object(
        {
          to: Type.String({ maxLength: 254, pattern: '^[^\\s@<>(),;:"\\\\]{1,64}@[^\\s@<>(),;:"\\\\]+\\.[^\\s@<>(),;:"\\\\.]+$' }),
          subject: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' }),
          text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
          attachments: Type.Optional(
            Type.Array(
              Type.Object(
                {
                  name: Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\\\/\\r\\n]+$' }),
                  content: Type.String({ minLength: 4, pattern: '^[A-Za-z0-9+/]+={0,2}$', description: 'Base64' }),
                },
                strict,
              ),
              { maxItems: ATTACHMENTS_AT_MOST },
            ),
          ),
        },
        strict,
      ),
      reply: LetterReply,
      async perform({ actor, params, body }, tx): Promise<Result<{ status: number; id: string }, Failure>> {
        const attachments = (body.attachments ?? []).map(({ name, content }) => ({ name, content: Buffer.from(content, 'base64') }));
        const posted = await postLetter(ports, tx, actor, { proceedingId: params.id, letter: { ...body, attachments } });
        return posted.ok ? ok({ status: 201, id: posted.value }) : posted;
      },
      show: ({ params }, id) => shown(params.id, id),
    }),
    read({
      method: 'GET',
      path: '/proceedings/:id/letters',
      summary: 'The letters written in a proceeding, and whether each has been sent',
      callers: CASE_WORKERS,
      params: Params,
      query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })), after: Type.Optional(Id) }, strict),
      reply: Type.Object({ items: Type.Array(LetterReply), next: Type.Optional(Id) }),
      async show({ actor, params, query: { limit = PAGE, after } }) {
        const proceeding = await lookAtProceeding(ports, actor, params.id);
        if (!proceeding.ok) return proceeding;
        await proceedingsSeen(ports, actor, 'LETTERS_READ', [proceeding.value]);
        const letters = await listLetters(database.db, params.id, after, limit);
        const last = letters.at(-1);
        return ok({
          body: { items: letters.map(letterView), ...(letters.length === limit && last !== undefined ? { next: last.id } : {}) },
        });
      },
    }),
  ];
}

function letterView({ id, to, subject, postedBy, postedAt, state, sentAt, code }: PostedLetter) {
  return {
    ...{ id, to, subject, postedBy, postedAt: postedAt.toString(), state },
    ...(sentAt === undefined ? {} : { sentAt: sentAt.toString() }),
    ...(code === undefined ? {} : { code }),
  };
}
