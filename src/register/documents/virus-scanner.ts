/** Looks for viruses in a file while it is read. */
export interface VirusScanner {
  /** The content as it is. Throws, at its end at the latest, {@link VirusFound} or {@link ScannerAway}: nothing is to be kept of it then. */
  scan(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Whether it would look at a file now. */
  ping(): Promise<boolean>;
}

export class VirusFound extends Error {
  constructor() {
    super('a virus was found');
  }
}

/** The scanner does not answer, or does not say what it should. */
export class ScannerAway extends Error {
  constructor(what: string, options: ErrorOptions = {}) {
    super(`the virus scanner cannot be used: ${what}`, options);
  }
}
