import type { MetricCatalogue } from '../platform/index.ts';
import { batchMetricCatalogue } from './batches/index.ts';
import { declarationMetricCatalogue } from './declarations/index.ts';
import { feedMetricCatalogue } from './feeds/index.ts';
import { shadowMetricCatalogue } from './shadow/index.ts';
import { attemptMetricCatalogue } from './watch.ts';

/** Everything that the engine counts. */
export const queryMetricCatalogues: readonly MetricCatalogue[] = [
  attemptMetricCatalogue,
  shadowMetricCatalogue,
  batchMetricCatalogue,
  declarationMetricCatalogue,
  feedMetricCatalogue,
];
