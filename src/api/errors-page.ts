import type { ErrorCatalogue } from '../platform/index.ts';

/** Every error code of the given rooms as a Markdown page: what the worker reads, and where the operator looks. */
export function renderErrorsPage(catalogues: readonly ErrorCatalogue[]): string {
  const codes = catalogues.flatMap((catalogue) => Object.entries(catalogue)).sort(([a], [b]) => (a < b ? -1 : 1));
  const sections = codes.map(([code, { status, title, detail, operator }]) =>
    [
      `## ${code}`,
      `HTTP ${status}`,
      ...(['et', 'en', 'ru'] as const).map((language) => `- ${language}: **${title[language]}.** ${detail[language]}`),
      `- operator: ${operator}`,
    ].join('\n\n'),
  );
  return `# Error codes\n\nEvery refusal is an RFC 9457 problem document with one of these codes. Codes are stable; sentences are not.\n\n${sections.join('\n\n')}\n`;
}
