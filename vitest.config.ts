import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'app/**/*.test.ts',
      'lib/**/*.test.ts',
      'components/**/*.test.ts',
      'bin/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    // By itself it leaves a processor alone: of two, half.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    // The demo is loaded before the first test of a file, on a busy machine in more than the usual ten seconds.
    hookTimeout: 60_000,
    globalSetup: ['lib/services/testing/shared-demo.ts'],
  },
});
