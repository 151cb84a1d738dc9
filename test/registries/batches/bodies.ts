import { massBenefitsBodies } from './skais2.ts';

/** What a mass service says, in its register's own way of speaking. Written by hand after the register's interface description. */
export interface BatchBodies {
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Our contract, under `wsdl`, and the real one. */
  readonly contract: string;
  readonly real: string;
  readonly accepted: { readonly body: string; readonly ticket: string };
  /** Its refusal names somebody: the code must not come through. */
  readonly refused: string;
  readonly notYet: string;
  readonly gone: string;
  readonly failed: string;
  /** A file about these people: the first was found, the second was not, and of the others it says no. */
  ready(people: readonly string[]): {
    readonly body: string;
    readonly file?: { readonly contentId: string; readonly content: string };
  };
}

export const BATCH_BODIES: Readonly<Record<string, BatchBodies>> = {
  'SKA.BENEFITS_MASS': massBenefitsBodies,
};
