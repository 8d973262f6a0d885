import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser, expectNoTrouble } from './console.ts'
import { callAs, lookAtBoth } from './journeys.ts'

const MIDDLE = { latitude: 23.8069, longitude: 90.3687 }

describeInBrowser('the map', (given) => {
  let [page, phone]: [Page, Page] = [] as never
  let [branch, area, client, olt] = [0, 0, 0, 0]
  const call = callAs(given, () => page)
  const list = () => page.getByRole('region', { name: 'What the map shows' })
  const map = () => page.getByRole('application', { name: /Map/ })
  /** A point of the map's element, as a share of its width and height. */
  const spot = async (right: number, down: number): Promise<[number, number]> => {
    const box = await map().boundingBox()
    return box === null ? [0, 0] : [box.x + box.width * right, box.y + box.height * down]
  }
  const placeOf = async () => await call<{ latitude: number | null; longitude: number | null }>('GET', `/clients/${client}`)

  test('a company without a place is told how to begin', async () => {
    page = await given().openAs('admin')
    phone = await given().openAs('admin', { size: 'phone' })
    branch = (await call('POST', '/branches', { code: 'DHK', name: 'Dhaka' })).id
    area = (await call('POST', '/areas', { name: 'Mirpur', branch_id: branch, colour: '#f97316' })).id
    client = (await call('POST', '/clients', { name: 'Rahim Uddin', phone: '01711000901', branch_id: branch, joined_on: '2026-01-01' })).id
    await page.goto(`${given().url}/map`)
    await page.getByText('Nothing has a place yet').waitFor()
    await lookAtBoth(page, phone, 'map-empty')
  }, 120_000)

  test('a client is placed with the picker: an address of a map is pasted, then the pin is set by a click', async () => {
    await page.goto(`${given().url}/clients/${client}`)
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    const form = page.getByRole('dialog')
    const field = form.getByLabel('Place on the map')
    await field.fill('somewhere')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Latitude and longitude, as a map copies them', { exact: false }).waitFor()
    await field.fill(`https://www.google.com/maps/@${MIDDLE.latitude},${MIDDLE.longitude},17z`)
    await form.getByRole('button', { name: 'Pick on the map' }).click()
    await expect.poll(async () => await field.inputValue()).toBe('23.8069, 90.3687')
    await map().click({ position: { x: 60, y: 60 } })
    await expect.poll(async () => await field.inputValue()).not.toBe('23.8069, 90.3687')
    const picked = (await field.inputValue()).split(', ').map(Number)
    expect(picked[0]).toBeGreaterThan(MIDDLE.latitude)
    expect(picked[1]).toBeLessThan(MIDDLE.longitude)
    await lookAtBoth(page, phone, 'map-picker')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'detached' })
    expect(await placeOf()).toMatchObject({ latitude: picked[0], longitude: picked[1] })
    await page.getByRole('link', { name: 'on the map' }).click()
    await page.getByRole('region', { name: 'Rahim Uddin' }).getByRole('link', { name: 'To the client' }).waitFor()
    expect(new URL(page.url()).searchParams.get('show')).toBe(`client-${client}`)
    expectNoTrouble(page)
  }, 180_000)

  test('clients, boxes and OLTs are seen, narrowed by chips, and the address keeps what is shown', async () => {
    const facts = { branch_id: branch, name: 'OLT Mirpur', host: '192.0.2.9', is_active: false, ...MIDDLE }
    olt = (await call('POST', '/olts', facts)).id
    await call('POST', '/boxes', { branch_id: branch, area_id: area, name: 'Box 7', latitude: 23.8075, longitude: 90.3695 })
    await page.goto(`${given().url}/map?at=23.807,90.369&z=16`)
    await list().getByText('1 OLT · 1 box · 1 client').waitFor()
    await list()
      .getByRole('button', { name: /OLT Mirpur/ })
      .click()
    const card = page.getByRole('region', { name: 'OLT Mirpur' })
    await card.getByText('Not in use').waitFor()
    await expect.poll(async () => await card.getByRole('link', { name: 'To the OLT' }).getAttribute('href')).toBe(`/olts/${olt}`)
    await lookAtBoth(page, phone, 'map-points')
    await card.getByRole('button', { name: 'Close' }).click()
    await page
      .getByRole('group', { name: 'What is shown' })
      .getByRole('button', { name: /Clients/ })
      .click()
    await list().getByText('1 OLT · 1 box', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Farther' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('z')).toBe('15')
    await page.reload()
    await list().getByText('1 OLT · 1 box', { exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.get('kinds')).toBe('olt,box')
    expectNoTrouble(page)
  }, 180_000)

  test('many clients are told as groups, and going closer tells them apart', async () => {
    await sql`
      insert into clients (code, name, phone, branch_id, joined_on, latitude, longitude)
      select 'M' || n, 'Many ' || n, '01711', ${branch}, '2026-01-01', 23.8 + (n % 30) * 0.0004, 90.36 + (n / 30) * 0.0004 from generate_series(1, 700) n`.execute(
      given().database.db,
    )
    await page.goto(`${given().url}/map?at=23.806,90.366&z=13`)
    await list().getByText('701 clients', { exact: false }).first().waitFor()
    await lookAtBoth(page, phone, 'map-groups')
    await list()
      .getByRole('button', { name: /clients/ })
      .first()
      .click()
    await expect.poll(() => Number(new URL(page.url()).searchParams.get('z'))).toBeGreaterThan(13)
    await page.goto(`${given().url}/map?at=23.806,90.366&z=18`)
    await list()
      .getByRole('button', { name: /Many \d+/ })
      .first()
      .waitFor()
    expectNoTrouble(page)
  }, 180_000)

  test('the border of an area is drawn by hand, mended, and kept; a border that crosses itself is refused', async () => {
    await page.goto(`${given().url}/map?at=23.807,90.369&z=15`)
    await page.getByRole('button', { name: 'Draw an area' }).click()
    await page.getByRole('combobox', { name: 'Area' }).click()
    await page.getByRole('option', { name: 'Mirpur' }).click()
    const corners = page.getByLabel('Corners')
    const count = async () => (await corners.inputValue()).split('\n').filter((line) => line !== '').length
    for (const [right, down] of [
      [0.3, 0.3],
      [0.6, 0.3],
      [0.6, 0.6],
      [0.3, 0.6],
      [0.2, 0.2],
    ] as const) {
      const before = await count()
      await page.mouse.click(...(await spot(right, down)))
      await expect.poll(count).toBe(before + 1)
    }
    await page.getByRole('button', { name: 'Undo the last step' }).click()
    await expect.poll(count).toBe(4)
    const before = await corners.inputValue()
    await page.mouse.move(...(await spot(0.6, 0.6)))
    await page.mouse.down()
    await page.mouse.move(...(await spot(0.7, 0.7)), { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await corners.inputValue()) !== before).toBe(true)
    expect(await count()).toBe(4)
    await lookAtBoth(page, phone, 'map-drawing')

    const [first = '', second = '', third = '', fourth = ''] = (await corners.inputValue()).split('\n')
    await corners.fill([first, third, second, fourth].join('\n'))
    await page.getByRole('button', { name: 'Save' }).click()
    await page
      .getByRole('alert')
      .getByText(/Sides \d and \d of the area cross/)
      .waitFor()
    await corners.fill([first, second, third, fourth].join('\n'))
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The border of Mirpur is kept.').waitFor()
    const kept = (await call<{ items: { id: number; polygon: number[][] | null }[] }>('GET', '/areas')).items.find(({ id }) => id === area)
    expect(kept?.polygon?.map(([longitude, latitude]) => `${latitude}, ${longitude}`)).toEqual([first, second, third, fourth])
    await page.reload()
    await map().getByText('Mirpur', { exact: true }).waitFor()
    expectNoTrouble(page)
  }, 180_000)

  test('pictures come from the server that the company has named, and the page lets them', async () => {
    const asked: string[] = []
    await page.route('https://tiles.example.com/**', async (route) => {
      asked.push(route.request().url())
      await route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>' })
    })
    await call('PATCH', '/settings', { values: { 'map.tile_url': 'https://tiles.example.com/{z}/{x}/{y}.png', 'map.tile_attribution': '© <b>Maps</b>' } })
    await page.goto(`${given().url}/map?at=23.807,90.369&z=15`)
    await map().getByText('© <b>Maps</b>').waitFor()
    await expect.poll(() => asked.length).toBeGreaterThan(3)
    expect(asked.every((url) => /\/15\/\d+\/\d+\.png$/.test(url))).toBe(true)
    await expect
      .poll(async () => await page.evaluate<number>("[...document.querySelectorAll('img.leaflet-tile')].filter((tile) => tile.naturalWidth > 0).length"))
      .toBeGreaterThan(3)
    const refused = page.evaluate<string>(
      "new Promise((done) => { document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective), { once: true }); new Image().src = 'https://elsewhere.example.com/1.png' })",
    )
    expect(await refused).toBe('img-src')
  }, 120_000)
})
