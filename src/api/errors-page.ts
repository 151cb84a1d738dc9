import type { ErrorCatalogue } from '../platform/index.ts';

const PROBLEMS =
  'Every refusal of the internal API is an RFC 9457 problem document with one of these codes. Codes are stable; sentences are not.';
const FAULTS = 'What other registers get as SOAP faults, by `faultcode`. The protocol’s own faults carry the security server’s spelling.';

/** Every error code of the given rooms as a Markdown page: what the worker reads, and where the operator looks. Faults, where given, come last. */
export function renderErrorsPage(problems: readonly ErrorCatalogue[], faults?: ErrorCatalogue): string {
  const parts = ['# Error codes', PROBLEMS, ...sections(problems)];
  if (faults !== undefined) parts.push('# Fault codes', FAULTS, ...sections([faults]));
  return `${parts.join('\n\n')}\n`;
}

function sections(catalogues: readonly ErrorCatalogue[]): string[] {
  const codes = catalogues.flatMap((catalogue) => Object.entries(catalogue)).sort(([a], [b]) => (a < b ? -1 : 1));
  return codes.map(([code, { status, title, detail, operator }]) =>
    [
      `## ${code}`,
      `HTTP ${status}`,
      (['et', 'en', 'ru'] as const).map((language) => `- ${language}: **${title[language]}.** ${detail[language]}`).join('\n'),
      `Operator: ${operator}`,
    ].join('\n\n'),
  );
}
