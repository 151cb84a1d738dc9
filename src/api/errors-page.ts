import type { ErrorCatalogue } from '../platform/index.ts';

const PROBLEMS =
  'Every refusal of the internal API is an RFC 9457 problem document with one of these codes. Codes are stable; sentences are not.';
const REFUSALS = `| what is wrong with a call | what is said |
|---|---|
| the body is no JSON, none at all, or of another type; a form breaks off | \`MALFORMED_JSON\`, \`UNSUPPORTED_MEDIA_TYPE\`, \`FORM_MALFORMED\` |
| a field is missing, unknown, of another type or form; so is a word in the address; something is sent where nothing is asked for | \`VALIDATION_FAILED\`; \`errors\` names each by JSON pointer and rule |
| what the address names is not there, or is another institution’s | the one code of such a thing, by which nobody can tell one from the other |
| what a field names is not there, or does not fit a rule of the register | the code of the rule; \`errors\` names the field |
| its state does not allow it | one code for every call on such a thing |
| \`If-Match\` names another version, or one of something that has none | \`PRECONDITION_FAILED\` |

No answer repeats a value that was sent, and of a call that is refused nothing is written but its line in the log: \`test/api/bad-input\` tries each on
every operation of the OpenAPI document.`;
const FAULTS = 'What other registers get as SOAP faults, by `faultcode`. The protocol’s own faults carry the security server’s spelling.';

/** Every error code of the given rooms as a Markdown page: what the worker reads, and where the operator looks. Faults, where given, come last. */
export function renderErrorsPage(problems: readonly ErrorCatalogue[], faults?: ErrorCatalogue): string {
  const parts = ['# Error codes', PROBLEMS, REFUSALS, ...sections(problems)];
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
