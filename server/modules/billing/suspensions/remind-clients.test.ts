import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { date } from '../../../kernel/time.ts'
import { doing } from '../../../testing/factories.ts'
import { company } from '../../../testing/suspensions.ts'
import { setFlag } from '../../clients/index.ts'
import { makePromise } from './promises.ts'
import { remindClients } from './remind-clients.ts'

const { at, database, debtor, notices, pay } = await company()
const remind = async (day: string) => {
  at(day)
  await doing(database, remindClients)
}
const reminders = async (clientId: bigint) => (await notices(clientId)).filter((kind) => kind === 'payment-due-soon' || kind === 'suspension-warning')

test('a bill is reminded of before it is due and a line warned of before it is cut, each once, in the client’s language, not to who has paid', async () => {
  const [owing, paid, white, promising] = [await debtor({ locale: 'bn' }), await debtor(), await debtor(), await debtor()]
  await remind('2026-01-06')
  expect(await reminders(owing.clientId)).toEqual([])
  // Due on the 10th; reminded 3 days before.
  await remind('2026-01-07')
  await remind('2026-01-07')
  await remind('2026-01-08')
  expect(await reminders(owing.clientId)).toEqual(['payment-due-soon'])
  await pay(paid.clientId, 100_000)
  await doing(database, (tx) => setFlag(tx, { clientId: white.clientId, flag: 'whitelist', isSet: true, reason: 'test' }))
  at('2026-01-11')
  await doing(database, (tx) => makePromise(tx, { clientId: promising.clientId, promisedOn: date('2026-01-18'), note: 'test' }))
  // Cut on the 14th; warned 2 days before.
  await remind('2026-01-11')
  expect(await reminders(owing.clientId)).toEqual(['payment-due-soon'])
  await remind('2026-01-12')
  await remind('2026-01-13')
  expect(await reminders(owing.clientId)).toEqual(['payment-due-soon', 'suspension-warning'])
  for (const spared of [paid, white, promising]) expect(await reminders(spared.clientId)).toEqual(['payment-due-soon'])
  const { rows } = await sql`select locale, payload from outbox_messages where client_id = ${owing.clientId} and kind = 'suspension-warning'`.execute(
    database.db,
  )
  expect(rows).toEqual([{ locale: 'bn', payload: { late_minor: 100_000, cut_on: '2026-01-14' } }])
})
