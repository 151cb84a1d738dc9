import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as the server has it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** What the server does with what comes: takes it, says no for now, says no for good, or hears it and breaks off before it has said yes. */
export type Manner = 'TAKE' | 'BUSY' | 'REFUSE' | 'BREAK_OFF';

/** A real mail server on loopback, which nobody else can reach. */
export async function openMailServer() {
  const received: Received[] = [];
  const manner: { now: Manner } = { now: 'TAKE' };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const refusal = (code: number, said: string) => Object.assign(new Error(said), { responseCode: code });
        if (manner.now === 'BUSY') return done(refusal(451, 'busy'));
        if (manner.now === 'REFUSE') return done(refusal(550, 'no'));
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString(),
        });
        if (manner.now !== 'BREAK_OFF') return done();
        for (const connection of server.connections) connection.close();
        return undefined;
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    manner,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
