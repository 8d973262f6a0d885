import { expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, anActor, aPackage } from '../../testing/factories.ts'
import { executePreview } from './preview-import.ts'

const database = await testDatabase({ clock: settableClock('2026-03-10T06:00:00Z') })
const branch = await aBranch(database, 'HQ')
await aPackage(database, { code: 'HOME-10' })
const english = await appAs(database, 'admin')
const bangla = await appAs(database, 'admin')
await bangla('PATCH', '/auth/profile', { locale: 'bn' })

/** Uploads a file as it would be sent by a browser, and checks it. Returns its id. */
async function check(kind: string, content: string): Promise<number> {
  const payload = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${content}\r\n--x--\r\n`
  const { body } = await english('POST', `/imports?kind=${kind}`, payload, { headers: { 'content-type': 'multipart/form-data; boundary=x' } })
  await english('PUT', `/imports/${body.id}/mapping`, { mapping: body.suggested_mapping, options: kind === 'clients' ? { branch_id: Number(branch) } : {} })
  await executePreview(database, BigInt(body.id), { actor: anActor() })
  return body.id
}

const said = async (send: typeof english, id: number): Promise<string[]> =>
  (await send('GET', `/imports/${id}/rows?state=invalid`)).body.items.map(({ errors }: { errors: { message: string }[] }) =>
    errors.map(({ message }) => message).join('; '),
  )

const CLIENTS = `Name,Phone,Package,Joined,E-mail,PPPoE ID
Rahima,,HOME-10,01/02/2024,,rahima
,01711000002,HOME-10,01/02/2024,,two
Karim,abc,HOME-10,31/02/2024,,karim
Salma,01711000004,NOPE,01/02/2024,salma@,salma
${'x'.repeat(201)},01711000005,HOME-10,01/02/2024,,x
Twin,01711000006,HOME-10,01/02/2024,,twin
Twin,01711000007,HOME-10,01/02/2024,,twin
`

test('a row that does not fit says why in a sentence, in the language of the reader', async () => {
  const id = await check('clients', CLIENTS)
  expect(await said(english, id)).toEqual([
    'Phone is missing',
    'Name is missing',
    'Joined on: Expected a date; Phone: Expected a telephone number',
    'Package: There is no such package; E-mail: Expected an e-mail address such as name@example.com',
    'Name: At most 200 characters',
    'PPPoE login: Row 7 of this file has the same',
  ])
  expect(await said(bangla, id)).toEqual([
    'ফোন দেওয়া হয়নি',
    'নাম দেওয়া হয়নি',
    'যোগদানের তারিখ: তারিখ দিন; ফোন: সঠিক ফোন নম্বর দিন',
    'প্যাকেজ: এমন কোনো প্যাকেজ নেই; ই-মেইল: ই-মেইল ঠিকানা দিন, যেমন name@example.com',
    'নাম: সর্বোচ্চ ২০০টি অক্ষর দেওয়া যায়',
    'পিপিপিওই লগইন: এই ফাইলের ৭ নম্বর সারিতে একই তথ্য আছে',
  ])
})

test('the file of the rows to correct says the same', async () => {
  const id = await check('clients', CLIENTS)
  const [head, first] = (await bangla('GET', `/imports/${id}/failed-rows.csv`)).text.split('\r\n')
  expect([head?.split(',').at(-1), first?.split(',').at(-1)]).toEqual(['ত্রুটি', 'ফোন দেওয়া হয়নি'])
  expect((await english('GET', `/imports/${id}/failed-rows.csv`)).text.split('\r\n')[1]?.split(',').at(-1)).toBe('Phone is missing')
})

test('rows of packages and payments speak as well', async () => {
  const packages = await check('packages', 'Name,Price,Speed\nHome,,20\nHome 2,500,fast\n')
  expect(await said(english, packages)).toEqual(['Price: A package needs a price', 'Download speed: Expected a speed such as 20 Mbps'])
  expect((await said(bangla, packages)).every((text) => /^[ঀ-৿]/.test(text))).toBe(true)
  const payments = await check('payments', 'Client,Amount,Method\n,0,gold\n')
  expect(await said(english, payments)).toEqual([
    'Client: Whose payment is it?; Amount: Expected an amount above 0; Method: Expected cash, bank, bkash, nagad, card or online',
  ])
  expect(await said(bangla, payments)).toEqual(['গ্রাহক: এটি কার পেমেন্ট?; টাকার পরিমাণ: ০-এর বেশি টাকার অঙ্ক দিন; মাধ্যম: cash, bank, bkash, nagad, card বা online লিখুন'])
})

test('a form says the same of its fields, and the whole of it where a field is not shown', async () => {
  const body = { name: '', phone: '', branch_id: Number(branch), joined_on: '2026-13-01' }
  const [en, bn] = await Promise.all([english, bangla].map((send) => send('POST', '/clients', body)))
  expect([en?.status, en?.body.errors]).toEqual([
    422,
    [
      { field: 'name', message: 'This is missing' },
      { field: 'phone', message: 'This is missing' },
      { field: 'joined_on', message: 'Expected a date as YYYY-MM-DD' },
    ],
  ])
  expect(bn?.body.errors.map(({ message }: { message: string }) => message)).toEqual(['এটি পূরণ করতে হবে', 'এটি পূরণ করতে হবে', 'তারিখ দিন, YYYY-MM-DD আকারে'])
  expect(bn?.body.detail).toBe('name: এটি পূরণ করতে হবে; phone: এটি পূরণ করতে হবে; joined_on: তারিখ দিন, YYYY-MM-DD আকারে')
  const phone = { ...body, name: 'Rahima', phone: 'abc', joined_on: '2026-03-01' }
  expect((await bangla('POST', '/clients', phone)).body).toMatchObject({
    detail: expect.stringMatching(/সঠিক ফোন নম্বর দিন/),
    errors: [{ field: 'phone', message: 'সঠিক ফোন নম্বর দিন' }],
  })
})
