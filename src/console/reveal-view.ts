import { type Static, Type } from 'typebox';
import { orNull } from '../platform/index.ts';
import type { Revealed } from '../queries/index.ts';

/** Whom a query is about, what was asked and why, and what came: for supervision alone. */
export const RevealView = Type.Object({
  subject: orNull(Type.Object({ personalCode: orNull(Type.String()), firstName: Type.String(), lastName: Type.String() })),
  parameters: Type.Record(Type.String(), Type.Unknown()),
  legalBasis: Type.String(),
  justification: orNull(Type.String()),
  answer: Type.Unknown({ description: 'What the register said, in our words; null where there is none, or none that is kept' }),
});

export function viewRevealed({ subject, permit, answer }: Revealed): Static<typeof RevealView> {
  return {
    subject:
      subject === undefined
        ? null
        : { personalCode: subject.personalCode ?? null, firstName: subject.firstName, lastName: subject.lastName },
    parameters: { ...permit.parameters },
    legalBasis: permit.legalBasis,
    justification: permit.justification,
    answer: answer ?? null,
  };
}
