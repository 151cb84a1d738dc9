/** One case of outside judges: what must hold, or why it says nothing about an information system. */
export type Case =
  | { readonly id: string; check(): void | Promise<void> }
  | {
      readonly id: string;
      /** Why it does not apply. */
      readonly notApplicable: string;
    };

/** The cases of one kind, read from a folder laid out like `shared/xroad/cases`. Empty when the folder has none of that kind. */
export interface Suite {
  readonly name: string;
  cases(folder: string): readonly Case[];
}

/** What became of the cases of a suite. */
export interface Result {
  readonly name: string;
  readonly passed: readonly string[];
  readonly failed: readonly { readonly id: string; readonly why: string }[];
  readonly notApplicable: readonly { readonly id: string; readonly why: string }[];
}

export async function run(suite: Suite, folder: string): Promise<Result> {
  const passed: string[] = [];
  const failed: { id: string; why: string }[] = [];
  const notApplicable: { id: string; why: string }[] = [];
  for (const one of suite.cases(folder)) {
    if ('notApplicable' in one) {
      notApplicable.push({ id: one.id, why: one.notApplicable });
      continue;
    }
    try {
      await one.check();
      passed.push(one.id);
    } catch (error) {
      failed.push({ id: one.id, why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) });
    }
  }
  return { name: suite.name, passed, failed, notApplicable };
}
