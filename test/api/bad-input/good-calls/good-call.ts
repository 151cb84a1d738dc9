import type { Bearer } from '../../../gateway.ts';
import type { Ground } from '../ground.ts';

/** A call that its operation takes: what is wrong with a bad one is nothing else than what was done to it. */
export interface GoodCall {
  readonly as: Bearer;
  /** What stands in the address. */
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** The file of a form; where nothing is said a PDF. */
  readonly file?: Uint8Array;
}

/** By operation, how a call is made that it takes, about things made for it alone: it may be made again and again. */
export type GoodCalls = Readonly<Record<string, (ground: Ground) => GoodCall | Promise<GoodCall>>>;
