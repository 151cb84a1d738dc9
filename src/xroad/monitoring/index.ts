export type { HealthData, ServiceHealth } from './health-data.ts';
export { createMonitoringClient, type MonitoringClient, type RecordsWanted } from './monitoring-client.ts';
export type { OperationalData, OperationalRecord } from './operational-data.ts';
