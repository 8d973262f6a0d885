import { expect, test } from 'vitest'
import { settableClock } from '../../server/kernel/clock.ts'
import { testDatabase } from '../../server/testing/database.ts'
import { generateScript } from '../stories/generator.ts'
import type { StorySize } from '../stories/generator.ts'
import { playBoth } from '../stories/play-both.ts'

/** Another company every time; its seed stands in the test's name, and LASTMILE_STORY_SEED plays it again. */
const seed = Number(process.env.LASTMILE_STORY_SEED ?? Temporal.Now.instant().epochMilliseconds % 1_000_000)

const SIZES: readonly StorySize[] = [
  { seed: 2024, clients: 200, months: 36, vatRounding: 'line' },
  { seed: 2025, clients: 200, months: 36, vatRounding: 'invoice' },
  { seed, clients: 60, months: 36, vatRounding: 'line' },
  { seed: seed + 1, clients: 60, months: 36, vatRounding: 'invoice' },
]

for (const size of SIZES) {
  test(`${size.clients} clients through ${size.months} months equal the oracle, VAT rounded by ${size.vatRounding}, seed ${size.seed}`, async () => {
    const clock = settableClock('2023-12-14T00:00:00Z')
    const script = generateScript(size)
    const played = await playBoth(await testDatabase({ clock }), clock, script)
    expect(played.events).toBe(script.events.length)
    expect(played.comparisons).toBeGreaterThan(script.events.length)
  })
}
