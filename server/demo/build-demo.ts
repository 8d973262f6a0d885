import { randomBytes } from 'node:crypto'
import { systemActor } from '../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../kernel/permissions.ts'
import { businessDay, firstDay } from '../kernel/time.ts'
import { makePartitionsBetween } from '../platform/db/partitions.ts'
import { conn, inTransaction } from '../platform/db/transaction.ts'
import type { Database } from '../platform/db/tx.ts'
import { settings as billingSettings } from '../modules/billing/index.ts'
import { changeSettings } from '../modules/settings/index.ts'
import { hashPassword, setUpCompany, storePasswordHash, syncBuiltinRoles } from '../modules/auth/index.ts'
import { makeCast } from './cast.ts'
import { chanceOf } from './chance.ts'
import { PEOPLE } from './names.ts'
import type { DemoNetwork } from './network/demo-network.ts'
import { chase, monthsBefore, playMonth, storyClock } from './play-months.ts'
import type { Story } from './play-months.ts'
import { mainBranch } from './story-store.ts'

export interface DemoOptions {
  /** Whole months of history before the present one. */
  readonly months?: number
  readonly clients?: number
  readonly signal?: AbortSignal
  /** Where its lines dial in; without one the company has no routers. */
  readonly network?: DemoNetwork | null
  readonly say: (text: string) => void
}

/**
 * Fills a company that is set up and otherwise empty with people, a catalogue and months of history, played through the same use cases a company uses,
 * with a clock that starts in the past. The same seed makes the same story.
 */
export async function buildDemo(
  database: Database,
  { months = 14, clients = 2000, signal, say, network = null }: DemoOptions,
): Promise<ReadonlyMap<string, bigint>> {
  const { zone } = await database.company()
  // Yesterday, because nothing of the story may lie in the future.
  const lastDay = businessDay(database.clock.now(), zone).subtract({ days: 1 })
  const calendar = monthsBefore(lastDay, months)
  const start = firstDay(calendar[0] ?? lastDay.toPlainYearMonth())
  // The first morning of the company is still the evening before in UTC, by which partitions are cut.
  await makePartitionsBetween(database.direct, start.subtract({ days: 1 }), lastDay)
  const clock = storyClock(start, zone)
  const past: Database = { ...database, clock }
  const actor = systemActor('demo', ALL_PERMISSIONS)
  const mainBranchId = await mainBranch(await conn(database))
  // The story looks at who is cut every fifth day; hourly looks that miss for so long would be an outage.
  const outageHours = async (story: Database, hours: number): Promise<void> =>
    await inTransaction(
      story,
      { actor },
      async (tx) => await changeSettings(tx, { known: billingSettings, values: { 'suspension.breaker_outage_hours': hours } }),
    )
  await outageHours(past, 200)
  const cast = await inTransaction(past, { actor }, async (tx) => await makeCast(tx, mainBranchId, network))
  const story: Story = { database: past, clock, cast, chance: chanceOf(20_260_105), actor, zone, lastDay, signal, registered: 0, trx: 0 }
  const opening = Math.round(clients * 0.7)
  const monthly = Math.floor((clients - opening) / months)
  for (const [n, month] of calendar.entries()) {
    const joiners = n === 0 ? opening : n === months ? Math.max(0, clients - story.registered) : monthly
    say(`Demo company: ${month} (${n + 1} of ${calendar.length})`)
    await playMonth(story, month, joiners)
  }
  await chase({ ...story, database })
  await outageHours(database, 6)
  // Only now, because what happened in between is told to nobody.
  await network?.activate()
  return cast.userIds
}

/** The demo's own company with its first administrator; every person gets a password of his own. Returns the log-ins to print. */
export async function setUpDemoCompany(database: Database, options: DemoOptions): Promise<{ username: string; password: string; role: string }[]> {
  await syncBuiltinRoles(database.db)
  const logins = PEOPLE.map(({ username, role }) => ({ username, role, password: `${username}-${randomBytes(5).toString('hex')}` }))
  const actor = systemActor('demo', ALL_PERMISSIONS)
  const [owner] = logins
  if (!owner) throw new Error('the demo has no owner')
  const passwordHash = await hashPassword(owner.password)
  await inTransaction(database, { actor }, async (tx) => {
    await setUpCompany(tx, {
      facts: {
        'company.name': 'Padma Fiber',
        'company.zone': 'Asia/Dhaka',
        'company.currency': 'BDT',
        'company.locale': 'en',
        'company.fiscal_year_start_month': 7,
        'company.address': 'House 12, Road 5, Dhanmondi, Dhaka 1205',
        'company.phone': '01810000001',
        'company.email': 'office@padmafiber.example',
        'company.vat_registration': '001234567-0101',
      },
      branch: { code: 'HQ', name: 'Dhanmondi' },
      admin: { username: owner.username, fullName: PEOPLE[0].fullName, email: '', locale: 'en', passwordHash },
    })
  })
  const userIds = await buildDemo(database, options)
  for (const { username, password } of logins.slice(1)) {
    const userId = userIds.get(username)
    if (userId === undefined) continue
    const hash = await hashPassword(password)
    await inTransaction(database, { actor }, async (tx) => await storePasswordHash(tx, { userId, hash, chosen: true }))
  }
  return logins
}
