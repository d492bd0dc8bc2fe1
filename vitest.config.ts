import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import LongestFirst from './tests/support/src/longest-first.ts'

/** Pure: a process runs many of their files, as none leaves anything behind. */
const PURE = ['{packages/{domain,planning,routing},services/web}/**/*.test.ts']

export default defineConfig({
  test: {
    // Only what hangs takes this long, whatever else the machine does.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Long tests wait for servers, browsers and clocks more than they compute.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Pages are waited for in tests beside others on busy machines; a second is not long then.
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default'],
    setupFiles: ['./tests/support/src/fail-on-console.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'own process',
          include: ['{firmware-contracts,packages,services,simulators,tests,infra}/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...PURE],
          globalSetup: ['./tests/web/demo-folder.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'shared process', include: PURE, isolate: false },
      },
    ],
  },
})
