import type { MessageDefect } from '../defect.ts';
import { defect } from '../defect.ts';
import type { ServiceId } from '../identifier.ts';
import { readServiceId } from '../identifier-reader.ts';
import { MONITORING } from '../namespaces.ts';
import { ok, type Result } from '../result.ts';
import { scan } from '../scan.ts';
import type { ScannedElement } from '../scanned.ts';

/** How a service has done in the last period. Durations are milliseconds, sizes bytes; a key is absent when nothing was counted. */
export interface ServiceHealth {
  readonly service: ServiceId;
  /** Instants, milliseconds since 1970. */
  readonly lastSuccessfulRequest?: number;
  readonly lastUnsuccessfulRequest?: number;
  readonly successfulRequestCount: number;
  readonly unsuccessfulRequestCount: number;
  /** What else the security server counts, by its own names: `requestMinDuration`, `responseMaxSize`. */
  readonly statistics: Readonly<Record<string, number>>;
}

export interface HealthData {
  /** Milliseconds since 1970. */
  readonly monitoringStarted: number;
  readonly statisticsPeriodSeconds: number;
  readonly services: readonly ServiceHealth[];
}

/** Reads the body of a `getSecurityServerHealthData` answer (PR-OPMON 3). */
export function readHealthData(xml: string): Result<HealthData, MessageDefect> {
  const scanned = scan(xml, 'utf-8');
  if (!scanned.ok) return scanned;
  const { root } = scanned.value;
  const started = numberIn(root, 'monitoringStartupTimestamp');
  const period = numberIn(root, 'statisticsPeriodSeconds');
  if (started === undefined || period === undefined) return defect('InvalidBody', 'the health data are incomplete');
  const services: ServiceHealth[] = [];
  for (const event of childNamed(root, 'servicesEvents')?.children ?? []) {
    const named = childNamed(event, 'service');
    const service = named === undefined ? undefined : readServiceId(named);
    if (service === undefined) return defect('InvalidBody', 'the health data tell of a service without name');
    if (!service.ok) return service;
    services.push(healthOf(service.value, event));
  }
  return ok({ monitoringStarted: started, statisticsPeriodSeconds: period, services });
}

function healthOf(service: ServiceId, event: ScannedElement): ServiceHealth {
  const [success, failure] = [numberIn(event, 'lastSuccessfulRequestTimestamp'), numberIn(event, 'lastUnsuccessfulRequestTimestamp')];
  const counted = childNamed(event, 'lastPeriodStatistics')?.children ?? [];
  const {
    successfulRequestCount = 0,
    unsuccessfulRequestCount = 0,
    ...statistics
  } = Object.fromEntries(
    counted.flatMap(({ localName, text }): [string, number][] => (text.trim() === '' ? [] : [[localName, Number(text)]])),
  );
  return {
    service,
    ...(success === undefined ? {} : { lastSuccessfulRequest: success }),
    ...(failure === undefined ? {} : { lastUnsuccessfulRequest: failure }),
    successfulRequestCount,
    unsuccessfulRequestCount,
    statistics,
  };
}

export function childNamed(element: ScannedElement, localName: string): ScannedElement | undefined {
  return element.children.find((child) => child.namespace === MONITORING && child.localName === localName);
}

/** A whole number; undefined when it is not there or is none. */
export function numberIn(element: ScannedElement, localName: string): number | undefined {
  const text = childNamed(element, localName)?.text.trim();
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
