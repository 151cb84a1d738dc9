import type { Reply } from '../../../gateway.ts';
import type { Ground } from '../ground.ts';

type Params = Readonly<Record<string, string>>;

/** A state in which something can be no more what is asked of it. */
export interface Standing {
  /** Brings it there, from where its machine begins; or the good call itself does. Not told: it begins there. */
  readonly reach?: 'BY_THE_CALL' | ((ground: Ground, params: Params) => Promise<Reply['body']>);
  /** What is said of every call on it. */
  readonly refuses: string;
  /** What is said of some in its place; `TAKEN`: they are for this state. */
  readonly but?: Readonly<Record<string, string>>;
}

/** What has states, by its address. */
export interface Machine {
  /** The operation whose good call is about one where it begins. */
  readonly begins: string;
  readonly states: Readonly<Record<string, Standing>>;
}

/** By address. */
export type Machines = Readonly<Record<string, Machine>>;
