import type { WeeklyMaintenance } from './maintenance.ts';

/** What has been agreed with a register, as the configuration says it. */
export interface RegistrySettings {
  /** Exchanges at a time, over all workers, where no operator has set another number. */
  readonly concurrency: number;
  /** Exchanges that may begin in a minute, over all workers. Absent: as many as come. */
  readonly perMinute?: number;
  /** When it is not to be asked, every week. */
  readonly maintenance?: readonly WeeklyMaintenance[];
}

/** By register. */
export type AllRegistrySettings = Readonly<Record<string, RegistrySettings>>;
