import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { simulateOlt } from '../../simulators/olt/index.ts'
import type { SimulatedOlt } from '../../simulators/olt/index.ts'
import { describeInBrowser } from './console.ts'
import { aNetwork, callAs, dayFromNow, lookAtBoth } from './journeys.ts'

const MAC = '50:d4:f7:00:09:01'
const SERIAL = 'JOUR00000009'
/** As the browser does it where the keyboard is. */
const pasting = (text: string): string => `(() => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', ${JSON.stringify(text)})
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
})()`

describeInBrowser('fibre', (given) => {
  let [page, phone]: [Page, Page] = [] as never
  let [olt, client, line, onu] = [0, 0, 0, 0]
  let simulated: SimulatedOlt
  let network: Awaited<ReturnType<typeof aNetwork>>
  const call = callAs(given, () => page)
  const scan = async () => await call('POST', `/olts/${olt}/scan`)
  const onus = async (query: string) =>
    (await call<{ items: { id: number; state: string; client_id: number | null }[] }>('GET', `/onus?olt_id=${olt}&${query}`)).items

  test('an ONU that hangs on a PON is let in from the console, and its client comes online', async () => {
    page = await given().openAs('admin')
    phone = await given().openAs('admin', { size: 'phone' })
    await given().work()
    network = await aNetwork(given(), call)
    const neighbours = [1, 2, 3, 4].map((id) => ({ pon: 1, id, description: `home ${id}` }))
    simulated = await simulateOlt({
      family: 'vsol-gpon',
      pons: 2,
      onus: neighbours,
      unregistered: [{ pon: 1, serial: SERIAL, hosts: [MAC] }],
      seed: 9,
      restartsAfterMs: 1500,
    })
    given().closeLater(simulated.close)
    const { device } = network
    const made = await call<{ id: number; subscription: { id: number } }>('POST', '/clients', {
      name: 'Fibre Fatema',
      phone: '01711000900',
      branch_id: network.branch,
      joined_on: dayFromNow(0),
      subscription: {
        package_id: network.small,
        pppoe_login: 'fatema',
        pppoe_password: 'secret',
        router_id: network.router,
        mac: MAC,
        activated_on: dayFromNow(0),
      },
    })
    client = made.id
    line = (await call<{ subscriptions: { id: number }[] }>('GET', `/clients/${client}`)).subscriptions[0]?.id ?? 0
    device.subscribers.add({ name: 'fatema', password: 'secret', callerId: MAC.toUpperCase() })
    device.subscribers.switchOff('fatema')
    // What stands behind an ONU has a line while the ONU has.
    simulated.plant.onChange(({ hosts }, isUp) => {
      if (!hosts.includes(MAC)) return
      if (isUp) device.subscribers.switchOn('fatema')
      else device.subscribers.switchOff('fatema')
    })
    olt = (
      await call('POST', '/olts', {
        branch_id: network.branch,
        name: 'OLT Mirpur',
        profile: 'vsol-gpon',
        host: simulated.host,
        cli: 'telnet',
        cli_port: simulated.telnetPort,
        username: 'admin',
        password: 'admin',
        enable_password: 'enable',
        snmp: '2c',
        snmp_port: simulated.snmpPort,
        snmp_community: 'public',
        is_writable: true,
      })
    ).id
    await scan()
    await page.goto(`${given().url}/olts/waiting`)
    await page.getByText(SERIAL).waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Let it in' }).click()
    const dialog = page.getByRole('dialog', { name: `Let ${SERIAL} in` })
    await dialog.getByLabel('Line profile').fill('default')
    await dialog.getByLabel('VLAN').fill('100')
    await dialog.getByLabel('Client').fill('Fatema')
    await page.getByRole('option', { name: /Fibre Fatema/ }).click()
    await dialog.getByRole('button', { name: 'Show what will be typed' }).click()
    await dialog.getByText(`sn ${SERIAL}`, { exact: false }).waitFor()
    expect(simulated.plant.unregistered()).toHaveLength(1)
    await dialog.getByRole('checkbox').check()
    await lookAtBoth(page, phone, 'fibre-authorise')
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await dialog.getByText('Done and seen').first().waitFor({ timeout: 30_000 })
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect.poll(async () => (await onus(`q=${SERIAL}`))[0], { timeout: 30_000 }).toMatchObject({ state: 'online', client_id: client })
    await expect.poll(() => device.rows('active').some(({ name }) => name === 'fatema'), { timeout: 60_000 }).toBe(true)
    onu = (await onus(`q=${SERIAL}`))[0]?.id ?? 0
  }, 240_000)

  test('it is restarted, and that it went and came back is seen', async () => {
    await page.goto(`${given().url}/onus/${onu}`)
    await page.getByRole('button', { name: 'Tell the OLT' }).click()
    await page.getByRole('menuitem', { name: 'Start it again' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Show what will be typed' }).click()
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await dialog.getByText('Done and seen').first().waitFor({ timeout: 60_000 })
    await lookAtBoth(page, phone, 'fibre-restarted')
  }, 120_000)

  test('lines are typed on a terminal: answered, refused with the reason, and brought back from the history', async () => {
    await page.goto(`${given().url}/olts/${olt}?tab=console`)
    const terminal = page.getByRole('textbox', { name: 'Command line of the OLT' })
    const screen = async (): Promise<string> => (await page.locator('.xterm-rows > div').allTextContents()).map((row) => row.trimEnd()).join('\n')
    const shows = async (text: string | RegExp, timeout = 60_000): Promise<void> => {
      await expect.poll(screen, { timeout }).toMatch(text)
    }
    await shows('OLT Mirpur >')
    await terminal.focus()
    await page.keyboard.type('show versionx')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    await shows('Software Version')
    await shows(/OLT Mirpur \S+#$/m)
    await page.keyboard.type('show onu ?')
    await page.keyboard.press('Enter')
    await shows('A question mark asks the OLT for help')
    // The OLT refuses the second of three lines: the third is not sent.
    await page.evaluate(pasting('configure terminal\nno such line\nexit\n'))
    await shows('Lines that were not sent after this: 1')
    // Where it stands now depends on whether a poll has come in between.
    await shows(/not sent after this: 1\nOLT Mirpur \S+#$/m)
    for (let times = 0; times < 2; times += 1) await page.keyboard.press('ArrowUp')
    await shows(/not sent after this: 1\nOLT Mirpur \S+# configure terminal$/m)
    await page.keyboard.press('Control+c')
    await lookAtBoth(page, phone, 'fibre-console')

    // Out of any mode first: a poll in between leads a session out of it, and what was meant for it is not typed.
    if (/\(\S+\)#\s*$/.test(await screen())) {
      await page.keyboard.type('exit\n')
      await shows(/OLT Mirpur (?:>|[^()\s]+#)\s*$/)
    }
    simulated.faults.hangs = /show version/
    await page.keyboard.type('show version\n')
    await shows('not whole', 90_000)
    simulated.faults.hangs = null
    await page.keyboard.type('show version\n')
    await shows(/not whole[\s\S]*Software Version/)
    await page.getByRole('log').getByText('not whole', { exact: false }).first().waitFor()
  }, 240_000)

  test('a phone types a line into a plain field', async () => {
    await phone.goto(`${given().url}/olts/${olt}?tab=console`)
    await phone.getByRole('textbox', { name: 'Line to type' }).fill('show sys cpu-usage')
    await phone.getByRole('button', { name: 'Send' }).click()
    await phone.getByRole('log').getByText('show sys cpu-usage').waitFor({ timeout: 60_000 })
    await phone.getByText('Terminal', { exact: true }).click()
    await expect.poll(async () => await phone.locator('.xterm-rows').textContent()).toContain('OLT Mirpur')
    await phone.getByText('Plain field', { exact: true }).click()
    await phone.getByRole('textbox', { name: 'Line to type' }).waitFor()
  }, 120_000)

  test('a cut fibre becomes one incident, the diagnosis of one of its lines says so, and it ends when the fibre is whole', async () => {
    const incidents = async (state: string) =>
      (await call<{ items: { id: number; kind: string; pon: string; onus: number }[] }>('GET', `/incidents?state=${state}`)).items
    await expect.poll(async () => (await onus('state=online')).length, { timeout: 60_000 }).toBe(5)
    simulated.plant.cutFibre(1)
    await scan()
    await expect.poll(async () => await incidents('open'), { timeout: 150_000, interval: 2000 }).toMatchObject([{ kind: 'fibre_cut', pon: '0/1', onus: 5 }])
    await page.goto(`${given().url}/clients/${client}`)
    await page.getByRole('button', { name: 'What is the matter?' }).click()
    await page.getByRole('dialog').getByText('A fibre is cut at OLT Mirpur PON 0/1', { exact: false }).waitFor({ timeout: 30_000 })
    await lookAtBoth(page, phone, 'fibre-diagnosis')
    expect(line).toBeGreaterThan(0)
    simulated.plant.restore()
    await scan()
    await expect.poll(async () => (await incidents('closed')).length, { timeout: 150_000, interval: 2000 }).toBe(1)
    expect(await incidents('open')).toEqual([])
  }, 420_000)
})
