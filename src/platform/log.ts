import { type DestinationStream, type Logger, pino } from 'pino';
import { LOG_KEYS } from './log-keys.ts';
import { error, type Loggable, type Shape, text } from './log-shapes.ts';
import { currentTraceId } from './tracing.ts';

type Spoken = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';
export type LogLevel = Spoken | 'silent';

/** Says a sentence of ours, with listed keys: one that is not on the list does not compile. */
interface Say {
  (listed: Readonly<Partial<Record<keyof typeof LOG_KEYS, unknown>>>, sentence: string): void;
  (sentence: string): void;
}

export type Log = Omit<Logger, Spoken> & Readonly<Record<Spoken, Say>>;

const SHAPES: ReadonlyMap<string, Shape> = new Map(Object.entries(LOG_KEYS).map(([key, { shape }]) => [key, shape]));
/** Pino writes these two first, so that nothing that is logged can pass for them. */
const HEAD = /^\{"level":(\d+),"time":"([\dT:.Z-]+)"/;
/** A key that a programmer has given. What is not like that may be a value. */
const NAME = /^[a-z][A-Za-z]{0,30}$/;
/** How many of the keys that were left out are named. */
const NAMED_AT_MOST = 10;

/**
 * The process's log, JSON lines. What a line may hold is listed in log-keys.ts, and read here from the finished line: whichever way something got
 * into it - an object, a child's bindings, another library's serialiser - it is left out unless it is on the list and looks as the list says.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      mixin: () => {
        const traceId = currentTraceId();
        return traceId === undefined ? {} : { traceId };
      },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: error },
      hooks: {
        // Values of a text with placeholders would come out unlisted.
        logMethod(args, method) {
          const [first, second]: readonly unknown[] = args;
          if (first instanceof Error) method.apply(this, [{ err: first }, typeof second === 'string' ? second : 'error']);
          else if (typeof first === 'string') method.apply(this, [first]);
          else method.apply(this, typeof second === 'string' ? [first, second] : [first]);
        },
        streamWrite: listed,
      },
    },
    ...(destination === undefined ? [] : [destination]),
  );
}

/** A line with nothing in it but what is on the list. */
function listed(line: string): string {
  const [, level = '50', time = ''] = HEAD.exec(line) ?? [];
  const { level: _, time: __, msg, ...rest } = membersOf(line);
  const kept: Record<string, Loggable> = { level: Number(level), time };
  const dropped: string[] = [];
  for (const [key, value] of Object.entries(rest)) {
    const seen = SHAPES.get(key)?.(value);
    if (seen === undefined) dropped.push(NAME.test(key) ? key : '?');
    else kept[key] = seen;
  }
  if (dropped.length > 0) kept.dropped = dropped.slice(0, NAMED_AT_MOST);
  if (dropped.length > NAMED_AT_MOST) kept.droppedCount = dropped.length;
  kept.msg = text(msg) ?? '';
  return `${JSON.stringify(kept)}\n`;
}

function membersOf(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line);
  } catch {
    return { msg: 'a line that is no JSON' };
  }
}
