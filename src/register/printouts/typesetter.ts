import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ZONE } from '../../platform/index.ts';
import { type Printout, printable } from './printout.ts';
import { momentOf } from './voice.ts';
import { STAMP } from './words.ts';

/** Makes PDF files of print-outs: PDF/UA-1, so that who cannot see a page can have it read (ISO 14289-1). */
export interface Typesetter {
  typeset(printout: Printout): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Opens a typesetter. It works beside the process's own thread, which has others to answer meanwhile: a thousand lines take some tenths of a second.
 * One print-out at a time; who asks meanwhile waits.
 */
export function openTypesetter(): Typesetter {
  let thread: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const started = () => {
    const started = new Worker(join(import.meta.dirname, `typesetter-thread${extname(import.meta.filename)}`));
    // A process that ends does not wait for who has nothing to do.
    started.unref();
    // One that has failed is ending: the next print-out gets another.
    started.once('error', () => {
      thread = undefined;
    });
    return started;
  };
  const set = async (printout: Printout): Promise<Uint8Array> => {
    thread ??= started();
    thread.postMessage(inputOf(printout));
    const [file]: unknown[] = await once(thread, 'message');
    if (!(file instanceof Uint8Array)) throw new TypeError('the typesetter gave no file');
    return file;
  };
  return {
    typeset(printout) {
      const mine = turn.then(() => set(printout));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await turn;
      await thread?.terminate();
    },
  };
}

/** What `page.typ` reads. */
function inputOf({ id, title, language, sections, madeAt, madeBy, mark }: Printout): string {
  const { year, month, day, hour, minute, second } = madeAt.toZonedDateTimeISO(ZONE);
  const lines = [`${madeBy.name}, ${madeBy.institution} · ${momentOf(madeAt)}`, `${STAMP.number[language]} ${id}`].map(printable);
  const input = {
    title,
    language,
    mark: mark ?? null,
    made: { year, month, day, hour, minute, second },
    stamp: {
      who: madeBy.name,
      classification: STAMP.classification,
      meaning: language === 'et' ? null : STAMP.meaning[language],
      lines,
      page: STAMP.page[language],
    },
    none: STAMP.none[language],
    sections,
  };
  return JSON.stringify(input, (_key, value: unknown) => (typeof value === 'string' ? printable(value) : value));
}
