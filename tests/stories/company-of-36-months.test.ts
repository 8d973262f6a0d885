import { expect, test } from 'vitest'
import { settableClock } from '../../server/kernel/clock.ts'
import { testDatabase } from '../../server/testing/database.ts'
import { generateScript } from './generator.ts'
import { playBoth } from './play-both.ts'

// The whole 36 months of 200 clients are played by `npm run test:long`; this is the same company, smaller and younger.
const SIZES = [
  { seed: 1, clients: 60, months: 14, vatRounding: 'line' },
  { seed: 6, clients: 16, months: 10, vatRounding: 'invoice' },
] as const

for (const size of SIZES) {
  test(`${size.clients} clients through ${size.months} months are billed as the oracle counts, VAT rounded by ${size.vatRounding}`, {
    timeout: 240_000,
  }, async () => {
    const clock = settableClock('2023-12-14T00:00:00Z')
    const script = generateScript(size)
    const played = await playBoth(await testDatabase({ clock }), clock, script)
    expect(played.events).toBe(script.events.length)
    expect(played.comparisons).toBeGreaterThan(script.events.length)
  })
}
