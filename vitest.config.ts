import { defineConfig } from 'vitest/config'

const workers = {
  pool: 'forks' as const,
  maxWorkers: 2,
  setupFiles: ['test/support/no-console-errors.ts'],
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-set-up.ts'],
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          ...workers,
          name: 'unit',
          include: ['src/**/*.test.ts', 'desk/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/journeys/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...workers,
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // After the unit tests: a browser takes all the processor that it can get.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
