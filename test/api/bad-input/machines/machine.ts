import type { Reply } from '../../../gateway.ts';
import type { Ground } from '../ground.ts';

/** A call below the address of what it is about: `POST /close`. */
export type Command = string;

/** A state, and all that may be asked in it. */
export interface Standing {
  /** Where it goes on from here, and by what. */
  readonly leads?: Readonly<Record<Command, string>>;
  /** What is for this state and leaves it as it is. */
  readonly takes?: readonly Command[];
  /** What is said of every other call; not told: every other call is taken, and leaves it as it is. */
  readonly refuses?: string;
  /** What is said of some in its place. */
  readonly but?: Readonly<Record<Command, string>>;
  /** How something comes here from where it begins, where no command of its own leads here. */
  readonly reach?: (ground: Ground, params: Readonly<Record<string, string>>) => Promise<Reply['body']>;
}

/** What has states, by its address. */
export interface Machine {
  /** The operation whose good call is about one where it begins. */
  readonly begins: string;
  readonly first: string;
  readonly states: Readonly<Record<string, Standing>>;
}

/** By address. */
export type Machines = Readonly<Record<string, Machine>>;

/** What is said of a command in a state: a code, or that it is taken, and the state that it leads to. */
export function verdictOn(machine: Machine, state: string, command: Command): { readonly refused: string } | { readonly to: string } {
  const { leads = {}, takes = [], refuses, but = {} } = standingOf(machine, state);
  const to = leads[command] ?? (takes.includes(command) ? state : undefined);
  if (to !== undefined) return { to };
  const refused = but[command] ?? refuses;
  return refused === undefined ? { to: state } : { refused };
}

/** The commands that lead to a state from where the machine begins; undefined where none do. */
export function wayTo(machine: Machine, state: string): readonly Command[] | undefined {
  const ways = new Map<string, readonly Command[]>([[machine.first, []]]);
  for (const [from, way] of ways) {
    for (const [command, to] of Object.entries(standingOf(machine, from).leads ?? {})) if (!ways.has(to)) ways.set(to, [...way, command]);
  }
  return ways.get(state);
}

/** Whatever leads from one state to another. */
export function movesOf({ states }: Machine): readonly Command[] {
  return [...new Set(Object.values(states).flatMap(({ leads = {} }) => Object.keys(leads)))];
}

export function standingOf({ states }: Machine, state: string): Standing {
  const standing = states[state];
  if (standing === undefined) throw new Error(`nobody has declared the state ${state}`);
  return standing;
}
