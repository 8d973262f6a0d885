import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { companyScope } from '../../server/kernel/actor.ts'
import { systemClock } from '../../server/kernel/clock.ts'
import { date } from '../../server/kernel/time.ts'
import { setUpRadius } from '../../server/modules/network/radius/index.ts'
import { listClosedSessions, readLiveSessions } from '../../server/modules/network/sessions/index.ts'
import { testDatabase } from '../../server/testing/database.ts'
import type { TestDatabase } from '../../server/testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage, doing, unique } from '../../server/testing/factories.ts'
import { startFreeRadius } from '../../server/testing/free-radius.ts'
import type { FreeRadius } from '../../server/testing/free-radius.ts'
import { ACCT_PORT, AUTH_PORT, missingLab, NAS, openLab } from '../lab/pppoe.ts'
import type { Lab, Person } from '../lab/pppoe.ts'

const missing = missingLab()
if (missing !== null) process.stderr.write(`\n*** SKIPPED: real PPPoE against FreeRADIUS was NOT tried, as ${missing}\n\n`)

describe.skipIf(missing !== null)('two boxes dial by PPPoE into a router that asks our FreeRADIUS', () => {
  let database: TestDatabase
  let server: FreeRadius
  let lab: Lab
  const people: (Person & { readonly id: bigint })[] = []
  beforeAll(async () => {
    database = await testDatabase({ clock: systemClock })
    const branchId = await aBranch(database)
    const packageId = (await aPackage(database, { downloadKbps: 20_000, uploadKbps: 10_000 })).package.id
    const routerId = await aBareRouter(database, branchId)
    const secret = randomBytes(12).toString('hex')
    await sql`update routers set is_active = true, host = ${NAS}, address_pool = 'home' where id = ${routerId}`.execute(database.db)
    await doing(database, async (tx) => await setUpRadius(tx, routerId, { address: NAS, secret, coa_port: 3799, is_signed: false }))
    for (const static_ip of ['100.64.0.11', undefined]) {
      const person = { login: `box${unique()}@isp`, password: `word-${unique()}` }
      const facts = { packageId, pppoe_login: person.login, pppoePassword: person.password, router_id: routerId, activatedOn: date('2026-01-01') }
      const { subscription } = await aClient(database, { branch_id: branchId, subscription: { ...facts, ...(static_ip === undefined ? {} : { static_ip }) } })
      people.push({ ...person, id: subscription?.id as bigint })
    }
    lab = openLab(secret)
    server = await startFreeRadius(database, {
      within: lab.within,
      listen: { address: '10.99.0.1', authPort: AUTH_PORT, acctPort: ACCT_PORT },
      networks: ['10.99.0.0/24'],
    })
  })
  afterAll(async () => {
    await lab?.close()
    await server?.stop()
  })
  const live = async () => (await Promise.all(people.map(async ({ id }) => await readLiveSessions(database, companyScope, id)))).flat()

  test('both are online with the address they should have, a ping goes through, and their accounting is in PostgreSQL', async () => {
    const [one, two] = await lab.dial(people as never)
    expect([one, two.ping], lab.logs()).toEqual([{ address: '100.64.0.11', ping: 'ok' }, 'ok'])
    await expect.poll(live).toHaveLength(2)
    expect((await live()).map(({ login, address, source }) => ({ login, address, source }))).toEqual([
      { login: people[0]?.login, address: one.address, source: 'radius' },
      { login: people[1]?.login, address: two.address, source: 'radius' },
    ])
  })

  test('when they hang up their sessions end in PostgreSQL with what they used, and by their own wish', async () => {
    await lab.hangUp()
    await expect.poll(live).toEqual([])
    for (const { id } of people) {
      const [ended] = await listClosedSessions(database, companyScope, id, { limit: 5, after: undefined })
      expect(ended).toMatchObject({ terminate_cause: 'User-Request', source: 'radius' })
      expect(ended?.upload_bytes).toBeGreaterThan(0n)
      expect(ended?.download_bytes).toBeGreaterThan(0n)
    }
  })

  test('a wrong password is refused, and leaves no session', async () => {
    const said = await lab.refuse()
    expect(said).toContain('CHAP authentication failed')
    expect(said).not.toContain('IPCP')
    expect(await live()).toEqual([])
  })
})
