import { Type } from 'typebox';
import { troubleOf } from '../queries/index.ts';

/** What a code means to an operator, and what to do: as docs/runbook.md has it. */
export const TroubleView = Type.Object({
  code: Type.String({ description: 'STAR-XT-...: the entry of docs/runbook.md' }),
  operator: Type.String(),
  steps: Type.Array(Type.String()),
  runbook: Type.String(),
});

export function viewTrouble(queryCode: string) {
  const { code, operator, steps } = troubleOf(queryCode);
  return { code, operator, steps: [...steps], runbook: `docs/runbook.md#${code}` };
}

/** A register may put anything into its error code, and into the names of its elements. */
export function masked(text: string): string {
  return text.replace(/\d{11}/g, '***');
}
