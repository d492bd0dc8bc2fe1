import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{firmware-contracts,packages,services,simulators,tests,infra}/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Pages are waited for in tests beside others on busy machines; a second is not long then.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default'],
    globalSetup: ['./tests/web/demo-folder.ts'],
    setupFiles: ['./tests/support/src/fail-on-console.ts'],
  },
})
