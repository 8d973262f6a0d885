import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

describeInBrowser('sign-ups', (given) => {
  const post = async (page: Page, path: string, data: unknown): Promise<{ id: number }> => {
    const answer = await page.request.post(`${given().url}/api/v1${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as { id: number }
  }
  let page: Page
  const dialog = (name: string) => page.getByRole('dialog', { name })

  test('who asks on the public page appears in the open list by itself, and on the home page as waiting', async () => {
    page = await given().openAs('admin')
    const branch = await post(page, '/branches', { code: 'DHK', name: 'Dhaka' })
    await post(page, '/branches', { code: 'KHL', name: 'Khulna' })
    const mirpur = await post(page, '/areas', { name: 'Mirpur', branch_id: branch.id })
    const lane = await post(page, '/areas', { name: 'Senpara lane', branch_id: branch.id, parent_id: mirpur.id, connections: 'planned' })
    const plan = await post(page, '/packages', {
      code: 'HOME-20',
      name: 'Home 20 Mbps',
      starts_on: '2020-01-01',
      price_minor: 80_000,
      download_kbps: 20_000,
      upload_kbps: 20_000,
    })
    await page.goto(`${given().url}/signups`)
    await page.getByText('Nobody waits').waitFor()
    await picture(page, 'signups-empty')

    const visitor = await given().open()
    const ask = (data: object) => visitor.request.post(`${given().url}/api/v1/signup-requests`, { data })
    expect(
      (
        await ask({
          name: 'Shirin Akter',
          phone: '01711000011',
          address: 'House 7, Senpara lane',
          area_id: lane.id,
          package_id: plan.id,
          note: 'Call after 18:00, please.',
          locale: 'bn',
        })
      ).status(),
    ).toBe(202)
    await page.getByRole('row', { name: /Shirin Akter.*Senpara lane.*Planned.*Home 20 Mbps/ }).waitFor()
    await page.getByText('1 waiting').waitFor()
    expect((await ask({ name: 'Jamal Khan', phone: '01711000012' })).status()).toBe(202)
    await page.getByText('2 waiting').waitFor()
    await expectAccessible(page)
    await picture(page, 'signups')

    await page.goto(given().url)
    await page.getByRole('navigation', { name: 'Waiting for you' }).getByRole('link', { name: '2 sign-ups' }).click()
    await page.getByRole('row', { name: /Shirin Akter/ }).waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('a request opens with all that is known, and registering takes everything over', async () => {
    await page
      .getByRole('row', { name: /Shirin Akter/ })
      .getByRole('link')
      .click()
    const form = dialog('Shirin Akter')
    await form.getByText('Call after 18:00, please.').waitFor()
    await form.getByText('House 7, Senpara lane').waitFor()
    await expectAccessible(page)
    await picture(page, 'signup')
    await form.getByRole('button', { name: 'Register as a client' }).click()

    await page.getByText('From the sign-up of Shirin Akter').waitFor()
    await expect.poll(async () => await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Shirin Akter')
    await expect.poll(async () => await page.getByRole('textbox', { name: 'Phone', exact: true }).inputValue()).toBe('01711000011')
    await expect.poll(async () => await page.getByLabel('Address').inputValue()).toBe('House 7, Senpara lane')
    await page.getByText('Call after 18:00, please.').waitFor()
    await page.getByText(/After that, ৳800\.00 each cycle/).waitFor()
    await expectAccessible(page)
    await picture(page, 'signup-register')
    await page.getByRole('textbox', { name: 'PPPoE login' }).fill('shirin')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByRole('heading', { name: 'Shirin Akter' }).waitFor()
    await page.getByText('Not yet connected').first().waitFor()

    const registered = page.url()
    await page.goto(`${given().url}/signups`)
    await page.getByText('1 waiting').waitFor()
    await page.getByRole('button', { name: 'Registered' }).click()
    await page
      .getByRole('row', { name: /Shirin Akter/ })
      .getByRole('link')
      .click()
    await dialog('Shirin Akter')
      .getByRole('link', { name: /^C-\d+$/ })
      .click()
    await page.getByRole('heading', { name: 'Shirin Akter' }).waitFor()
    expect(page.url()).toBe(registered)
    expectNoTrouble(page)
  }, 120_000)

  test('a request is turned down with a reason, which stays with it', async () => {
    await page.goto(`${given().url}/signups`)
    await page
      .getByRole('row', { name: /Jamal Khan/ })
      .getByRole('link')
      .click()
    const form = dialog('Jamal Khan')
    await form.getByRole('button', { name: 'Turn down…' }).click()
    await form.getByRole('button', { name: 'Turn down', exact: true }).click()
    await form.getByText('Say why').waitFor()
    await form.getByRole('button', { name: 'Does not answer the phone' }).click()
    await expectAccessible(page)
    await picture(page, 'signup-reject')
    await form.getByRole('button', { name: 'Turn down', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText('Nobody waits').waitFor()
    await page.getByRole('button', { name: 'Turned down' }).click()
    await page
      .getByRole('row', { name: /Jamal Khan/ })
      .getByRole('link')
      .click()
    await dialog('Jamal Khan').getByText('Does not answer the phone').waitFor()
    expect(await dialog('Jamal Khan').getByRole('button', { name: 'Register as a client' }).count()).toBe(0)
    expectNoTrouble(page)
  }, 120_000)

  test('where connections can be had is set beside how many ask there, and the areas page says the same', async () => {
    await page.goto(`${given().url}/signups/places`)
    const choice = page.getByRole('combobox', { name: 'New connections in Senpara lane' })
    await choice.waitFor()
    await expect.poll(async () => await choice.inputValue()).toBe('planned')
    await choice.selectOption({ label: 'Possible' })
    await page.getByText('Senpara lane: Possible').waitFor()
    await expectAccessible(page)
    await picture(page, 'signup-places')
    await page.goto(`${given().url}/settings/areas`)
    await page.getByRole('row', { name: /Senpara lane.*Possible/ }).waitFor()
    await page.getByRole('button', { name: 'Change Senpara lane' }).click()
    const form = dialog('Senpara lane')
    await form
      .getByRole('combobox', { name: 'New connections' })
      .or(form.getByRole('textbox', { name: 'New connections' }))
      .first()
      .click()
    await page.getByRole('option', { name: 'Not possible' }).click()
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: /Senpara lane.*Not possible/ }).waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('whoever may not register clients is told so, and has no way there in the menu', async () => {
    const viewer = await given().openAs('viewer')
    await viewer.goto(`${given().url}/signups`)
    await viewer.getByText('This page is not for your role').waitFor()
    await viewer.goto(`${given().url}/clients`)
    await viewer.getByRole('heading', { name: 'Clients' }).waitFor()
    expect(await viewer.getByRole('link', { name: 'Sign-ups' }).count()).toBe(0)
    expectNoTrouble(viewer)
  }, 120_000)
})
