import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

// Tests that take minutes live in tests/long and run only by `npm run test:long`.
const isLong = process.env.LASTMILE_TEST_LONG === '1'
const usual = ['{server,simulators,tools,tests,bin,bench}/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}']
// The second round of the CI, on another server, leaves out what that cannot change: pages and journeys, and tests that open no database.
const opensDatabase = (file: string): boolean => /testing\/|DATABASE_URL/.test(readFileSync(file, 'utf8'))
const ofServer = (): string[] => globSync(usual, { exclude: ['**/node_modules/**', 'tests/browser/**', 'tests/long/**'] }).filter(opensDatabase)
const short = process.env.LASTMILE_TESTS_LESS === 'server' ? ofServer() : usual

// What takes longest begins first, so that no worker waits for another at the end.
const LONGEST = ['tests/browser/every-page', 'tests/browser/fibre', 'tests/start/start', 'tests/stories/company-of', 'tests/faults/', 'tests/browser/']
const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((part) => moduleId.includes(part))
  return place < 0 ? LONGEST.length : place
}
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b))
  }
}

export default defineConfig({
  test: {
    include: isLong ? ['tests/long/**/*.test.ts'] : short,
    exclude: ['**/node_modules/**', ...(isLong ? [] : ['tests/long/**'])],
    environment: 'node',
    globalSetup: ['server/testing/global-setup.ts'],
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // One more than cores, for a third of the time a file waits for a device, a browser or a clock; PostgreSQL works on the same cores.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    testTimeout: isLong ? 1_800_000 : 30_000,
    hookTimeout: isLong ? 600_000 : 60_000,
    teardownTimeout: 30_000,
    // A loaded machine is slow, not wrong: what is waited for may take its time.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
  },
})
