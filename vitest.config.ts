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
    // A slow or busy machine is no failure: nothing here is held to a time but by a test that measures it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    globalSetup: ['lib/services/testing/shared-demo.ts'],
  },
});
