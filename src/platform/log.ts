import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** Eleven digits that begin like a personal code (EVS 585): nothing of that shape may reach a log line, whoever wrote it. */
const PERSONAL_CODE = /(?<!\d)[1-8]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}(?!\d)/g;

/** The process's log: JSON lines, credentials removed by name, and anything shaped like a personal code masked in every string. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'req.headers.authorization',
          'req.headers.cookie',
          'password',
          'token',
          '*.password',
          '*.token',
          '*.kasutajanimi',
          '*.parool',
        ],
        remove: true,
      },
      hooks: { streamWrite: (line) => line.replace(PERSONAL_CODE, '[personal code]') },
    },
    ...(destination === undefined ? [] : [destination]),
  );
}
