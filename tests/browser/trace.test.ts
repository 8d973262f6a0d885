import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { recordPolled } from '../../server/modules/network/sessions/index.ts'
import { aBareRouter, aBranch, aClient, aPackage } from '../../server/testing/factories.ts'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const DHAKA = 'Asia/Dhaka'

describeInBrowser('who had an address', (given) => {
  let asking: Page
  let path = ''
  const from = Temporal.Now.instant().subtract({ hours: 3 })
  const shown = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(DHAKA)

  test('is asked for a reason by the one, who sees the answer and may not hand it over', async () => {
    const { database } = given()
    const branchId = await aBranch(database)
    const routerId = await aBareRouter(database, branchId)
    const subscription = { packageId: (await aPackage(database)).package.id, pppoe_login: 'rahim', pppoePassword: 'word', router_id: routerId }
    await aClient(database, { branch_id: branchId, name: 'Rahim Uddin', phone: '01711000000', subscription })
    const session = { login: 'rahim', sessionId: '0x81', address: '203.0.113.17', callerId: '50:d4:f7:00:00:17', uptimeSeconds: 4 * 3600 }
    await recordPolled(database, { routerId, at: Temporal.Now.instant(), sessions: [session], isComplete: true })

    asking = await given().openAs('admin')
    await asking.goto(`${given().url}/sessions/traces`)
    await asking.getByText('Nobody has asked yet').waitFor()
    await asking.getByRole('button', { name: 'Ask', exact: true }).click()
    const form = asking.getByRole('dialog', { name: 'Ask who had an address' })
    await form.getByLabel('IP address').fill('203.0.113.17')
    await form.getByLabel('Port').fill('40123')
    await form.getByRole('button', { name: 'Ask', exact: true }).click()
    await form.getByText('Name the letter or order that asks').waitFor()
    for (const [side, at] of [
      ['From', from],
      ['Until', from.add({ minutes: 10 })],
    ] as const) {
      await form.getByLabel(`${side}, day`).fill(shown(at).toPlainDate().toString())
      await form.getByLabel(`${side}, time`).fill(shown(at).toPlainTime().toString({ smallestUnit: 'second' }))
    }
    await form.getByLabel('Letter or order').fill('Order 17/2026')
    await form.getByLabel('Why').fill('The court asks')
    await expectAccessible(asking)
    await picture(asking, 'trace-asking')
    await form.getByRole('button', { name: 'Ask', exact: true }).click()
    await asking.getByRole('heading', { level: 1, name: '203.0.113.17:40123' }).waitFor()
    await asking.getByText('Rahim Uddin').waitFor()
    await asking.getByText('You asked for it yourself; somebody else must decide').first().waitFor()
    path = new URL(asking.url()).pathname
    await expect.poll(async () => await asking.getByRole('button', { name: 'Hand over (CSV)' }).isDisabled()).toBe(true)
    expectNoTrouble(asking)
  }, 120_000)

  test('is agreed to by a second person, and leaves then as a file that is noted', async () => {
    const second = await given().openAs('manager')
    await second.goto(`${given().url}/sessions/traces?state=waiting`)
    await second.getByRole('link', { name: '203.0.113.17:40123' }).click()
    await second.getByText('Read the letter', { exact: false }).waitFor()
    await picture(second, 'trace-deciding')
    await second.getByRole('button', { name: 'Agree that it leaves' }).click()
    const question = second.getByRole('dialog', { name: 'Agree that it leaves?' })
    await question.getByText('1 found for Order 17/2026', { exact: false }).waitFor()
    await question.getByRole('button', { name: 'Agree that it leaves' }).click()
    await second.getByText('May leave', { exact: true }).waitFor()
    await expectAccessible(second)
    expectNoTrouble(second)

    await asking.reload()
    const [file] = await Promise.all([asking.waitForEvent('download'), asking.getByRole('button', { name: 'Hand over (CSV)' }).click()])
    const text = readFileSync(await file.path(), 'utf8')
    for (const part of ['203.0.113.17', 'Order 17/2026', 'Rahim Uddin', '01711000000']) expect(text).toContain(part)
    await asking.goto(`${given().url}/audit?subject_type=address_trace`)
    for (const done of ['Asked who had an address', 'Decided whether an answer about an address may leave', 'Answer about an address handed over'])
      await asking.getByText(done, { exact: false }).first().waitFor()
    expectNoTrouble(asking)
  }, 120_000)

  test('is nobody’s business without the permission', async () => {
    const support = await given().openAs('support')
    await support.goto(`${given().url}${path}`)
    await support
      .getByText(/permission/i)
      .first()
      .waitFor()
    expect(await support.getByText('Rahim Uddin').count()).toBe(0)
  }, 60_000)
})
