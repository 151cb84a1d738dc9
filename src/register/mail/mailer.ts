import { createTransport } from 'nodemailer';
import type { CheckedLetter } from './letter.ts';

/** 30 s for a server to answer at all, and as long for each of its words. */
const SERVER_ANSWERS_WITHIN_MS = 30_000;

export type Sent =
  | { readonly outcome: 'TAKEN' }
  /** Not now: the server is away, busy, or does not let us in. */
  | { readonly outcome: 'LATER'; readonly code: string }
  /** Never: the server says no to this letter. */
  | { readonly outcome: 'REFUSED'; readonly code: string };

/** Gives letters to a mail server. */
export interface Mailer {
  /** @param id the letter's own: by it a server that is given one again knows it */
  send(id: string, letter: CheckedLetter): Promise<Sent>;
  close(): void;
}

export interface MailServer {
  readonly smtpUrl: string;
  /** From whom letters are. */
  readonly from: string;
}

/** Opens a mailer to a server: `smtp:` becomes TLS where the server offers it, `smtps:` is TLS from the first byte. */
export function openMailer({ smtpUrl, from }: MailServer): Mailer {
  const transport = createTransport(smtpUrl, { from });
  transport.set('connectionTimeout', SERVER_ANSWERS_WITHIN_MS);
  const domain = from.replace(/^.*@|>$/g, '');
  return {
    async send(id, { to, subject, text, attachments }) {
      try {
        await transport.sendMail({
          // One address and no list of them: what stands in it is never read as more.
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          attachments: attachments.map(({ name, content }) => ({ filename: name, content: Buffer.from(content) })),
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { outcome: 'TAKEN' };
      } catch (error) {
        return judged(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Only a lasting no (5xx, RFC 5321, 4.2.1) to the addresses or the message itself is about this letter; anything else may be other in an hour. */
function judged(error: unknown): Sent {
  const of = (member: string): unknown => (error instanceof Error ? Reflect.get(error, member) : undefined);
  const [kind, reply] = [of('code'), of('responseCode')];
  const isLasting = typeof reply === 'number' && reply >= 500 && (kind === 'EENVELOPE' || kind === 'EMESSAGE');
  return { outcome: isLasting ? 'REFUSED' : 'LATER', code: `SMTP_${reply ?? kind ?? 'FAILED'}` };
}
