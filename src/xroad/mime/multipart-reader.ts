import { type DefectCode, defect, type MessageDefect } from '../defect.ts';
import { MAX_PART_HEADER_BYTES, MAX_PARTS } from '../limits.ts';
import { ok, type Result } from '../result.ts';
import { type ContentType, isBoundary } from './content-type.ts';
import { type PartHeader, readPartHeader } from './part.ts';

/** What a piece of a multipart message turned out to be. Content is handed on as it comes, in slices of what was pushed. */
export type MultipartEvent =
  | { readonly kind: 'part'; readonly header: PartHeader }
  | { readonly kind: 'content'; readonly bytes: Buffer }
  | { readonly kind: 'partEnd' };

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const NOTHING = Buffer.alloc(0);
/** 70 blanks may stand behind a boundary (RFC 2046, 5.1.1 calls them padding and sets no end); more make it another line. */
const PADDING_AT_MOST = 70;

class Refusal extends Error {
  readonly code: DefectCode;
  constructor(code: DefectCode, text: string) {
    super(text);
    this.code = code;
  }
}

/**
 * Reads a multipart/related message (RFC 2046, 5.1; RFC 2387) piece by piece, keeping back no more than a boundary could need. Lines may end
 * in CRLF or, as some senders do, in LF alone. What is cut short before its closing boundary is not a message.
 */
export class MultipartReader {
  readonly #delimiter: Buffer;
  readonly #keep: number;
  readonly #contentIds = new Set<string>();
  #state: 'preamble' | 'header' | 'content' | 'epilogue' = 'preamble';
  #rest: Buffer = NOTHING;
  /** Whether the next byte begins a line: at the start, or right behind a header. A boundary may stand there without a line break of its own. */
  #fresh = true;
  #parts = 0;

  private constructor(boundary: string) {
    this.#delimiter = Buffer.from(`--${boundary}`, 'latin1');
    // CRLF before, the delimiter, two dashes, padding, CRLF behind.
    this.#keep = this.#delimiter.length + PADDING_AT_MOST + 6;
  }

  static open({ boundary }: ContentType): Result<MultipartReader, MessageDefect> {
    return isBoundary(boundary)
      ? ok(new MultipartReader(boundary))
      : defect('MimeParsingFailed', 'the content type names no usable boundary');
  }

  /** Takes the next piece of the message; `last` when there is no more. */
  read(piece: Buffer, last: boolean): Result<readonly MultipartEvent[], MessageDefect> {
    const events: MultipartEvent[] = [];
    try {
      const data = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
      this.#rest = data.subarray(this.#consume(data, last, events));
      if (last) this.#finish();
    } catch (error) {
      if (error instanceof Refusal) return defect(error.code, error.message);
      throw error;
    }
    return ok(events);
  }

  /** Turns as much as is certain into events; gives where the rest begins. */
  #consume(data: Buffer, last: boolean, events: MultipartEvent[]): number {
    let at = 0;
    for (;;) {
      if (this.#state === 'epilogue') return data.length;
      if (this.#state === 'header') {
        const end = this.#header(data, at, events);
        if (end === undefined) return at;
        at = end;
        continue;
      }
      const next = this.#delimiterIn(data, at, last);
      if (next === undefined) {
        const safe = last ? data.length : Math.max(at, data.length - this.#keep);
        this.#content(data.subarray(at, safe), events);
        return safe;
      }
      this.#content(data.subarray(at, Math.max(at, next.contentEnd)), events);
      if (this.#state === 'content') events.push({ kind: 'partEnd' });
      this.#state = next.closing ? 'epilogue' : 'header';
      if (!next.closing && ++this.#parts > MAX_PARTS) throw new Refusal('MimeParsingFailed', `more than ${MAX_PARTS} parts`);
      at = next.after;
    }
  }

  #content(bytes: Buffer, events: MultipartEvent[]): void {
    if (bytes.length === 0) return;
    this.#fresh = false;
    if (this.#state === 'content') events.push({ kind: 'content', bytes });
  }

  /** The header of a part, when all of it is there: up to the first blank line. */
  #header(data: Buffer, from: number, events: MultipartEvent[]): number | undefined {
    for (let at = from; ; ) {
      const end = data.indexOf(LF, at);
      if (end === -1 ? data.length - from > MAX_PART_HEADER_BYTES : end - from > MAX_PART_HEADER_BYTES) {
        throw new Refusal('MimeParsingFailed', 'the header of a part does not end');
      }
      if (end === -1) return undefined;
      const isBlank = end === at || (end === at + 1 && data[at] === CR);
      if (!isBlank && data.subarray(at, at + this.#delimiter.length).equals(this.#delimiter)) {
        throw new Refusal('MimeParsingFailed', 'the header of a part does not end');
      }
      if (isBlank) {
        this.#open(data.subarray(from, at), events);
        return end + 1;
      }
      at = end + 1;
    }
  }

  #open(block: Buffer, events: MultipartEvent[]): void {
    const header = readPartHeader(block);
    if (!header.ok) throw new Refusal(header.error.code, header.error.text);
    const { contentId } = header.value;
    if (contentId !== undefined) {
      if (this.#contentIds.has(contentId)) throw new Refusal('MimeParsingFailed', 'two parts have the same Content-ID');
      this.#contentIds.add(contentId);
    }
    events.push({ kind: 'part', header: header.value });
    this.#state = 'content';
    this.#fresh = true;
  }

  /** The next line that is exactly the delimiter: a longer boundary that begins alike is not one. */
  #delimiterIn(data: Buffer, from: number, isAll: boolean) {
    for (let at = data.indexOf(this.#delimiter, from); at !== -1; at = data.indexOf(this.#delimiter, at + 1)) {
      if (!(at === from && this.#fresh) && data[at - 1] !== LF) continue;
      let end = at + this.#delimiter.length;
      const closing = data[end] === DASH && data[end + 1] === DASH;
      if (closing) end += 2;
      const padding = end;
      while (end - padding < PADDING_AT_MOST && (data[end] === 0x20 || data[end] === 0x09)) end++;
      if (data[end] === CR && data[end + 1] === LF) end++;
      // The line may go on in the next piece: what is kept back is enough to see it then.
      if (end >= data.length && !isAll) return undefined;
      if (end < data.length ? data[end] !== LF : !closing) continue;
      return { contentEnd: data[at - 2] === CR ? at - 2 : at - 1, after: Math.min(end + 1, data.length), closing };
    }
    return undefined;
  }

  #finish(): void {
    if (this.#parts === 0) throw new Refusal('InvalidMessage', 'the message has no parts');
    if (this.#state !== 'epilogue') throw new Refusal('MimeParsingFailed', 'the message ends before its closing boundary');
  }
}
