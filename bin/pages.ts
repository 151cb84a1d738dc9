import { apiErrors, renderErrorsPage } from '../src/api/index.ts';
import { errorCatalogues, metricCatalogues } from '../src/gateway.ts';
import { accessErrors } from '../src/register/access/index.ts';
import { servicesErrors } from '../src/services/index.ts';
import { renderLimitsPage } from './limits-page.ts';
import type { Made } from './made.ts';
import { renderMetricsPage } from './metrics-page.ts';
import { renderQueryTypesPage } from './query-types-page.ts';
import { renderRunbookPage } from './runbook-page.ts';

/** Pages of the documentation that are made from the program. */
export function pages(root: string): readonly Made[] {
  return [
    {
      file: 'docs/errors.md',
      from: 'the error catalogues',
      text: renderErrorsPage([apiErrors, accessErrors, ...errorCatalogues], servicesErrors),
    },
    { file: 'docs/runbook.md', from: 'src/queries/trouble.ts', text: renderRunbookPage() },
    { file: 'docs/query-types.md', from: 'the catalogue of src/registries', text: renderQueryTypesPage() },
    { file: 'docs/metrics.md', from: 'the metric catalogues', text: renderMetricsPage(metricCatalogues) },
    { file: 'docs/limits.md', from: 'the constants of src', text: renderLimitsPage(root) },
  ];
}
