import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';

export default defineConfig({
  test: {
    // Two cores: more workers only make each slower.
    maxWorkers: 2,
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        test: {
          name: 'parts',
          globalSetup: ['test/cluster.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/chaos/**', 'test/fuzz/**'],
          // Files of one worker share the program's modules: reading them anew for each took a third of the whole run's time.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // It weighs its own memory: a program of its own for each file.
      { test: { name: 'fuzz', include: ['test/fuzz/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 } },
      // Behind the others and alone: processes that are killed and started leave no core to anybody else.
      { test: { name: 'faults', include: ['test/chaos/*.test.ts'], hookTimeout: 600_000, sequence: { groupOrder: 1 } } },
    ],
  },
});
