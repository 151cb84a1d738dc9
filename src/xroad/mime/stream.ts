import { defect, type MessageDefect } from '../defect.ts';
import { MAX_SOAP_BYTES } from '../limits.ts';
import { ok, type Result } from '../result.ts';
import type { ContentType } from './content-type.ts';
import { type MultipartEvent, MultipartReader } from './multipart-reader.ts';
import { checkRoot, type Part, type PartHeader } from './part.ts';

/** A part whose content is read while it arrives: once, and before the next part is asked for. */
export interface StreamedPart extends PartHeader {
  readonly content: AsyncIterable<Uint8Array>;
}

/** Attachments in their order. Iterating throws {@link BrokenMessage} when the message turns out not to be one after all. */
export type Attachments = AsyncIterable<StreamedPart>;

/** A message of which a part has been read already breaks off, or goes against the rules. */
export class BrokenMessage extends Error {
  readonly defect: MessageDefect;
  constructor(flaw: MessageDefect) {
    super(flaw.text);
    this.defect = flaw;
  }
}

/**
 * Reads a multipart/related message while it arrives: the SOAP part whole, since it is judged first; attachments as they come, so that a
 * large one is never in memory. What of a part is not read is read and dropped before the next.
 */
export async function streamParts(
  source: AsyncIterable<Uint8Array>,
  type: ContentType,
): Promise<Result<{ readonly root: Part; readonly attachments: Attachments }, MessageDefect>> {
  const opened = MultipartReader.open(type);
  if (!opened.ok) return opened;
  const parts = partsOf(eventsOf(source, opened.value));
  try {
    const first = await parts.next();
    if (first.done === true) return defect('InvalidMessage', 'the message has no parts');
    const { content, ...header } = first.value;
    const isRoot = checkRoot(header, type);
    if (!isRoot.ok) return isRoot;
    const bytes = await collect(content, MAX_SOAP_BYTES);
    if (bytes === undefined) return defect('InvalidSoap', `the SOAP part is larger than ${MAX_SOAP_BYTES} bytes`);
    return ok({ root: { ...header, bytes }, attachments: parts });
  } catch (error) {
    if (error instanceof BrokenMessage) return { ok: false, error: error.defect };
    throw error;
  }
}

/** All bytes of a stream; undefined, and the stream let go, when there are more than allowed. */
export async function collect(source: AsyncIterable<Uint8Array>, atMost: number): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    length += piece.length;
    if (length > atMost) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

async function* eventsOf(source: AsyncIterable<Uint8Array>, reader: MultipartReader): AsyncGenerator<MultipartEvent, void> {
  for await (const piece of source) yield* taken(reader.read(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength), false));
  yield* taken(reader.read(Buffer.alloc(0), true));
}

function taken(events: Result<readonly MultipartEvent[], MessageDefect>): readonly MultipartEvent[] {
  if (!events.ok) throw new BrokenMessage(events.error);
  return events.value;
}

async function* partsOf(events: AsyncGenerator<MultipartEvent, void>): AsyncGenerator<StreamedPart, void> {
  for await (const event of keptOpen(events)) {
    if (event.kind !== 'part') continue;
    const content = contentOf(events);
    yield { ...event.header, content };
    for await (const _ of content);
  }
}

async function* contentOf(events: AsyncGenerator<MultipartEvent, void>): AsyncGenerator<Uint8Array, void> {
  for await (const event of keptOpen(events)) {
    if (event.kind === 'partEnd') return;
    if (event.kind === 'content') yield event.bytes;
  }
}

/** The same events, which several loops take from in turn: a loop that is left must not end them for the next. */
function keptOpen(events: AsyncGenerator<MultipartEvent, void>): AsyncIterable<MultipartEvent> {
  return { [Symbol.asyncIterator]: () => ({ next: () => events.next() }) };
}
