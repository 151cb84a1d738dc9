import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with one plain line that any machine can read: `N passed, N failed`, the last of all. A file that could not even be loaded counts as a
 * failure, and so does a run that ends badly for any other reason. What was skipped has said why by itself.
 */
export class ClosingLine implements Reporter {
  #passed = 0;
  #failed = 0;

  onInit(): void {
    process.once('exit', (code) => {
      const failed = code !== 0 && this.#failed === 0 ? 1 : this.#failed;
      process.stdout.write(`\n${this.#passed} passed, ${failed} failed\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    this.#passed = 0;
    this.#failed = errors.length;
    for (const module of modules) {
      this.#failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') this.#passed += 1;
        else if (state !== 'skipped') this.#failed += 1;
      }
    }
  }
}
