import type { AllRegistrySettings, OperationPorts, ResolvePorts } from '../queries/index.ts';
import type { HealthPorts } from './health.ts';

/** What the console works with: the operations of the queries, the switch of the running queue, and the parts whose health it shows. */
export interface ConsolePorts extends OperationPorts, ResolvePorts {
  /** Makes the queue do as an operator has written down. */
  setPaused(registry: string, paused: boolean): Promise<void>;
  /** What has been agreed with each register. */
  readonly settings: AllRegistrySettings;
  readonly parts: HealthPorts;
}
