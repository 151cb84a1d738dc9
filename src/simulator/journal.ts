/** One thing written into a register: its members as they came. */
export type Entry = Readonly<Record<string, string>>;

/** What has been written into a register since it was started, and how often each write has come to it. */
export interface Journal {
  /** Counts a write that the register has taken up, by the register's own idempotency key. Gives how often it has by now. */
  count(key: string): number;
  /** Keeps what was accepted, in its order. */
  accept(entry: Entry): void;
  readonly accepted: readonly Entry[];
  readonly executions: ReadonlyMap<string, number>;
}

export function createJournal(): Journal {
  const executions = new Map<string, number>();
  const accepted: Entry[] = [];
  return {
    count(key) {
      const times = (executions.get(key) ?? 0) + 1;
      executions.set(key, times);
      return times;
    },
    accept: (entry) => void accepted.push(entry),
    accepted,
    executions,
  };
}
