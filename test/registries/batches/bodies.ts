import { changesBodies } from './rr.ts';
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
  /** How it says that a ticket is not known; or why it never does. */
  readonly gone: string | { readonly none: string };
  readonly failed: string;
  /** A file about these people: of the first it has something; of the others it has nothing, or says no. */
  ready(people: readonly string[]): {
    readonly body: string;
    readonly file?: { readonly contentId: string; readonly content: string };
  };
}

export const BATCH_BODIES: Readonly<Record<string, BatchBodies>> = {
  'SKA.BENEFITS_MASS': massBenefitsBodies,
  'RR.CHANGES': changesBodies,
};
