import type { OperationPorts, ResolvePorts } from '../queries/index.ts';

/** What the console works with: the operations of the queries, and the switch of the running queue. */
export interface ConsolePorts extends OperationPorts, ResolvePorts {
  /** Makes the queue do as an operator has written down. */
  setPaused(registry: string, paused: boolean): Promise<void>;
}
