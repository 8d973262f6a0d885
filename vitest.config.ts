import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Tests that take minutes live in tests/long and run only by `npm run test:long`.
const isLong = process.env.LASTMILE_TEST_LONG === '1'
const usual = ['{server,simulators,tools,tests,bin,bench}/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}']
// The second round of the CI, on another server, leaves out what that cannot change: pages and journeys, and tests that open no database.
const opensDatabase = (file: string): boolean => /testing\/|DATABASE_URL/.test(readFileSync(file, 'utf8'))
const ofServer = (): string[] => globSync(usual, { exclude: ['**/node_modules/**', 'tests/browser/**', 'tests/long/**'] }).filter(opensDatabase)
const short = process.env.LASTMILE_TESTS_LESS === 'server' ? ofServer() : usual

export default defineConfig({
  test: {
    include: isLong ? ['tests/long/**/*.test.ts'] : short,
    exclude: ['**/node_modules/**', ...(isLong ? [] : ['tests/long/**'])],
    environment: 'node',
    globalSetup: ['server/testing/global-setup.ts'],
    pool: 'forks',
    // PostgreSQL works on the same cores; more workers than this only wait for it.
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
    testTimeout: isLong ? 1_800_000 : 30_000,
    hookTimeout: isLong ? 600_000 : 60_000,
    teardownTimeout: 30_000,
    // A loaded machine is slow, not wrong: what is waited for may take its time.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
  },
})
