import { USAGE } from './usage.ts';

/** What a command came to: what it prints, on which stream, and its exit code. */
export interface Done {
  readonly code: 0 | 1 | 2;
  readonly out: string | Uint8Array;
  readonly err: string;
}

export const done = (out: string | Uint8Array): Done => ({ code: 0, out, err: '' });
/** X-Road, the network or a file said no. */
export const refused = ({ code, text }: { readonly code: string; readonly text: string }): Done => ({
  code: 1,
  out: '',
  err: `${code}: ${text}\n`,
});
/** The command is not one: why, and how it would be. */
export const misused = (why: string): Done => ({ code: 2, out: '', err: `${why}\n\n${USAGE}` });
export const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
